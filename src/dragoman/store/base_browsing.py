"""What every store answers to somebody who leafs through a record; a part of `Store`."""

from __future__ import annotations

from typing import Protocol

from dragoman.store.answers import Selection
from dragoman.store.session import Session
from dragoman.terms import Event, EventQuery


class Catalogue(Protocol):
    """The events of a record as they were at one moment; it holds no connection and may be shared."""

    def __len__(self) -> int: ...

    def packed(self) -> bytes:
        """As bytes, for `catalogue_from`."""
        ...

    def browse(self, session: Session, query: EventQuery, *, with_facets: bool) -> Selection:
        """What `Browsing.browse` gives, counted in all that is found."""
        ...


class Browsing(Protocol):
    """One page of events with what there is to choose from, and the latest ones."""

    def browse(self, query: EventQuery, sample: int = 5000) -> Selection:
        """The page of events a query asks for, how many there are in all, and what they are like.

        Args:
            query: ``limit`` and ``offset`` cut out the page; the rest is counted without them.
            sample: of more events than that, so many are counted, evenly over their days, or without filters
                in the order of writing; 0 counts none. With a catalogue all are counted.
        """
        ...

    def latest_events(self, limit: int) -> tuple[Event, ...]:
        """Events that happened or go on, and whose day is known, from the last one backwards."""
        ...

    def catalogue(self) -> Catalogue:
        """All events as they are now, as columns; of a million it takes some seconds and 65 MB."""
        ...

    def use(self, catalogue: Catalogue | None) -> None:
        """Answer `browse` from a catalogue from now on, or from the file again.

        It answers for the moment it was made at: events that came later are not found, and those that are
        gone or pass the filters no longer are left out of their page.
        """
        ...
