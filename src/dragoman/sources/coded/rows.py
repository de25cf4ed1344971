"""Rows of an event table: cut into cells, read by its kind, or rejected with a reason."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator

import msgspec

from dragoman.sources.coded.files import LONGEST_LINE, Table
from dragoman.terms import CodedEvent, Rejected, RejectReason

_START = 80  # characters of a rejected row that are shown
# A quoted cell may go on over this many lines; a mark that was never closed must not eat the rest of the file
_MOST_LINES = 40


class Refusal(msgspec.Struct, frozen=True):
    """Why a kind makes no event of a row, and the value that it cannot use."""

    reason: RejectReason
    given: str = ""


ReadRow = Callable[[list[str], int], CodedEvent | Refusal]


class Shape(msgspec.Struct, frozen=True):
    """How the rows of a table are cut.

    Attributes:
        width: number of columns.
        delimiter: what stands between them.
        quoted: whether cells may stand in double quotes, with separators and line breaks inside.
    """

    width: int
    delimiter: str = "\t"
    quoted: bool = False


def read_rows(table: Table, shape: Shape, read_row: ReadRow) -> Iterator[CodedEvent | Rejected]:
    """What the rows behind the header are, in their order; blank lines are passed over.

    Args:
        read_row: is given the cells and the number of the line.
    """
    following, delimiter, quoted = table.next, shape.delimiter, shape.quoted
    while (line := following()) is not None:
        number = table.line
        if not line:
            continue
        if "\0" in line or len(line) > LONGEST_LINE:
            found: list[str] | Refusal = _damage(line)
        elif quoted and '"' in line:
            found = _joined(table, shape, line)
        else:
            found = _fitted(line.split(delimiter), shape)
        if isinstance(found, list):
            read = read_row(found, number)
            if isinstance(read, CodedEvent):
                yield read
                continue
            found = read
        yield Rejected(number, found.reason, line[:_START], table.name, found.given)
    if table.broken:
        yield Rejected(
            table.line, RejectReason.DAMAGED, "", table.name, f"the file ends early: {table.broken}"
        )


def _damage(line: str) -> Refusal:
    return Refusal(RejectReason.DAMAGED if "\0" in line else RejectReason.LONG)


def _fitted(cells: list[str], shape: Shape) -> list[str] | Refusal:
    """As many cells as there are columns; separators at the end of a line that part nothing are harmless."""
    if len(cells) == shape.width:
        return cells
    if len(cells) > shape.width and not any(cells[shape.width :]):
        return cells[: shape.width]
    return Refusal(RejectReason.COLUMNS, f"{len(cells)} instead of {shape.width}")


def _joined(table: Table, shape: Shape, line: str) -> list[str] | Refusal:
    """The cells of a row that may go on in the next lines; when it fails, those remain to be read."""
    lines = [line]
    quotes = line.count('"')
    while quotes % 2 and len(lines) < _MOST_LINES and (more := table.next()) is not None:
        lines.append(more)
        quotes += more.count('"')
    cells = _unquoted(lines, shape) if quotes % 2 == 0 else Refusal(RejectReason.DAMAGED)
    if isinstance(cells, Refusal):
        table.put_back(lines[1:])
    return cells


def _unquoted(lines: list[str], shape: Shape) -> list[str] | Refusal:
    try:
        (cells,) = csv.reader([f"{one}\n" for one in lines], delimiter=shape.delimiter, strict=True)
    except (csv.Error, ValueError):
        return Refusal(RejectReason.DAMAGED)
    return _fitted(cells, shape)
