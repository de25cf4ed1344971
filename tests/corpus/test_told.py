"""The answered events of a report as tellings, and a reader's tellings beside them."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from dragoman.corpus import Actor, AnsweredEvent
from dragoman.corpus.answer import Answer, Days, PublicationDay, Style
from dragoman.corpus.told import matched, tellings
from dragoman.terms import Document, EventMention, EventType, Interval, Span, Status

FIRST = "Xi met Tokayev in Astana."
SECOND = "They met again and signed a treaty."
TEXT = f"Xi meets Tokayev\n{FIRST}\n{SECOND}"
DAY = date(2022, 9, 14)
XI = Actor("Xi", "Xi Jinping", "CHN", "GOV")
MET = AnsweredEvent(
    "2022-09-14-astana",
    (EventType.CONSULT, EventType.COOPERATE),
    (Status.HAPPENED,),
    (XI,),
    (),
    Days(DAY, DAY),
    None,
    (),
    ("Xi meets Tokayev", FIRST),
    ("met",),
    background=False,
    core=True,
)
SIGNED = msgspec.structs.replace(
    MET, event="2022-09-14-treaty", types=(EventType.AGREE,), evidence=(SECOND,), trigger=("signed",)
)
DOCUMENT = Document("d", "f", TEXT, "a.txt")


def answer(*events: AnsweredEvent) -> Answer:
    """An answer of these events."""
    day = PublicationDay(DAY, DAY, DAY)
    return Answer("a.txt", "Xi", "Volna", day, True, Style.WIRE, None, (), events, ())


def mention(trigger: Span, evidence: Span, type: EventType = EventType.CONSULT) -> EventMention:
    """What a reader found."""
    return EventMention(f"m{trigger.start}{type}", "d", type, (), (), trigger, (evidence,))


def words(words: str) -> Span:
    """Where words first stand in the text."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_an_answered_event_is_a_telling() -> None:
    """With its best type and status, its days and its people; the trigger stands in the last evidence."""
    ((event, telling),) = tellings(DOCUMENT, answer(MET))
    assert event is MET
    assert (telling.type, telling.status, telling.when) == (
        EventType.CONSULT,
        Status.HAPPENED,
        Interval.day(DAY),
    )
    assert [(one.text, one.entity, one.country, one.sector) for one in telling.actors] == [
        ("Xi", "Xi Jinping", "CHN", "GOV")
    ]
    assert [span.of(TEXT) for span in telling.evidence] == ["Xi meets Tokayev", FIRST]
    assert telling.trigger == words("met")


def test_what_is_not_in_the_text_is_no_telling() -> None:
    """A trigger that is not there leaves the sentence; each telling has an id of its own."""
    gone = msgspec.structs.replace(MET, evidence=("Nobody met.",))
    bare = msgspec.structs.replace(SIGNED, trigger=("ratified",))
    found = tellings(DOCUMENT, answer(gone, bare, MET))
    assert [event for event, _ in found] == [bare, MET]
    assert found[0][1].trigger == words(SECOND)
    assert len({telling.id for _, telling in found}) == 2


@pytest.mark.parametrize(
    ("found", "event"),
    [
        (mention(words("met"), words(FIRST)), MET.event),
        (mention(words("Xi met"), words(FIRST), EventType.AID), MET.event),  # the trigger is enough
        (mention(words("Astana"), words(FIRST), EventType.COOPERATE), MET.event),  # so is an accepted type
        (mention(words("Astana"), words(FIRST), EventType.AID), None),
        (mention(words("met"), words(SECOND), EventType.CONSULT), None),  # told in another sentence
        (mention(words("signed"), words(SECOND), EventType.AGREE), SIGNED.event),
    ],
)
def test_a_reader_found_an_answered_event(found: EventMention, event: str | None) -> None:
    """Where the evidence overlaps, and the trigger or the type fits."""
    assert matched([found], tellings(DOCUMENT, answer(MET, SIGNED))).get(found.id) == event


def test_matches_are_one_to_one_and_the_best_first() -> None:
    """Of two readings of one event the better one has it."""
    worse = mention(words("Astana"), words(FIRST), EventType.COOPERATE)
    better = mention(words("met"), words(FIRST))
    signed = mention(words("treaty"), words(SECOND), EventType.AGREE)
    gold = tellings(DOCUMENT, answer(MET, SIGNED))
    assert matched([worse, better, signed], gold) == {better.id: MET.event, signed.id: SIGNED.event}
    assert matched([], gold) == matched([better], ()) == {}
