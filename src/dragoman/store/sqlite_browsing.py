"""The part of the store in one SQLite file that serves those who leaf through it."""

from __future__ import annotations

from dragoman.store import browsing
from dragoman.store.answers import Selection
from dragoman.store.session import Session
from dragoman.terms import Event, EventQuery


class SqliteBrowsing:
    """See `Browsing`, whose documentation holds here."""

    _session: Session
    _selections: browsing.Selections | None = None

    def browse(self, query: EventQuery, sample: int = 5000) -> Selection:
        if self._selections is None:
            self._selections = browsing.Selections()
        with self._session.snapshot():
            return browsing.browse(self._session, query, sample, self._selections)

    def latest_events(self, limit: int) -> tuple[Event, ...]:
        with self._session.snapshot():
            return browsing.latest(self._session, limit)
