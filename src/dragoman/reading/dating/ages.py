"""Clues from ages and anniversaries: "Putin, 70", "the 10th anniversary of the attacks", "30 years after"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from dragoman.reading.dating.curves import Knots, shaped
from dragoman.reading.dating.evidence import Evidence, Subject, always
from dragoman.reading.dating.named import Naming
from dragoman.reading.times.meanings import DAYS_IN
from dragoman.terms import Interval, Span, TimeExpression
from dragoman.world.chronicle import Life

_OUT_OF_AGE: Knots = ((0, -0.7), (60, -3), (400, -7), (2000, -9))
_BESIDE: Knots = (
    (-400, -10), (-120, -7), (-31, -4), (-7, -0.8), (0, 0), (3, 0), (10, -2), (31, -4.5), (120, -7),
    (400, -10),
)  # fmt: skip
_SINCE: Knots = (
    (-400, -7), (-120, -3), (-30, 0), (30, 0), (90, -1.2), (200, -2.5), (400, -4.5), (2000, -6),
    (9000, -8),
)  # fmt: skip

_AGE_BEHIND = re.compile(r"\s?[,(]\s?(?:aged? |now )?(\d{2})(?:\)|,(?=\s[a-z]))")
_AGE_BEFORE = re.compile(r"\b(\d{2})[- ]year[- ]old\s(?:[^\W\d_][\w.'’-]*\s){0,4}$")
_COUNTED = re.compile(r"\s(?:after|since|from|on from)\s")
_REACH = 90  # characters between a number of years and what they are counted from


def ages(subject: Subject, lives: Mapping[str, Life]) -> Iterator[Evidence]:
    """Ages of people whose birth is known, and their birthdays."""
    seen = set()
    for hit in subject.hits:
        life = next((lives[name.entity] for name in hit.senses if name.entity in lives), None)
        if life is None or life.person in seen:
            continue
        behind = _AGE_BEHIND.match(subject.text, hit.span.end)
        before = _AGE_BEFORE.search(subject.text[max(0, hit.span.start - _REACH) : hit.span.start])
        match = behind or before
        if match is not None:
            seen.add(life.person)
            span = Span(hit.span.start, behind.end()) if behind else hit.span
            yield from _age(subject, span, life, int(match[1]))
    yield from _birthdays(subject, lives)


def _age(subject: Subject, span: Span, life: Life, years: int) -> Iterator[Evidence]:
    first, last = _moved(life.born.earliest, years), _moved(life.born.latest, years + 1)
    if first and last:
        curve = subject.timeline.window(first, last, _OUT_OF_AGE, _OUT_OF_AGE)
        reason = f"{life.person} was born {life.born}"
        yield Evidence("age", span, curve, always(Interval(first, last)), reason)


def _birthdays(subject: Subject, lives: Mapping[str, Life]) -> Iterator[Evidence]:
    for time in subject.times:
        if not time.rule.endswith("birthday") or "birthday" not in time.span.of(subject.lower):
            continue
        near = [
            (abs(hit.span.start - time.span.start), lives[name.entity])
            for hit in subject.hits
            if abs(hit.span.start - time.span.start) < _REACH
            for name in hit.senses
            if name.entity in lives
        ]
        life = min(near, key=lambda pair: pair[0])[1] if near else None
        day = _moved(life.born.earliest, _count(time)) if life and life.born.width_days == 1 else None
        if life and day:
            curve = subject.timeline.lag(day, _BESIDE)
            around = Interval(day - timedelta(days=7), day + timedelta(days=7))
            yield Evidence(
                "birthday", time.span, curve, always(around), f"{life.person} was born {life.born}"
            )


def anniversaries(subject: Subject, namings: Sequence[Naming]) -> Iterator[Evidence]:
    """Years, months or days counted from a happening that is named behind them."""
    for time in subject.times:
        if not re.fullmatch(r"P\d+(?:\.\d+)?[DWMY]", time.value):
            continue
        after = next((n for n in namings if 0 <= n.span.start - time.span.end <= _REACH), None)
        first = after.named.when.earliest if after else None
        if after is None or first is None:
            continue
        between = subject.lower[time.span.end : after.span.start]
        words = time.span.of(subject.lower)
        if "anniversary" in words:
            yield from _counted(subject, time, after, _BESIDE)
        elif words.endswith(" of") or (_COUNTED.match(between) and not re.search(r"[.;!?]", between)):
            yield from _counted(subject, time, after, _SINCE)


def _counted(subject: Subject, time: TimeExpression, naming: Naming, knots: Knots) -> Iterator[Evidence]:
    start = naming.named.when
    origin = start.latest if start.latest and (start.width_days or 0) < 60 else start.earliest
    days = _count(time) * DAYS_IN[time.value[-1]]
    if origin is None:
        return
    try:
        day = origin + timedelta(days=round(days))
    except OverflowError:
        return
    scale = 1.0 if time.value[-1] in "Y" else 0.25  # "eight months after" is meant more exactly than years
    line = subject.timeline
    curve = shaped((line.days - line.number(day)) / scale, knots)
    slack = timedelta(days=round((90 if knots is _SINCE else 7) * scale))
    reason = f"counted from {naming.named.name}, {start}"
    span = Span(time.span.start, naming.span.end)
    yield Evidence("anniversary", span, curve, always(Interval(day - slack, day + slack)), reason)


def _count(time: TimeExpression) -> float:
    return float(re.sub(r"[^\d.]", "", time.value) or 0)


def _moved(day: date | None, years: float) -> date | None:
    if day is None:
        return None
    try:
        return day.replace(year=day.year + round(years))
    except ValueError:  # 29 February, or beyond the calendar
        return None if day.year + years > 9998 else date(day.year + round(years), 3, 1)
