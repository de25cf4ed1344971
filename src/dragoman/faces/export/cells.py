"""Cells of tab-separated tables that know no quoting."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dragoman.faces.export.formulas import defused
from dragoman.terms import Interval

# A tab or a line end would begin another cell or row, and no escape is known to all who read such tables.
# Some of them take a double quotation mark for the beginning of a quoted cell.
_PARTING = str.maketrans({"\t": " ", "\n": " ", "\r": " ", "\0": " ", '"': "'"})
NOTE = (
    "Tabs and line ends inside a text are written as blanks and double quotation marks as single ones, "
    "because the layout knows no quoting; blanks in front are left out. A text that a spreadsheet would take "
    "for a formula (it begins with = + - @, or with apostrophes before one of these) has one apostrophe more "
    "in front; numbers have none."
)


def cell(text: str | None) -> str:
    """A text as it may stand in a cell."""
    return defused(_unparted(text))


def listed(parts: Iterable[str | None]) -> str:
    """A list in a cell, parted by semicolons, with its empty places; a list of nothing is empty."""
    found = [_unparted(part).replace(";", ",") for part in parts]
    return defused(";".join(found)) if any(found) else ""


def line(cells: list[str]) -> str:
    """A row with its line end."""
    return "\t".join(cells) + "\n"


def only_day(when: Interval) -> date | None:
    """The day, when it is known to the day; a month never becomes its first day."""
    return when.earliest if when.width_days == 1 else None


def degrees(value: float | None) -> str:
    """Degrees as text; empty when unknown."""
    return (
        "" if value is None else f"{value:.5g}" if abs(value) < 1 else f"{value:.4f}".rstrip("0").rstrip(".")
    )


def _unparted(text: str | None) -> str:
    # Some programs pass over blanks in front of a formula
    return (text or "").translate(_PARTING).lstrip()
