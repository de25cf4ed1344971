"""How far everybody stands from one side, over time, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches

import numpy as np

from dragoman.system.alignment import Contacts, Floats, Places, by_side, contacts, tone
from dragoman.system.counts import Counts, Step, first_day, period_on
from dragoman.system.positions import ellipse, placed, rotation, spread_of
from dragoman.system.resampling import Spread, agreement, cosines, halves, resampled
from dragoman.terms import DragomanError, UnknownName
from dragoman.terms.position import Orbits, Position

ENOUGH = 100.0  # events; a side with fewer is listed and not placed
RELIABLE = 0.6  # a map below this is refused
RESAMPLINGS = 200
_FEW_WEEKS = 8  # with fewer, neither intervals nor reliability deserve their names
_FEW_SIDES = 5  # besides the centre; with fewer there is no rank correlation to speak of


class NotEnough(DragomanError):
    """The centre has too few events for anybody to be placed around it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What orbits are computed with.

    Attributes:
        half_life: weeks after which an event counts half; ``None``: all count the same.
        enough: events, decayed, that a side needs to be placed.
        resamplings: how often weeks are drawn again for intervals and ellipses; 0 for none.
        seed: of these draws.
    """

    half_life: float | None = None
    enough: float = ENOUGH
    resamplings: int = RESAMPLINGS
    seed: int = 0


@dataclass(frozen=True, eq=False, slots=True)
class _Measured:
    """Everything of one stretch of time before it is given names.

    Attributes:
        events: of every side, [S].
        drawn: places of the sides that have enough, [D]; ``middle`` is that of the centre among them.
        distance: from the centre, [D].
        points, start: as `positions.placed` gives them.
    """

    seen: Contacts
    events: Floats
    drawn: Places
    middle: int
    distance: Floats
    points: Floats
    start: Floats
    reliability: float | None
    map_reliability: float | None


def orbits(
    counts: Counts,
    centre: str,
    at: date | None = None,
    since: date | None = None,
    before: Orbits | None = None,
    settings: Settings | None = None,
) -> Orbits:
    """Where every side stands, seen from one of them.

    The distance is 1 - the cosine of two profiles (`alignment.likeness`): small for who treats everybody else
    as the centre does. The map is that of `positions.placed`. The same counts and settings give the same.

    Args:
        counts: events by week.
        centre: id of a side.
        at: the last day; the whole week in which it lies is counted. ``None``: up to the last event.
        since: the first day, likewise.
        before: orbits of an earlier time; the map is turned onto theirs.

    Raises:
        UnknownName: no side is called like the centre.
        NotEnough: the centre takes part in too few events.
        DragomanError: the counts are not by week.
    """
    settings = settings or Settings()
    place = _place(counts, centre)
    last = counts.stop - 1 if at is None else period_on(at, Step.WEEK)
    first = counts.start if since is None else period_on(since, Step.WEEK)
    seen = contacts(counts, first, last, settings.half_life)
    found = _measured(seen, place, settings.enough)
    if found is None:
        raise NotEnough(
            f"{centre} takes part in fewer than {settings.enough:g} events from "
            f"{first_day(first, Step.WEEK)} to {_end(last)}: too few to say who stands close to it. "
            "Choose another centre, a longer time or a smaller minimum."
        )
    refused = _refusal(found)
    points = found.points @ _turn(counts.sides, found, before)
    spread = _spread(found, points, settings)
    placed_sides = _positions(counts.sides, found, None if refused else points, spread)
    return Orbits(
        centre,
        first_day(int(seen.weeks[0]), Step.WEEK),
        _end(last),
        settings.half_life,
        len(seen.weeks),
        float(found.events.sum() / 2),
        found.reliability,
        found.map_reliability,
        (*placed_sides, *_thin(counts.sides, found.events, settings.enough)),
        refused,
    )


def history(
    counts: Counts,
    centre: str,
    days: Sequence[date],
    window: int | None = None,
    settings: Settings | None = None,
) -> Iterator[Orbits]:
    """Orbits at several days in the order of time, each map turned onto the last one that was drawn.

    Days up to which the centre has too few events are left out.

    Args:
        window: weeks that are counted up to each day; ``None``: all before it.

    Raises:
        UnknownName: no side is called like the centre.
    """
    drawn: Orbits | None = None
    for day in sorted(days):
        since = None if window is None else day - timedelta(weeks=window - 1)
        try:
            found = orbits(counts, centre, day, since, drawn, settings)
        except NotEnough:
            continue
        if not found.map_refused:
            drawn = found
        yield found


def _place(counts: Counts, centre: str) -> int:
    if counts.step is not Step.WEEK:
        raise DragomanError(f"orbits need events by week, not by {counts.step}. Count them by week.")
    if centre not in counts.sides:
        advice = "It has to be the id of a side that takes part in an event."
        raise UnknownName("side", centre, tuple(get_close_matches(centre, counts.sides, 3)), advice)
    return counts.sides.index(centre)


def _end(week: int) -> date:
    """The last day of a week."""
    return first_day(week + 1, Step.WEEK) - timedelta(days=1)


def _measured(seen: Contacts, place: int, enough: float) -> _Measured | None:
    """Distances, points and how far halves agree; ``None`` when the centre has too few events."""
    totals = seen.totals(halves(seen.weeks))
    events = by_side(seen.pairs, totals[0][:, 0] + totals[1][:, 0], seen.sides)
    if not events[place] or events[place] < enough:
        return None
    drawn = np.flatnonzero((events >= enough) & (events > 0))
    middle = int(np.searchsorted(drawn, place))
    whole, odd, even = (cosine.astype(np.float64) for cosine in cosines(seen, tone(*totals), drawn))
    points, start = placed(whole)
    reliability = map_reliability = None
    if len(seen.weeks) >= _FEW_WEEKS and len(drawn) > _FEW_SIDES:
        others = np.arange(len(drawn)) != middle
        reliability = agreement(odd[middle][others], even[middle][others])
        map_reliability = agreement(spread_of(placed(odd)[0]), spread_of(placed(even)[0]))
    distance: Floats = 1 - whole[middle]
    return _Measured(seen, events, drawn, middle, distance, points, start, reliability, map_reliability)


def _refusal(found: _Measured) -> str:
    """Why there is no map; empty when there is one."""
    if len(found.drawn) <= _FEW_SIDES:
        return (
            f"No map: too few sides have enough events ({len(found.drawn)}; more than {_FEW_SIDES} are "
            "needed). Take a longer time or a smaller minimum."
        )
    if found.map_reliability is None:
        return (
            f"No map: there are events of {len(found.seen.weeks)} weeks only, and {_FEW_WEEKS} are needed to "
            "see whether it is more than chance. Take a longer time."
        )
    if found.map_reliability < RELIABLE:
        return (
            f"No map: those of the odd and of the even weeks agree too little (reliability "
            f"{found.map_reliability:.2f}, {RELIABLE:g} is needed), so it would show chance. "
            "Take a longer time or more reports."
        )
    return ""


def _turn(sides: Sequence[str], found: _Measured, before: Orbits | None) -> Floats:
    """What turns the map onto an earlier one, by the sides that are on both; else nothing is turned."""
    earlier = (
        {each.actor: (each.x, each.y) for each in before.positions if each.x is not None} if before else {}
    )
    shared = [row for row, side in enumerate(found.drawn) if sides[side] in earlier]
    if len(shared) < 2:
        return np.eye(2)
    onto = np.array([earlier[sides[found.drawn[row]]] for row in shared], np.float64)
    return rotation(found.points[shared], onto)


def _spread(found: _Measured, points: Floats, settings: Settings) -> Spread | None:
    """Intervals and clouds; ``None`` when there are too few weeks to draw again."""
    if len(found.seen.weeks) < _FEW_WEEKS or settings.resamplings < 2 or len(found.drawn) < 2:
        return None
    return resampled(
        found.seen, found.drawn, found.middle, points, found.start, settings.resamplings, settings.seed
    )


def _positions(
    sides: Sequence[str], found: _Measured, points: Floats | None, spread: Spread | None
) -> list[Position]:
    """Sides with enough events, nearest first."""
    made = []
    for row, side in enumerate(found.drawn.tolist()):
        distance = float(found.distance[row])
        low = high = x = y = region = None
        if spread is not None:
            low, high = (min(2.0, max(0.0, distance + float(by[row]))) for by in (spread.low, spread.high))
        if points is not None:
            x, y = points[row].tolist()
            region = ellipse(spread.clouds[:, row]) if spread is not None else None
        events = float(found.events[side])
        made.append(Position(sides[side], distance, low, high, events, True, x, y, region))
    centre = sides[int(found.drawn[found.middle])]
    return sorted(made, key=lambda each: (each.actor != centre, each.distance, each.actor))


def _thin(sides: Sequence[str], events: Floats, enough: float) -> list[Position]:
    """Sides with too few events, most first."""
    few = np.flatnonzero((events > 0) & (events < enough)).tolist()
    made = [Position(sides[side], None, None, None, float(events[side]), False) for side in few]
    return sorted(made, key=lambda each: (-each.events, each.actor))
