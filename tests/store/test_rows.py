"""Nothing is lost between a record and its row."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.store import MEMORY, open_store
from dragoman.store.rows import quoted
from dragoman.terms import Document, Reading, Skip, Span
from tests.store import strategies


@settings(deadline=None, max_examples=60)
@given(strategies.read_documents())
def test_documents_and_readings_come_back_equal(read: tuple[Document, Reading]) -> None:
    """Every document, event mention and claim survives, with its text, dates and spans."""
    document, reading = read
    with open_store(MEMORY) as store:
        with store.transaction():
            store.put_document(document, "key")
            store.put_reading(reading)
        assert store.document(document.id) == document
        assert store.reading(document.id) == reading
        assert [telling.mention for telling in store.tellings(document.fingerprint)] == list(reading.events)
        assert store.check() == ()


@settings(deadline=None, max_examples=60)
@given(strategies.read_documents().filter(lambda read: bool(read[1].events)), st.data())
def test_events_come_back_equal(read: tuple[Document, Reading], data: st.DataObject) -> None:
    """Every derived event survives."""
    document, reading = read
    event = data.draw(strategies.events_of(reading))
    with open_store(MEMORY) as store:
        with store.transaction():
            store.put_document(document, "key")
            store.put_reading(reading)
            store.put_events(event.tellings, [event])
        assert list(store.events()) == [event]
        assert store.event(event.id) == event


@settings(deadline=None)
@given(strategies.skips)
def test_skips_come_back_equal(skip: Skip) -> None:
    """Every skip survives."""
    with open_store(MEMORY) as store:
        with store.transaction():
            store.put_skip(skip, "key")
        assert list(store.skips()) == [skip]


def test_quotations_show_what_was_left_out() -> None:
    """Neighbours are joined as they stand, a gap becomes an ellipsis."""
    text = "One fell. Two rose. Three stayed."
    assert quoted(text, [Span(0, 9), Span(10, 19)]) == "One fell. Two rose."
    assert quoted(text, [Span(0, 9), Span(20, 33)]) == "One fell. … Three stayed."
    assert quoted(text, []) == ""
