"""The cue tables' examples as items."""

from __future__ import annotations

from dragoman.reading.neural.layout import SPAN_HEADS
from dragoman.terms import EventType
from dragoman.training.cues import cue_items


def test_most_cues_give_an_item_and_every_type_occurs() -> None:
    """False friends give texts without an act."""
    items = list(cue_items())
    assert len(items) > 1_200
    assert {event.type for item in items for event in item.events} == set(EventType)
    assert any(not item.events for item in items)


def test_what_an_example_does_not_show_is_left_unsaid() -> None:
    """Only the triggers of an example with one act are complete."""
    for item in cue_items():
        assert set(item.incomplete) >= set(SPAN_HEADS) - {"trigger"}
        assert all(event.source == () for event in item.events)
