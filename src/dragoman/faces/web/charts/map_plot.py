"""The map as a drawing: everybody at a point, with the region that point may lie in and where it has been.

Everything is in units of a square of `SIZE`; the page's stylesheet gives colours.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.faces import wording
from dragoman.faces.web.charts.labels import Label, Named, Point, labels
from dragoman.faces.web.charts.orbit_plot import distance_words
from dragoman.faces.web.telling.sides import FEW
from dragoman.system.positions import rotation
from dragoman.terms import Orbits, Position

SIZE = 520
_EDGE = 34.0  # of the square, left free for names
_DRAWN = 36  # sides, the busiest; the table has all of them
_LEAST_SHARED = 3  # sides, by which an earlier map is turned onto this one

Floats = NDArray[np.float64]


class Region(msgspec.Struct, frozen=True):
    """An ellipse; ``turn`` in degrees, clockwise as in SVG."""

    wide: float
    high: float
    turn: float


class MapDot(msgspec.Struct, frozen=True):
    """A side on the map.

    Attributes:
        says: its name and distance from the centre, and on how many events they rest.
        is_hollow: whether there are few data.
        region: where it lies in nine of ten resamplings; ``None`` where that is not known.
        trail: where it stood period by period, the earliest first.
        label: ``None`` where there is no room for one.
    """

    side: str
    says: str
    place: Point
    is_hollow: bool
    is_centre: bool
    region: Region | None
    trail: tuple[Point, ...]
    label: Label | None


class MapPlot(msgspec.Struct, frozen=True):
    """The drawing; ``origin`` is likeness to nobody. ``left_out`` sides are only in the table."""

    origin: Point
    dots: tuple[MapDot, ...]
    left_out: int
    has_trails: bool


class _Scale(msgspec.Struct, frozen=True):
    """From the units of the map to those of the drawing; y grows downwards there."""

    left: float
    top: float
    factor: float

    def at(self, x: float, y: float) -> Point:
        return Point(
            round(_EDGE + (x - self.left) * self.factor, 1), round(_EDGE + (self.top - y) * self.factor, 1)
        )


def map_plot(orbits: Orbits, before: Sequence[Orbits]) -> MapPlot | None:
    """The drawing of a map; ``None`` where it was refused.

    Args:
        before: the maps of the periods up to the day, the earliest first, each turned onto the one before.
    """
    on_it = [each for each in orbits.positions if each.x is not None]
    if not on_it:
        return None
    order = sorted(on_it, key=lambda each: (each.actor != orbits.centre, -each.events, each.actor))
    shown = sorted(order[:_DRAWN], key=lambda each: each.actor)
    past = _turned(orbits, before)
    scale = _scale(shown)
    trails = {
        each.actor: tuple(scale.at(*one[each.actor]) for one in past if each.actor in one) for each in shown
    }
    places = [scale.at(each.x or 0.0, each.y or 0.0) for each in shown]
    named = [Named(place, each.actor) for place, each in zip(places, shown, strict=True)]
    words = labels(named, SIZE, SIZE / 2)
    return MapPlot(
        origin=scale.at(0.0, 0.0),
        dots=tuple(
            _dot(each, place, scale, trails[each.actor], word, is_centre=each.actor == orbits.centre)
            for each, place, word in zip(shown, places, words, strict=True)
        ),
        left_out=len(on_it) - len(shown),
        has_trails=any(trails.values()),
    )


def _dot(
    position: Position,
    place: Point,
    scale: _Scale,
    trail: tuple[Point, ...],
    label: Label | None,
    *,
    is_centre: bool,
) -> MapDot:
    about, region = position.ellipse, None
    if about is not None:
        wide, high = (round(axis * scale.factor, 1) for axis in (about.major, about.minor))
        region = Region(wide, high, round(-about.angle, 1))
    far = "the centre" if is_centre else distance_words(position)
    return MapDot(
        side=position.actor,
        says=f"{wording.speaker(position.actor)}: {far}, {position.events:,.0f} events",
        place=place,
        is_hollow=position.events < FEW,
        is_centre=is_centre,
        region=region,
        trail=trail,
        label=label,
    )


def _scale(shown: Sequence[Position]) -> _Scale:
    """Both axes alike, so that angles are true; the origin is always within."""
    xs, ys = ([0.0, *(getattr(each, axis) for each in shown)] for axis in ("x", "y"))
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    span = max(width, height, 1e-6)
    return _Scale(
        left=min(xs) - (span - width) / 2,
        top=max(ys) + (span - height) / 2,
        factor=(SIZE - 2 * _EDGE) / span,
    )


def _turned(orbits: Orbits, before: Sequence[Orbits]) -> list[dict[str, tuple[float, float]]]:
    """Where everybody stood on the earlier maps, turned onto this one by those on the last of them."""
    found = [_points(each) for each in before]
    now = _points(orbits)
    last = next((each for each in reversed(found) if each), {})
    shared = sorted(last.keys() & now.keys())
    if len(shared) < _LEAST_SHARED:
        return []
    earlier, onto = _array(last, shared), _array(now, shared)
    turn = rotation(earlier, onto)
    # Few weeks bring everybody nearer to the origin, which is no movement: the last of them is made as wide
    size = float((earlier @ turn * onto).sum() / max((earlier**2).sum(), 1e-9))
    return [_after(each, turn * max(size, 0.0)) for each in found]


def _points(orbits: Orbits) -> dict[str, tuple[float, float]]:
    return {
        each.actor: (each.x, each.y) for each in orbits.positions if each.x is not None and each.y is not None
    }


def _array(points: dict[str, tuple[float, float]], sides: Sequence[str]) -> Floats:
    return np.array([points[side] for side in sides], np.float64)


def _after(points: dict[str, tuple[float, float]], turn: Floats) -> dict[str, tuple[float, float]]:
    if not points:
        return {}
    moved = _array(points, list(points)) @ turn
    return {side: (float(x), float(y)) for side, (x, y) in zip(points, moved, strict=True)}
