"""What holds for every reading, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading import RuleReader
from dragoman.terms import Document, EventType, Reading, Span, Status
from tests.reading.readings import document, events, read, reader

WORDS = (
    "Iran Iraq Putin Xi he they it the army police ministry of in on by and but that who said met attacked "
    "will not to was talks attack sanctions with Monday 2014 40 tanks , . ; : ( ) - ' 's didn't accused "
    "president NATO both sides withdraw urged him our May would be"
).split()
SENTENCES = st.lists(st.sampled_from([*WORDS, '"', "“"]), min_size=1, max_size=25).map(" ".join)
ARTICLES = st.lists(SENTENCES, min_size=1, max_size=4)


def _spans(reading: Reading) -> list[Span]:
    spans = [claim.span for claim in reading.claims]
    for event in reading.events:
        spans += [event.trigger, *event.evidence]
        spans += [m.span for m in (*event.actors, *event.recipients) if m.span]
        spans += [said.cue for said in event.said_by if said.cue]
    return spans


@settings(deadline=None)  # the first text pays for the tables
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    """Reading never fails, whatever stands there."""
    whole = Document("doc", "print", text, "test", sentences=(Span(0, len(text)),))
    assert reader().read([whole])[0].document == "doc"


@settings(deadline=None)
@given(ARTICLES)
def test_readings_hold_together(sentences: list[str]) -> None:
    """Spans lie in the text, evidence holds the trigger, ids are unique, and again gives the same."""
    article = document(*sentences)
    reading = reader().read([article])[0]
    assert all(0 <= span.start <= span.end <= len(article.text) for span in _spans(reading))
    assert all(any(e.contains(event.trigger) for e in event.evidence) for event in reading.events)
    assert len({event.id for event in reading.events}) == len(reading.events)
    assert reader().read([article]) == [reading]


@settings(deadline=None)
@given(ARTICLES)
def test_blank_space_changes_nothing_but_offsets(sentences: list[str]) -> None:
    """The same sentences further apart are read the same."""
    near, far = (reader().read([document(*sentences, gap=gap)])[0] for gap in ("\n\n", "\n\n \n\n"))
    assert [_told(near, i) for i in range(len(near.events))] == [
        _told(far, i) for i in range(len(far.events))
    ]


def _told(reading: Reading, index: int) -> tuple[object, ...]:
    event = reading.events[index]
    parts = tuple((m.text, m.entity, m.country) for m in (*event.actors, *event.recipients))
    return (event.type, event.status, parts, tuple(said.source.text for said in event.said_by))


def test_event_without_anybody_known_is_left_out() -> None:
    """ "It was attacked" tells of nobody."""
    assert events("It was attacked.") == ()


def test_headline_is_not_told_twice() -> None:
    """An event of the headline that the article tells again is read below."""
    article = document("Iran attacks Iraq", "Iran attacked Iraq on Monday.")
    titled = Document("doc", "print", article.text, "test", "Iran attacks Iraq", sentences=article.sentences)
    (event,) = reader().read([titled])[0].events
    assert event.evidence == (article.sentences[1],)


def test_refusal_stands_beside_the_act_that_will_not_be() -> None:
    """ "Will not expel" is a REJECT that happened and an expulsion that is denied."""
    found = {event.type.value: event.status for event in events("Kenya will not expel the Chadian envoy.")}
    assert found == {"SANCTION": Status.DENIED, "REJECT": Status.HAPPENED}


def test_who_says_something_without_subject_does_it() -> None:
    """ "This is a lie", the spokesman said: the spokesman rejects."""
    (event,) = events('"This is a lie", the Kenyan spokesman said.')
    assert (event.type.value, event.actors[0].country, event.said_by) == ("REJECT", "KEN", ())


def test_reader_tells_its_version() -> None:
    """Another version of reader, world or cues has another name, so that it reads again."""
    assert reader().name == RuleReader().name == read("Iran left.").reader
    assert "cues-" in reader().name


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Xi met Putin on Thursday.", "2022-09-08"),
        ("Xi will meet Putin on Thursday.", "2022-09-15"),
        ("Uzbekistan will meet Tajikistan in October.", "2022-10"),
    ],
)
def test_what_is_planned_lies_ahead(sentence: str, day: str) -> None:
    """The Thursday of a plan is the next one, that of a deed the last."""
    (event,) = events(sentence, published="2022-09-14")
    assert str(event.when) == day


def test_who_only_says_so_is_no_recipient() -> None:
    """A speaker set behind the act takes no part in it."""
    (event,) = events("Russia withdrew from the treaty, Kremlin spokesman Dmitry Peskov said.")
    assert "Dmitry Peskov" not in [recipient.entity for recipient in event.recipients]


def test_quotation_marks_within_a_cue_change_nothing() -> None:
    """Scare quotes do not turn a denial into a deed."""
    found = events('Russia has "no intention" of attacking Ukraine.')
    assert [event.status for event in found if event.type is EventType.ASSAULT] == [Status.DENIED]


def test_he_who_speaks_spoke_before() -> None:
    """The speaker of the sentence before goes on, though the quotation names somebody else."""
    found = events(
        "Expert Jan Novak said that Putin had met Tokayev.",
        'He told this newspaper: "Russia attacked Ukraine."',
    )
    assert "Vladimir Putin" not in [said.source.entity for said in found[-1].said_by]
