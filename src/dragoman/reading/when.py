"""Days named in a sentence, as intervals: dates, weekdays, near days, weeks, months and years.

An expression that needs a day to count from ("on Friday", "yesterday") is read only when the document's
own date is known; otherwise the day stays unknown.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from dragoman.terms import DragomanError, Interval, Span

_MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
_WEEKDAY = "|".join(_WEEKDAYS)

_STEPS = {"last": -1, "this": 0, "next": 1}
_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
}  # fmt: skip

Anchor = Interval
Resolve = Callable[[re.Match[str], Anchor], Interval | None]


class DayExpression(msgspec.Struct, frozen=True):
    """Words that name a day or a period, and the days they allow."""

    span: Span
    interval: Interval


class _Rule(msgspec.Struct, frozen=True):
    """One way to name a day, with an example and what it reads as on `EXAMPLE_DAY`."""

    pattern: re.Pattern[str]
    resolve: Resolve
    example: str
    reads: str


def _day(year: int, month: int, day: int) -> Interval | None:
    try:
        return Interval.day(date(year, month, day))
    except ValueError:
        return None


def _full(match: re.Match[str], anchor: Anchor) -> Interval | None:
    return _day(int(match["y"]), _MONTHS[match["m"].lower()], int(match["d"]))


def _iso(match: re.Match[str], anchor: Anchor) -> Interval | None:
    return _day(int(match["y"]), int(match["m"]), int(match["d"]))


def _month_year(match: re.Match[str], anchor: Anchor) -> Interval | None:
    return Interval.parse(f"{match['y']}-{_MONTHS[match['m'].lower()]:02d}")


def _year(match: re.Match[str], anchor: Anchor) -> Interval | None:
    return Interval.parse(match["y"])


def _month_day(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """A day without its year: the year that brings it nearest to the anchor."""
    if anchor.latest is None:
        return None
    month, day = _MONTHS[match["m"].lower()], int(match["d"])
    found = [_day(anchor.latest.year + step, month, day) for step in (-1, 0, 1)]
    return _nearest([interval for interval in found if interval], anchor.latest)


def _day_of_month(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """ "On the 7th": the nearest one, of this month or its neighbours."""
    if anchor.latest is None:
        return None
    months = [anchor.latest.replace(day=1) + timedelta(days=step) for step in (-1, 0, 32)]
    found = [_day(month.year, month.month, int(match["d"])) for month in months]
    return _nearest([interval for interval in found if interval], anchor.latest)


def _weekday(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """The weekday of the week that ends on the anchor; "next" the one behind it."""
    day = _single(anchor)
    if day is None:
        return None
    back = (day.weekday() - _WEEKDAYS[match["w"].lower()]) % 7
    if (match["rel"] or "").lower() == "next":
        return Interval.day(day + timedelta(days=7 - back))
    if (match["rel"] or "").lower() == "last" and back == 0:
        back = 7
    return Interval.day(day - timedelta(days=back))


def _near(match: re.Match[str], anchor: Anchor) -> Interval | None:
    day = _single(anchor)
    steps = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
    return None if day is None else Interval.day(day + timedelta(days=steps[match.group().lower()]))


def _week(match: re.Match[str], anchor: Anchor) -> Interval | None:
    day = _single(anchor)
    if day is None:
        return None
    monday = day - timedelta(days=day.weekday()) + 7 * _STEPS[match["rel"].lower()] * timedelta(days=1)
    return Interval(monday, monday + timedelta(days=6))


def _month(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """ "Last month", counted from the anchor."""
    return _month_at(anchor, _STEPS[match["rel"].lower()])


def _day_of_last_month(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """ "On the 29th of last month"."""
    month = _month_at(anchor, _STEPS[match["rel"].lower()])
    if month is None or month.earliest is None:
        return None
    return _day(month.earliest.year, month.earliest.month, int(match["d"]))


def _year_near(match: re.Match[str], anchor: Anchor) -> Interval | None:
    if anchor.latest is None or anchor.earliest is None or anchor.latest.year != anchor.earliest.year:
        return None
    return Interval.parse(str(anchor.latest.year + _STEPS[match["rel"].lower()]))


def _bare_month(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """ "In August": the last one that had begun by the anchor; "last August" is the same."""
    if anchor.latest is None:
        return None
    month = _MONTHS[match["m"].lower()]
    year = anchor.latest.year - (month > anchor.latest.month)
    return Interval.parse(f"{year}-{month:02d}")


def _days_ago(match: re.Match[str], anchor: Anchor) -> Interval | None:
    day = _single(anchor)
    number = match["n"].lower()
    if day is None:
        return None
    return Interval.day(day - timedelta(days=_NUMBERS[number] if number in _NUMBERS else int(number)))


def _night(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """Overnight: of the day before or of the day."""
    day = _single(anchor)
    return None if day is None else Interval(day - timedelta(days=1), day)


def _today(match: re.Match[str], anchor: Anchor) -> Interval | None:
    day = _single(anchor)
    return None if day is None else Interval.day(day)


def _month_at(anchor: Anchor, step: int) -> Interval | None:
    """The month of the anchor or a neighbour of it; unknown when the anchor spans two."""
    if anchor.latest is None or anchor.earliest is None:
        return None
    if (anchor.latest.year, anchor.latest.month) != (anchor.earliest.year, anchor.earliest.month):
        return None
    months = anchor.latest.year * 12 + anchor.latest.month - 1 + step
    return Interval.parse(f"{months // 12}-{months % 12 + 1:02d}")


def _single(anchor: Anchor) -> date | None:
    """The anchor when it is one day."""
    return anchor.latest if anchor.width_days == 1 else None


def _nearest(found: list[Interval], day: date) -> Interval | None:
    dated = [interval for interval in found if interval.earliest]
    return min(dated, key=lambda i: abs((i.earliest or day) - day), default=None)


def _rule(pattern: str, resolve: Resolve, example: str, reads: str) -> _Rule:
    return _Rule(re.compile(pattern, re.IGNORECASE), resolve, example, reads)


_D, _Y = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?", r"(?P<y>(?:19|20)\d\d)"
_TH = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)\b(?! \w*(?:ury|birthday|anniversary|day|time|session|round))"
_ON = rf"\b(?:(?:{_WEEKDAY}),? )?"  # a weekday in front of a date says nothing new
_REL = r"(?P<rel>last|this|next)"
RULES = [
    _rule(rf"\b{_Y}-(?P<m>\d\d)-(?P<d>\d\d)\b", _iso, "2022-10-07", "2022-10-07"),
    _rule(rf"{_ON}{_D}(?: of)? (?P<m>{_MONTH})\.?,? {_Y}\b", _full, "7 October 2022", "2022-10-07"),
    _rule(rf"{_ON}(?P<m>{_MONTH})\.? {_D},? {_Y}\b", _full, "Friday, October 7, 2022", "2022-10-07"),
    _rule(rf"\b(?P<m>{_MONTH})\.?,? (?:of )?{_Y}\b", _month_year, "October 2022", "2022-10"),
    _rule(rf"{_ON}{_D}(?: of)? (?P<m>{_MONTH})\b", _month_day, "7 October", "2022-10-07"),
    _rule(rf"{_ON}(?P<m>{_MONTH})\.? {_D}(?!\d|[.,]\d|%)\b", _month_day, "October 7", "2022-10-07"),
    _rule(rf"\b(?:the )?{_TH} of {_REL} month\b", _day_of_last_month,
          "on the 29th of last month", "2022-09-29"),
    _rule(rf"\b(?:{_WEEKDAY}),? the {_TH}", _day_of_month, "Friday the 7th", "2022-10-07"),
    _rule(rf"\b(?:{_REL} )?(?P<w>{_WEEKDAY})\b", _weekday, "on Monday", "2022-10-10"),
    _rule(r"\b(?:yesterday|today|tonight|tomorrow)\b", _near, "yesterday", "2022-10-13"),
    _rule(r"\b(?:last night|overnight)\b", _night, "last night", "2022-10-13/2022-10-14"),
    _rule(r"\bthis (?:morning|afternoon|evening)\b", _today, "this morning", "2022-10-14"),
    _rule(r"\b(?P<n>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|a|one) days? ago\b", _days_ago,
          "three days ago", "2022-10-11"),
    _rule(rf"\b{_REL} week\b", _week, "next week", "2022-10-17/2022-10-23"),
    _rule(rf"\b{_REL} month\b", _month, "last month", "2022-09"),
    _rule(rf"\b{_REL} year\b", _year_near, "last year", "2021"),
    _rule(rf"\b(?:on|until|by|since) the {_TH}", _day_of_month, "on the 7th", "2022-10-07"),
    _rule(rf"\b(?:in|since|during|of|last|early|late|mid) (?P<m>{_MONTH})\b(?! [\dA-Z])", _bare_month,
          "in August", "2022-08"),
    _rule(rf"\b(?:in|since|during|of|from) {_Y}\b(?![-/]\d)", _year, "in 2014", "2014"),
]  # fmt: skip
# The day the examples are counted from, a Friday.
EXAMPLE_DAY = Interval.day(date(2022, 10, 14))


# Expressions that come round again, and after how many days: what is planned for "Friday" or "in October"
# is meant for the next one.
_COMES_ROUND: dict[Resolve, int] = {_weekday: 7, _day_of_month: 31, _bare_month: 366, _month_day: 366}


def find_days(text: str, span: Span, anchor: Interval, *, ahead: bool = False) -> list[DayExpression]:
    """The days a stretch of text names, in order, the first rule that matches at each place.

    Args:
        text: the document's text.
        span: where to look.
        anchor: when the document was published; may be unknown.
        ahead: whether the next Friday is meant, not the last, where nothing says which.
    """
    found: list[DayExpression] = []
    for rule in RULES:
        for match in rule.pattern.finditer(text, span.start, span.end):
            place = Span(*match.span())
            if any(place.overlaps(other.span) for other in found):
                continue
            interval = _resolved(rule, match, anchor)
            period = _COMES_ROUND.get(rule.resolve)
            if ahead and period and _is_past(interval, anchor) and not _LOOKS_BACK.match(match.group()):
                interval = _resolved(rule, match, _shifted(anchor, period))
            found.append(DayExpression(place, interval))
    return sorted(found, key=lambda expression: expression.span)


_LOOKS_BACK = re.compile("last|since", re.IGNORECASE)


def _resolved(rule: _Rule, match: re.Match[str], anchor: Anchor) -> Interval:
    try:
        return rule.resolve(match, anchor) or Interval()
    except DragomanError:
        return Interval()


def _is_past(interval: Interval, anchor: Anchor) -> bool:
    return interval.latest is not None and anchor.earliest is not None and interval.latest < anchor.earliest


def _shifted(anchor: Anchor, days: int) -> Anchor:
    first, last = (day and day + timedelta(days=days) for day in (anchor.earliest, anchor.latest))
    return Interval(first, last)
