"""Columns by the names in a header, whatever their case and order; errors say what is missing or near."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from difflib import get_close_matches

from dragoman.sources.coded.rows import Shape
from dragoman.terms import UnreadableInput

_DELIMITERS = "\t,;|"
_SHOWN = 12  # columns that an error lists
ABSENT = -1


class Columns:
    """The columns of a table with a header.

    Attributes:
        shape: how its rows are cut.
    """

    def __init__(self, header: str) -> None:
        text = header.removeprefix("\ufeff")
        delimiter = max(_DELIMITERS, key=text.count)
        quoted = delimiter != "\t" or text.startswith('"')
        names = next(csv.reader([text], delimiter=delimiter), []) if quoted else text.split(delimiter)
        self.names = _without_blanks(names)
        self.shape = Shape(len(self.names), delimiter, quoted)
        self._places = {plain(name): place for place, name in reversed(list(enumerate(self.names)))}

    def find(self, *names: str) -> int:
        """The place of the first of these names that there is; `ABSENT` when there is none."""
        return next((self._places[plain(name)] for name in names if plain(name) in self._places), ABSENT)

    def has(self, names: Sequence[str]) -> bool:
        """Whether all of these are there."""
        return all(plain(name) in self._places for name in names)

    def require(self, names: Sequence[str], file: str, title: str) -> None:
        """Say what is missing.

        Raises:
            UnreadableInput: some of these are; the message names them and what comes near.
        """
        missing = [name for name in names if plain(name) not in self._places]
        if missing:
            raise UnreadableInput(f"{file}: not the columns of {title}. {self._complaint(missing)}")

    def _complaint(self, missing: list[str]) -> str:
        near = [
            f"{name!r} (near: {self.names[self._places[close[0]]]!r})"
            if (close := get_close_matches(plain(name), self._places, 1, 0.75))
            else repr(name)
            for name in missing
        ]
        given = ", ".join(repr(name[:40]) for name in self.names[:_SHOWN])
        more = f" and {len(self.names) - _SHOWN} more" if len(self.names) > _SHOWN else ""
        return f"Missing: {', '.join(near)}. Given: {given}{more}."


def plain(name: str) -> str:
    """A column's name without case, blanks and signs: ``Event ID`` and ``#event_id`` are one."""
    return "".join(filter(str.isalnum, name.casefold()))


def _without_blanks(names: list[str]) -> list[str]:
    """Without the nameless columns that a stray separator makes at the end."""
    while names and not names[-1].strip():
        names = names[:-1]
    return [name.strip() for name in names]
