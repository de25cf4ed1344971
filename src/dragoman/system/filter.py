"""The discounted-count filter: what is known of every dyad's tone and volume after each week.

One state, one step: `step` takes a state and a week and gives the next state; `run` does so for all weeks and
is the same thing. Only the past enters, so a score can be rebuilt as it stood on any day.

Tone: theta, the share of conflict among a dyad's events, is Beta distributed. Decayed counts (half-life
`HALF_LIFE` weeks) are divided by `ALIKE`, since events of one burst of news are not independent, and added to
a prior worth `PRIOR_EVENTS` events whose share comes from both sides' habits (`dragoman.system.habits`).
Volume: `dragoman.system.rates`. The exposure of a dyad is everybody else's events, so that a week with more
news, or an outlet more, is no change of relations.

A week whose exposure is 0 was not covered: what stands in it is passed over, time passes, and nothing is
learnt.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from dragoman.system import habits as habit
from dragoman.system import rates as rate
from dragoman.system.habits import Habits
from dragoman.system.rates import HALF_LIFE, Rates
from dragoman.system.sums import total

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]

ALIKE = 3.0  # events that weigh as one
PRIOR_EVENTS = 1.0
YEAR_HALF_LIFE = 36.0  # weeks; 52 weeks' worth of memory
_LEAST_EXPOSURE = 1.0


class Weekly(Protocol):
    """The weeks of some dyads, to be gone through one after the other; attributes as those of `Weeks`."""

    @property
    def exposure(self) -> Floats: ...

    @property
    def sides(self) -> Indices: ...

    def week(self, number: int) -> tuple[Floats, Floats]:
        """Cooperation and conflict of each dyad in a week [dyads]."""
        ...


@dataclass(frozen=True, slots=True)
class Weeks:
    """The weeks of some dyads, as full tables.

    Attributes:
        cooperation, conflict: counts of merged events [dyads, weeks]; fractions where an event's day is
            known to be one of several weeks.
        exposure: everybody's events [weeks]; 0 where the week is not covered.
        sides: the two actors of each dyad as places in any list of actors [dyads, 2]; [dyads, 0] when
            nothing is known of who they are.
    """

    cooperation: Floats
    conflict: Floats
    exposure: Floats
    sides: Indices

    def __post_init__(self) -> None:
        dyads, weeks = self.cooperation.shape
        if self.conflict.shape != (dyads, weeks) or self.exposure.shape != (weeks,):
            raise ValueError(
                f"cooperation {self.cooperation.shape}, conflict {self.conflict.shape} and exposure "
                f"{self.exposure.shape} do not fit; expected [dyads, weeks] twice and [weeks]"
            )
        if self.sides.shape not in ((dyads, 2), (dyads, 0)):
            raise ValueError(f"sides {self.sides.shape}: expected [{dyads}, 2], or [{dyads}, 0] for none")

    @property
    def others(self) -> Floats:
        """Exposure of each dyad: the events of everybody else [dyads, weeks]; 0 where not covered."""
        return others_of(self.exposure, self.cooperation + self.conflict)

    def week(self, number: int) -> tuple[Floats, Floats]:
        """See `Weekly`."""
        return self.cooperation[:, number], self.conflict[:, number]


def others_of(exposure: Floats, own: Floats) -> Floats:
    """The events of everybody but each dyad; 0 where the week is not covered.

    Args:
        exposure: everybody's events, of one week or of several [weeks].
        own: the dyad's [dyads], or [dyads, weeks].
    """
    return np.where(exposure > 0, np.maximum(exposure - own, _LEAST_EXPOSURE), 0.0)


@dataclass(frozen=True, slots=True)
class State:
    """What is known after some weeks.

    Attributes:
        cooperation, conflict: decayed counts [dyads].
        volume: the rate of the dyads' events.
        year_events, year_exposure: decayed so slowly that they make a year [dyads].
        habits: of the actors; ``sides``: who the dyads are, as in `Weeks`.
        weeks: how many weeks have passed, covered or not.
    """

    cooperation: Floats
    conflict: Floats
    volume: Rates
    year_events: Floats
    year_exposure: Floats
    habits: Habits
    sides: Indices
    weeks: int

    @property
    def events(self) -> Floats:
        """Decayed number of events [dyads]."""
        return self.cooperation + self.conflict


def start(dyads: int, sides: Indices | None = None) -> State:
    """Nothing seen yet.

    Args:
        sides: as in `Weeks`; ``None`` for none.
    """
    who = np.zeros((dyads, 0), np.int64) if sides is None else sides
    actors = int(who.max()) + 1 if who.size else 0
    zeros = np.zeros(dyads)
    return State(zeros, zeros, rate.start(dyads), zeros, zeros, habit.start(actors), who, 0)


def step(state: State, cooperation: Floats, conflict: Floats, exposure: float) -> State:
    """The state a week later.

    Args:
        cooperation, conflict: counts of the week [dyads]; passed over when ``exposure`` is 0.
        exposure: everybody's events of the week.
    """
    covered = float(exposure > 0)
    cooperation, conflict = cooperation * covered, conflict * covered
    events = cooperation + conflict
    others = np.maximum(exposure - events, _LEAST_EXPOSURE) * covered
    left, slow = rate.decay(HALF_LIFE), rate.decay(YEAR_HALF_LIFE)
    together = state.cooperation * left + cooperation
    against = state.conflict * left + conflict
    learnt = state.habits
    if covered:
        learnt = habit.learn(learnt, state.sides, together / ALIKE, against / ALIKE)
    return State(
        together,
        against,
        rate.step(state.volume, events, others),
        state.year_events * slow + events,
        state.year_exposure * slow + others,
        learnt,
        state.sides,
        state.weeks + 1,
    )


def states(weeks: Weekly) -> Iterator[State]:
    """The state before the first week, then that after each."""
    state = start(len(weeks.sides), weeks.sides)
    yield state
    for week, exposure in enumerate(weeks.exposure):
        state = step(state, *weeks.week(week), float(exposure))
        yield state


def run(weeks: Weekly) -> State:
    """The state after all weeks."""
    (last,) = deque(states(weeks), maxlen=1)  # a thousand states of all dyads would be gigabytes
    return last


def tone(state: State) -> tuple[Floats, Floats]:
    """Both parameters of the Beta distribution of each dyad's share of conflict [dyads]."""
    expected = habit.share(state.habits, state.sides, len(state.events))
    return (
        PRIOR_EVENTS * expected + state.conflict / ALIKE,
        PRIOR_EVENTS * (1 - expected) + state.cooperation / ALIKE,
    )


def world_share(state: State) -> float:
    """The share of conflict among the events of all dyads, those of late counting more."""
    return (total(state.conflict) + 0.5) / (total(state.events) + 2)
