"""Movements, alarms and turns of the system in sentences whose figures lead to what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec
import numpy as np

from dragoman.faces import wording
from dragoman.faces.web.telling.behind import Line, chosen, of_event, of_row
from dragoman.faces.web.telling.moment import Moment
from dragoman.modelling import Evidence
from dragoman.system.ledger import Ledger
from dragoman.terms import Alert, Event, Level, Movement, Relation, Rise, Turn

RISES = {Rise.VOLUME: "more of everything", Rise.CONFLICT: "more conflict", Rise.TALK: "more talk of it"}
_LEAST_P = 0.0001  # below it is only said that it is


class Counted(msgspec.Struct, frozen=True):
    """A number of events, and where they stand; ``side`` where they are those of one."""

    word: str
    events: float
    link: str
    side: str = ""


class Spoken(msgspec.Struct, frozen=True):
    """An event, or an imported row, that speaks for what is said of two sides.

    Attributes:
        words: the sentence; of a row what its code means.
        day: when it happened, or that only its report is known.
        source: the outlets by name.
        link: its page.
    """

    id: str
    words: str
    is_read: bool
    day: str
    source: str
    link: str


class Moved(msgspec.Struct, frozen=True):
    """Which way two sides moved.

    Attributes:
        pair: "Kazakhstan – Russia"; ``link`` is how they stand.
        says: "apart, probability 0.97".
        change: in log odds of cooperation; ``low`` to ``high`` its 90 % interval.
        counts: events since then and before; ``behind`` leads to all of them.
        sentences: those that speak for it best.
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
    behind: str
    counts: tuple[Counted, ...]
    sentences: tuple[Spoken, ...] = ()


class Alarmed(msgspec.Struct, frozen=True):
    """A week that brought two sides more than was to be expected; ``events`` leads to what it brought.

    ``sentences`` has the one that speaks for it best, where it was asked for.
    """

    week: date
    pair: str
    link: str
    says: str
    p: str
    expected: float
    high: float
    events: Counted
    sentences: tuple[Spoken, ...] = ()


class Related(msgspec.Struct, frozen=True):
    """Two sides in short: acts of all time, and their tone where it is known."""

    pair: str
    link: str
    cooperation: Counted
    conflict: Counted
    tone: Level | None


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


def spoken(evidence: Iterable[Evidence]) -> tuple[Spoken, ...]:
    """Events and imported rows as sentences with their sources."""
    lines = (
        of_event(each, len(each.outlets), None)
        if isinstance(each, Event)
        else of_row(each, each.outlets, None)
        for each in evidence
    )
    return tuple(
        Spoken(each.id, _said(each), each.is_read, each.day, each.source, each.link) for each in lines
    )


def _said(line: Line) -> str:
    """The sentence; of a row who did what to whom, for its code names nobody."""
    return line.words if line.is_read else f"{line.who} {line.arrow} {line.whom}, {line.words}"


def related(found: Relation, rows: Ledger, moment: Moment) -> Related:
    """A relation in short.

    Args:
        rows: what happened between the two.
    """
    cooperation, conflict = (
        Counted(kind, len(np.unique(chosen(rows, kind=kind).number)), moment.between(*found.sides, kind=kind))
        for kind in ("cooperation", "conflict")
    )
    tone = found.standings[0].tone
    return Related(pair(found.sides), moment.dyad(*found.sides), cooperation, conflict, tone)


def moved(found: Movement, moment: Moment, evidence: Iterable[Evidence] = ()) -> Moved:
    """A movement in words, with what speaks for it."""
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
        behind=moment.between(*found.sides, since=found.before),
        counts=tuple(
            Counted(word, events, moment.between(*found.sides, kind=kind, since=since, until=until))
            for word, events, kind, since, until in (
                ("cooperation since then", found.cooperation, "cooperation", found.since, None),
                ("conflict since then", found.conflict, "conflict", found.since, None),
                ("cooperation before", found.cooperation_before, "cooperation", found.before, before_end),
                ("conflict before", found.conflict_before, "conflict", found.before, before_end),
            )
        ),
        sentences=spoken(evidence),
    )


def alarmed(found: Alert, moment: Moment, evidence: Iterable[Evidence] = ()) -> Alarmed:
    """An alarm in words, with what speaks for it."""
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
        sentences=spoken(evidence),
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
