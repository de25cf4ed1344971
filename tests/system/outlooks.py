"""Made-up records for the tests of the outlook."""

from __future__ import annotations

import numpy as np

from dragoman.system.outlook import DEEDS, Events
from dragoman.terms.outlook import Deed

ASSAULT, ACCUSE, AID = (DEEDS.index(each) for each in (Deed.ASSAULT, Deed.ACCUSE, Deed.AID))


def events(rows: list[tuple[int, int, int, int]], sides: int, weeks: int) -> Events:
    """Columns from rows of actor, recipient, week and kind; every week is covered."""
    table = np.array(rows, np.int64).reshape(-1, 4)
    actor, recipient, week, kind = table.T
    return Events(actor, recipient, week, kind, np.ones(len(table)), sides, np.full(weeks, 10.0))


def busy(seed: int, sides: int = 8, weeks: int = 40, number: int = 900) -> Events:
    """Pairs with habits of their own: some act often, most seldom, in bursts."""
    dice = np.random.default_rng(seed)
    pair = np.minimum(dice.geometric(0.08, number) - 1, sides * (sides - 1) - 1)
    actor, other = np.divmod(pair, sides - 1)
    recipient = other + (other >= actor)
    week = np.clip(dice.integers(0, weeks // 4, number) * 4 + dice.integers(0, 3, number), 0, weeks - 1)
    kind = dice.choice([ASSAULT, ACCUSE, AID], number, p=[0.4, 0.4, 0.2])
    weight = dice.uniform(0.1, 2.0, number)
    return Events(actor, recipient, week, kind, weight, sides, np.full(weeks, 25.0))


def two(dice: np.random.Generator, sides: int) -> tuple[int, int]:
    """Two different sides."""
    one, other = dice.choice(sides, 2, replace=False).tolist()
    return one, other
