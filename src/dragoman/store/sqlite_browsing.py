"""The part of the store in one SQLite file that serves those who leaf through it."""

from __future__ import annotations

from dragoman.store import browsing
from dragoman.store.answers import Selection
from dragoman.store.base_browsing import Catalogue
from dragoman.store.session import Session
from dragoman.terms import Event, EventQuery


def catalogue_from(data: bytes) -> Catalogue:
    """The catalogue of `Catalogue.packed`."""
    from dragoman.store import catalogue  # numpy takes longer to load than most answers take

    return catalogue.unpacked(data)


class SqliteBrowsing:
    """See `Browsing`, whose documentation holds here."""

    _session: Session
    _selections: browsing.Selections | None = None
    _catalogue: Catalogue | None = None

    def browse(self, query: EventQuery, sample: int = 5000) -> Selection:
        if self._selections is None:
            self._selections = browsing.Selections()
        with self._session.snapshot():
            if self._catalogue is not None:
                return self._catalogue.browse(self._session, query, with_facets=bool(sample))
            return browsing.browse(self._session, query, sample, self._selections)

    def latest_events(self, limit: int) -> tuple[Event, ...]:
        with self._session.snapshot():
            return browsing.latest(self._session, limit)

    def catalogue(self) -> Catalogue:
        from dragoman.store import catalogue, catalogue_columns

        with self._session.snapshot():
            return catalogue.EventCatalogue(catalogue_columns.read(self._session))

    def use(self, catalogue: Catalogue | None) -> None:
        self._catalogue = catalogue
