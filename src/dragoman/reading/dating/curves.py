"""How likely each day is to be the day of publication, by one clue: curves of log-likelihood.

A curve has one number for each day of the timeline, 0 at its best and below elsewhere. The numbers of the
tables are by judgement, of the size that news allow: a newspaper names the day before yesterday more often
than one of last year. They were checked on the bundled corpus and on the articles of MEANTIME.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

Curve = NDArray[np.float32]
Knots = tuple[tuple[float, float], ...]  # distance in days, log-likelihood there; straight lines between

FIRST_DAY = date(1985, 1, 1)  # before the oldest text that is likely to arrive


class Timeline:
    """The days a document can have been published on, up to ``last``."""

    def __init__(self, last: date) -> None:
        self.last = last
        self.size = (last - FIRST_DAY).days + 1

    @cached_property
    def days(self) -> NDArray[np.int32]:
        """The days as numbers, counted from 0."""
        return np.arange(self.size, dtype=np.int32)

    @cached_property
    def dates(self) -> NDArray[np.datetime64]:
        """The same as calendar days."""
        return np.datetime64(FIRST_DAY) + self.days

    @cached_property
    def years(self) -> NDArray[np.int32]:
        """The year of each day."""
        years: NDArray[np.int32] = self.dates.astype("datetime64[Y]").astype(np.int32) + 1970
        return years

    @cached_property
    def months(self) -> NDArray[np.int32]:
        """Months since 1970 of each day."""
        return self.dates.astype("datetime64[M]").astype(np.int32)

    def number(self, day: date) -> int:
        """The number of a day; may lie outside of the timeline."""
        return (day - FIRST_DAY).days

    def day(self, number: int) -> date:
        """The day of a number."""
        return FIRST_DAY + timedelta(days=int(number))

    def lag(self, since: date, knots: Knots) -> Curve:
        """By how many days a day lies behind ``since`` (below 0: ahead of it)."""
        return self._from(-self.number(since), knots)

    def window(self, first: date | None, last: date | None, ahead: Knots, behind: Knots) -> Curve:
        """0 from first to last; ``ahead`` by the days before it, ``behind`` by the days after it."""
        curve = np.zeros(self.size, dtype=np.float32)
        if first is not None:
            before = min(max(self.number(first), 0), self.size)
            curve[:before] += _table(ahead)[_at(self.number(first) - before + 1) :][:before][::-1]
        if last is not None:
            behind_it = min(max(self.number(last) + 1, 0), self.size)
            curve[behind_it:] += self._from(-self.number(last), behind)[behind_it:]
        return curve

    def _from(self, distance: int, knots: Knots) -> Curve:
        """The knots along the timeline, whose first day lies at a distance."""
        start = _at(distance)
        curve: Curve = _table(knots)[start : start + self.size]
        return curve


# Distances that are tabled, on either side; more than a timeline and what may lie beyond it.
_FARTHEST = 40_000


def _at(distance: int) -> int:
    return min(max(distance, -_FARTHEST), _FARTHEST // 2) + _FARTHEST


@cache
def _table(knots: Knots) -> Curve:
    """The knots at every distance in days."""
    x, y = zip(*knots, strict=True)
    table: Curve = np.interp(np.arange(-_FARTHEST, _FARTHEST + 1), x, y).astype(np.float32)
    return table


def shaped(distances: NDArray[np.int32] | NDArray[np.float64], knots: Knots) -> Curve:
    """Knots at some distances; beyond the outer ones it stays level."""
    if distances.dtype.kind == "i":
        near: Curve = _table(knots)[np.clip(distances, -_FARTHEST, _FARTHEST) + _FARTHEST]
        return near
    x, y = zip(*knots, strict=True)
    curve: Curve = np.interp(distances, x, y).astype(np.float32)
    return curve


def nearest_of(numbers: Sequence[int], days: NDArray[np.int32]) -> NDArray[np.int32]:
    """For each day how many days it lies behind the nearest of some (below 0: ahead of it)."""
    points = np.asarray(sorted(numbers), dtype=np.int32)
    right = np.clip(np.searchsorted(points, days), 0, len(points) - 1)
    left = np.clip(right - 1, 0, len(points) - 1)
    behind, ahead = days - points[left], days - points[right]
    nearest: NDArray[np.int32] = np.where(np.abs(behind) <= np.abs(ahead), behind, ahead).astype(np.int32)
    return nearest
