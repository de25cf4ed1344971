"""Days named in a sentence, as intervals. First version: explicit dates, weekdays and near days.

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

Anchor = Interval
Resolve = Callable[[re.Match[str], Anchor], Interval | None]


class DayExpression(msgspec.Struct, frozen=True):
    """Words that name a day or a period, and the days they allow."""

    span: Span
    interval: Interval


class _Rule(msgspec.Struct, frozen=True):
    """One way to name a day, with an example."""

    pattern: re.Pattern[str]
    resolve: Resolve
    example: str


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
    step = {"last": -7, "this": 0, "next": 7}[match["rel"].lower()]
    monday = day - timedelta(days=day.weekday()) + timedelta(days=step)
    return Interval(monday, monday + timedelta(days=6))


def _single(anchor: Anchor) -> date | None:
    """The anchor when it is one day."""
    return anchor.latest if anchor.width_days == 1 else None


def _nearest(found: list[Interval], day: date) -> Interval | None:
    dated = [interval for interval in found if interval.earliest]
    return min(dated, key=lambda i: abs((i.earliest or day) - day), default=None)


def _rule(pattern: str, resolve: Resolve, example: str) -> _Rule:
    return _Rule(re.compile(pattern, re.IGNORECASE), resolve, example)


_D, _Y = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?", r"(?P<y>(?:19|20)\d\d)"
RULES = [
    _rule(rf"\b{_Y}-(?P<m>\d\d)-(?P<d>\d\d)\b", _iso, "2022-10-07"),
    _rule(rf"\b{_D}(?: of)? (?P<m>{_MONTH})\.?,? {_Y}\b", _full, "7 October 2022"),
    _rule(rf"\b(?P<m>{_MONTH})\.? {_D},? {_Y}\b", _full, "October 7, 2022"),
    _rule(rf"\b(?P<m>{_MONTH})\.?,? (?:of )?{_Y}\b", _month_year, "October 2022"),
    _rule(rf"\b{_D}(?: of)? (?P<m>{_MONTH})\b", _month_day, "7 October"),
    _rule(rf"\b(?P<m>{_MONTH})\.? {_D}(?!\d|[.,]\d|%)\b", _month_day, "October 7"),
    _rule(rf"\b(?:(?P<rel>last|next|this) )?(?P<w>{_WEEKDAY})\b", _weekday, "on Friday"),
    _rule(r"\b(?:yesterday|today|tonight|tomorrow)\b", _near, "yesterday"),
    _rule(r"\b(?P<rel>last|this|next) week\b", _week, "next week"),
    _rule(r"\b(?:on|until|by|since) the (?P<d>[0-3]?\d)(?:st|nd|rd|th)\b(?! \w*(?:ury|birthday))", _day_of_month,
          "on the 7th"),
    _rule(rf"\b(?:in|since|during|of|from) {_Y}\b(?![-/]\d)", _year, "in 2014"),
]  # fmt: skip


def find_days(text: str, span: Span, anchor: Interval) -> list[DayExpression]:
    """The days a stretch of text names, in order, the first rule that matches at each place.

    Args:
        text: the document's text.
        span: where to look.
        anchor: when the document was published; may be unknown.
    """
    found: list[DayExpression] = []
    for rule in RULES:
        for match in rule.pattern.finditer(text, span.start, span.end):
            place = Span(*match.span())
            if any(place.overlaps(other.span) for other in found):
                continue
            try:
                interval = rule.resolve(match, anchor)
            except DragomanError:
                interval = None
            found.append(DayExpression(place, interval or Interval()))
    return sorted(found, key=lambda expression: expression.span)
