"""Alarms: weeks that brought a dyad more events, or more conflict, than its past lets expect.

For each dyad, week and thing watched there is the probability of so much or more under the forecast of
`dragoman.system.rates`, made before the week. The smallest one of a dyad, times how many things are
watched, is its p. Which of the week's dyads give an alarm is decided by Benjamini and Hochberg (1995): of the
alarms of a week, on average no more than the budget are false. A watch-list has a budget of its own, so that
a dyad on it does not have to stand out among hundreds.

The news has more extreme weeks than any negative binomial. How many more is learnt from the past of all
dyads: p below `_TAIL` becomes _TAIL * (p / _TAIL)^g, and g is the maximum likelihood estimate of an
exponential distribution from the log(_TAIL / p) of all such weeks so far. They are censored at
log(`_CENSORED`), so that a war does not make everything after it look ordinary. Where nothing but chance is
at work, g is 1 and p stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dragoman.system import rates as rate
from dragoman.system.filter import Weekly, others_of
from dragoman.system.rates import Expectation, Rates
from dragoman.system.sums import total
from dragoman.terms import Alarm, Rise

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

BUDGET = 0.1
WATCH_BUDGET = 0.05
THINGS = (Rise.VOLUME, Rise.CONFLICT)  # what is always watched
WARM_UP = 4  # covered weeks before the first alarm
_TAIL = 0.05
_CENSORED = (
    10.0  # how much smaller than `_TAIL` makes no difference to g; 5 to 100 give the same false alarms
)
_FIRST_TAIL, _FIRST_WEIGHT = 0.8, 30.0  # g before anything was seen, as if from so many surprises


@dataclass(frozen=True, slots=True)
class Watched:
    """What is known of one thing that is watched.

    Attributes:
        rates: of its events.
        surprises: how many p were below `_TAIL` and not censored; ``size``: the sum of log(_TAIL / p).
    """

    rates: Rates
    surprises: float
    size: float

    @property
    def exponent(self) -> float:
        """How much less p means than it says; 1: nothing less."""
        weight = self.surprises + _FIRST_WEIGHT
        return min(1.0, weight / (self.size + _FIRST_WEIGHT / _FIRST_TAIL))


@dataclass(frozen=True, slots=True)
class AlarmState:
    """What is known after some weeks: of each thing watched, and how many weeks passed and were covered."""

    watched: Mapping[Rise, Watched]
    weeks: int
    covered: int


@dataclass(frozen=True, slots=True)
class Surprise:
    """A week of one thing: p of each dyad [dyads], and what was expected and counted."""

    p: Floats
    expected: Expectation
    counts: Floats


@dataclass(frozen=True, slots=True)
class Budgets:
    """What share of a week's alarms may be false.

    Attributes:
        everybody, listed: of the dyads that are not on the watch-list, and of those that are.
        watch_list: who is on it [dyads]; ``None`` for nobody.
    """

    everybody: float = BUDGET
    listed: float = WATCH_BUDGET
    watch_list: Flags | None = None


def start(dyads: int, things: Sequence[Rise]) -> AlarmState:
    """Nothing seen yet."""
    return AlarmState({thing: Watched(rate.start(dyads), 0.0, 0.0) for thing in things}, 0, 0)


def step(state: AlarmState, counts: Mapping[Rise, Floats], others: Floats) -> tuple[AlarmState, Floats]:
    """One more week: the state after it, and p of each dyad [dyads].

    Args:
        counts: of each thing that is watched [dyads].
        others: exposure of each dyad [dyads]; all 0 in a week that is not covered, which has no p below 1.
    """
    after, found = surprises(state, counts, others)
    return after, combined(found)


def surprises(
    state: AlarmState, counts: Mapping[Rise, Floats], others: Floats
) -> tuple[AlarmState, dict[Rise, Surprise]]:
    """As `step`, with p of each thing apart."""
    covered = bool((others > 0).any())
    found, watched = {}, {}
    for thing, known in state.watched.items():
        expected = rate.expected(known.rates, others)
        raw = rate.at_least(expected, counts[thing]) if covered else np.ones_like(others)
        small = raw < _TAIL
        p = np.where(small, _TAIL * (raw / _TAIL) ** known.exponent, raw)
        if state.covered < WARM_UP:
            p = np.ones_like(p)
        found[thing] = Surprise(p, expected, counts[thing])
        watched[thing] = _learn(known, raw, small, rate.step(known.rates, counts[thing], others))
    return AlarmState(watched, state.weeks + 1, state.covered + covered), found


def _learn(known: Watched, raw: Floats, small: Flags, rates: Rates) -> Watched:
    size = np.log(_TAIL / np.maximum(raw[small], _TAIL / _CENSORED))
    seen = float((raw[small] > _TAIL / _CENSORED).sum())
    return replace(known, rates=rates, surprises=known.surprises + seen, size=known.size + total(size))


def combined(found: Mapping[Rise, Surprise]) -> Floats:
    """The smallest p of each dyad, times how many things were watched [dyads]."""
    smallest: Floats = np.minimum.reduce([surprise.p for surprise in found.values()])
    return np.minimum(smallest * len(found), 1.0)


def within_budget(p: Floats, budgets: Budgets) -> Flags:
    """Which dyads give an alarm in a week [dyads]."""
    listed = np.zeros(len(p), bool) if budgets.watch_list is None else budgets.watch_list
    chosen = np.zeros(len(p), bool)
    chosen[~listed] = _stand_out(p[~listed], budgets.everybody)
    chosen[listed] = _stand_out(p[listed], budgets.listed)
    return chosen


def _stand_out(p: Floats, budget: float) -> Flags:
    """Benjamini and Hochberg: the largest number k of smallest p that are all at most budget * k / all."""
    ordered = np.sort(p)
    passing = ordered <= budget * np.arange(1, len(p) + 1) / max(len(p), 1)
    if not passing.any():
        return np.zeros(len(p), bool)
    chosen: Flags = p <= ordered[passing].max()
    return chosen


def alarms(weeks: Weekly, budgets: Budgets | None = None, talk: Floats | None = None) -> tuple[Alarm, ...]:
    """All alarms of some weeks, by week and then by dyad; each rests on the weeks before it alone.

    Args:
        talk: what is planned, threatened or called for [dyads, weeks], to be watched as well.

    Raises:
        ValueError: the shapes do not fit.
    """
    budgets = budgets or Budgets()
    shape = (len(weeks.sides), len(weeks.exposure))
    if talk is not None and talk.shape != shape:
        raise ValueError(f"talk {talk.shape}: expected {shape}, as the other counts")
    state = start(len(weeks.sides), THINGS if talk is None else (*THINGS, Rise.TALK))
    raised: list[Alarm] = []
    for week, exposure in enumerate(weeks.exposure):
        counts = things(*weeks.week(week), None if talk is None else talk[:, week])
        state, found = surprises(state, counts, others_of(exposure, counts[Rise.VOLUME]))
        p = combined(found)
        raised.extend(
            _alarm(int(dyad), week, p, found, budgets) for dyad in np.flatnonzero(within_budget(p, budgets))
        )
    return tuple(raised)


def things(cooperation: Floats, conflict: Floats, talk: Floats | None = None) -> dict[Rise, Floats]:
    """The counts of each thing that is watched, of a week [dyads] or of all [dyads, weeks]."""
    counts = {Rise.VOLUME: cooperation + conflict, Rise.CONFLICT: conflict}
    return counts if talk is None else counts | {Rise.TALK: talk}


def _alarm(dyad: int, week: int, p: Floats, found: Mapping[Rise, Surprise], budgets: Budgets) -> Alarm:
    what = min(found, key=lambda thing: found[thing].p[dyad])
    surprise = found[what]
    one = Expectation(surprise.expected.mean[[dyad]], surprise.expected.size[[dyad]])
    listed = budgets.watch_list is not None and bool(budgets.watch_list[dyad])
    return Alarm(
        dyad=dyad,
        week=week,
        what=what,
        p=float(p[dyad]),
        observed=float(surprise.counts[dyad]),
        expected=float(one.mean[0]),
        low=float(rate.quantile(one, 0.05)[0]),
        high=float(rate.quantile(one, 0.95)[0]),
        budget=budgets.listed if listed else budgets.everybody,
        watched=listed,
    )
