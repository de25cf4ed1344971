"""The distances between the busiest sides as a table whose cells are coloured."""

from __future__ import annotations

import msgspec

from dragoman.faces import wording
from dragoman.faces.web.telling.moment import Moment
from dragoman.faces.web.telling.sides import FEW
from dragoman.system.matrix import Distances

STEPS = 9  # of the colours, from alike to opposite; the middle one is for nothing in common
_FARTHEST = 2.0


class PairCell(msgspec.Struct, frozen=True):
    """Two sides.

    Attributes:
        distance: 0 where they treat everybody else alike, 1 nothing in common, 2 the opposite.
        step: of the colours, 0 to 8.
        is_thin: whether one of the two has few events.
        link: how they stand.
    """

    side: str
    name: str
    other: str
    other_name: str
    distance: float
    step: int
    is_thin: bool
    link: str

    @property
    def says(self) -> str:
        """The cell in words."""
        few = ", of few events" if self.is_thin else ""
        return f"{self.name} and {self.other_name}: {self.distance:.2f}{few}"


class MatrixRow(msgspec.Struct, frozen=True):
    """A side and how far it is from each one of the table, in the order of the rows; ``None`` for itself."""

    side: str
    name: str
    cells: tuple[PairCell | None, ...]


def matrix_rows(found: Distances, moment: Moment) -> tuple[MatrixRow, ...]:
    """The rows; columns have the same order."""
    names = [wording.speaker(side) for side in found.sides]
    thin = found.events < FEW
    rows = []
    for place, side in enumerate(found.sides):
        cells = []
        for number, other in enumerate(found.sides):
            distance = float(found.distance[place, number])
            cell = PairCell(
                side=side,
                name=names[place],
                other=other,
                other_name=names[number],
                distance=round(distance, 4),
                step=step_of(distance),
                is_thin=bool(thin[place] or thin[number]),
                link=moment.dyad(side, other),
            )
            cells.append(None if number == place else cell)
        rows.append(MatrixRow(side, names[place], tuple(cells)))
    return tuple(rows)


def step_of(distance: float) -> int:
    """The colour of a distance: 4 around 1, below it what is alike, above it what is opposed."""
    return min(STEPS - 1, max(0, round(distance / _FARTHEST * (STEPS - 1))))
