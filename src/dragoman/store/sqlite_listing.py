"""The part of the store in one SQLite file that lists documents, stories and figures."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.store import listing
from dragoman.store.answers import Count
from dragoman.store.list_answers import DocumentQuery, DocumentSelection, FigureQuery, FigureSelection
from dragoman.store.session import Session


class SqliteListing:
    """See `Listing`, whose documentation holds here."""

    _session: Session
    _countings: listing.Countings | None = None

    def list_documents(self, query: DocumentQuery, sample: int = 2500) -> DocumentSelection:
        if self._countings is None:
            self._countings = listing.Countings()
        with self._session.snapshot():
            return listing.documents(self._session, query, sample, self._countings)

    def list_figures(self, query: FigureQuery) -> FigureSelection:
        with self._session.snapshot():
            return listing.figures(self._session, query)

    def disputed_in(self, stories: Sequence[str]) -> tuple[Count, ...]:
        with self._session.snapshot():
            return listing.disputed_in(self._session, stories)

    def titles(self, documents: Sequence[str]) -> tuple[str, ...]:
        with self._session.snapshot():
            return listing.titles(self._session, documents)
