"""Marks become events: the world says who, the discourse whom a pronoun takes up, the tables when."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading import AnnotatedReader, Annotation, RuleAnnotator
from dragoman.reading.annotation import sourced
from dragoman.reading.sheet import read_lines
from dragoman.terms import EventMention, EventType, Status
from tests.reading.readings import document


class Marking(RuleAnnotator):
    """Gives each sentence its prepared lines."""

    def __init__(self, marked: dict[str, list[str]]) -> None:
        super().__init__()
        self._marked = marked
        self.batches: list[int] = []

    def annotate(self, texts: Sequence[str]) -> list[Annotation]:
        self.batches.append(len(texts))
        return [sourced(read_lines(text, self._marked.get(text, []))) for text in texts]


def _events(marked: dict[str, list[str]], published: str | None = "2022-10-14") -> tuple[EventMention, ...]:
    (reading,) = AnnotatedReader(Marking(marked)).read([document(*marked, published=published)])
    return reading.events


def test_spans_are_resolved_and_dated() -> None:
    """By the tables that the rule reader uses, too."""
    (event,) = _events(
        {
            "Putin met Tokayev in Astana on Friday.": [
                "E met | CONSULT.visit | happened | Putin ; Tokayev > | on Friday | Astana"
            ]
        }
    )
    assert [mention.entity for mention in event.actors] == ["Vladimir Putin", "Kassym-Jomart Tokayev"]
    assert (event.type, event.mode, str(event.when)) == (EventType.CONSULT, "visit", "2022-10-14")
    assert event.where is not None
    assert (event.where.text, event.where.country) == ("Astana", "KAZ")


def test_the_words_of_the_mark_are_kept() -> None:
    """The phrase decides who is meant, the mark which words say so."""
    (event,) = _events(
        {"The tired Kazakh negotiators left.": ["E left | RETREAT | happened | tired Kazakh negotiators >"]}
    )
    assert event.actors[0].text == "tired Kazakh negotiators"
    assert event.actors[0].country == "KAZ"


def test_a_lone_comma_names_nobody() -> None:
    """A network marks one beside a name now and then."""
    (event,) = _events({"Putin, it said, withdrew.": ["E withdrew | RETREAT | happened | Putin ; , >"]})
    assert [mention.text for mention in event.actors] == ["Putin"]


def test_partners_in_one_span_are_two() -> None:
    """An annotator may mark them together."""
    (event,) = _events({"Iran and Oman signed it.": ["E signed | SUPPORT.sign | happened | Iran and Oman >"]})
    assert [mention.entity for mention in event.actors] == ["IRN", "OMN"]


def test_a_pronoun_takes_up_who_was_named() -> None:
    """In the sentence before."""
    events = _events(
        {
            "Putin flew to Baku.": ["E flew | CONSULT.visit | happened | Putin > Baku"],
            "He thanked Aliyev.": ["E thanked | SUPPORT | happened | He > Aliyev"],
        }
    )
    assert [event.actors[0].entity for event in events] == ["Vladimir Putin", "Vladimir Putin"]


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    """What nobody says in its own sentence is said by whoever spoke before."""
    events = _events(
        {
            'Lavrov said: "NATO lied.': [
                "E lied | ACCUSE | happened | NATO >",
                'A Lavrov ~ said ~ "NATO lied.',
            ],
            'It attacked Serbia."': [
                "E attacked | ASSAULT | happened | It > Serbia",
                'A ~ ~ It attacked Serbia."',
            ],
        }
    )
    said = [[attribution.source.entity for attribution in event.said_by] for event in events]
    assert said == [["Sergei Lavrov"], ["Sergei Lavrov"]]


def test_nobody_at_all_makes_no_event() -> None:
    """A trigger without anybody is left out; somebody unknown is kept when the mark is sure."""
    assert _events({"Shots were fired.": ["E fired | ASSAULT | happened | >"]}) == ()
    (event,) = _events({"Zorbs hit Quuxes.": ["E hit | ASSAULT | denied | Zorbs > Quuxes"]})
    assert (event.status, event.actors[0].entity) == (Status.DENIED, None)


def test_all_sentences_are_marked_together() -> None:
    """One batch for all documents."""
    marking = Marking({})
    AnnotatedReader(marking).read([document("One.", "Two."), document("Three.")])
    assert marking.batches == [3]


def test_we_is_the_state_of_whoever_speaks() -> None:
    """And "his country" that of the person named before."""
    events = _events(
        {
            '"We did not attack Ukraine," Lavrov said.': [
                "E attack | ASSAULT | denied | We > Ukraine",
                'A Lavrov ~ said ~ "We did not attack Ukraine,"',
            ],
            "Tokayev told Putin that his country recognises Ukraine.": [
                "E recognises | SUPPORT.recognize | happened | his country > Ukraine"
            ],
        }
    )
    assert [event.actors[0].entity for event in events] == ["RUS", "RUS"]


def test_speakers_who_speak_of_themselves_end_somewhere() -> None:
    """Two who report each other, each as "our"."""
    text = "Our envoy said our king said so to Iran."
    lines = [
        "E said | ACCUSE | happened | Our envoy > Iran",
        "A Our envoy ~ said ~ our king said so",
        "A our king ~ said@2 ~ Our envoy said",
    ]
    (event,) = _events({text: lines})
    assert event.actors[0].country is None


def test_who_is_whoever_was_named_right_before() -> None:
    """Across a comma."""
    (event,) = _events({"Putin, who met Xi, left.": ["E met | CONSULT | happened | who ; Xi >"]})
    assert [actor.entity for actor in event.actors] == ["Vladimir Putin", "Xi Jinping"]


def test_two_marks_on_one_trigger_are_one_event() -> None:
    """Even if they differ in status, so that the document can be kept."""
    lines = ["E hit | ASSAULT | happened | Iran > Iraq", "E hit | ASSAULT | denied | Iran > Iraq"]
    assert len(_events({"Iran hit Iraq.": lines})) == 1


def test_a_pronoun_that_takes_up_nobody_is_nobody() -> None:
    """The act stays, and somebody not named has done it; whoever is named beside it stands alone."""
    (alone,) = _events({"It attacked.": ["E attacked | ASSAULT | happened | It >"]}, published=None)
    (beside,) = _events({"Iran warned them all.": ["E warned | THREATEN | happened | Iran > them all"]})
    assert (alone.actors, alone.recipients) == ((), ())
    assert ([one.entity for one in beside.actors], beside.recipients) == (["IRN"], ())


def test_a_pronoun_for_somebody_named_in_the_act_adds_nobody() -> None:
    """Georgia is one in "Georgia said it had left"."""
    line = "E left | RETREAT | happened | Georgia ; it >"
    (event,) = _events({"Georgia said it had left.": [line]})
    assert [mention.text for mention in event.actors] == ["Georgia"]


def test_it_in_the_first_words_of_what_is_said_is_who_says_so() -> None:
    """Where several before could be meant."""
    sentence = "Iran met Iraq, and Oman told Yemen that it had left."
    lines = ["E left | RETREAT | happened | it >", "A Oman ~ told ~ it had left"]
    (event,) = _events({sentence: lines})
    assert [(mention.text, mention.entity) for mention in event.actors] == [("it", "OMN")]
