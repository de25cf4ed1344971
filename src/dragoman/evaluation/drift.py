"""Task ``drift``: whether the alarms find dated shocks, and how often they cry.

Gold: JSON Lines, a shock each: ``{"dyad": ["RUS", "UKR"], "day": "2014-02-27", "what": "..."}``, sides as
ids, codes or names; and coded events to find them in (`dragoman.evaluation.coded_weeks`). The alarms of a
week rest on the weeks before it. Watched are the dyads with `_ENOUGH` events or more in the files, and those
of the shocks. Shocks outside the files are left out.

A shock is found when its dyad has an alarm from the week before its day to two weeks after. Each is
counted twice: with the budget of everybody, and with the shocks' dyads on the watch-list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.evaluation.coded_weeks import CodedWeeks, Pair, in_weeks, read_events
from dragoman.evaluation.gold import read_lines
from dragoman.system import alarms
from dragoman.system.alarms import Budgets
from dragoman.terms import GoldError, Rise, UnknownName
from dragoman.world import load

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_EXPECTED = '{"dyad": ["RUS", "UKR"], "day": "2014-02-27", "what": "..."}'
_ENOUGH = 20
_BEFORE, _AFTER = 1, 2  # weeks
_NEAR = 7  # days
_WEEKS_IN_YEAR = 365.25 / 7


class DriftScore(msgspec.Struct, frozen=True):
    """How well the alarms find shocks.

    Attributes:
        found: share of the shocks with an alarm of their dyad from a week before to two weeks after.
        within_7_days: share with an alarm of a week that begins at most seven days before or after.
        found_watched: as ``found``, when the shocks' dyads stand on the watch-list.
        chance: how often a random week of these dyads would count as found; ``chance_watched`` likewise.
        alarms_per_dyad_year: of all dyads; ``alarms_per_dyad_year_watched``: of those on the watch-list.
        p: the median, over the shocks, of the smallest p near it.
        dyads, weeks: how many were watched; ``outside``: shocks not covered by the files.
        n: shocks.
    """

    found: float
    within_7_days: float
    found_watched: float
    chance: float
    chance_watched: float
    alarms_per_dyad_year: float
    alarms_per_dyad_year_watched: float
    p: float
    dyads: int
    weeks: int
    outside: int
    n: int


class Shock(msgspec.Struct, frozen=True):
    """A day on which a relation changed."""

    dyad: tuple[str, str]
    day: date
    what: str = ""

    @property
    def pair(self) -> Pair:
        """Both sides in alphabetical order."""
        one, other = sorted(self.dyad)
        return one, other


class Sighting(msgspec.Struct, frozen=True):
    """What became of a shock.

    Attributes:
        p: the smallest one from the week before to two weeks after; ``week``: the first day of its week.
        risen: of what there was more.
        alarm, watched: whether there was an alarm in that time: by everybody's budget, by the watch-list's.
        near: whether there was one in a week that begins within seven days.
    """

    shock: Shock
    p: float
    week: date
    risen: Rise
    alarm: bool
    watched: bool
    near: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was measured of every dyad and week [dyads, weeks]: p, what rose, alarms by both budgets."""

    p: Floats
    risen: NDArray[np.int64]
    alarm: Flags
    watched: Flags


class Drift(msgspec.Struct, frozen=True):
    """The score, and what became of each shock."""

    score: DriftScore
    sightings: tuple[Sighting, ...]


def evaluate(
    paths: Sequence[Path], events: Sequence[Path], relations: Path, entities: Path, first: date | None = None
) -> Drift:
    """How well the shocks of gold files are found in coded events.

    Args:
        events, relations, entities, first: see `dragoman.evaluation.coded_weeks.read_events`.

    Raises:
        GoldError: a file is not in its format, or no shock lies within the events.
    """
    shocks = read_shocks(paths)
    coded = read_events(events, relations, entities, first)
    length = timedelta(days=int(coded.day.max()))
    inside = [shock for shock in shocks if coded.first <= shock.day <= coded.first + length]
    if not inside:
        raise GoldError(
            f"none of {len(shocks)} shocks lies from {coded.first} to {coded.first + length}: "
            "give events of their time with --events, or their first day with --first-day"
        )
    weeks = in_weeks(coded, _ENOUGH, [shock.pair for shock in inside])
    evidence = measure(weeks, [shock.pair for shock in inside])
    sightings = tuple(_sighting(shock, weeks, evidence) for shock in inside)
    return Drift(_score(sightings, weeks, evidence, len(shocks)), sightings)


