"""Invented systems of states in two camps, counted by week."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import numpy as np

from dragoman.system.counts import Counts, Step, period_on

SIDES = tuple("ABCDEFGHIJKL")  # A to F are one camp, G to L the other
START = period_on(date(2024, 1, 1), Step.WEEK)

QUAD = {False: 0, True: 2}  # verbal cooperation, verbal conflict
Row = tuple[int, int, int, int]  # actor, recipient, quad, week


def rows(events: int = 6000, weeks: int = 30, seed: int = 0, split: float = 0.9) -> list[Row]:
    """Events between states drawn evenly; within a camp conflict is rare, between camps it is as likely as
    ``split``; 0.1 for no camps at all.
    """
    chance = np.random.default_rng(seed)
    found = []
    for _ in range(events):
        actor, recipient = (int(each) for each in chance.choice(len(SIDES), 2, replace=False))
        apart = (actor < 6) != (recipient < 6)
        conflict = bool(chance.random() < (split if apart else 0.1))
        found.append((actor, recipient, QUAD[conflict], int(chance.integers(weeks))))
    return found


def counted(events: Iterable[Row], sides: tuple[str, ...] = SIDES, weeks: int = 30) -> Counts:
    """Counts of whole events."""
    cells: dict[int, list[float]] = {}
    for actor, recipient, quad, week in events:
        key = (actor * len(sides) + recipient) * weeks + week
        cells.setdefault(key, [0.0] * 4)[quad] += 1
    keys = sorted(cells)
    table = np.array([cells[key] for key in keys], np.float64).reshape(-1, 4)
    every = np.ones(weeks)
    return Counts(
        sides, Step.WEEK, START, START + weeks, np.array(keys, np.int64), table, table.sum(axis=1), every
    )
