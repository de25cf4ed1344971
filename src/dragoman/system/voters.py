"""Tables of votes as the public files have them, and which state a row of them is about."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dragoman.terms import EntityKind, UnknownName, UnreadableInput
from dragoman.terms.position import RejectedVoter
from dragoman.world import CodeScheme, load

FIRST_SESSION = 1945  # session n begins in the autumn of the year 1945 + n

_CODES = {
    "iso3c": CodeScheme.ISO3,
    "iso3": CodeScheme.ISO3,
    "ccode": CodeScheme.COW,
    "country_code": CodeScheme.ISO2,
    "iso2c": CodeScheme.ISO2,
}
_NAMES = ("countryname", "country_name", "country")
_MISSING = ("", "NA")  # R writes NA for what is missing; it is also Namibia's code, so its name decides


@dataclass(frozen=True, slots=True)
class Table:
    """A file of rows with named columns, read one row at a time.

    Attributes:
        columns: names in lower case, and their places.
        lines: rows behind the head, each as long as the head; shorter and longer ones are left out.
    """

    file: Path
    columns: Mapping[str, int]
    lines: Iterator[Sequence[str]]

    def place(self, *names: str) -> int | None:
        """Where the first of these columns stands, if there is one."""
        return next((self.columns[name] for name in names if name in self.columns), None)

    def needed(self, what: str, *names: str) -> int:
        """As `place`, but there has to be one.

        Raises:
            UnreadableInput: there is none.
        """
        found = self.place(*names)
        if found is None:
            raise UnreadableInput(
                f"{self.file} has the columns {', '.join(self.columns) or '(none)'}. Expected the {what} in "
                f"a column called {' or '.join(names)}. Rename the column, or give another file."
            )
        return found


@contextmanager
def opened(file: Path) -> Iterator[Table]:
    """A CSV with a head, in UTF-8.

    Raises:
        UnreadableInput: it cannot be opened, or is no such text.
    """
    try:
        with file.open(encoding="utf-8-sig", newline="") as text:
            rows = csv.reader(text)
            head = [name.strip().lower() for name in next(rows, [])]
            columns = {name: place for place, name in enumerate(head) if name}
            yield Table(file, columns, (row for row in rows if len(row) == len(head)))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UnreadableInput(
            f"{file} cannot be read ({error}). Expected a CSV file in UTF-8; save it as one and try again."
        ) from error


@dataclass(slots=True)
class Countries:
    """Whom rows are about; what nobody can tell is counted and left out.

    Attributes:
        year: in which codes are read, since some were given anew; ``None``: the latest holder of a code.
    """

    table: Table
    year: int | None
    _rejected: Counter[str] = field(default_factory=Counter)
    _known: dict[tuple[str, ...], str | None] = field(default_factory=dict)
    _places: tuple[tuple[str, int], ...] = ()

    def __post_init__(self) -> None:
        """Find the columns that say who votes.

        Raises:
            UnreadableInput: there is none.
        """
        self.table.needed("state", *_CODES, *_NAMES)
        columns = self.table.columns
        self._places = tuple((name, columns[name]) for name in (*_CODES, *_NAMES) if name in columns)

    def of(self, row: Sequence[str]) -> str | None:
        """Alpha-3 of the state; ``None``, counted, where the world knows no such state."""
        given = tuple(row[place].strip() for _, place in self._places)
        if given not in self._known:
            self._known[given] = self._found(given)
        found = self._known[given]
        if found is None:
            self.reject(" ".join(each for each in given if each not in _MISSING) or "no country")
        return found

    def reject(self, what: str) -> None:
        """Count a row that is left out."""
        self._rejected[what] += 1

    def rejected(self) -> tuple[RejectedVoter, ...]:
        """What was left out, most rows first."""
        ordered = sorted(self._rejected.items(), key=lambda each: (-each[1], each[0]))
        return tuple(RejectedVoter(what, rows) for what, rows in ordered)

    def _found(self, given: tuple[str, ...]) -> str | None:
        on = None if self.year is None else date(self.year, 12, 1)
        for (column, _), value in zip(self._places, given, strict=True):
            if value in _MISSING:
                continue
            try:
                if column in _CODES:
                    return load().state(value.removesuffix(".0"), _CODES[column], on).id
                entity = load().resolve(value)
            except UnknownName:
                continue
            if entity.kind is EntityKind.STATE:
                return entity.id
        return None
