"""How much of what each actor does is conflict: the habit that speaks for a dyad with few events of its own.

A dyad's expected share of conflict is sigmoid(world + habit of one side + habit of the other), a logistic
regression on the decayed counts of all dyads with a normal prior on the habits. It is moved a few damped
Newton steps after each week, so it never knows more than the past, and a week costs as much as there are
dyads.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from dragoman.system.sums import total, totals

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]

_STEPS, _DAMPING = 3, 0.5  # both sides of a dyad move at once; half steps keep them from overshooting
_VARIANCE = 1.0  # of the habits, in logits
_START, _START_VARIANCE = -1.0, 4.0  # of the world: a quarter of the news is conflict, more or less


@dataclass(frozen=True, slots=True)
class Habits:
    """The world's log odds of conflict, and what each actor adds to it [actors]."""

    world: float
    actors: Floats


def start(actors: int) -> Habits:
    """Nobody differs from the world."""
    return Habits(_START, np.zeros(actors))


def share(habits: Habits, sides: Indices, dyads: int) -> Floats:
    """The share of conflict to be expected of each dyad by who it is.

    Args:
        sides: the two actors of each dyad [dyads, 2]; with no columns [dyads, 0] all dyads are alike.
        dyads: how many there are.
    """
    added = habits.actors[sides].sum(axis=1) if sides.size else np.zeros(dyads)
    expected: Floats = expit(habits.world + added)
    return expected


def learn(habits: Habits, sides: Indices, cooperation: Floats, conflict: Floats) -> Habits:
    """The habits after another look at the decayed counts of all dyads [dyads]."""
    events = cooperation + conflict
    for _ in range(_STEPS):
        expected = share(habits, sides, len(events))
        surprise, weight = conflict - events * expected, events * expected * (1 - expected)
        world_push = total(surprise) - (habits.world - _START) / _START_VARIANCE
        world = habits.world + _DAMPING * world_push / (total(weight) + 1 / _START_VARIANCE)
        actors = habits.actors
        if sides.size:
            push = _by_actor(surprise, sides, len(actors)) - actors / _VARIANCE
            actors = actors + _DAMPING * push / (_by_actor(weight, sides, len(actors)) + 1 / _VARIANCE)
        habits = Habits(world, actors)
    return habits


def _by_actor(values: Floats, sides: Indices, actors: int) -> Floats:
    return totals(np.repeat(values, 2), sides.ravel(), actors)
