"""The orbits as a drawing: where each side, its interval, its trail and its name stand.

Everything is in units of a square of `SIZE`; the page's stylesheet gives colours.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import msgspec

from dragoman.faces import wording
from dragoman.faces.web.charts.labels import LETTER, Box, Label, Named, Point, labels
from dragoman.faces.web.charts.paths import tenth
from dragoman.faces.web.telling.sides import FEW, NOTHING_SHARED
from dragoman.terms import Orbits, Position

SIZE = 520
_MIDDLE = SIZE / 2
_NEAREST, _EDGE = (
    30.0,
    242.0,
)  # radius of distance 0, so that the near ones have room, and of the farthest drawn
_FARTHEST = 1.75  # distances beyond are drawn here; hardly any are
_NAME = 26.0  # room of a name above and below
_RINGS = (0.0, 0.5, 1.0, 1.5)
_DRAWN = 36  # sides; the table has all of them
_TRAIL_STEP = math.radians(3.2)  # between two periods of a trail, at most
_LEAST_GAP = 0.7  # between two directions, of what even ones would have


class Ring(msgspec.Struct, frozen=True):
    """A circle of equal distance."""

    distance: float
    radius: float


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

    @property
    def view(self) -> str:
        """What is drawn of the square: above and below no more than there is something on."""
        ys = [each.y for dot in self.dots for each in (dot.place, dot.outer, *dot.trail) if each]
        ring = self.rings[-1].radius
        top = max(min([_MIDDLE - ring, *ys]) - _NAME, 0)
        bottom = min(max([_MIDDLE + ring, *ys]) + _NAME, SIZE)
        return f"0 {tenth(top)} {SIZE} {tenth(bottom - top)}"


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
        dots=tuple(
            msgspec.structs.replace(dot, label=label)
            for dot, label in zip(
                dots, labels(_named(dots), SIZE, _MIDDLE, (_centre_word(orbits.centre),)), strict=True
            )
        ),
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
    if position.distance == NOTHING_SHARED:
        return "distance 1, for they have to do with nobody in common"
    told = f"distance {position.distance:.2f}"
    if position.low is None or position.high is None:
        return f"{told}, interval not known"
    return f"{told} ({position.low:.2f} to {position.high:.2f})"


def _named(dots: Sequence[Dot]) -> list[Named]:
    return [Named(dot.place, dot.side) for dot in dots]


def _centre_word(centre: str) -> Box:
    """The room of the name in the middle."""
    width = LETTER * len(centre) / 2 + 8
    return Box(_MIDDLE - width, _MIDDLE - 12, _MIDDLE + width, _MIDDLE + 12)
