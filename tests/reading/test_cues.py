"""Every cue of the tables reads its own example as the table says."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from dragoman.terms import EventMention, EventType, Mention
from dragoman.world.plover import Cue, load
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
