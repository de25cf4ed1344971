"""The events a forecast is made from, as columns, and what their numbers mean."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dragoman.terms import EventType
from dragoman.terms.outlook import Deed
from dragoman.world import plover

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

DEEDS = tuple(Deed)
TYPES = len(EventType)
QUADS = 4
FORECAST = TYPES + QUADS  # numbers from here on are further kinds, which are looked at but not forecast
QUAD_OF = np.array([TYPES + plover.quad(each) - 1 for each in EventType])  # by type: 16 to 19


@dataclass(frozen=True, eq=False, slots=True)
class Events:
    """Who did what to whom in which week. The order of the rows does not matter.

    Attributes:
        actor, recipient: [n] int, sides; rows with a negative one, or with the same twice, are passed over.
        week: [n] int, 0 for the first covered week.
        kind: [n] int, place in `Deed`: 0 to 15 a type, 16 to 19 an act of which only the quad is known, 20
            and more what is no act but may announce one (a planned assault), as the caller numbers it.
        weight: [n] float, how much each row counts, not negative; 1 for an event that happened once.
        sides: number of sides.
        exposure: [weeks] float, everybody's events in each week; 0 for a week that nobody covered.
    """

    actor: NDArray[np.integer]
    recipient: NDArray[np.integer]
    week: NDArray[np.integer]
    kind: NDArray[np.integer]
    weight: NDArray[np.floating]
    sides: int
    exposure: NDArray[np.floating]

    def __post_init__(self) -> None:
        """Check the shapes.

        Raises:
            ValueError: columns of different length, or a side, week or kind out of range.
        """
        columns = (self.actor, self.recipient, self.week, self.kind, self.weight)
        if len({len(column) for column in columns}) > 1:
            raise ValueError(f"columns of different length: {[len(column) for column in columns]}")
        if not len(self.actor):
            return
        if max(self.actor.max(), self.recipient.max()) >= self.sides:
            raise ValueError(f"a side is not below {self.sides}, the number of sides")
        if self.week.min() < 0 or self.week.max() >= len(self.exposure):
            raise ValueError(f"a week is not in 0 to {len(self.exposure) - 1}, the weeks of `exposure`")
        if self.kind.min() < 0:
            raise ValueError("a kind is negative; types are 0 to 15, quads 16 to 19")
        if not np.all(self.weight >= 0):
            raise ValueError("a weight is negative or no number")

    def __len__(self) -> int:
        return len(self.actor)

    def usable(self, from_week: int, to_week: int) -> NDArray[np.intp]:
        """The rows between two different sides in weeks ``from_week`` to ``to_week`` - 1, ascending."""
        between = (self.actor >= 0) & (self.recipient >= 0) & (self.actor != self.recipient)
        return np.flatnonzero(between & (self.week >= from_week) & (self.week < to_week) & (self.weight > 0))

    def where(self, rows: NDArray[np.intp]) -> Events:
        """Only these rows."""
        names = ("actor", "recipient", "week", "kind", "weight")
        return replace(self, **{name: getattr(self, name)[rows] for name in names})


def types_of(target: int) -> tuple[int, ...]:
    """The types of a quad, 16 to 19; none for a type."""
    return tuple(kind for kind in range(TYPES) if QUAD_OF[kind] == target)
