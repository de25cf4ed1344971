"""What every reader offers: a batch of documents in, a batch of readings out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dragoman.terms import Document, Reading


class Reader(Protocol):
    """Something that reads documents.

    Attributes:
        name: name and version, kept with every event mention; a new version re-reads.
    """

    @property
    def name(self) -> str: ...

    def read(self, documents: Sequence[Document]) -> list[Reading]:
        """One reading for each document, in the same order."""
        ...
