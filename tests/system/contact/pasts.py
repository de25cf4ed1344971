"""Invented pasts."""

from __future__ import annotations

import numpy as np

from dragoman.system.contact import History, Traits

MEET, ACCUSE = 0, 1
WEEKLY, PARTNER, BUSY = 0, 1, 2
ACTORS = 12
Rows = np.ndarray[tuple[int, int], np.dtype[np.int64]]


def rows(days: int = 140, seed: int = 0) -> Rows:
    """Day, actor, relation, recipient: two meet every week, and everybody deals with anybody."""
    rng = np.random.default_rng(seed)
    weekly = [(day, WEEKLY, MEET, PARTNER) for day in range(1, days, 7)]
    others = [(day, *_anybody(rng)) for day in range(days) for _ in range(3)]
    return np.array(weekly + others, dtype=np.int64)


def history(table: Rows, traits: Traits | None = None) -> History:
    """The past with these rows."""
    day, actor, relation, recipient = table.T
    return History.of(day, actor, relation, recipient, actors=ACTORS, relations=2, traits=traits)


def shuffled(table: Rows) -> Rows:
    """The same rows in another order."""
    return table[np.random.default_rng(7).permutation(len(table))]


def _anybody(rng: np.random.Generator) -> tuple[int, int, int]:
    actor, recipient = rng.choice(np.arange(BUSY, ACTORS), 2, replace=False)
    return int(actor), int(rng.integers(2)), int(recipient)
