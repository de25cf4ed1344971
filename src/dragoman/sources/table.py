"""Tables: a header line and one article a row."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TextIO

from dragoman.sources.base import Found, Material, failed
from dragoman.sources.encoding import as_lines
from dragoman.sources.options import SourceOptions
from dragoman.sources.rows import read_row
from dragoman.terms import UnreadableInput

_DELIMITERS = ",;\t|"
_LONGEST_HEADER = 1_000_000


class Table:
    """A table with separators; articles with line breaks in them must stand in double quotes.

    Args:
        delimiter: what stands between columns; without one, whichever of `,` `;` `|` and tab the header has
            most of.
    """

    def __init__(self, name: str, suffixes: tuple[str, ...], delimiter: str | None) -> None:
        self.name = name
        self.suffixes = suffixes
        self._delimiter = delimiter

    def read(self, material: Material, options: SourceOptions) -> Iterator[Found]:
        _allow_cells_of(options.max_bytes)
        lines = as_lines(material.stream, newline="")
        first = lines.readline(_LONGEST_HEADER)
        delimiter = self._delimiter or _commonest(first)
        rows = _Rows(chain([first], _pieces(lines, options.max_bytes)), delimiter)
        yield from _read_rows(rows, _header(rows), material.origin, options)


class _Rows:
    """The rows of a table, and the line on which the next one begins, counted from one."""

    def __init__(self, lines: Iterable[str], delimiter: str) -> None:
        self._rows = csv.reader(lines, delimiter=delimiter)

    @property
    def line(self) -> int:
        return self._rows.line_num + 1

    def __next__(self) -> list[str]:
        return next(self._rows)


def _pieces(lines: TextIO, length: int) -> Iterator[str]:
    """The lines; one without end comes in pieces, which are no rows of the table, but fit into memory."""
    while piece := lines.readline(length + _LONGEST_HEADER):
        yield piece


def _header(rows: _Rows) -> list[str]:
    """The names of the columns.

    Raises:
        UnreadableInput: there are none, or two are the same.
    """
    try:
        names = next(rows)
    except (StopIteration, csv.Error):
        names = []
    named = [name.strip().casefold() for name in names if name.strip()]
    if not named:
        raise UnreadableInput("empty")
    if len(set(named)) < len(named):
        raise UnreadableInput("two columns of the header have the same name")
    return names


def _read_rows(rows: _Rows, header: list[str], origin: str, options: SourceOptions) -> Iterator[Found]:
    any_row = False
    while True:
        line = rows.line
        try:
            cells = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            yield failed(f"{origin}:{line}", f"broken row: {error}")
            continue
        if any(cells):
            any_row = True
            yield _read_cells(cells, header, f"{origin}:{line}", options)
    if not any_row:
        raise UnreadableInput("a header and no rows")


def _read_cells(cells: list[str], header: list[str], origin: str, options: SourceOptions) -> Found:
    if any(cells[len(header) :]):
        return failed(origin, f"{len(cells)} cells under a header of {len(header)} columns")
    return read_row(origin, dict(zip(header, cells, strict=False)), options)


def _commonest(header: str) -> str:
    return max(_DELIMITERS, key=header.count)


def _allow_cells_of(length: int) -> None:
    """The csv module has one limit for the whole process; it is only ever raised."""
    wanted = min(length, sys.maxsize)
    if csv.field_size_limit() < wanted:
        csv.field_size_limit(wanted)
