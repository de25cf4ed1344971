"""Events of every pair of sides in every period, as few numbers as there are weeks in which anything was.

Everything is a sort of whole numbers, so the result does not depend on the order of the rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from dragoman.system.ledger import Ledger

Floats = NDArray[np.float64]
Keys = NDArray[np.int64]

QUADS = 4
WEEK = 7
_MONTH = 12
_EPOCH = date(1970, 1, 1).toordinal()
_FIRST_MONDAY = 1  # 1 January of the year 1 was a Monday


class Step(StrEnum):
    """How long a period is. Weeks begin on Mondays."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


def period_of(days: NDArray[np.int32], step: Step) -> NDArray[np.int32]:
    """The number of the period in which each day lies; periods follow each other without a gap.

    Args:
        days: proleptic ordinals.
    """
    if step is Step.DAY:
        return days.astype(np.int32)
    if step is Step.WEEK:
        return ((days - _FIRST_MONDAY) // WEEK).astype(np.int32)
    dates = (days.astype(np.int64) - _EPOCH).astype("datetime64[D]")
    return (dates.astype("datetime64[M]").astype(np.int64) + 1970 * _MONTH).astype(np.int32)


def first_days(periods: NDArray[np.int32], step: Step) -> NDArray[np.int64]:
    """The days on which periods begin, as proleptic ordinals."""
    if step is Step.DAY:
        return periods.astype(np.int64)
    if step is Step.WEEK:
        return periods.astype(np.int64) * WEEK + _FIRST_MONDAY
    months = (periods.astype(np.int64) - 1970 * _MONTH).astype("datetime64[M]")
    days: NDArray[np.int64] = months.astype("datetime64[D]").astype(np.int64) + _EPOCH
    return days


def first_day(period: int, step: Step) -> date:
    """The day on which a period begins."""
    if step is Step.DAY:
        return date.fromordinal(period)
    if step is Step.WEEK:
        return date.fromordinal(period * WEEK + _FIRST_MONDAY)
    return date(period // _MONTH, period % _MONTH + 1, 1)


def period_on(day: date, step: Step) -> int:
    """The number of the period in which a day lies."""
    return int(period_of(np.array([day.toordinal()], np.int32), step)[0])


@dataclass(frozen=True, eq=False, slots=True)
class Counts:
    """What every pair of sides did in every period in which it did anything.

    Attributes:
        sides: as in the ledger.
        step: how long a period is.
        start: number of the first period anybody did anything in; ``stop`` is one behind the last.
        keys: (actor * sides + recipient) * periods + period - start, sorted, each once; int64 [m].
        events: events by quad category; an event known to be in one of several periods counts a part in
            each, by its days; float64 [m, 4].
        reports: independent reports of these events, likewise; float64 [m].
        exposure: events of everybody in a period, each once, however many sides; float64 [periods]. A period
            without any is not covered.
    """

    sides: tuple[str, ...]
    step: Step
    start: int
    stop: int
    keys: Keys
    events: Floats
    reports: Floats
    exposure: Floats

    @property
    def periods(self) -> int:
        """How many periods there are from the first to the last."""
        return self.stop - self.start

    @property
    def dyad(self) -> Keys:
        """actor * sides + recipient of each key."""
        return self.keys // max(1, self.periods)

    @property
    def period(self) -> Keys:
        """Place of each key's period, counted from ``start``."""
        return self.keys % max(1, self.periods)


def count(ledger: Ledger, step: Step = Step.WEEK) -> Counts:
    """The events of every pair of known sides; an event of a side with itself counts as one of that pair."""
    if not len(ledger):
        none = np.zeros(0)
        return Counts(ledger.sides, step, 0, 0, np.zeros(0, np.int64), np.zeros((0, QUADS)), none, none)
    row, period, weight = spread(ledger, step)
    start, stop = int(period.min()), int(period.max()) + 1
    place = (period - start).astype(np.int64)
    exposure = _exposure(ledger, row, place, weight, stop - start)
    known = (ledger.actor[row] >= 0) & (ledger.recipient[row] >= 0)
    row, place, weight = row[known], place[known], weight[known]
    dyad = ledger.actor[row].astype(np.int64) * len(ledger.sides) + ledger.recipient[row]
    keys, inverse = _groups(dyad * (stop - start) + place)
    cells = inverse * QUADS + ledger.quad[row]
    events = np.bincount(cells, weight, minlength=len(keys) * QUADS).reshape(-1, QUADS).astype(np.float64)
    reports = np.bincount(inverse, weight * ledger.reports[row], minlength=len(keys)).astype(np.float64)
    return Counts(ledger.sides, step, start, stop, keys, events, reports, exposure)


def together(one: Counts, other: Counts) -> Counts:
    """The counts of all events of two that have no event in common, as when new ones are added.

    Raises:
        ValueError: their periods are of different length.
    """
    if one.step is not other.step:
        raise ValueError(f"counts by {one.step} and by {other.step} cannot be put together")
    if not one.periods or not other.periods:
        return one if one.periods else other
    few, many = sorted((one, other), key=lambda each: len(each.keys))
    sides = tuple(sorted({*one.sides, *other.sides}))
    start, stop = min(one.start, other.start), max(one.stop, other.stop)
    keys, added = (_rekeyed(each, sides, start, stop) for each in (many, few))
    place = np.searchsorted(keys, added)
    known = keys[np.minimum(place, len(keys) - 1)] == added
    events, reports = many.events.copy(), many.reports.copy()
    events[place[known]] += few.events[known]
    reports[place[known]] += few.reports[known]
    exposure = np.zeros(stop - start)
    for each in (one, other):
        exposure[each.start - start : each.stop - start] += each.exposure
    new = ~known
    return Counts(
        sides,
        one.step,
        start,
        stop,
        np.insert(keys, place[new], added[new]),
        np.insert(events, place[new], few.events[new], axis=0),
        np.insert(reports, place[new], few.reports[new]),
        exposure,
    )


def _rekeyed(counts: Counts, sides: tuple[str, ...], start: int, stop: int) -> Keys:
    """The keys of counts among other sides and periods."""
    if counts.sides == sides and (counts.start, counts.stop) == (start, stop):
        return counts.keys
    place = {side: number for number, side in enumerate(sides)}
    to = np.array([place[side] for side in counts.sides], np.int64)
    actor, recipient = np.divmod(counts.dyad, len(counts.sides))
    period = counts.period + counts.start - start
    return (to[actor] * len(sides) + to[recipient]) * (stop - start) + period


def spread(ledger: Ledger, step: Step) -> tuple[NDArray[np.intp], NDArray[np.int32], Floats]:
    """Rows of the ledger, the period each counts in, and how much: all of it, or its share of days.

    What is known to the month lies in five weeks at once, a part in each; nothing is put on a day that nobody
    named. Parts stand behind the whole ones, in an order that depends on the rows alone.
    """
    first, last = period_of(ledger.first, step), period_of(ledger.last, step)
    wide = np.flatnonzero(first != last)
    if not len(wide):
        return np.arange(len(ledger)), first, np.ones(len(ledger))
    whole = np.flatnonzero(first == last)
    order = np.lexsort(
        [
            getattr(ledger, name)[wide]
            for name in ("reports", "type", "recipient", "actor", "event", "origin", "last", "first")
        ]
    )
    wide = wide[order]
    number = (last[wide] - first[wide] + 1).astype(np.int64)
    row = np.repeat(wide, number)
    offset = np.arange(len(row)) - np.repeat(np.cumsum(number) - number, number)
    period = (first[row] + offset).astype(np.int32)
    begins, ends = first_days(period, step), first_days(period + 1, step) - 1
    inside = np.minimum(ledger.last[row], ends) - np.maximum(ledger.first[row], begins) + 1
    days = ledger.last[row] - ledger.first[row] + 1
    return (
        np.concatenate([whole, row]),
        np.concatenate([first[whole], period]),
        np.concatenate([np.ones(len(whole)), inside / days]),
    )


def _exposure(ledger: Ledger, row: NDArray[np.intp], place: Keys, weight: Floats, periods: int) -> Floats:
    """Events of everybody in each period; the many rows of a summit count as one."""
    number = ledger.number
    if len(row) == len(ledger) and bool((number[1:] > number[:-1]).all()):
        return np.bincount(place, weight, minlength=periods).astype(np.float64)  # every event has one row
    _, first = np.unique(number, return_index=True)
    once = np.zeros(len(ledger), bool)
    once[first] = True
    kept = once[row]
    return np.bincount(place[kept], weight[kept], minlength=periods).astype(np.float64)


def _groups(values: Keys) -> tuple[Keys, NDArray[np.int64]]:
    """Sorted distinct values, and for each value its place among them.

    A plain sort and a search cost a third of `numpy.unique` with its inverse at ten million values.
    """
    ordered = np.sort(values)
    distinct = ordered[np.concatenate([[True], ordered[1:] != ordered[:-1]])] if len(ordered) else ordered
    return distinct, np.searchsorted(distinct, values)
