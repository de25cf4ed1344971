"""What a forecast looks at: the table of its terms, and their values for pairs of sides before weeks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from dragoman.system.outlook.cells import Last
from dragoman.system.outlook.events import DEEDS, FORECAST, QUAD_OF, QUADS, TYPES, Floats, Ints
from dragoman.system.outlook.history import History
from dragoman.terms.outlook import Deed

LONGEST = 52  # weeks; "not for a year" and "never" are one


class View(StrEnum):
    """Whose acts are counted; A is the actor and B the recipient of what is forecast."""

    FORTH = "A to B"
    BACK = "B to A"
    ACTOR = "A to anybody"
    RECIPIENT = "anybody to B"


class Measure(StrEnum):
    """What of them is taken."""

    LAST_WEEK = "count, half-life of a week"
    MONTH = "count, half-life of four weeks"
    SEASON = "count, half-life of sixteen weeks"
    SINCE = "weeks since the last"


_HALF_LIFE = {Measure.LAST_WEEK: 0, Measure.MONTH: 1, Measure.SEASON: 2}  # places in `HALF_LIVES`


@dataclass(frozen=True, slots=True)
class Subject:
    """What is counted: acts of one kind, seen from one view. Reasons are given by subject."""

    view: View
    group: int


@dataclass(frozen=True, slots=True)
class Feature:
    """One column: a subject and what is taken of it."""

    subject: Subject
    measure: Measure


def quad_of(target: int) -> int:
    """The quad, 16 to 19, of a type; a quad is its own."""
    return int(QUAD_OF[target]) if target < TYPES else target


def features_of(target: int, groups: int) -> tuple[Feature, ...]:
    """The columns for a target, 0 to 19, in a history of so many groups; the same for every pair and week."""
    month, season, anything = Measure.MONTH, Measure.SEASON, groups - 1
    rows: list[tuple[View, int, tuple[Measure, ...]]] = [
        (View.FORTH, target, tuple(Measure)),
        (View.BACK, target, (month, season)),
    ]
    for quad in range(TYPES, TYPES + QUADS):
        if quad != target:
            rows += [(View.FORTH, quad, (month,)), (View.BACK, quad, (month,))]
    for kind in (DEEDS.index(Deed.THREATEN), DEEDS.index(Deed.MOBILIZE)):
        if kind != target:
            rows.append((View.FORTH, kind, (month,)))
    for kind in range(FORECAST, anything):
        rows += [(View.FORTH, kind, (Measure.LAST_WEEK, month)), (View.BACK, kind, (month,))]
    rows += [
        (View.FORTH, anything, (Measure.SINCE,)),
        (View.ACTOR, target, (month,)),
        (View.ACTOR, anything, (month,)),
        (View.RECIPIENT, target, (month,)),
        (View.RECIPIENT, anything, (month,)),
    ]
    return tuple(Feature(Subject(view, group), each) for view, group, taken in rows for each in taken)


def values(
    history: History, features: tuple[Feature, ...], actor: Ints, recipient: Ints, week: Ints
) -> Floats:
    """[queries, features] as known before each week: log(1 + decayed count), -log(1 + weeks since)."""
    found = np.empty((len(week), len(features)))
    lasts: dict[Subject, Last] = {}
    for column, feature in enumerate(features):
        if feature.subject not in lasts:
            lasts[feature.subject] = _last(history, feature.subject, actor, recipient, week)
        last = lasts[feature.subject]
        if feature.measure is Measure.SINCE:
            found[:, column] = -np.log1p(last.weeks_since(LONGEST))
        else:
            found[:, column] = np.log1p(last.counts(_HALF_LIFE[feature.measure]))
    return found


def _last(history: History, subject: Subject, actor: Ints, recipient: Ints, week: Ints) -> Last:
    if subject.view is View.FORTH:
        return history.dyad(subject.group, actor, recipient, week)
    if subject.view is View.BACK:
        return history.dyad(subject.group, recipient, actor, week)
    if subject.view is View.ACTOR:
        return history.actor(subject.group, actor, week)
    return history.recipient(subject.group, recipient, week)
