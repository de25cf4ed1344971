"""Every cue of the tables reads its own example as the table says."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from dragoman.reading.cues import CueTable, longest
from dragoman.reading.tokens import tokenize
from dragoman.terms import EventMention, EventType, Mention, Span
from dragoman.world.plover import Cue, CueKind, load
from tests.reading.readings import events

ROWS = [(event_type, cue) for event_type, cue in load().cues()]


def _words(expected: str | tuple[str, ...]) -> tuple[str, ...]:
    return (expected,) if isinstance(expected, str) else expected


def _names(found: Iterable[Mention], expected: str | tuple[str, ...]) -> bool:
    """Whether each expected participant shares its last word with a found one."""
    texts = [mention.text.lower() for mention in found]
    return all(
        any(want.lower() in text or text in want.lower() for text in texts) for want in _words(expected)
    )


def _agrees(event: EventMention, event_type: EventType | None, cue: Cue) -> bool:
    return (
        event.type is event_type
        and _names(event.actors, cue.reads.actor)
        and _names(event.recipients, cue.reads.recipient)
        and (cue.reads.status is None or event.status is cue.reads.status)
        and _names([said.source for said in event.said_by], cue.reads.said_by)
    )


@pytest.mark.parametrize(("event_type", "cue"), ROWS, ids=[f"{t}:{c.cue}" for t, c in ROWS])
def test_example_reads_as_its_row_says(event_type: EventType | None, cue: Cue) -> None:
    """The example yields an event of the row's type with the row's participants and status."""
    found = events(cue.example)
    if event_type is None:
        assert not any(cue_words_inside(cue, event) for event in found)
    else:
        assert any(_agrees(event, event_type, cue) for event in found)


def cue_words_inside(cue: Cue, event: EventMention) -> bool:
    """Whether an event was made from the words of a false friend."""
    trigger = event.trigger.of(cue.example).lower()
    return all(word.strip("?") in trigger for word in cue.cue.split() if word != "...")


def _matched(sentence: str) -> list[str]:
    return [event.trigger.of(sentence) for event in events(sentence)]


def test_gap_takes_as_few_words_as_will_do() -> None:
    """ "..." stands for none to four words."""
    assert _matched("Iran held talks with Iraq.") == ["held talks"]
    assert _matched("Iran held two days of talks with Iraq.") == ["held two days of talks"]


def test_longer_match_stays() -> None:
    """Of two cues that share a word the one of more words wins."""
    assert _matched("Iran struck a deal with Iraq.") == ["struck a deal"]


def test_pattern_reaches_over_no_mark() -> None:
    """A comma ends the gap of a cue."""
    assert "held, in spite of all, talks" not in _matched("Iran held, in spite of all, talks with Iraq.")


def test_ties_go_by_a_stated_rule() -> None:
    """Of equally long matches a false friend stays, then the one further left, then the first row."""
    rows = [Cue(words, CueKind.FIXED, "") for words in ("b c", "a b", "c d", "a b")]
    table = CueTable(rows)
    tokens = tokenize("a b c d", Span(0, 7))
    assert [m.row for m in longest(table.matches(tokens))] == [rows[1], rows[2]]
    assert longest(table.matches(tokens))[0].row is rows[1]
    preferred = longest(table.matches(tokens), prefer=frozenset({id(rows[0])}))
    assert [m.row for m in preferred] == [rows[0]]


def test_object_of_a_verb_cue_may_stand_in_front() -> None:
    """ "Impose ... sanctions" is found in "sanctions were imposed"."""
    (found,) = [e for e in events("Sanctions were imposed on Chad by Peru.") if e.type is EventType.SANCTION]
    assert [m.text for m in found.actors] == ["Peru"]
