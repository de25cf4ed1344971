"""What the system says of two sides: how they stand, what surprised, and when something changed."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec


class Acts(StrEnum):
    """Which events a relation rests on."""

    ALL = "all"
    VERBAL = "verbal"  # agreeing, consulting, supporting; asking, accusing, rejecting, threatening
    MATERIAL = "material"  # cooperating, aiding; protesting, sanctioning, mobilizing, coercing, assaulting


class Level(msgspec.Struct, frozen=True):
    """A figure with the interval it lies in with nine chances in ten.

    Attributes:
        n: how many events it rests on; one that is eight weeks old counts as half.
    """

    value: float
    low: float
    high: float
    n: float


class Standing(msgspec.Struct, frozen=True):
    """Tone and volume of a dyad, by all of its events or by some of them.

    Attributes:
        tone: log odds of conflict in the world less those of the dyad. 0 is an ordinary relation, 1 has 2.7
            times less conflict for each cooperation, -1 as many times more. ``None``: not enough events.
        share: the share of conflict among the dyad's events, 0 to 1; ``None`` as the tone.
        volume: events now as a multiple of those of its own year, everybody's events taken into account. 1 is
            as usual. ``None``: not enough events.
    """

    acts: Acts
    tone: Level | None
    share: Level | None
    volume: Level | None


class Severity(msgspec.Struct, frozen=True):
    """The mean PLOVER score of a dyad's events, -10 to +10, and its standard deviation."""

    mean: float
    sd: float
    n: float


class Relation(msgspec.Struct, frozen=True):
    """How two sides stand at the end of a week.

    Attributes:
        sides: ids of both.
        week: its first day, a Monday.
        severity: ``None`` when it was not asked for, or there are not enough events.
    """

    sides: tuple[str, str]
    week: date
    standings: tuple[Standing, ...]
    severity: Severity | None = None


class Rise(StrEnum):
    """What there was more of than was expected."""

    VOLUME = "volume"  # events of any kind
    CONFLICT = "conflict"
    TALK = "talk"  # what is planned, threatened or called for


class Alarm(msgspec.Struct, frozen=True):
    """A week that brought a dyad more than the weeks before let expect.

    Attributes:
        dyad: its place among the dyads that were watched.
        week: the week's place, from 0.
        p: probability of so much or more in such a week if nothing had changed; times the number of things
            watched, and corrected for how often surprises of that size came before.
        expected: mean of the forecast; ``low`` to ``high``: its 90 % interval.
        budget: the share of false ones among the alarms of a week that was allowed.
        watched: whether the dyad stood on the watch-list, which has a budget of its own.
    """

    dyad: int
    week: int
    what: Rise
    p: float
    observed: float
    expected: float
    low: float
    high: float
    budget: float
    watched: bool = False


class Change(msgspec.Struct, frozen=True):
    """A stretch of time in which a dyad's events came at another rate than before and after.

    Attributes:
        first: place of the period (day, week) in which it began, from 0; ``earliest`` to ``latest``: where it
            can have begun, with nine chances in ten.
        last: place of its last period; ``None`` when it lasts to the end of what is known.
        before, during: events for each period, at mean exposure; ``before`` is that of all other periods.
        p: how often chance alone gives as sharp a change somewhere in a series as restless as this one.
    """

    first: int
    earliest: int
    latest: int
    last: int | None
    before: float
    during: float
    p: float
