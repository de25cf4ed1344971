"""A stretch of a document's text."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, array_like=True):
    """Characters ``start`` (inclusive) to ``end`` (exclusive) of ``Document.text``.

    Spans always point into the document's own text, so evidence is highlighted without searching.
    """

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """True, also when it is empty: a place in a text is there or is `None`."""
        return True

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """The same stretch, ``by`` characters later."""
        return Span(self.start + by, self.end + by)
