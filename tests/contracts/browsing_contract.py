"""What every store must answer to somebody who leafs through it."""

from __future__ import annotations

from dragoman.store import Store
from dragoman.terms import EventQuery, EventType
from tests.store import samples


class BrowsingContract:
    """Part of `StoreContract`."""

    def test_a_page_comes_with_the_total_and_counts(self, store: Store) -> None:
        """The events as `events` gives them, how many there are in all, and how many of each sort."""
        for number in range(6):
            samples.put(store, samples.document(number, "Steppe Wire" if number % 2 else "Baltic Lantern"))
        found = store.browse(EventQuery(limit=2, offset=1))
        assert found.events == tuple(store.events(EventQuery(limit=2, offset=1)))
        assert (found.total, found.counted) == (6, 6)
        facets = found.facets
        assert [(each.name, each.number) for each in facets.types] == [("REJECT", 6)]
        assert {each.name: each.number for each in facets.outlets} == {"Baltic Lantern": 3, "Steppe Wire": 3}
        assert {each.name: each.number for each in facets.actors} == {"KAZ": 6, "RUS": 6}
        assert [(each.name, each.number) for each in facets.months] == [("2022-01", 6)]

    def test_filters_hold_for_page_and_counts(self, store: Store) -> None:
        """An outlet's events, and nothing of others in any count."""
        for number in range(4):
            samples.put(store, samples.document(number, "Steppe Wire" if number % 2 else "Baltic Lantern"))
        found = store.browse(EventQuery(outlet="Steppe Wire", limit=1))
        assert (len(found.events), found.total) == (1, 2)
        assert [each.name for each in found.facets.outlets] == ["Steppe Wire"]
        assert store.browse(EventQuery(type=(EventType.AID,))).total == 0

    def test_what_was_found_before_is_not_found_again_once_it_changed(self, store: Store) -> None:
        """The next page comes from what was found; a new event is seen at once."""
        for number in range(3):
            samples.put(store, samples.document(number))
        query = EventQuery(about="KAZ", limit=2)
        assert store.browse(query).total == 3
        assert len(store.browse(EventQuery(about="KAZ", limit=2, offset=2)).events) == 1
        samples.put(store, samples.document(3))
        assert store.browse(query).total == 4

    def test_many_are_counted_in_an_even_part(self, store: Store) -> None:
        """No more than asked for, with a filter and without; none where none is wanted."""
        for number in range(10):
            samples.put(store, samples.document(number))
        for query in (EventQuery(), EventQuery(about="KAZ")):
            found = store.browse(query, sample=3)
            assert found.total == 10
            assert 1 <= found.counted <= 3
            assert found.facets.types[0].number == found.counted
            assert store.browse(query, sample=0).counted == 0

    def test_the_latest_events_come_last_first(self, store: Store) -> None:
        """By their own days."""
        for number in (3, 1, 2):
            samples.put(store, samples.document(number))
        days = [str(event.when) for event in store.latest_events(2)]
        assert days == ["2022-01-04", "2022-01-03"]
