"""Clues from the dates an article names: it was written on the latest of them or soon after."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import numpy as np

from dragoman.reading.dating.curves import Curve, Knots, Timeline, nearest_of, shaped
from dragoman.reading.dating.evidence import Evidence, Subject, always
from dragoman.reading.times import leans
from dragoman.reading.times.values import interval_of
from dragoman.terms import Interval, Span, TimeExpression, TimeKind

# By how many days the day of publication lies behind a day named in full; below 0 it is still to come.
_DAY: Knots = (
    (-900, -9), (-31, -7), (-1, -4.5), (0, 0), (3, 0), (8, -1.6), (31, -3.4), (180, -5.4), (400, -6.6),
    (4000, -8.9),
)  # fmt: skip
_DAY_AHEAD: Knots = (
    (-900, -6), (-400, -4.5), (-60, -2.5), (-15, -0.7), (-1, 0), (0, -0.5), (1, -3), (10, -5),
    (400, -8),
)  # fmt: skip
_MONTH: Knots = (
    (-400, -9), (-62, -6), (-1, -2.5), (0, 0), (31, 0), (62, -1.2), (120, -1.9), (400, -3.1),
    (1500, -4.4), (4000, -5.6), (12000, -7.5),
)  # fmt: skip
# Years between the latest year named and that of publication.
_YEAR: Knots = (
    (-10, -4.5), (-4, -3), (-2, -1.8), (-1, -1.5), (0, 0), (1, -0.4), (2, -0.8), (3, -1.5), (6, -2.3),
    (15, -3.2), (30, -4.5),
)  # fmt: skip
_YEAR_AHEAD: Knots = ((-10, -3.8), (-4, -2.7), (-2, -1.7), (-1, -0.3), (0, 0), (1, -3.1), (3, -5))
# Days between the day and month named, of the nearest year, and publication.
_YEARLESS: Knots = (
    (-183, -6.5), (-92, -5.8), (-31, -4.4), (-8, -3.3), (-1, -2.9), (0, 0), (2, 0), (8, -1.9),
    (31, -3.5), (92, -5.1), (183, -6.5),
)  # fmt: skip
_YEARLESS_AHEAD: Knots = (
    (-183, -5), (-92, -3.8), (-31, -1.9), (-8, -0.4), (-1, 0), (0, -0.5), (3, -3), (31, -4.6),
    (183, -6),
)  # fmt: skip
_OF_MONTH: Knots = ((-16, -4.4), (-3, -3), (-1, -2.3), (0, 0), (1, 0), (4, -2.1), (9, -3.3), (16, -4.2))
_OF_MONTH_AHEAD: Knots = ((-16, -2.8), (-9, -1.5), (-1, 0), (0, -0.5), (1, -2.5), (16, -4))
# Months between the bare month named and that of publication.
_BARE_MONTH: Knots = ((-6, -3), (-3, -2.5), (-1, -1.4), (0, 0), (1, -0.6), (2, -1.4), (4, -2.2), (6, -2.6))
_BARE_MONTH_AHEAD: Knots = ((-6, -2.4), (-2, -0.9), (-1, 0), (0, -0.2), (1, -2.4), (6, -3))

_WEEKDAYS = {name: i for i, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s(?:the\s)?$")
_SINCE_REACH = 12  # characters
_WITH_WEEKDAY = 0.9  # how often a day named with its weekday is right
_WRONG_WEEKDAY = -4.0
# Several bare days tell little more than two of them: they are all of one story.
_TELLING = 2.0


def written_dates(subject: Subject) -> Iterator[Evidence]:
    """Days, months and years named with their year, the latest of each kind; and the rest without it."""
    dates = [
        time for time in subject.times if time.kind in (TimeKind.DATE, TimeKind.TIME) and not time.anchor
    ]
    ahead = {time.span: bool(leans(subject.text, time.span)) for time in dates}
    dated = [time for time in dates if time.interval.earliest and time.value[:4].isdigit()]
    for kind, length in (("date", 10), ("month", 7)):
        exact = [time for time in dated if len(time.value.split("T")[0]) == length and _is_plain(time)]
        yield from _latest(subject, [time for time in exact if not ahead[time.span]], kind)
        yield from _to_come(subject, [time for time in exact if ahead[time.span]], kind)
    yield from _years(subject, dated, ahead)
    yield from _without_year(subject, dates, ahead)


def _is_plain(time: TimeExpression) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d(-\d\d)?(T.*)?", time.value))


def _on_timeline(time: TimeExpression, timeline: Timeline) -> bool:
    first = time.interval.earliest
    return first is not None and 0 <= timeline.number(first) < timeline.size


def _latest(subject: Subject, times: list[TimeExpression], kind: str) -> Iterator[Evidence]:
    """The latest day or month that lies behind: publication follows it."""
    usable = [time for time in times if _on_timeline(time, subject.timeline)]
    if usable:
        last = max(usable, key=lambda time: time.interval.earliest or date.min)
        first = last.interval.earliest or date.min
        curve = subject.timeline.lag(first, _DAY if kind == "date" else _MONTH)
        yield Evidence(
            kind, last.span, curve, always(Interval(first, None)), "the latest date it looks back on"
        )


def _to_come(subject: Subject, times: list[TimeExpression], kind: str) -> Iterator[Evidence]:
    """The first day or month that lies ahead: publication comes before it."""
    if times:
        soonest = min(times, key=lambda time: time.interval.latest or date.max)
        last = soonest.interval.latest or date.max
        curve = subject.timeline.lag(last, _DAY_AHEAD)
        yield Evidence(kind, soonest.span, curve, always(Interval(None, last)), "a date it looks ahead to")


def _years(subject: Subject, dated: list[TimeExpression], ahead: dict[Span, bool]) -> Iterator[Evidence]:
    """The latest year named, whatever else is said with it."""
    line = subject.timeline
    behind = [t for t in dated if not ahead[t.span] and _on_timeline(t, line)]
    if behind:
        last = max(behind, key=lambda t: t.value[:4])
        year = int(last.value[:4])
        allows = Interval(date(year, 1, 1), None)
        yield Evidence(
            "year", last.span, shaped(line.years - year, _YEAR), always(allows), "the latest year it names"
        )
    coming = [t for t in dated if ahead[t.span]]
    if coming:
        first = min(coming, key=lambda t: t.value[:4])
        year = int(first.value[:4])
        allows = Interval(None, date(year, 12, 31))
        curve = shaped(line.years - year, _YEAR_AHEAD)
        yield Evidence("year", first.span, curve, always(allows), "a year it looks ahead to")


def _without_year(
    subject: Subject, dates: list[TimeExpression], ahead: dict[Span, bool]
) -> Iterator[Evidence]:
    once = {(time.value, ahead[time.span]): time for time in reversed(dates)}
    times = Counter((time.value, ahead[time.span]) for time in dates)
    found = [
        (one, times[key])
        for key, time in once.items()
        if (one := _yearless(subject, time, ahead[time.span])) is not None
    ]
    share = min(1.0, _TELLING / len(found)) if found else 1.0
    for one, count in found:
        # A day named again and again is the day of the story
        sureness = 1 - (1 - one.weight) / count
        curve = one.curve * share * min(2.0, 0.75 + 0.25 * count)
        yield Evidence(one.kind, one.span, curve, one.allows, one.reason, sureness)


def _yearless(subject: Subject, time: TimeExpression, ahead: bool) -> Evidence | None:
    line = subject.timeline
    match = re.fullmatch(r"XXXX-(\d\d|XX)-(\d\d)(?:T.*)?", time.value)
    if match and _SINCE.search(subject.lower, max(0, time.span.start - _SINCE_REACH), time.span.start):
        return None  # an old day, of whatever year
    if match:
        month = None if match[1] == "XX" else int(match[1])
        numbers = _occurrences(line, month, int(match[2]))
        if not numbers:
            return None
        distances = nearest_of(numbers, line.days)
        if month is None:
            curve = shaped(distances, _OF_MONTH_AHEAD if ahead else _OF_MONTH)
        else:
            curve = shaped(distances, _YEARLESS_AHEAD if ahead else _YEARLESS)
        curve = curve + _weekday(subject, time, numbers)
        sureness = _WITH_WEEKDAY if _WEEKDAY.search(time.span.of(subject.text)) else None
        kind = "day and month" if month else "day of the month"
        return Evidence(kind, time.span, curve, _near(line, numbers, ahead), sureness=sureness)
    match = re.fullmatch(r"XXXX-(\d\d)", time.value)
    if match:
        gap = (line.months - (int(match[1]) - 1) + 5) % 12 - 5  # -5 to 6 months behind it
        curve = shaped(gap, _BARE_MONTH_AHEAD if ahead else _BARE_MONTH)
        return Evidence("month", time.span, curve, _near_month(int(match[1])))
    return None


def _occurrences(line: Timeline, month: int | None, day: int) -> list[int]:
    """The numbers of every such day within the timeline and a year to either side."""
    found = []
    for year in range(1984, line.last.year + 2):
        for each in range(1, 13) if month is None else (month,):
            try:
                found.append(line.number(date(year, each, day)))
            except ValueError:
                continue
    return found


def _weekday(subject: Subject, time: TimeExpression, numbers: list[int]) -> Curve | float:
    """Years and months in which the day falls on another weekday than the text says are unlikely."""
    match = _WEEKDAY.search(time.span.of(subject.text))
    if match is None:
        return 0.0
    line = subject.timeline
    wanted = _WEEKDAYS[match[1].lower()]
    right = [n for n in numbers if line.day(n).weekday() == wanted]
    if not right:
        return 0.0
    off = np.abs(nearest_of(right, line.days)) > np.abs(nearest_of(numbers, line.days))
    return np.where(off, _WRONG_WEEKDAY, 0).astype(np.float32)


def _near(line: Timeline, numbers: list[int], ahead: bool) -> Callable[[date], Interval]:
    """The occurrence nearest to a day, with the weeks in which news name it."""

    def allows(best: date) -> Interval:
        point = line.day(min(numbers, key=lambda n: abs(n - line.number(best))))
        before, after = (31, 1) if ahead else (1, 31)
        return Interval(point - timedelta(days=before), point + timedelta(days=after))

    return allows


def _near_month(month: int) -> Callable[[date], Interval]:
    def allows(best: date) -> Interval:
        years = (best.year - 1, best.year, best.year + 1)
        year = min(years, key=lambda y: abs((date(y, month, 15) - best).days))
        found = interval_of(f"{year:04}-{month:02}")
        first, last = found.earliest or best, found.latest or best
        return Interval(first - timedelta(days=31), last + timedelta(days=92))

    return allows