def read_shocks(paths: Sequence[Path]) -> list[Shock]:
    """The shocks of gold files, with the ids of their sides.

    Raises:
        GoldError: a file is not in the format, or a side is nobody the world knows.
    """
    world = load()
    shocks = []
    for shock in read_lines(paths, Shock, _EXPECTED):
        try:
            one, other = (world.resolve(side).id for side in shock.dyad)
        except UnknownName as error:
            raise GoldError(f"shock of {shock.day}: {error}") from error
        shocks.append(Shock((one, other), shock.day, shock.what))
    return shocks


def measure(weeks: CodedWeeks, watch_list: Sequence[Pair] = ()) -> Evidence:
    """p and alarms of every dyad and week, each resting on the weeks before."""
    series = alarms.things(weeks.weeks.cooperation, weeks.weeks.conflict)
    others = weeks.weeks.others
    dyads, length = others.shape
    listed = np.array([pair in set(watch_list) for pair in weeks.pairs], bool)
    budgets = Budgets(watch_list=listed)
    state = alarms.start(dyads, tuple(series))
    p, risen = np.ones((dyads, length)), np.zeros((dyads, length), np.int64)
    alarm, watched = np.zeros((dyads, length), bool), np.zeros((dyads, length), bool)
    for week in range(length):
        state, found = alarms.surprises(
            state, {thing: counts[:, week] for thing, counts in series.items()}, others[:, week]
        )
        p[:, week] = alarms.combined(found)
        risen[:, week] = np.argmin([surprise.p for surprise in found.values()], axis=0)
        alarm[:, week] = alarms.within_budget(p[:, week], Budgets())
        watched[:, week] = alarms.within_budget(p[:, week], budgets)
    watched[~listed] = False
    return Evidence(p, risen, alarm, watched)


def _sighting(shock: Shock, weeks: CodedWeeks, evidence: Evidence) -> Sighting:
    dyad, week = weeks.pairs.index(shock.pair), weeks.week_of(shock.day)
    span = slice(max(week - _BEFORE, 0), week + _AFTER + 1)
    best = span.start + int(evidence.p[dyad, span].argmin())
    alarmed = np.flatnonzero(evidence.alarm[dyad])
    begins = [weeks.monday + timedelta(weeks=int(place)) for place in alarmed]
    return Sighting(
        shock=shock,
        p=float(evidence.p[dyad, best]),
        week=weeks.monday + timedelta(weeks=best),
        risen=alarms.THINGS[evidence.risen[dyad, best]],
        alarm=bool(evidence.alarm[dyad, span].any()),
        watched=bool(evidence.watched[dyad, span].any()),
        near=any(abs((day - shock.day).days) <= _NEAR for day in begins),
    )


def line(seen: Sighting) -> str:
    """What became of a shock, for people."""
    found = "found" if seen.alarm else "found by the watch-list" if seen.watched else "missed"
    where = f"p {seen.p:.2g}, {seen.risen}, week of {seen.week}"
    return f"{seen.shock.day}  {' - '.join(seen.shock.pair)}  {found} ({where}): {seen.shock.what}"


def _score(sightings: Sequence[Sighting], weeks: CodedWeeks, evidence: Evidence, shocks: int) -> DriftScore:
    dyads, length = evidence.p.shape
    number = len(sightings)
    places = [weeks.pairs.index(seen.shock.pair) for seen in sightings]
    listed = sorted(set(places))
    return DriftScore(
        found=sum(seen.alarm for seen in sightings) / number,
        within_7_days=sum(seen.near for seen in sightings) / number,
        found_watched=sum(seen.watched for seen in sightings) / number,
        chance=_chance(evidence.alarm[places]),
        chance_watched=_chance(evidence.watched[places]),
        alarms_per_dyad_year=float(evidence.alarm.mean() * _WEEKS_IN_YEAR),
        alarms_per_dyad_year_watched=float(evidence.watched[listed].mean() * _WEEKS_IN_YEAR),
        p=median(seen.p for seen in sightings),
        dyads=dyads,
        weeks=length,
        outside=shocks - number,
        n=number,
    )


def _chance(alarmed: Flags) -> float:
    """The share of weeks that have an alarm of their dyad in the time in which a shock would be found."""
    length = alarmed.shape[1]
    near = np.zeros(alarmed.shape, bool)
    for shift in range(-_BEFORE, _AFTER + 1):
        first, last = max(0, -shift), min(length, length - shift)
        near[:, first:last] |= alarmed[:, first + shift : last + shift]
    return float(near.mean())
