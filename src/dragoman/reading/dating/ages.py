"""Clues from ages and anniversaries: "Putin, 70", "the 10th anniversary of the attacks", "30 years after"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from dragoman.reading.dating.curves import Knots, shaped
from dragoman.reading.dating.evidence import Evidence, Subject, always
from dragoman.reading.dating.named import Naming
from dragoman.reading.times.kept import number_of
from dragoman.reading.times.lexicon import CLASSES
from dragoman.reading.times.meanings import DAYS_IN
from dragoman.reading.times.values import moved_day
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
_SHORT = 60  # days; of what lasted longer the beginning is counted from
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


def happened_ago(subject: Subject, namings: Sequence[Naming]) -> Iterator[Evidence]:
    """ "The downing of Flight MH17 five weeks ago": so long after what the sentence names."""
    for time in subject.times:
        words = time.span.of(subject.lower).replace("-", " ").split()
        unit = _UNITS.get(words[-2]) if len(words) > 2 and words[-1] == "ago" else None
        count = number_of(words[:-2]) if unit else 0
        if unit in DAYS_IN and count:
            beside = [naming for naming in namings if _is_beside(subject, naming.span, time.span)]
            if beside:
                yield from _after(subject, time.span, beside[0], count, str(unit), _SINCE)


_UNITS = CLASSES["UNIT"] | CLASSES["UNITS"]  # type: ignore[operator]


def _is_beside(subject: Subject, one: Span, other: Span) -> bool:
    """Whether two stretches stand near each other in one sentence."""
    first, second = sorted((one, other))
    between = subject.lower[first.end : second.start]
    return first.end <= second.start and len(between) <= _REACH and not re.search(r"[.;!?\n]", between)


def _counted(subject: Subject, time: TimeExpression, naming: Naming, knots: Knots) -> Iterator[Evidence]:
    yield from _after(subject, time.span, naming, _count(time), time.value[-1], knots)


def _after(
    subject: Subject, words: Span, naming: Naming, count: float, unit: str, knots: Knots
) -> Iterator[Evidence]:
    """So many units after a happening."""
    start = naming.named.when
    origin = start.latest if start.latest and (start.width_days or 0) < _SHORT else start.earliest
    day = origin and moved_day(origin, round(count * DAYS_IN[unit]))
    if day is None:
        return
    scale = 1.0 if unit == "Y" else 0.25  # "eight months after" is meant more exactly than years
    line = subject.timeline
    curve = shaped((line.days - line.number(day)) / scale, knots)
    slack = timedelta(days=round((90 if knots is _SINCE else 7) * scale))
    span = Span(min(words.start, naming.span.start), max(words.end, naming.span.end))
    reason = f"counted from {naming.named.name}, {start}"
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
