"""Events as CSV, safe to open in a spreadsheet, and back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

import msgspec

from dragoman.faces.export.back import expected, opened
from dragoman.faces.export.backing import Backing
from dragoman.faces.export.formulas import defused, restored
from dragoman.faces.export.layout import Layout, columns_of, not_held
from dragoman.faces.export.rows import MEANINGS, EventRow, flat
from dragoman.faces.export.tally import Tally
from dragoman.terms import Event, UnreadableInput

_DAYS = frozenset({"earliest", "latest", "reported_earliest", "reported_latest"})
_LONGEST_CELL = 2**31 - 1  # the documents of a dispatch that everybody prints are more than Python allows

LAYOUT = Layout(
    media="text/csv",
    columns=columns_of(EventRow, MEANINGS),
    not_held=not_held(
        [
            (
                "actors recipients where",
                "Where the words stand in the text, why they resolve so and who else is near.",
            ),
            ("tellings", "Their ids, save those in history; their number is there."),
            (
                "actors recipients said_by outlets",
                "A semicolon inside one of a list is written as a comma; lists are parted by semicolons.",
            ),
        ]
    ),
    delimiter=",",
    note="A text that a spreadsheet would take for a formula (it begins with = + - @ tab or a line end, or "
    "with apostrophes before one of these) has one apostrophe more in front; take one away to have it as it "
    "was, or read the file with dragoman.faces.export.read_csv.",
)


def write_csv(events: Iterable[Event], stream: TextIO, backing: Backing | None = None) -> Tally:
    """Write one line an event, RFC 4180 with a header; how many there were.

    Text that a spreadsheet would take for a formula gets an apostrophe in front; `read_csv` takes it away.
    """
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(EventRow.__struct_fields__)
    tally = Tally()
    for event in events:
        row = flat(event)
        writer.writerow([_cell(getattr(row, field)) for field in EventRow.__struct_fields__])
        tally.events += 1
    return tally


def read_csv(path: Path) -> Iterator[EventRow]:
    """The rows of a file that `write_csv` wrote, as they were.

    Raises:
        UnreadableInput: there is no such file, it has other columns, or a cell is not of its column's type.
    """
    csv.field_size_limit(_LONGEST_CELL)
    with io.TextIOWrapper(opened(path, "csv"), encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream, strict=True)
        try:
            header = tuple(next(reader, ()))
            if header != EventRow.__struct_fields__:
                raise UnreadableInput(f"{path}: not our columns. {expected('csv')}")
            for cells in reader:
                yield _row(cells)
        except (csv.Error, msgspec.ValidationError, ValueError) as error:
            raise UnreadableInput(f"{path}, line {reader.line_num}: {error}. {expected('csv')}") from error


def _row(cells: list[str]) -> EventRow:
    """A row of cells that were defused; a day that is not known is empty."""
    row = dict(zip(EventRow.__struct_fields__, map(restored, cells), strict=True))
    known = {name: cell for name, cell in row.items() if cell or name not in _DAYS}
    return msgspec.convert(dict.fromkeys(_DAYS) | known, EventRow, strict=False)


def _cell(value: object) -> object:
    """A value as it may stand in a cell: nothing for unknown, formulas defused."""
    if value is None:
        return ""
    return defused(value) if isinstance(value, str) else value
