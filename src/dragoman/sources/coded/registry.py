"""Every kind of event table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman import world
from dragoman.sources.coded.acled import Acled
from dragoman.sources.coded.base import Kind
from dragoman.sources.coded.files import OnProgress, Table, tables
from dragoman.sources.coded.gdelt import Gdelt
from dragoman.sources.coded.icews import Icews
from dragoman.sources.coded.polecat import Polecat
from dragoman.terms import CodedEvent, Rejected, RejectReason, UnknownName, UnreadableInput
from dragoman.world.coded.sides import Sides

KINDS: tuple[Kind, ...] = (Gdelt(), Icews(), Polecat(), Acled())

_HEAD = 20  # lines by which a table is told
_START = 80


def read(kind: str, path: Path, on_progress: OnProgress | None = None) -> Iterator[CodedEvent | Rejected]:
    """The rows of an event table, one at a time and in their order; each is an event or says why it is none.

    Args:
        kind: one of the names of `KINDS`.
        path: the table, plain, gzipped or in a ZIP archive of one or several.
        on_progress: told now and then how many bytes of the file, as it lies there, are done.

    Raises:
        UnknownName: no such kind.
        UnreadableInput: no such file, or its columns are not those of the kind; raised before any row.
    """
    chosen = next((one for one in KINDS if one.name == kind.casefold()), None)
    if chosen is None:
        raise UnknownName("kind of event table", kind, tuple(one.name for one in KINDS))
    if not path.is_file():
        what = "a folder" if path.is_dir() else "no such file"
        raise UnreadableInput(f"{path}: {what}. Give the path of {chosen.title}.")
    return _read(chosen, path, on_progress)


def _read(kind: Kind, path: Path, on_progress: OnProgress | None) -> Iterator[CodedEvent | Rejected]:
    sides = Sides(world.load())
    anything = False
    refused: list[tuple[UnreadableInput, Rejected]] = []
    for table in tables(path, on_progress):
        head = table.head(_HEAD)
        if kind.fits(head):
            anything = True
            yield from kind.read(table, sides)
        elif head or table.broken:
            start = "".join(head[:1])[:_START]
            row = Rejected(1, RejectReason.COLUMNS, start, table.name, "the whole table")
            refused.append((_complaint(kind, table, sides), row))
    if not anything:
        raise (
            refused[0][0]
            if refused
            else UnreadableInput(f"{path}: empty. Expected {kind.title}: {kind.expected}.")
        )
    yield from (row for _, row in refused)


def _complaint(kind: Kind, table: Table, sides: Sides) -> UnreadableInput:
    """Which table it seems to be instead, or what is missing."""
    if table.broken:
        return UnreadableInput(f"{table.name}: cannot be unpacked: {table.broken}. Download it again.")
    head = table.head(_HEAD)
    other = next((one for one in KINDS if one.fits(head)), None)
    if other is not None:
        return UnreadableInput(
            f"{table.name}: not {kind.title} but {other.title}. Import it as {other.name!r}."
        )
    try:
        next(kind.read(table, sides), None)
    except UnreadableInput as error:
        return error
    return UnreadableInput(f"{table.name}: not {kind.title}. Expected {kind.expected}.")
