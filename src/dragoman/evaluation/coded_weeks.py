"""Files of coded events as weeks of dyads: what the tasks on drift read.

Events are JSON Lines of [day, subject, relation, object, ...], days counted from the first one of the file;
entities ``{"id": 0, "name": "China", "country_suffix": null}``, relations ``{"id": 0, "root": "01"}`` with
the root of their CAMEO code: ICEWS14 and ICEWS18 as this project keeps them. An entity acts for a state when
its suffix names one ("Police (India)"), or its name is a state's. Weeks begin on Mondays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.evaluation.gold import read_lines
from dragoman.system.filter import Weeks
from dragoman.terms import EntityKind, GoldError, UnknownName
from dragoman.world import World, load

Pair = tuple[str, str]
Floats = NDArray[np.float64]

_WEEK = 7
_CONFLICT = 9  # CAMEO roots from here on are conflict, verbal or material
_QUAD = '[58, 12, 3, 104, "train"]'
_ENTITY = '{"id": 0, "name": "Police (India)", "country_suffix": "India"}'
_RELATION = '{"id": 0, "name": "Make statement", "root": "01"}'


class _Entity(msgspec.Struct, frozen=True):
    id: int
    name: str
    country_suffix: str | None = None


class _Relation(msgspec.Struct, frozen=True):
    id: int
    root: Annotated[str, msgspec.Meta(pattern=r"^\d\d$")]


@dataclass(frozen=True, slots=True)
class CodedEvents:
    """Events between states.

    Attributes:
        first: the day 0.
        day: of every event, those inside one state or of no state too [all events].
        between: place in ``day`` of each event between two different states [events].
        pairs: the pair of each of these, ids in alphabetical order; ``conflict``: whether it is conflict.
    """

    first: date
    day: NDArray[np.int64]
    between: NDArray[np.int64]
    pairs: tuple[Pair, ...]
    conflict: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class CodedWeeks:
    """The weeks of the dyads that have events enough.

    Attributes:
        pairs: ids of both sides, in the order of the dyads of ``weeks``.
        monday: the first day of the first week.
    """

    pairs: tuple[Pair, ...]
    weeks: Weeks
    monday: date

    def week_of(self, day: date) -> int:
        """The place of a day's week; may lie outside."""
        return (day - self.monday).days // _WEEK


def read_events(
    paths: Sequence[Path], relations: Path, entities: Path, first: date | None = None
) -> CodedEvents:
    """The events of all files together.

    Args:
        first: day 0; when left out, 1 January of the year in the first file's name ("icews14").

    Raises:
        GoldError: a file is not in the format above, is empty, or its name has no year.
    """
    states = _states(entities)
    roots = {row.id: int(row.root) for row in read_lines([relations], _Relation, _RELATION)}
    rows = list(read_lines(paths, _Row, _QUAD))
    if not rows:
        raise GoldError(f"no events in {', '.join(map(str, paths)) or 'no file'}: expected rows as {_QUAD}")
    between, pairs, conflict = [], [], []
    for place, row in enumerate(rows):
        one, other = states.get(row.subject), states.get(row.object)
        if row.relation not in roots:
            known = f"relation {row.relation} is not in {relations}"
            raise GoldError(f"{paths[0]}: {known}; give files of one set")
        if one and other and one != other:
            between.append(place)
            pairs.append((min(one, other), max(one, other)))
            conflict.append(roots[row.relation] >= _CONFLICT)
    day = np.array([row.day for row in rows], np.int64)
    began = first or _year(paths[0])
    return CodedEvents(began, day, np.array(between, np.int64), tuple(pairs), np.array(conflict, bool))


def are_events(path: Path) -> bool:
    """Whether a file holds coded events, by its first character."""
    try:
        with path.open("rb") as file:
            return file.read(64).lstrip().startswith(b"[")
    except OSError:
        return False


class _Row(msgspec.Struct, frozen=True, array_like=True):
    day: int
    subject: int
    relation: int
    object: int


def _year(path: Path) -> date:
    found = re.search(r"(?:19|20)?(\d\d)(?=\D|$)", path.stem)
    if not found:
        raise GoldError(f"{path}: no year in its name; say with --first-day which day is day 0")
    short = int(found[1])
    return date(2000 + short if short < 70 else 1900 + short, 1, 1)


def _states(path: Path) -> dict[int, str]:
    """The state each entity acts for, where there is one."""
    world = load()
    surfaces = {name.surface.casefold() for name in world.names if _is_state(world, name.entity)}
    known: dict[str, str | None] = {}
    states = {}
    for row in read_lines([path], _Entity, _ENTITY):
        name = row.country_suffix or row.name
        if name not in known:
            known[name] = _state(world, name) if name.casefold() in surfaces else None
        if state := known[name]:
            states[row.id] = state
    return states


def _is_state(world: World, entity: str) -> bool:
    return world.entities[entity].kind is EntityKind.STATE


def _state(world: World, name: str) -> str | None:
    try:
        entity = world.resolve(name)
    except UnknownName:  # several are called so
        return None
    return entity.id if entity.kind is EntityKind.STATE else None


def in_weeks(events: CodedEvents, least: int, named: Sequence[Pair] = ()) -> CodedWeeks:
    """The weeks of each dyad.

    Args:
        least: how many events a dyad needs.
        named: dyads that are taken in any case; ids in alphabetical order.
    """
    monday = events.first - timedelta(days=events.first.weekday())
    week = (events.day + (events.first - monday).days) // _WEEK
    length = int(week.max()) + 1
    counts = _counts(events, week, length)
    chosen = sorted({*named, *(pair for pair, both in counts.items() if both.sum() >= least)})
    none = np.zeros((2, length))
    table = np.array([counts.get(pair, none) for pair in chosen]).reshape(-1, 2, length)
    actors = {side: place for place, side in enumerate(sorted({side for pair in chosen for side in pair}))}
    sides = np.array([[actors[one], actors[other]] for one, other in chosen], np.int64).reshape(-1, 2)
    exposure = np.bincount(week, minlength=length).astype(np.float64)
    return CodedWeeks(tuple(chosen), Weeks(table[:, 0], table[:, 1], exposure, sides), monday)


def _counts(events: CodedEvents, week: NDArray[np.int64], weeks: int) -> Mapping[Pair, Floats]:
    """Cooperation and conflict of each pair [2, weeks]."""
    counts: dict[Pair, Floats] = {}
    for pair, place, conflict in zip(events.pairs, events.between, events.conflict, strict=True):
        if pair not in counts:
            counts[pair] = np.zeros((2, weeks))
        counts[pair][int(conflict), week[place]] += 1
    return counts
