"""What is answered from columns, above all while the record has moved on."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from dragoman.store import MEMORY, Store, catalogue_from, open_store
from dragoman.terms import (
    BrokenRecord,
    Document,
    EventMention,
    EventQuery,
    EventType,
    Interval,
    Mention,
    Reading,
    Span,
    Status,
)
from tests.store import samples

KEPT = 12


def test_a_catalogue_is_the_same_after_it_was_packed() -> None:
    """What is kept beside a record answers as what was read from it."""
    with open_store(MEMORY) as store:
        samples.put(store, samples.document(1))
        made = store.catalogue()
        store.use(made)
        found = store.browse(EventQuery(about="KAZ"))
        store.use(catalogue_from(made.packed()))
        assert store.browse(EventQuery(about="KAZ")) == found
    assert (len(made), found.total, found.counted) == (1, 1, 1)


def test_a_catalogue_answers_for_the_moment_it_was_made_at() -> None:
    """Later events are not found in it, and those that are gone are left out of their page."""
    with open_store(MEMORY) as store:
        samples.put(store, samples.document(1))
        store.use(store.catalogue())
        samples.put(store, samples.document(2))
        with store.transaction():
            store.clear_merged()
        assert store.browse(EventQuery()).events == ()
        store.use(None)
        assert store.browse(EventQuery()).total == 0


@pytest.mark.parametrize("query", [EventQuery(), EventQuery(about="KAZ"), EventQuery(text="proposal")])
def test_a_later_event_never_stands_in_for_one_that_is_gone(query: EventQuery) -> None:
    """The last events are removed and others come; the old columns name none of these."""
    with open_store(MEMORY) as store:
        for number in (1, 2, 3):
            samples.put(store, samples.document(number))
        before = {event.id for event in store.events()}
        store.use(store.catalogue())
        for number in (2, 3):
            with store.transaction():
                store.put_reading(Reading(samples.document(number).id, samples.READER))
        for number in (4, 5):
            samples.put(store, samples.document(number))
        found = [event.id for event in store.browse(query).events]
    assert len(found) == 1
    assert set(found) <= before


def test_words_of_a_later_telling_do_not_find_an_earlier_event() -> None:
    """A telling gets the row number of one that is gone; the old columns know that one's event."""
    with open_store(MEMORY) as store:
        gas = samples.put_telling(store, "a", "Gas flows again.")
        both = samples.put_telling(store, "b", "Gas flows again.", "The river rose.")
        first, second = (_told(both, number) for number in (0, 1))
        _put_again(store, both, first)
        _join(store, gas, both)
        store.use(store.catalogue())
        assert store.browse(EventQuery(text="gas")).total == 1
        _put_again(store, both, second)
        assert store.browse(EventQuery(text="river")).events == ()
        assert len(store.browse(EventQuery(text="gas")).events) == 1
        store.use(None)
        assert store.browse(EventQuery(text="river")).total == 1


def _told(document: Document, number: int) -> EventMention:
    """The telling in one of its sentences."""
    span = document.sentences[number]
    id = samples.digest(f"{document.id} again {number}")
    trigger = Span(span.start, span.start + 1)
    return EventMention(id, document.id, EventType.REJECT, (), (), trigger, (span,), reader=samples.READER)


def _put_again(store: Store, document: Document, mention: EventMention) -> None:
    samples.put(store, document, Reading(document.id, samples.READER, events=(mention,)))


def _join(store: Store, *documents: Document) -> None:
    """Make one event of all that these tell."""
    tellings = [telling for each in documents for telling in store.tellings(each.fingerprint)]
    with store.transaction():
        store.put_events([telling.mention.id for telling in tellings], [samples.joined(tellings)])


CHANGES = (
    (EventQuery(about="KAZ"), {"actors": (Mention("Bishkek", "KGZ", "KGZ"),)}),
    (EventQuery(type=(EventType.REJECT,)), {"type": EventType.AGREE}),
    (EventQuery(status=(Status.HAPPENED,)), {"status": Status.DENIED}),
    (EventQuery(outlet="Steppe Wire"), {"outlets": ("Another",)}),
    (EventQuery(until=date(2022, 12, 31)), {"when": Interval.day(date(2030, 1, 1))}),
    (EventQuery(disputed=True), {"disputed": ()}),
)


