"""Events as CSV, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from dragoman.faces.export.rows import EventRow, flat
from dragoman.terms import Event

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_csv(events: Iterable[Event], stream: TextIO) -> int:
    """Write one line an event, RFC 4180 with a header; how many there were.

    Text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(EventRow.__struct_fields__)
    written = 0
    for event in events:
        row = flat(event)
        writer.writerow([_cell(getattr(row, field)) for field in EventRow.__struct_fields__])
        written += 1
    return written


def _cell(value: object) -> object:
    """A value as it may stand in a cell: nothing for unknown, formulas defused."""
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value
