"""The busiest dyads of a system as full tables of weeks, which is what filters and alarms work on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.system.counts import QUADS, Counts
from dragoman.system.filter import Weeks

Floats = NDArray[np.float64]
Places = NDArray[np.int64]

VERBAL, MATERIAL = (0, 2), (1, 3)  # places of the quad categories, cooperation first


@dataclass(frozen=True, eq=False, slots=True)
class Dyads:
    """Some dyads in every period from the first to the last.

    Attributes:
        counts: where they are from.
        numbers: actor * sides + recipient of each, ascending; [dyads].
        sides: places of both sides of each; [dyads, 2].
        quads: events by quad category; [4, dyads, periods].
    """

    counts: Counts
    numbers: Places
    sides: Places
    quads: Floats

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

    def weeks(self, cooperation: tuple[int, ...] = (0, 1), conflict: tuple[int, ...] = (2, 3)) -> Weeks:
        """The table that the filter takes in.

        Args:
            cooperation, conflict: places of the quad categories that count as such.
        """
        return Weeks(
            self.quads[list(cooperation)].sum(axis=0),
            self.quads[list(conflict)].sum(axis=0),
            self.counts.exposure,
            self.sides,
        )


def dyads(counts: Counts, least: float = 1.0, also: tuple[int, ...] = ()) -> Dyads:
    """The dyads of different sides with at least so many events.

    Args:
        counts: of undirected pairs.
        least: events over all periods.
        also: numbers of dyads that are taken with fewer events, and with none.
    """
    dyad, sides = counts.dyad, max(1, len(counts.sides))
    chosen = np.unique(np.concatenate([busy(counts, least), np.array(also, np.int64)]))
    place = np.minimum(np.searchsorted(chosen, dyad), max(0, len(chosen) - 1))
    inside = chosen[place] == dyad if len(chosen) else np.zeros(len(dyad), bool)
    quads = np.zeros((QUADS, len(chosen), counts.periods))
    quads[:, place[inside], counts.period[inside]] = counts.events[inside].T
    return Dyads(counts, chosen, np.stack(np.divmod(chosen, sides), axis=1), quads)


def busy(counts: Counts, least: float = 1.0) -> Places:
    """The numbers of the dyads of different sides with at least so many events, ascending; see `dyads`."""
    numbers, place = np.unique(counts.dyad, return_inverse=True)
    total = np.bincount(place, counts.events.sum(axis=1), minlength=len(numbers))
    sides = max(1, len(counts.sides))
    chosen: Places = numbers[(total >= least) & (numbers // sides != numbers % sides)]
    return chosen
