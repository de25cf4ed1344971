"""Reading one written date.

Only dates with a year are read, and only as exactly as they are written.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime

import msgspec

from dragoman.terms import DragomanError, Interval

_ISO = re.compile(r"^[\d/T:Z+. -]+$")
_ISO_PAIR = re.compile(r"\d{4}(-\d\d){0,2}/\d{4}(-\d\d){0,2}")
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_MONTHS = (
    "january february march april may june july august september october november december"
).split()  # fmt: skip
_MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|" \
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"  # fmt: skip
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\w)"
_DAY = r"(?<!\d)(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"


class Form(msgspec.Struct, frozen=True):
    """One way to write a date.

    Attributes:
        name: what it is called.
        pattern: finds it; the groups are named after what they hold.
        read: the days it means; raises `ValueError` for a day that is not in the calendar.
        example, means: the example is the test.
    """

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Interval]
    example: str
    means: str


def _numbered(match: re.Match[str]) -> Interval:
    parts = match.groupdict()
    return _exact(int(parts["year"]), int(parts["month"]), int(parts.get("day") or 0))


def _named(match: re.Match[str]) -> Interval:
    parts = match.groupdict()
    return _exact(int(parts["year"]), _month_number(parts["month"]), int(parts.get("day") or 0))


def _short_year(match: re.Match[str]) -> Interval:
    """A year of two digits as RFC 5322, section 4.3, reads it: 00 to 49 belong to this century."""
    short = int(match["short"])
    return _exact(short + (2000 if short < 50 else 1900), _month_number(match["month"]), int(match["day"]))


def _either_order(match: re.Match[str]) -> Interval:
    """Day and month in the order that is possible; when both are, the stretch from one day to the other."""
    year, first, second = int(match["year"]), int(match["first"]), int(match["second"])
    readings = [
        date(year, month, day) for day, month in ((first, second), (second, first)) if 1 <= month <= 12
    ]
    if not readings:
        raise ValueError("neither number is a month")
    return Interval(min(readings), max(readings))


def _since_1970(match: re.Match[str]) -> Interval:
    seconds = int(match["seconds"][:10])
    return Interval.day(datetime.fromtimestamp(seconds, UTC).date())


def _exact(year: int, month: int, day: int) -> Interval:
    if not day:
        return Interval.parse(f"{year:04}-{month:02}")
    return Interval.day(date(year, month, day))


def _month_number(name: str) -> int:
    return 1 + [month[:3] for month in _MONTHS].index(name.casefold()[:3])


# Tried in this order; the first that is found is taken.
FORMS: tuple[Form, ...] = (
    Form(
        "year, month, day",
        re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sep>[-/.])(?P<month>[01]?\d)(?P=sep)(?P<day>[0-3]?\d)(?!\d)"),
        _numbered,
        "2022-10-07T10:00:00+05:00",
        "2022-10-07",
    ),
    Form(
        "month name, day, year",
        re.compile(_MONTH + r"\s{1,3}" + _DAY + r"(?:\s{0,3},\s{0,3}|\s{1,3})" + _YEAR, re.I),
        _named,
        "Friday, Oct. 7th, 2022 at 10 am",
        "2022-10-07",
    ),
    Form(
        "day, month name, year",
        re.compile(_DAY + r"(?:\s{1,3}of)?[\s-]{1,3}" + _MONTH + r"[\s,-]{1,3}" + _YEAR, re.I),
        _named,
        "Fri, 07 Oct 2022 10:00:00 +0500",
        "2022-10-07",
    ),
    Form(
        "day.month.year",
        re.compile(r"(?<![\d.])(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.\s?" + _YEAR),
        _numbered,
        "07.10.2022",
        "2022-10-07",
    ),
    Form(
        "day, month name, two digits and a time, as in mails and feeds",
        re.compile(_DAY + r"\s{1,3}" + _MONTH + r"\s{1,3}(?P<short>\d\d)\s{1,3}\d\d:\d\d", re.I),
        _short_year,
        "Fri, 07 Oct 22 10:00:00 GMT",
        "2022-10-07",
    ),
    Form(
        "time before the year",
        re.compile(
            _MONTH + r"\s{1,3}" + _DAY + r"\s\d\d:\d\d:\d\d\s(?:[A-Z]{3,4}\s|[+-]\d{4}\s)?" + _YEAR, re.I
        ),
        _named,
        "Fri Oct  7 10:00:00 +0500 2022",
        "2022-10-07",
    ),
    Form(
        "year. month. day.",
        re.compile(r"(?<![\d.])(?P<year>(?:19|20)\d\d)\. (?P<month>[01]?\d)\. (?P<day>[0-3]?\d)(?!\d)"),
        _numbered,
        "2022. 10. 7.",
        "2022-10-07",
    ),
    Form(
        "two numbers and a year",
        re.compile(r"(?<![\d/-])(?P<first>[0-3]?\d)(?P<sep>[-/])(?P<second>[0-3]?\d)(?P=sep)" + _YEAR),
        _either_order,
        "7/10/2022",
        "2022-07-10/2022-10-07",
    ),
    Form(
        "East Asian",
        re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?[年년]\s?(?P<month>[01]?\d)\s?[月월]\s?(?P<day>[0-3]?\d)\s?[日일]"),
        _numbered,
        "2022年10月7日",
        "2022-10-07",
    ),
    Form(
        "month name and year",
        re.compile(r"(?<!\d )(?<!\d-)" + _MONTH + r"[\s,-]{1,3}" + _YEAR, re.I),
        _named,
        "October 2022",
        "2022-10",
    ),
    Form(
        "eight digits",
        re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?=T|\d{4}(?:\d\d)?\b|\b)"),
        _numbered,
        "20221007T101500Z",
        "2022-10-07",
    ),
    Form(
        "seconds since 1970",
        re.compile(r"^(?P<seconds>[1-3]\d{9}(?:\d{3}|\.\d{1,6})?)$"),
        _since_1970,
        "1665136800",
        "2022-10-07",
    ),
)  # fmt: skip


def read_date(written: str) -> Interval | None:
    """The days that a written date allows, or ``None`` when it is no date with a year.

    ``7/10/2022`` gives the stretch that covers both readings; ISO prefixes and intervals are read as
    `Interval.parse` does.
    """
    written = written.strip()[:200]
    if _ISO.match(written):
        try:
            return _sensible(Interval.parse(written))
        except DragomanError:
            if _ISO_PAIR.fullmatch(written):
                return None  # it ends before it begins, so neither end can be trusted
    found = find_date(written)
    return found[1] if found else None


def find_date(text: str) -> tuple[re.Match[str], Interval] | None:
    """The first date that stands in ``text``, in whatever form, and the days it means."""
    found: list[tuple[int, re.Match[str], Interval]] = []
    for form in FORMS:
        match = form.pattern.search(text)
        if match is not None:
            try:
                found.append((match.start(), match, form.read(match)))
            except ValueError:
                continue  # the 31st of June: not in the calendar, so not a date
    if not found:
        return None
    _, match, interval = min(found, key=lambda one: one[0])
    return match, interval


def _sensible(interval: Interval) -> Interval | None:
    """An interval, unless its years show that the digits were no date."""
    days = (interval.earliest, interval.latest)
    if interval.is_unknown or any(day and not _FIRST_YEAR <= day.year <= _LAST_YEAR for day in days):
        return None
    return interval
