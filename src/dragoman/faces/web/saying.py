"""Movements, alarms and turns of the system in sentences whose figures lead to what they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from dragoman.faces import wording
from dragoman.faces.web.moment import Moment
from dragoman.terms import Alert, Movement, Rise, Turn

RISES = {Rise.VOLUME: "more of everything", Rise.CONFLICT: "more conflict", Rise.TALK: "more talk of it"}
_LEAST_P = 0.0001  # below it is only said that it is


class Counted(msgspec.Struct, frozen=True):
    """A number of events, and where they stand."""

    word: str
    events: float
    link: str


class Moved(msgspec.Struct, frozen=True):
    """Which way two sides moved.

    Attributes:
        pair: "Kazakhstan – Russia"; ``link`` is how they stand.
        says: "apart, probability 0.97".
        change: in log odds of cooperation; ``low`` to ``high`` its 90 % interval.
        counts: events since then and before.
    """

    pair: str
    link: str
    says: str
    is_closer: bool
    is_certain: bool
    probability: float
    change: float
    low: float
    high: float
    since: date
    before: date
    counts: tuple[Counted, ...]


class Alarmed(msgspec.Struct, frozen=True):
    """A week that brought two sides more than was to be expected; ``events`` leads to what it brought."""

    week: date
    pair: str
    link: str
    says: str
    p: str
    expected: float
    high: float
    events: Counted


class Turned(msgspec.Struct, frozen=True):
    """Since when there is more or less between two sides."""

    says: str
    since: date
    until: date | None
    before: float
    during: float
    p: str
    link: str


def pair(sides: Sequence[str]) -> str:
    """Both sides as people know them."""
    return " – ".join(wording.speaker(side) for side in sides)


def moved(found: Movement, moment: Moment) -> Moved:
    """A movement in words."""
    is_closer = found.closer > 0.5
    chance = found.closer if is_closer else 1 - found.closer
    word = f"{'' if found.certain else 'perhaps '}{'closer' if is_closer else 'apart'}"
    before_end = found.since - timedelta(days=1)
    return Moved(
        pair=pair(found.sides),
        link=moment.dyad(*found.sides),
        says=f"{word}, probability {chance:.2f}",
        is_closer=is_closer,
        is_certain=found.certain,
        probability=chance,
        change=found.change,
        low=found.low,
        high=found.high,
        since=found.since,
        before=found.before,
        counts=tuple(
            Counted(word, events, moment.between(*found.sides, kind=kind, since=since, until=until))
            for word, events, kind, since, until in (
                ("cooperation since then", found.cooperation, "cooperation", found.since, None),
                ("conflict since then", found.conflict, "conflict", found.since, None),
                ("cooperation before", found.cooperation_before, "cooperation", found.before, before_end),
                ("conflict before", found.conflict_before, "conflict", found.before, before_end),
            )
        ),
    )


def alarmed(found: Alert, moment: Moment) -> Alarmed:
    """An alarm in words."""
    kind = "conflict" if found.what is Rise.CONFLICT else None
    status = "planned,possible,called_for" if found.what is Rise.TALK else None
    link = moment.between(
        *found.sides, kind=kind, status=status, since=found.week, until=found.week + timedelta(days=6)
    )
    return Alarmed(
        week=found.week,
        pair=pair(found.sides),
        link=moment.dyad(*found.sides),
        says=RISES[found.what],
        p=chance(found.p),
        expected=found.expected,
        high=found.high,
        events=Counted("events", found.observed, link),
    )


def turned(found: Turn, sides: tuple[str, str], moment: Moment) -> Turned:
    """A turn in words."""
    what = "conflict" if found.what is Rise.CONFLICT else "of everything"
    more = "more" if found.during > found.before else "less"
    until = "" if found.until is None else f" until {found.until}"
    began = f" (begun between {found.earliest} and {found.latest})" if found.earliest < found.latest else ""
    kind = "conflict" if found.what is Rise.CONFLICT else None
    return Turned(
        says=f"{more} {what} since {found.since}{until}{began}",
        since=found.since,
        until=found.until,
        before=found.before,
        during=found.during,
        p=chance(found.p),
        link=moment.between(*sides, kind=kind, since=found.since, until=found.until),
    )


def chance(p: float) -> str:
    """A probability that is often very small."""
    return f"p < {_LEAST_P:g}" if p < _LEAST_P else f"p = {p:.4f}"
