"""Where the names of a drawing stand: beside their discs, clear of each other; else nowhere."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

LETTER, _LINE = 11.0, 17.0  # of a label, as wide and high as it is on a narrow screen
_RADIUS = 5.5  # of a disc


class Point(msgspec.Struct, frozen=True):
    """A place of a drawing."""

    x: float
    y: float


class Label(msgspec.Struct, frozen=True):
    """Where a name stands; ``anchor`` as in SVG."""

    x: float
    y: float
    anchor: str


class Named(msgspec.Struct, frozen=True):
    """A disc that wants a name."""

    place: Point
    word: str


class Box(msgspec.Struct, frozen=True):
    """Room that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two have anything in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def labels(
    discs: Sequence[Named], size: float, middle: float, taken: Sequence[Box] = ()
) -> tuple[Label | None, ...]:
    """A label for each disc that finds room for one, within a square and clear of all others.

    Args:
        size: of the square.
        middle: to the right of it names stand on the right of their discs if they can, else on the left.
        taken: room that other things have.
    """
    full = [*(_around(each.place) for each in discs), *taken]
    found: list[Label | None] = []
    for disc in discs:
        own, chosen = _around(disc.place), None
        for label, box in _choices(disc, middle):
            within = box.left >= 0 and box.top >= 0 and box.right <= size and box.bottom <= size
            if within and not any(box.meets(other) for other in full if other != own):
                full.append(box)
                chosen = label
                break
        found.append(chosen)
    return tuple(found)


def _around(point: Point) -> Box:
    return Box(point.x - _RADIUS, point.y - _RADIUS, point.x + _RADIUS, point.y + _RADIUS)


def _choices(disc: Named, middle: float) -> list[tuple[Label, Box]]:
    """Where its label could stand: outwards first, then on either side, below and above."""
    x, y, width, gap = disc.place.x, disc.place.y, LETTER * len(disc.word), _RADIUS + 3
    right = (Label(x + gap, y + 5, "start"), Box(x + gap, y - 7, x + gap + width, y + 8))
    left = (Label(x - gap, y + 5, "end"), Box(x - gap - width, y - 7, x - gap, y + 8))
    below = (Label(x, y + gap + 11, "middle"), Box(x - width / 2, y + gap, x + width / 2, y + gap + _LINE))
    above = (Label(x, y - gap - 2, "middle"), Box(x - width / 2, y - gap - _LINE, x + width / 2, y - gap))
    return [right, left, below, above] if x >= middle else [left, right, below, above]
