"""What every kind of event table can do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from dragoman.sources.coded.files import Table
from dragoman.terms import CodedEvent, Rejected
from dragoman.world.coded.sides import Sides


class Kind(Protocol):
    """A layout of event tables.

    Attributes:
        name: what the user calls it.
        title: how it calls itself, for messages.
        expected: its columns, in words for the user.
    """

    @property
    def name(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def expected(self) -> str: ...

    def fits(self, head: Sequence[str]) -> bool:
        """Whether a table that begins with these lines is of this layout."""

    def read(self, table: Table, sides: Sides) -> Iterator[CodedEvent | Rejected]:
        """The rows of a table, in their order.

        Raises:
            UnreadableInput: it is not of this layout; the message says what is missing.
        """
