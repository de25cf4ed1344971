"""Tone and volume of dyads with their intervals, and what they let expect of the next weeks.

Tone and volume are shown apart and never added up: in the week in which Crimea was seized the news held more
talk between Russia and Ukraine than fighting, and any sum of the two looked friendly.

A dyad has a tone when its events (decayed, `ENOUGH`) leave it an interval narrower than the spread of all
well-known dyads; below, it could stand anywhere, and the answer is ``None``. For its volume the events of its
year count. docs/why/tone-and-volume.md has the measurements.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv, betaln, gammaincinv, gammaln, logit

from dragoman.system import rates as rate
from dragoman.system.filter import ALIKE, PRIOR_EVENTS, State, tone, world_share
from dragoman.system.rates import Expectation
from dragoman.system.sums import total
from dragoman.terms import Acts, EventType, Level, Relation, Severity, Standing
from dragoman.world import plover

Floats = NDArray[np.float64]

ENOUGH = 8.0  # decayed events; chosen on ICEWS18 by the width of the interval
_LOW, _HIGH = 0.05, 0.95
_LEAST_SHARE = 0.005  # shares nearer to 0 or 1 are not told apart
_STEADY = 12.0  # the most a tone is worth for the weeks ahead; on ICEWS18
_RESTLESS = 4.0  # how much more a level moves than its weeks would if they were independent; on ICEWS18


@dataclass(frozen=True, slots=True)
class Levels:
    """A figure of every dyad [dyads], as `Level`; and whether there are events enough to give it."""

    value: Floats
    low: Floats
    high: Floats
    n: Floats
    enough: NDArray[np.bool_]

    def level(self, dyad: int) -> Level | None:
        """That of one dyad; ``None``: not enough events."""
        if not self.enough[dyad]:
            return None
        figures = (self.value, self.low, self.high, self.n)
        return Level(*(float(figure[dyad]) for figure in figures))


def shares(state: State) -> Levels:
    """The share of conflict among each dyad's events, 0 to 1, with the 90 % interval of its Beta."""
    against, together = tone(state)
    low, high = (betaincinv(against, together, quantile) for quantile in (_LOW, _HIGH))
    return Levels(against / (against + together), low, high, state.events, state.events >= ENOUGH)


def tones(state: State, world_share_: float | None = None) -> Levels:
    """The tone of each dyad, in log odds: 0 is the world's, above it is less conflict.

    Args:
        world_share_: the share of conflict in the world, where the state has only some of its dyads.
    """
    share = shares(state)
    world = float(logit(world_share(state) if world_share_ is None else world_share_))

    def less(figure: Floats) -> Floats:
        odds: Floats = logit(np.clip(figure, _LEAST_SHARE, 1 - _LEAST_SHARE))
        return world - odds

    return Levels(less(share.value), less(share.high), less(share.low), share.n, share.enough)


def volumes(state: State) -> Levels:
    """Events of each dyad now as a multiple of its own year's, exposure taken into account; 1 is as usual.

    The interval is that of the rate now; the year counts as known.
    """
    shape, per = rate.shape_rate(state.volume)
    firm = _level_shape(state)
    low, high = (gammaincinv(firm, quantile) / np.maximum(firm, 1e-9) for quantile in (_LOW, _HIGH))
    now = shape / per
    prior_exposure = per - state.volume.exposure
    year = (rate.PRIOR + state.year_events) / np.maximum(prior_exposure + state.year_exposure, 1e-12)
    value = now / year
    enough = state.year_events >= ENOUGH
    return Levels(value, value * low, value * high, state.events, enough)


def _level_shape(state: State) -> Floats:
    """Shape of the Gamma distribution of each dyad's mean rate, its restlessness included [dyads].

    A decayed mean of independent weeks has (1 - d) / (1 + d) of one week's variance.
    """
    shape, _ = rate.shape_rate(state.volume)
    left = rate.decay()
    averaged = _RESTLESS * (1 - left) / (1 + left)
    return 1 / (1 / np.maximum(shape, 1e-9) + rate.dispersion(state.volume) * averaged)


