"""The orbits as a drawing: where each side, its interval, its trail and its name stand.

Everything is in units of a square of `SIZE`; the page's stylesheet gives colours.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import msgspec

from dragoman.faces import wording
from dragoman.terms import Orbits, Position

SIZE = 520
_MIDDLE = SIZE / 2
_NEAREST, _EDGE = (
    30.0,
    242.0,
)  # radius of distance 0, so that the near ones have room, and of the farthest drawn
_FARTHEST = 1.75  # distances beyond are drawn here; hardly any are
_RINGS = (0.0, 0.5, 1.0, 1.5)
_DRAWN = 36  # sides; the table has all of them
_TRAIL_STEP = math.radians(3.2)  # between two periods of a trail, at most
_LEAST_GAP = 0.7  # between two directions, of what even ones would have
_LETTER, _LINE = 11.0, 17.0  # of a label, as wide and high as it is on a narrow screen
_RADIUS = 5.5  # of a disc
FEW = 100.0  # events; a disc of fewer is hollow


class Point(msgspec.Struct, frozen=True):
    """A place of the drawing."""

    x: float
    y: float


class Ring(msgspec.Struct, frozen=True):
    """A circle of equal distance."""

    distance: float
    radius: float


class Label(msgspec.Struct, frozen=True):
    """Where a name stands; ``anchor`` as in SVG."""

    x: float
    y: float
    anchor: str


class Dot(msgspec.Struct, frozen=True):
    """A side.

    Attributes:
        says: its name, distance and interval, and on how many events they rest.
        is_hollow: whether there are few data.
        inner, outer: ends of the interval's bar, where there is one.
        trail: where it stood period by period, the earliest first.
        label: ``None`` where there is no room for one.
    """

    side: str
    says: str
    place: Point
    is_hollow: bool
    inner: Point | None
    outer: Point | None
    trail: tuple[Point, ...]
    label: Label | None


class OrbitPlot(msgspec.Struct, frozen=True):
    """The drawing; ``left_out`` sides are only in the table."""

    rings: tuple[Ring, ...]
    dots: tuple[Dot, ...]
    left_out: int
    has_angles: bool


def orbit_plot(orbits: Orbits, before: Sequence[Orbits], order: Sequence[str]) -> OrbitPlot:
    """The drawing of orbits.

    Args:
        before: those of the periods up to the day, the earliest first.
        order: everybody who ever takes part in anything, busiest first, so that each side keeps its place
            from day to day.
    """
    placed = {each.actor: each for each in orbits.positions if each.distance is not None}
    middle = placed.pop(orbits.centre, None)
    rank = {side: number for number, side in enumerate(order)}
    shown = sorted(placed, key=lambda side: (rank.get(side, len(rank)), side))[:_DRAWN]
    has_angles = middle is not None and middle.x is not None
    angles = (
        _on_the_map(middle, {side: placed[side] for side in shown})
        if has_angles and middle
        else _evenly(order, orbits.centre, shown)
    )
    past = [{each.actor: each.distance for each in one.positions} for one in before]
    step = min(_TRAIL_STEP, 2 * math.pi * _LEAST_GAP / max(len(shown), 1) / (len(past) + 1))
    dots = [_dot(placed[side], angles[side], step, [one.get(side) for one in past]) for side in sorted(shown)]
    return OrbitPlot(
        rings=tuple(Ring(each, round(_radius(each), 1)) for each in _RINGS),
        dots=tuple(_labelled(dots, orbits.centre)),
        left_out=len(placed) - len(shown),
        has_angles=has_angles,
    )


def _on_the_map(middle: Position, placed: Mapping[str, Position]) -> dict[str, float]:
    """The direction in which each side lies from the centre on the map.

    Sides that are alike lie in nearly one direction; they are drawn apart, in the order they have.
    """
    if not placed:
        return {}
    true = {
        side: math.atan2((each.y or 0.0) - (middle.y or 0.0), (each.x or 0.0) - (middle.x or 0.0))
        for side, each in placed.items()
    }
    order = sorted(true, key=lambda side: (true[side], side))
    full, least = 2 * math.pi, _LEAST_GAP * 2 * math.pi / len(order)
    gaps = [true[after] - true[side] for side, after in pairwise(order)]
    found, angle = {}, true[order[0]]
    for side, gap in zip(order, [*gaps, 0.0], strict=True):
        found[side] = angle
        angle += least + (full - least * len(order)) * gap / full
    return found


def _evenly(order: Sequence[str], centre: str, shown: Iterable[str]) -> dict[str, float]:
    """Directions by name, the same at every day: the busiest of all times, and whoever else is shown."""
    others = [side for side in order if side != centre][:_DRAWN]
    names = sorted({*others, *shown})
    return {
        side: math.pi / 2 - 2 * math.pi * (number + 0.5) / len(names) for number, side in enumerate(names)
    }


def _radius(distance: float) -> float:
    return _NEAREST + (_EDGE - _NEAREST) * min(max(distance, 0.0), _FARTHEST) / _FARTHEST


def _at(distance: float, angle: float) -> Point:
    radius = _radius(distance)
    return Point(round(_MIDDLE + radius * math.cos(angle), 1), round(_MIDDLE - radius * math.sin(angle), 1))


def _dot(position: Position, angle: float, step: float, past: Sequence[float | None]) -> Dot:
    distance = position.distance or 0.0
    has_bar = position.low is not None and position.high is not None
    trail = [
        _at(each, angle + step * (len(past) - number)) for number, each in enumerate(past) if each is not None
    ]
    return Dot(
        side=position.actor,
        says=f"{wording.speaker(position.actor)}: {distance_words(position)}, {position.events:,.0f} events",
        place=_at(distance, angle),
        is_hollow=position.events < FEW,
        inner=_at(position.low or 0.0, angle) if has_bar else None,
        outer=_at(position.high or 0.0, angle) if has_bar else None,
        trail=tuple(trail),
        label=None,
    )


def distance_words(position: Position) -> str:
    """A distance with its interval, in words."""
    if position.distance is None:
        return "not enough events for a distance"
    told = f"distance {position.distance:.2f}"
    if position.low is None or position.high is None:
        return f"{told}, interval not known"
    return f"{told} ({position.low:.2f} to {position.high:.2f})"


class _Box(msgspec.Struct, frozen=True):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def _labelled(dots: Sequence[Dot], centre: str) -> list[Dot]:
    """The same with a label each, where one finds room beside its disc and clear of all others."""
    taken = [_around(dot.place) for dot in dots]
    width = _LETTER * len(centre) / 2 + 8
    taken.append(_Box(_MIDDLE - width, _MIDDLE - 12, _MIDDLE + width, _MIDDLE + 12))
    found = []
    for dot in dots:
        own = _around(dot.place)
        for label, box in _choices(dot):
            within = box.left >= 0 and box.top >= 0 and box.right <= SIZE and box.bottom <= SIZE
            if within and not any(box.meets(other) for other in taken if other != own):
                taken.append(box)
                dot = msgspec.structs.replace(dot, label=label)
                break
        found.append(dot)
    return found


def _around(point: Point) -> _Box:
    return _Box(point.x - _RADIUS, point.y - _RADIUS, point.x + _RADIUS, point.y + _RADIUS)


def _choices(dot: Dot) -> list[tuple[Label, _Box]]:
    """Where its label could stand: outwards first, then on either side, below and above."""
    x, y, width, gap = dot.place.x, dot.place.y, _LETTER * len(dot.side), _RADIUS + 3
    right = (Label(x + gap, y + 5, "start"), _Box(x + gap, y - 7, x + gap + width, y + 8))
    left = (Label(x - gap, y + 5, "end"), _Box(x - gap - width, y - 7, x - gap, y + 8))
    below = (Label(x, y + gap + 11, "middle"), _Box(x - width / 2, y + gap, x + width / 2, y + gap + _LINE))
    above = (Label(x, y - gap - 2, "middle"), _Box(x - width / 2, y - gap - _LINE, x + width / 2, y - gap))
    return [right, left, below, above] if x >= _MIDDLE else [left, right, below, above]
