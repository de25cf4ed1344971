"""How far the busiest sides stand from each other, in an order in which groups stand together."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import numpy as np

from dragoman.system.alignment import Contacts, Floats, Places, by_side, contacts, likeness, tone
from dragoman.system.counts import Counts, Step, period_on
from dragoman.system.positions import placed

MOST = 16  # sides; more make a square that nobody reads


@dataclass(frozen=True, eq=False, slots=True)
class Distances:
    """Every two of some sides.

    Attributes:
        sides: ids, in the order of `around`.
        distance: that of `orbits`, 0 to 2, 0 on the diagonal; [D, D].
        events: in which each side takes part; [D].
    """

    sides: tuple[str, ...]
    distance: Floats
    events: Floats


def distances(counts: Counts, at: date, enough: float, always: Collection[str] = ()) -> Distances:
    """The distances between the busiest sides that have enough events; the same as those of `orbits`.

    Args:
        counts: events by week.
        at: the last day; the whole week in which it lies is counted.
        enough: events that a side needs.
        always: ids of sides that are taken before busier ones, if they have enough.
    """
    seen = contacts(counts, counts.start, period_on(at, Step.WEEK))
    good, bad = (each[:, 0] for each in seen.totals(np.ones((len(seen.weeks), 1))))
    events = by_side(seen.pairs, good + bad, seen.sides)
    drawn = _busiest(counts, seen, events, enough, always)
    if not len(drawn):
        return Distances((), np.zeros((0, 0)), np.zeros(0))
    cosine = likeness(seen.pairs, tone(good, bad), seen.sides, drawn).astype(np.float64)
    order = around(placed(cosine)[0])
    sides = tuple(counts.sides[place] for place in drawn[order])
    return Distances(sides, 1 - cosine[np.ix_(order, order)], events[drawn[order]])


def _busiest(
    counts: Counts, seen: Contacts, events: Floats, enough: float, always: Collection[str]
) -> Places:
    wanted = np.array([side in always for side in counts.sides], bool)
    order = np.lexsort((np.arange(seen.sides), -events, ~wanted))
    kept = [place for place in order.tolist() if events[place] and events[place] >= enough]
    return np.sort(np.array(kept[:MOST], np.int64))


def around(points: Floats) -> Places:
    """Points in the order in which they lie around the origin, begun behind the widest gap.

    Likeness is a direction on the map, so neighbours in this order are alike. It is the order that Friendly
    gives to corrgrams (The American Statistician 56, 2002), and needs no reliable map to be of use.
    """
    if len(points) < 2:
        return np.arange(len(points))
    angles = np.arctan2(points[:, 1], points[:, 0])
    order = np.argsort(angles, kind="stable")
    gaps = np.diff(angles[order], append=angles[order[0]] + 2 * np.pi)
    found: Places = np.roll(order, -(int(np.argmax(gaps)) + 1)).astype(np.int64)
    return found
