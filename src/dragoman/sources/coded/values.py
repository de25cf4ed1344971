"""Cells as values; what is not one is ``None``."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from math import isfinite

from dragoman.terms import CodedSide, Interval
from dragoman.world.coded import CodeRow, Parties

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:\D.*|\d{6})?", re.ASCII | re.DOTALL)
_WORDS = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](\d{4})", re.ASCII)
_FIRST_YEAR = 1800
_PARTS_TO_HOST = 3  # of https://host
_DAYS_KEPT = 40_000  # more than a hundred years
_NO_VALUES = frozenset({"", "NA", "N/A", "NULL", "None", "nan", "-"})

Sides = tuple[CodedSide, ...]


@lru_cache(maxsize=_DAYS_KEPT)
def day(text: str) -> date | None:
    """``20221014``, ``2022-10-14``, ``14 October 2022``; a time behind the numbers does not count."""
    numbers = _ISO.fullmatch(text.strip())
    words = _WORDS.fullmatch(text.strip())
    try:
        if numbers:
            found = date(int(numbers[1]), int(numbers[2]), int(numbers[3]))
        elif words:
            found = date(int(words[3]), _MONTHS.index(words[2].casefold()) + 1, int(words[1]))
        else:
            return None
    except ValueError:
        return None
    return found if found.year >= _FIRST_YEAR else None


@lru_cache(maxsize=_DAYS_KEPT)
def interval(on: date) -> Interval:
    """The interval of a day, one record for all rows of it."""
    return Interval.day(on)


def day_of_seconds(text: str) -> date | None:
    """The day, in universal time, of seconds since 1970."""
    try:
        return datetime.fromtimestamp(int(text), UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def number(text: str) -> float | None:
    """A finite number."""
    if not text:
        return None
    try:
        found = float(text)
    except ValueError:
        return None
    return found if isfinite(found) else None


def whole(text: str) -> int | None:
    """A whole number, not below zero."""
    try:
        return int(text) if text.isdecimal() else None
    except ValueError:  # of more digits than Python reads
        return None


def count(text: str) -> int:
    """How many there are; one where nobody counted."""
    return whole(text) or 1


def given(text: str) -> str:
    """The cell without blanks; empty where it only says that there is nothing."""
    stripped = text.strip()
    return "" if stripped in _NO_VALUES else stripped


def point(latitude: str, longitude: str) -> tuple[float | None, float | None]:
    """Degrees; neither where one of them is none."""
    north, east = number(latitude), number(longitude)
    if north is None or east is None or abs(north) > 90 or abs(east) > 180:
        return None, None
    return north, east


def host(url: str) -> str:
    """The host of an address without ``www.``; empty for what is none."""
    parts = url.split("/", 3)
    if len(parts) < _PARTS_TO_HOST or parts[1]:
        return ""
    return parts[2].partition(":")[0].removeprefix("www.").casefold()


def cast(row: CodeRow, first: Sides, second: Sides) -> tuple[Sides, Sides]:
    """Actors and recipients of an act between two parties."""
    match row.parties:
        case Parties.MUTUAL:
            return first + second, ()
        case Parties.REVERSED:
            return second, first
        case Parties.FIRST:
            return first, ()
        case _:
            return first, second


def sides(*found: CodedSide | None) -> Sides:
    """Those that are somebody, each once."""
    if len(found) == 1:  # nearly always
        return () if found[0] is None else (found[0],)
    return tuple(dict.fromkeys(side for side in found if side is not None))
