"""The busiest dyads of a system week by week, which is what filters and alarms work on.

In most weeks most dyads have nothing to do with each other. So no full table of weeks is kept: of all dyads
only the weeks in which anything was, and of a few that are looked at every week.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.system.counts import QUADS, Counts
from dragoman.system.filter import Weeks

Floats = NDArray[np.float64]
Places = NDArray[np.int64]

VERBAL, MATERIAL = (0, 2), (1, 3)  # places of the quad categories, cooperation first
_PORTION = 512  # dyads whose weeks are filled in at once


@dataclass(frozen=True, eq=False, slots=True)
class Scattered:
    """The weeks of some dyads without those in which a dyad had nothing: `dragoman.system.filter.Weekly`.

    Attributes:
        begins: where the cells of each week begin [weeks + 1].
        dyad: whose each cell is, week after week [cells].
        cooperation, conflict: counts [cells].
        exposure, sides: as in `Weeks`.
    """

    begins: Places
    dyad: Places
    cooperation: Floats
    conflict: Floats
    exposure: Floats
    sides: Places

    def week(self, number: int) -> tuple[Floats, Floats]:
        """See `dragoman.system.filter.Weekly`."""
        cells = slice(self.begins[number], self.begins[number + 1])
        together, against = np.zeros(len(self.sides)), np.zeros(len(self.sides))
        together[self.dyad[cells]] = self.cooperation[cells]
        against[self.dyad[cells]] = self.conflict[cells]
        return together, against


@dataclass(frozen=True, eq=False, slots=True)
class Dyads:
    """Some dyads in every period from the first to the last.

    Attributes:
        counts: where they are from.
        numbers: actor * sides + recipient of each, ascending; [dyads].
        sides: places of both sides of each; [dyads, 2].
    """

    counts: Counts
    numbers: Places
    sides: Places

    def names(self, dyad: int) -> tuple[str, str]:
        """Ids of both sides of a dyad."""
        one, other = self.sides[dyad]
        return self.counts.sides[one], self.counts.sides[other]

    def place(self, one: str, other: str) -> int | None:
        """The place of a dyad; ``None`` when it is not among these."""
        names = self.counts.sides
        if one not in names or other not in names:
            return None
        first, second = sorted((names.index(one), names.index(other)))
        found = int(np.searchsorted(self.numbers, first * len(names) + second))
        wanted = first * len(names) + second
        return found if found < len(self.numbers) and self.numbers[found] == wanted else None

    def weeks(self, cooperation: tuple[int, ...] = (0, 1), conflict: tuple[int, ...] = (2, 3)) -> Scattered:
        """What the filter takes in, of all of them.

        Args:
            cooperation, conflict: places of the quad categories that count as such.
        """
        counts = self.counts
        dyad, cells = self._cells(self.numbers)
        period = counts.keys[cells] % max(1, counts.periods)
        order = np.argsort(period, kind="stable")
        dyad, cells = dyad[order], cells[order]
        return Scattered(
            np.searchsorted(period[order], np.arange(counts.periods + 1)),
            dyad,
            sum(counts.events[cells, quad] for quad in cooperation),
            sum(counts.events[cells, quad] for quad in conflict),
            counts.exposure,
            self.sides,
        )

    def full(self, dyads: Places) -> Weeks:
        """Every week of a few of them, by their places."""
        quads = self._quads(dyads)
        return Weeks(quads[0] + quads[1], quads[2] + quads[3], self.counts.exposure, self.sides[dyads])

    def totals(self) -> Floats:
        """Events of each over all periods; [dyads]."""
        every = np.arange(len(self.numbers))
        portions = np.array_split(every, max(1, len(every) // _PORTION))
        return np.concatenate([self._quads(portion).sum(axis=(0, 2)) for portion in portions])

    def _quads(self, dyads: Places) -> Floats:
        """Events of a few dyads by quad category; [4, dyads, periods]."""
        counts = self.counts
        row, cells = self._cells(self.numbers[dyads])
        quads = np.zeros((QUADS, len(dyads), counts.periods))
        quads[:, row, counts.keys[cells] % max(1, counts.periods)] = counts.events[cells].T
        return quads

    def _cells(self, numbers: Places) -> tuple[Places, Places]:
        """Places in the counts of all weeks of some dyads, with the place of each one's dyad among them."""
        first, past = (
            np.searchsorted(self.counts.keys, each * self.counts.periods) for each in (numbers, numbers + 1)
        )
        row = np.repeat(np.arange(len(numbers)), past - first)
        return row, np.arange(len(row)) + (first - np.cumsum(past - first) + past - first)[row]


def dyads(counts: Counts, least: float = 1.0, also: tuple[int, ...] = ()) -> Dyads:
    """The dyads of different sides with at least so many events.

    Args:
        counts: of undirected pairs.
        least: events over all periods.
        also: numbers of dyads that are taken with fewer events, and with none.
    """
    sides = max(1, len(counts.sides))
    chosen = np.unique(np.concatenate([busy(counts, least), np.array(also, np.int64)]))
    return Dyads(counts, chosen, np.stack(np.divmod(chosen, sides), axis=1))


def busy(counts: Counts, least: float = 1.0) -> Places:
    """The numbers of the dyads of different sides with at least so many events, ascending; see `dyads`."""
    numbers, place = np.unique(counts.dyad, return_inverse=True)
    total = np.bincount(place, counts.events.sum(axis=1), minlength=len(numbers))
    sides = max(1, len(counts.sides))
    chosen: Places = numbers[(total >= least) & (numbers // sides != numbers % sides)]
    return chosen
