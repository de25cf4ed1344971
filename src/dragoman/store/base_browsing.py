"""What every store answers to somebody who leafs through a record; a part of `Store`."""

from __future__ import annotations

from typing import Protocol

from dragoman.store.answers import Selection
from dragoman.terms import Event, EventQuery


class Browsing(Protocol):
    """One page of events with what there is to choose from, and the latest ones."""

    def browse(self, query: EventQuery, sample: int = 5000) -> Selection:
        """The page of events a query asks for, how many there are in all, and what they are like.

        Args:
            query: ``limit`` and ``offset`` cut out the page; the rest is counted without them.
            sample: of more events than that, so many are counted, evenly over their days; 0 counts none.
        """
        ...

    def latest_events(self, limit: int) -> tuple[Event, ...]:
        """Events that happened or go on, and whose day is known, from the last one backwards."""
        ...
