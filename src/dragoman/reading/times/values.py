"""TIMEX3 values: making them, moving them, and the days they allow.

A value is text as TimeML writes it (TIMEX3, guidelines 1.2.1): ``2022-10-07``, ``2022-10``, ``2022``,
``2022-W40``, ``2022-W40-WE``, ``2022-Q3``, ``2022-H1``, ``2022-SU``, ``202`` (a decade), ``20`` (a century).
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from dragoman.terms import Interval

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_PART = re.compile(r"(\d{4})-(W\d\d-WE|W\d\d|[QH]\d|S[PU]|FA|WI)$")
_YEARS = re.compile(r"\d{2,4}$")
# First month of each season, which lasts three: winter begins in December and ends in the next year.
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def of_day(day: date) -> str:
    """A day as a value: 2022-10-07."""
    return day.isoformat()


def of_week(day: date) -> str:
    """The week of a day, as ISO 8601 counts weeks: 2022-W40."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def of_quarter(day: date) -> str:
    """The quarter of a day: 2022-Q4."""
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def moved_month(year: int, month: int, steps: int) -> tuple[int, int]:
    """Year and month so many months away, back when ``steps`` is negative."""
    count = year * 12 + month - 1 + steps
    return count // 12, count % 12 + 1


def valid_day(year: int, month: int, day: int) -> date | None:
    """That day, if the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moved_day(day: date, days: int) -> date | None:
    """A day moved by days; `None` beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def moved(day: date, unit: str, count: float) -> str | None:
    """The value a number of units from a day, as exact as the unit is; `None` beyond the calendar.

    Args:
        unit: S TM H D N W F M Q Y E C, as in the lexicon.
        count: how many; back when negative.
    """
    if unit in ("S", "TM", "H"):
        return of_day(day)
    if unit in ("D", "N", "W", "F"):
        target = moved_day(day, round(count * {"D": 1, "N": 1, "W": 7, "F": 14}[unit]))
        if target is None:
            return None
        return of_week(target) if unit in ("W", "F") else of_day(target)
    if unit in ("M", "Q"):
        year, month = moved_month(day.year, day.month, round(count * (1 if unit == "M" else 3)))
        if not 1 <= year <= 9999:
            return None
        return f"{year:04}-{month:02}" if unit == "M" else of_quarter(date(year, month, 1))
    year = day.year + round(count * {"Y": 1, "E": 10, "C": 100}[unit])
    if not 1 <= year <= 9999:
        return None
    digits = {"Y": 4, "E": 3, "C": 2}[unit]
    return f"{year:04}"[:digits]


def shifted(value: str, unit: str, count: float) -> str | None:
    """A value moved by a number of units: 2022-Q3 by a year back is 2021-Q3; `None` beyond the calendar."""
    first = interval_of(value).earliest
    if first is None:
        return None
    if unit == "Y" and _YEARS.match(value[:4]) and len(value) > 4:
        year = first.year + round(count)
        return f"{year:04}{value[4:]}" if 1 <= year <= 9999 and value[4:] != "-02-29" else None
    if unit in ("D", "W", "F") and _DAY.match(value):
        target = moved_day(first, round(count * {"D": 1, "W": 7, "F": 14}[unit]))
        return of_day(target) if target else None
    if unit == "M" and _DAY.match(value):
        year, month = moved_month(first.year, first.month, round(count))
        if not 1 <= year <= 9999:
            return None
        return of_day(date(year, month, min(first.day, calendar.monthrange(year, month)[1])))
    return moved(first, unit, count)


def interval_of(value: str, mod: str | None = None) -> Interval:
    """The days a value allows; unknown for what is no date.

    Args:
        value: a TIMEX3 value.
        mod: its modifier; START, MID and END take a third of the days.
    """
    found = _interval_of(value)
    if mod in ("START", "MID", "END"):
        return _third_of(found, mod)
    return found


def _interval_of(value: str) -> Interval:
    """The same without a modifier."""
    match = _DAY.match(value)
    if match:
        day = valid_day(*map(int, match.groups()))
        return Interval.day(day) if day else Interval()
    if _MONTH.match(value):
        return Interval.parse(value) if 1 <= int(value[5:]) <= 12 and value[:4] != "0000" else Interval()
    match = _PART.match(value)
    if match:
        return _part_of_year(int(match[1]), match[2])
    if _YEARS.match(value):
        first, last = int(value.ljust(4, "0")), int(value.ljust(4, "9"))
        return Interval(date(first, 1, 1), date(last, 12, 31)) if first else Interval()
    return Interval()


def _part_of_year(year: int, part: str) -> Interval:
    """A week, weekend, quarter, half or season of a year; unknown when the calendar has no such."""
    if part[0] == "W" and part != "WI":
        try:
            monday = date.fromisocalendar(year, int(part[1:3]), 1)
        except ValueError:
            return Interval()
        return Interval(monday + timedelta(days=5 if part.endswith("WE") else 0), monday + timedelta(days=6))
    if part in _SEASONS:
        first, length = _SEASONS[part], 3
    else:
        length = 3 if part[0] == "Q" else 6
        first = (int(part[1]) - 1) * length + 1
        if not 1 <= first <= 12:
            return Interval()
    end_year, end_month = moved_month(year, first, length - 1)
    if not 1 <= year <= end_year <= 9999:
        return Interval()
    return Interval(
        date(year, first, 1), date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])
    )


def _third_of(whole: Interval, mod: str) -> Interval:
    """The first, middle or last third of a stretch: the usual reading of early, mid and late."""
    if whole.earliest is None or whole.latest is None or whole.width_days is None or whole.width_days < 3:
        return whole
    third = whole.width_days // 3
    first, last = whole.earliest, whole.latest
    if mod == "START":
        return Interval(first, first + timedelta(days=third))
    if mod == "END":
        return Interval(last - timedelta(days=third), last)
    return Interval(first + timedelta(days=third), last - timedelta(days=third))


def hull(one: Interval, other: Interval) -> Interval:
    """The stretch that covers both; unknown when either is."""
    if None in (one.earliest, one.latest, other.earliest, other.latest):
        return Interval()
    days = [day for day in (one.earliest, one.latest, other.earliest, other.latest) if day]
    return Interval(min(days), max(days))