@pytest.mark.parametrize(("query", "changes"), CHANGES)
def test_an_event_that_is_another_by_now_is_left_out(query: EventQuery, changes: dict[str, object]) -> None:
    """What a page shows passes the filters as it is shown, though it is counted as it was."""
    with open_store(MEMORY) as store:
        samples.put(store, samples.document(1))
        (event,) = store.events()
        store.use(store.catalogue())
        with store.transaction():
            store.put_events(event.tellings, [msgspec.structs.replace(event, **changes)])
        found = store.browse(query)
        assert (found.total, found.events) == (1, ())
        assert [each.id for each in store.browse(EventQuery()).events] == [event.id]


NAMES = ("plain", "parted\x1fby a sign", "\x1f", "a, b,3", "null\x00inside", "")


@pytest.mark.parametrize("name", NAMES)
def test_no_sign_in_a_name_moves_what_stands_behind_it(name: str) -> None:
    """Names may hold controls, for not every document comes through the cleaning of texts."""
    with open_store(MEMORY) as store:
        asked = None if not name or "\0" in name else name  # SQLite's lists of words end there
        odd = samples.document(1, name)
        samples.put(store, odd, _with_actor(samples.reading(odd), Mention(name, name or None, "KGZ")))
        for number in (2, 3):
            samples.put(store, samples.document(number))
        queries = [
            EventQuery(), EventQuery(about=asked), EventQuery(actor="KGZ"), EventQuery(recipient="RUS"),
            EventQuery(outlet=asked), EventQuery(said_by=asked), EventQuery(said_by="Kassym-Jomart Tokayev"),
        ]  # fmt: skip
        by_sql = [store.browse(query) for query in queries]
        store.use(store.catalogue())
        assert [store.browse(query) for query in queries] == by_sql


def _with_actor(reading: Reading, actor: Mention) -> Reading:
    said_by = (msgspec.structs.replace(reading.events[0].said_by[0], source=actor),)
    told = msgspec.structs.replace(reading.events[0], actors=(actor,), said_by=said_by)
    return msgspec.structs.replace(reading, events=(told,))


@pytest.mark.parametrize("column", ["type", "status"])
def test_an_unknown_type_is_said_and_moves_nothing(tmp_path: Path, column: str) -> None:
    """A record that somebody else wrote into is refused in words, not told wrongly."""
    path = tmp_path / "news.dragoman"
    with open_store(path) as store:
        samples.put(store, samples.document(1))
    with sqlite3.connect(path) as connection:
        connection.execute(f"UPDATE event SET {column} = 'CONQUER'")
    connection.close()
    with open_store(path) as store, pytest.raises(BrokenRecord, match="a type or status"):
        store.catalogue()


def test_the_selection_last_asked_for_stays_longest() -> None:
    """Who comes back to a list again and again finds it counted."""
    with open_store(MEMORY) as store:
        samples.put(store, samples.document(1))
        store.use(store.catalogue())
        facets = store.browse(EventQuery(about="KAZ")).facets
        for query in _others(2 * KEPT):
            store.browse(query)
            assert store.browse(EventQuery(about="KAZ")).facets is facets
        for query in _others(KEPT):
            store.browse(query)
        assert store.browse(EventQuery(about="KAZ")).facets is not facets


def test_all_events_are_all_events_whoever_stands_behind_a_name() -> None:
    """A filter that was taken back leaves the members of its bloc behind, and they choose nothing."""
    with open_store(MEMORY) as store:
        samples.put(store, samples.document(1))
        store.use(store.catalogue())
        facets = store.browse(EventQuery()).facets
        assert store.browse(EventQuery(behind=(("EU", ("DEU", "FRA")),))).facets is facets


def _others(number: int) -> Sequence[EventQuery]:
    return [EventQuery(since=date(2022, 1, 1) + timedelta(place)) for place in range(number)]
