"""Everybody as seen from a centre, as rows of a table; and who may be taken for a centre."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from dragoman.faces import wording
from dragoman.faces.web.telling.moment import Moment
from dragoman.terms import EntityKind, Orbits
from dragoman.world import load

NOTHING_SHARED = 1.0  # to the last digit: profiles without a side in both; resampling does not move it
FEW = 100.0  # events; what rests on fewer is marked
_STATES, _BLOCS = 60, 20  # offered as a centre, the busiest
_GROUPS = {EntityKind.STATE: "States", EntityKind.BLOC: "Blocs", EntityKind.REGION: "Blocs"}
_HEADINGS = ("States", "Blocs", "Others")


class Option(msgspec.Struct, frozen=True):
    """What may be chosen in the form."""

    value: str
    name: str
    chosen: bool


class OptionGroup(msgspec.Struct, frozen=True):
    """Choices of a kind under a heading."""

    heading: str
    options: tuple[Option, ...]


class SideRow(msgspec.Struct, frozen=True):
    """A side as seen from the centre: a row of the table that is the twin of the drawing.

    Attributes:
        distance: 0 as the centre, 1 nothing in common, 2 the opposite; ``low`` to ``high`` its 90 % interval.
        is_apart: whether it and the centre have to do with nobody in common, so that no interval has a sense.
        events: in which it takes part; ``is_thin`` when they are few.
        moved: how much farther off it is in the last half year than in the first of the trail;
            ``moved_by`` leads to its events of that half year.
        link: how it and the centre stand; ``behind`` its events.
    """

    side: str
    name: str
    distance: float | None
    low: float | None
    high: float | None
    events: float
    is_thin: bool
    moved: float | None
    moved_by: str
    link: str
    behind: str
    is_apart: bool = False


def side_rows(
    orbits: Orbits | None, before: Sequence[Orbits], centre: str, moment: Moment
) -> tuple[SideRow, ...]:
    """A row for everybody but the centre, the nearest first.

    Args:
        before: the orbits of the half years up to the day, the earliest first.
    """
    if orbits is None:
        return ()
    past = [{each.actor: each.distance for each in one.positions} for one in before]
    since = before[-1].since if before else None
    return tuple(
        SideRow(
            side=each.actor,
            name=wording.speaker(each.actor),
            distance=each.distance,
            low=each.low,
            high=each.high,
            events=each.events,
            is_thin=each.events < FEW,
            moved=_moved([one.get(each.actor) for one in past]),
            moved_by=_moved_by(each.actor, since, centre, moment),
            link=moment.dyad(centre, each.actor),
            behind=moment.events(side=each.actor, centre=centre),
            is_apart=each.distance == NOTHING_SHARED,
        )
        for each in orbits.positions
        if each.actor != centre
    )


def _moved(distances: list[float | None]) -> float | None:
    known = [each for each in distances if each is not None]
    return None if len(known) < 2 or distances[-1] is None else known[-1] - known[0]


def _moved_by(side: str, since: date | None, centre: str, moment: Moment) -> str:
    return moment.events(side=side, since=since, centre=centre)


def centres(busiest: Sequence[str], centre: str) -> tuple[OptionGroup, ...]:
    """Who may be taken for a centre: states and blocs apart, each by name.

    Args:
        busiest: everybody who takes part in anything, those of most events first.
    """
    found: dict[str, list[str]] = {heading: [] for heading in _HEADINGS}
    for side in busiest:
        heading = _heading(side)
        if side == centre or len(found[heading]) < (_BLOCS if heading == "Blocs" else _STATES):
            found[heading].append(side)
    if centre and centre not in busiest:
        found[_heading(centre)].append(centre)
    return tuple(
        OptionGroup(heading, tuple(Option(side, name, side == centre) for name, side in _by_name(sides)))
        for heading, sides in found.items()
        if sides
    )


def _heading(side: str) -> str:
    known = load().entities.get(side)
    return "Others" if known is None else _GROUPS.get(known.kind, "Others")


def _by_name(sides: Sequence[str]) -> list[tuple[str, str]]:
    return sorted((wording.speaker(side), side) for side in sides)
