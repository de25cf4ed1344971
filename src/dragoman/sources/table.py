"""Tables: a header line and one article a row."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from typing import TextIO

from dragoman.sources.base import Found, Material, failed
from dragoman.sources.encoding import as_lines
from dragoman.sources.options import SourceOptions
from dragoman.sources.rows import read_row
from dragoman.terms import UnreadableInput

_DELIMITERS = ",;\t|"


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
        first = lines.readline(1_000_000)
        delimiter = self._delimiter or _commonest(first)
        header = next(csv.reader([first], delimiter=delimiter), [])
        if not any(name.strip() for name in header):
            raise UnreadableInput("empty")
        if len(set(header)) < len(header):
            raise UnreadableInput("two columns of the header have the same name")
        yield from _read_rows(lines, delimiter, header, material.origin, options)


def _read_rows(
    lines: TextIO, delimiter: str, header: list[str], origin: str, options: SourceOptions
) -> Iterator[Found]:
    rows = csv.reader(lines, delimiter=delimiter)
    any_row = False
    while True:
        line = rows.line_num + 2  # counted from one, and the header is a line
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
    if len(cells) > len(header):
        return failed(origin, f"{len(cells)} cells under a header of {len(header)} columns")
    return read_row(origin, dict(zip(header, cells, strict=False)), options)


def _commonest(header: str) -> str:
    return max(_DELIMITERS, key=header.count)


def _allow_cells_of(length: int) -> None:
    """The csv module has one limit for the whole process; it is only ever raised."""
    wanted = min(length, sys.maxsize)
    if csv.field_size_limit() < wanted:
        csv.field_size_limit(wanted)
