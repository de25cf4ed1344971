"""What every store keeps of event tables of others, and gives the model of the system; a part of `Store`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from dragoman.store.answers import CodedRow, Happening, Import
from dragoman.terms import CodedEvent, Event


class Coded(Protocol):
    """Imported rows, beside what was read here, and both as the model takes them in."""

    def put_import(self, kind: str, file: str, digest: str, *, world: str, code: str) -> int:
        """Begin an import; its number. Everything it brings is kept by `put_coded`.

        Args:
            kind: the layout: ``gdelt``, ``icews``, ``polecat``, ``acled``.
            file: name of the file.
            digest: of its bytes.
            world, code: versions of the tables and of the program that read it.

        Raises:
            DragomanError: the same bytes were imported before.
        """
        ...

    def put_coded(self, number: int, rows: Iterable[CodedEvent]) -> tuple[tuple[int, CodedEvent], ...]:
        """Keep rows of the import with this number; those that are new with their row numbers.

        A row that says the same as one that is kept already (`CodedEvent.same_as`) only adds to how often
        that one was repeated.
        """
        ...

    def finish_import(self, number: int, rejected: Mapping[str, int]) -> Import:
        """Note how many rows were left out for which reason, and sum up what was kept."""
        ...

    def imports(self, number: int | None = None) -> tuple[Import, ...]:
        """Every import, in the order they were made; or only the one with a number."""
        ...

    def forget_import(self, number: int) -> None:
        """Remove an import and all its rows.

        Raises:
            UnknownName: there is none with that number.
        """
        ...

    def coded(self, numbers: Sequence[int]) -> tuple[CodedRow, ...]:
        """Imported rows by their row numbers, in this order; those that are not there are left out."""
        ...

    def put_ledger_part(self, number: int, data: bytes) -> None:
        """Keep a part of the ledger made of rows of the import with this number; it goes when those go."""
        ...

    def ledger_parts(self) -> Iterator[bytes]:
        """What was kept by `put_ledger_part`, in order."""
        ...

    def happenings(self, portion: int = 20_000) -> Iterator[Happening]:
        """Every event without its words, by row number.

        Args:
            portion: how many are asked for at once.
        """
        ...

    def events_numbered(self, numbers: Sequence[int]) -> Mapping[int, Event]:
        """Events by their row numbers (`Happening.number`); missing ones are left out."""
        ...
