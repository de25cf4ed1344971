"""Past weeks to learn from: for which pairs and weeks it is known what came within the horizon.

A row is a pair in contact before week t and what came in weeks t to t + h - 1. Rows in which it happened are
rare, so they are drawn apart from the others, and each part is weighted back to its true size (case-control
sampling; King and Zeng 2001). Nothing is enumerated: every row in which it happened belongs to exactly one
cell, the next one after t, so they are counted and drawn by cell.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dragoman.system.outlook.events import Flags, Floats, Ints
from dragoman.system.outlook.history import History

WARM_UP = 8  # covered weeks before the first week that is learnt from
RECENT = 156  # weeks; older ones are not learnt from
HAPPENED, OTHERS = 8_000, 16_000  # rows drawn of each at most


@dataclass(frozen=True, eq=False, slots=True)
class Sample:
    """Rows to learn from; all [rows], sorted by pair and week.

    Attributes:
        happened: whether an act came within the horizon.
        weight: how many rows each stands for.
    """

    actor: Ints
    recipient: Ints
    week: Ints
    happened: Flags
    weight: Floats


def learnable(history: History, weeks: int) -> Ints:
    """The forecast weeks whose horizon is over and was covered throughout, ascending."""
    covered = np.concatenate([[0], np.cumsum(history.covered)])
    week = np.arange(max(0, history.week - weeks - RECENT + 1), history.week - weeks + 1)
    full = covered[week + weeks] - covered[week] == weeks
    found: Ints = week[full & (covered[week] >= WARM_UP)]
    return found


def came(history: History, group: int, actor: Ints, recipient: Ints, week: Ints, weeks: int) -> Flags:
    """[queries] whether an act came in week to week + weeks - 1."""
    segment = (group * history.sides + actor) * history.sides + recipient
    cells = history.dyads
    place = np.searchsorted(cells.keys, segment * cells.span + week)
    until = np.minimum(week + weeks, history.week)
    return place < np.searchsorted(cells.keys, segment * cells.span + until)


def sample(history: History, group: int, weeks: int, seed: int) -> Sample:
    """Rows for one target and horizon; the same history and seed give the same rows."""
    allowed = learnable(history, weeks)
    until = np.searchsorted(allowed, np.arange(history.week + 2))  # allowed weeks before each week
    dice = np.random.default_rng(seed)
    first, number, where = _happened(history, group, weeks, until)
    drawn = _drawn(number, HAPPENED, dice)
    cell, offset = _located(number, drawn)
    yes_pair, yes_week = where[cell], allowed[until[first[cell]] + offset]
    free = len(allowed) - until[np.minimum(history.start + 1, history.week + 1)]
    row, offset = _located(free, _drawn(free, OTHERS, dice))
    pair, week = history.pairs[row], allowed[len(allowed) - free[row] + offset]
    no = ~came(history, group, pair // history.sides, pair % history.sides, week, weeks)
    happened = np.concatenate([np.ones(len(yes_pair), bool), np.zeros(int(no.sum()), bool)])
    total_yes, total_no = float(number.sum()), float(free.sum() - number.sum())
    weight = np.where(happened, total_yes / max(len(yes_pair), 1), total_no / max(int(no.sum()), 1))
    pairs, when = np.concatenate([yes_pair, pair[no]]), np.concatenate([yes_week, week[no]])
    order = np.lexsort((when, pairs))
    pairs = pairs[order]
    return Sample(pairs // history.sides, pairs % history.sides, when[order], happened[order], weight[order])


def _happened(history: History, group: int, weeks: int, until: Ints) -> tuple[Ints, Ints, Ints]:
    """By cell of the group: the first week whose next act it is, how many allowed weeks it has, its pair."""
    square = history.sides**2
    cells = history.dyads
    key = cells.keys[cells.slice(group * square, (group + 1) * square)]
    segment, week = np.divmod(key, cells.span)
    pair = segment - group * square
    before = np.where(np.diff(pair, prepend=-1) == 0, np.concatenate([[-1], week[:-1]]), -1)
    start = history.start[np.searchsorted(history.pairs, pair)] if len(pair) else week
    first = np.maximum(np.maximum(before + 1, week - weeks + 1), start + 1)
    first = np.clip(first, 0, week + 1)
    return first, until[week + 1] - until[first], pair


def _drawn(number: Ints, most: int, dice: np.random.Generator) -> Ints:
    """Places in so many rows, ascending: all of them, or ``most`` with replacement."""
    total = int(number.sum())
    return np.arange(total) if total <= most else np.sort(dice.integers(0, total, most))


def _located(number: Ints, place: Ints) -> tuple[Ints, Ints]:
    """Of places in rows that are grouped ``number`` by ``number``: the group and the place within it."""
    past = np.cumsum(number)
    group = np.searchsorted(past, place, side="right")
    return group, place - (past[group] - number[group]) if len(place) else place
