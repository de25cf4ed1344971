"""Decayed counts of any past week, read off a sorted list of the weeks in which anything was.

A cell is one segment (a pair of sides and a kind, or a side and a kind) in one week. With c its count, w its
week and w' the week of the cell before it in the segment, the decayed count after it is

    d(w) = c + d(w') 2^-((w - w') / half-life)

so that what was known before any week t is d(w) 2^-((t - 1 - w) / half-life) of the last cell with w < t: one
search, whatever the week. Work grows with cells, never with events or with all pairs times all weeks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.system.outlook.events import Floats, Ints

HALF_LIVES = (1.0, 4.0, 16.0)  # weeks; of counts
HIT_HALF_LIFE = 52.0  # weeks; of the share of weeks with an act, which is the base rate
FIXED = 2.0**20  # weights are summed as whole numbers of this part, so that no order of rows shows in the sum


@dataclass(frozen=True, eq=False, slots=True)
class Cells:
    """Cells of many segments, sorted by segment and week.

    Attributes:
        span: number of weeks; a cell's key is segment * span + week.
        keys: [cells] int64, ascending, each once.
        decayed: [half-lives, cells] float32, the decayed counts after each cell.
        hits: [cells] float32, likewise of the number of pairs of sides with an act, at `HIT_HALF_LIFE`.
    """

    span: int
    keys: Ints
    decayed: NDArray[np.float32]
    hits: NDArray[np.float32]

    def last(self, segment: Ints, week: Ints) -> Last:
        """The last cell of each segment before each week, both of shape [queries]."""
        key = segment * self.span + week
        place = np.searchsorted(self.keys, key) - 1
        found = self.keys[np.maximum(place, 0)] if len(self.keys) else np.full(len(key), -1, np.int64)
        known = (place >= 0) & (found >= segment * self.span)
        return Last(self, np.where(known, place, -1), np.where(known, key - 1 - found, 0))

    def slice(self, first: int, past: int) -> slice:
        """The cells of segments ``first`` to ``past`` - 1."""
        low, high = np.searchsorted(self.keys, [first * self.span, past * self.span])
        return slice(int(low), int(high))


@dataclass(frozen=True, eq=False, slots=True)
class Last:
    """The last cells before some weeks.

    Attributes:
        place: [queries] place in the cells, -1 where there is none.
        age: [queries] weeks between that cell and the week before the query's; 0 for the week just past.
    """

    cells: Cells
    place: Ints
    age: Ints

    def counts(self, number: int) -> Floats:
        """[queries] counts decayed at ``HALF_LIVES[number]``."""
        return self._read(self.cells.decayed[number], HALF_LIVES[number])

    def hits(self) -> Floats:
        """[queries] weeks (or pairs and weeks) with an act, decayed."""
        return self._read(self.cells.hits, HIT_HALF_LIFE)

    def weeks_since(self, most: int) -> Floats:
        """[queries] weeks since the last act, 0 for the week just past; ``most`` if longer ago or never."""
        return np.where(self.place < 0, most, np.minimum(self.age, most)).astype(np.float64)

    def _read(self, values: NDArray[np.float32], half_life: float) -> Floats:
        if not len(values):
            return np.zeros(len(self.place))
        found = values[np.maximum(self.place, 0)] * np.exp2(-self.age / half_life)
        return np.where(self.place < 0, 0.0, found)


def cells_of(segment: Ints, week: Ints, count: Ints, hits: Ints, span: int) -> Cells:
    """Cells from rows of segment, week, count (in parts of `FIXED`) and pairs with an act; all [rows]."""
    key = segment * span + week
    if not np.all(key[1:] > key[:-1]):
        order = np.argsort(key)  # equal keys in any order: the sums are of whole numbers
        key, count, hits = key[order], count[order], hits[order]
    start = np.flatnonzero(np.diff(key, prepend=-1))
    if not len(start):
        nothing = np.zeros(0, np.float32)
        return Cells(span, key, np.zeros((len(HALF_LIVES), 0), np.float32), nothing)
    key = key[start]
    total = np.add.reduceat(count, start) / FIXED
    pairs = np.add.reduceat(hits, start).astype(np.float64)
    halves = np.array([*HALF_LIVES, HIT_HALF_LIFE])
    states = np.vstack([*[total] * len(HALF_LIVES), pairs]).astype(np.float32)
    _accumulate(states, key, span, halves)
    return Cells(span, key, states[:-1], states[-1])


def _accumulate(states: NDArray[np.float32], key: Ints, span: int, halves: Floats) -> None:
    """Turn counts into decayed counts in place: week after week, all segments at once."""
    gap = np.diff(key, prepend=key[:1])
    segment = key // span
    follows = np.flatnonzero(np.diff(segment, prepend=-1) == 0)  # cells with another one before them
    week = key[follows] - segment[follows] * span
    order = np.argsort(week, kind="stable")
    for group in np.split(follows[order], np.flatnonzero(np.diff(week[order])) + 1):
        fade = np.exp2(-gap[group] / halves[:, None])
        states[:, group] += (states[:, group - 1] * fade).astype(np.float32)
