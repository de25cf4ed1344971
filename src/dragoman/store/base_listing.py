"""What every store answers to somebody who goes through documents, stories and figures; a part of `Store`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dragoman.store.answers import Count
from dragoman.store.list_answers import DocumentQuery, DocumentSelection, FigureQuery, FigureSelection


class Listing(Protocol):
    """Pages of documents and figures with how many there are, and what stories are like."""

    def list_documents(self, query: DocumentQuery, sample: int = 2500) -> DocumentSelection:
        """The page of documents a query asks for, how many there are in all, and what they are like.

        Args:
            query: ``limit`` and ``offset`` cut out the page; the rest is counted without them.
            sample: of more documents than that, so many are counted, evenly over their days; 0 counts none.
        """
        ...

    def list_figures(self, query: FigureQuery) -> FigureSelection:
        """The page of figures a query asks for, and how many there are in all."""
        ...

    def disputed_in(self, stories: Sequence[str]) -> tuple[Count, ...]:
        """How many events of each of these stories are in dispute, in this order; 0 where there are none."""
        ...

    def titles(self, documents: Sequence[str]) -> tuple[str, ...]:
        """The titles of these documents, in this order; empty where there is none, or no such document."""
        ...
