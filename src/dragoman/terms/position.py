"""Where everybody stands, seen from one actor."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec


class Ellipse(msgspec.Struct, frozen=True):
    """Where a point of the map lies in nine of ten resamplings of the weeks.

    Attributes:
        major, minor: half axes, in units of the map.
        angle: of the major axis against the x axis, in degrees, counter-clockwise, -90 to under 90.
    """

    major: float
    minor: float
    angle: float


class Position(msgspec.Struct, frozen=True):
    """How far an actor stands from the centre, and where on the map. ``None`` where that is not known.

    Attributes:
        actor: id of a side.
        distance: 0 for who treats everybody else as the centre does and is treated likewise, 1 where there is
            no likeness, 2 for the opposite.
        low, high: 90 % interval of the distance, from resampled weeks.
        events: in which it takes part; decayed ones count less, a meeting once for each side and other side.
        enough: whether these are enough to say anything; if not, neither distance nor point is given.
        x, y: on the map, about -1 to 1; the origin is likeness to nobody.
        ellipse: 90 % region of the point.
    """

    actor: str
    distance: float | None
    low: float | None
    high: float | None
    events: float
    enough: bool
    x: float | None = None
    y: float | None = None
    ellipse: Ellipse | None = None


class Orbits(msgspec.Struct, frozen=True):
    """Everybody around one actor at one date. News interaction, which is not alliance.

    Attributes:
        centre: id of the side from which distances are taken.
        since, at: the first and the last day that were counted; whole weeks.
        half_life: weeks after which an event counts half; ``None`` when all count the same.
        weeks: between the two days in which anybody did anything.
        events: between sides, decayed as those of a position.
        reliability: of the distances: rank correlation between those of the odd and those of the even weeks,
            stepped up to the whole (Spearman and Brown); 1 at best, 0 for chance. ``None``: not known.
        map_reliability: likewise of the distances between all points of the map.
        positions: nearest first, the centre at their head; those with too few events last.
        map_refused: why there is no map, as a sentence; empty when there is one.
    """

    centre: str
    since: date
    at: date
    half_life: float | None
    weeks: int
    events: float
    reliability: float | None
    map_reliability: float | None
    positions: tuple[Position, ...]
    map_refused: str = ""


class VoteMeasure(StrEnum):
    """What a distance between voters is."""

    AGREEMENT = "agreement"  # share of disagreement in common roll calls, 0 to 1; an abstention is half
    IDEAL_POINT = "ideal_point"  # difference of two ideal points, in their own unit


class VotePosition(msgspec.Struct, frozen=True):
    """How far a state votes from the centre.

    Attributes:
        actor: ISO 3166 alpha-3.
        distance: as the measure says.
        low, high: from the 5 % and 95 % quantiles of an ideal point, the centre's point being held;
            ``None`` where the file has none.
        votes: roll calls in which both voted; ``None`` for ideal points.
    """

    actor: str
    distance: float
    low: float | None = None
    high: float | None = None
    votes: int | None = None


class RejectedVoter(msgspec.Struct, frozen=True):
    """Rows of a file of votes that were left out, by what they are about.

    Attributes:
        given: the country or the value as the file writes it.
        rows: how many.
    """

    given: str
    rows: int


class VoteOrbits(msgspec.Struct, frozen=True):
    """A second opinion: who votes in the United Nations as the centre does.

    Attributes:
        centre: ISO 3166 alpha-3.
        period: the year or session, as asked for; empty for everything in the file.
        positions: nearest first, the centre at their head.
        rejected: what was left out, most rows first.
    """

    centre: str
    period: str
    measure: VoteMeasure
    positions: tuple[VotePosition, ...]
    rejected: tuple[RejectedVoter, ...] = ()