def volume_ahead(state: State, exposure: Floats, weeks: int = 1) -> Expectation:
    """How many events the next weeks bring each dyad, all together.

    Args:
        exposure: everybody else's events in these weeks [dyads].
    """
    shape, per = rate.shape_rate(state.volume)
    if weeks == 1:
        return rate.expected(state.volume, exposure)
    size = 1 / (1 / _level_shape(state) + rate.dispersion(state.volume) / weeks)
    return Expectation(exposure * shape / per, size)


def conflict_ahead(state: State, events: Floats) -> tuple[Floats, Floats]:
    """The 90 % interval of how many of each dyad's next events are conflict (Beta-binomial) [dyads].

    Args:
        events: how many there are in the weeks to come [dyads], whole numbers.
    """
    against, together = tone(state)
    firm = 1 / (1 / (against + together + 1) + 1 / _STEADY)
    share = against / (against + together)
    low, high = np.zeros_like(events), np.zeros_like(events)
    for dyad, number in enumerate(events):
        reached = _beta_binomial(int(number), share[dyad] * firm[dyad], (1 - share[dyad]) * firm[dyad])
        low[dyad], high[dyad] = np.searchsorted(reached, (_LOW, _HIGH))
    return low, np.minimum(high, events)


def _beta_binomial(events: int, against: float, together: float) -> Floats:
    """Probability of at most 0, 1, ... ``events`` successes [events + 1]."""
    found = np.arange(events + 1)
    ways = gammaln(events + 1) - gammaln(found + 1) - gammaln(events - found + 1)
    each = ways + betaln(found + against, events - found + together) - betaln(against, together)
    reached: Floats = np.exp(each).cumsum()
    return reached


def standings(state: State, acts: Acts) -> tuple[Standing, ...]:
    """Tone, share of conflict and volume of all dyads, in their order.

    Args:
        state: after the events that ``acts`` names.
    """
    tone_, share, volume = tones(state), shares(state), volumes(state)
    return tuple(
        Standing(acts, tone_.level(dyad), share.level(dyad), volume.level(dyad))
        for dyad in range(len(state.events))
    )


def relations(
    states: Mapping[Acts, State],
    sides: Sequence[tuple[str, str]],
    week: date,
    severity: Sequence[Severity | None] | None = None,
) -> tuple[Relation, ...]:
    """How the two sides of each dyad stand at the end of a week, in the order of the dyads.

    Args:
        states: after all events, and after those that are verbal and material, as far as wanted.
        sides: the ids of each dyad's actors.
        week: its first day.
        severity: of each dyad, as `severities` gives it.
    """
    found = [standings(states[acts], acts) for acts in Acts if acts in states]
    return tuple(
        Relation(sides[dyad], week, tuple(each[dyad] for each in found), severity[dyad] if severity else None)
        for dyad in range(len(sides))
    )


def severities(types: Floats) -> tuple[Severity | None, ...]:
    """The mean PLOVER score of each dyad's events, with its standard deviation; ``None``: not enough events.

    The types of a dyad's events are Dirichlet distributed, with all dyads' shares as a prior worth
    `PRIOR_EVENTS` events; mean and variance are those of the score weighted so.

    Args:
        types: decayed counts of each event type, in the order of `EventType` [dyads, 16].
    """
    weights = np.array([plover.score(kind) for kind in EventType])
    everybody = np.array([total(column) for column in types.T]) + 1 / len(weights)
    alpha = types / ALIKE + PRIOR_EVENTS * everybody / everybody.sum()
    whole = alpha.sum(axis=1)
    mean = (alpha * weights).sum(axis=1) / whole
    variance = ((alpha * weights**2).sum(axis=1) / whole - mean**2) / (whole + 1)
    events = types.sum(axis=1)
    return tuple(
        Severity(float(mean[dyad]), float(np.sqrt(variance[dyad])), float(events[dyad]))
        if events[dyad] >= ENOUGH
        else None
        for dyad in range(len(types))
    )
