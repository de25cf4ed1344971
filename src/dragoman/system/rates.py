"""How many events a dyad has: a discounted Gamma-Poisson filter with exposure, and what it expects next.

A dyad's rate is Gamma distributed; each week halves what was learnt `HALF_LIFE` weeks ago (a power discount,
West and Harrison, Bayesian Forecasting and Dynamic Models, 1997, chapter 10). The prior of a dyad without a
past is the mean rate of all dyads, worth `PRIOR` events. News comes in bursts, so what is expected of a week
is a negative binomial; its dispersion is estimated from the errors of past forecasts, dyad by dyad, and
shrunk to that of all dyads as if that were `POOL` weeks of the dyad's own.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc, gammaln

from dragoman.system.sums import total

Floats = NDArray[np.float64]

HALF_LIFE = 8.0  # weeks
PRIOR = 0.5  # events
POOL = 20.0  # weeks
DISPERSIONS: Floats = np.geomspace(0.02, 5.0, 13)  # variance of a week's rate as a share of its squared mean
_FIRST: Floats = -0.5 * np.log(DISPERSIONS / 0.4) ** 2  # before anything was seen, worth half a week
_MEMORY = 0.5 ** (1 / 52)  # errors of forecasts are forgotten by half in a year


@dataclass(frozen=True, slots=True)
class Rates:
    """What is known of the rate of each dyad after some weeks.

    Attributes:
        events: decayed number of events [dyads].
        exposure: decayed exposure [dyads].
        fit: log-likelihood of each dispersion of `DISPERSIONS` by the weeks so far [dyads, dispersions].
        weeks: how many weeks those were, by now forgotten ones not counted.
    """

    events: Floats
    exposure: Floats
    fit: Floats
    weeks: float


@dataclass(frozen=True, slots=True)
class Expectation:
    """A negative binomial for each dyad: mean and size [dyads]; the variance is mean + mean^2 / size."""

    mean: Floats
    size: Floats


def start(dyads: int) -> Rates:
    """Nothing seen yet."""
    return Rates(np.zeros(dyads), np.zeros(dyads), np.zeros((dyads, len(DISPERSIONS))), 0.0)


def decay(half_life: float = HALF_LIFE) -> float:
    """What is left after a week."""
    return float(0.5 ** (1 / half_life))


def shape_rate(rates: Rates) -> tuple[Floats, Floats]:
    """Shape and rate of the Gamma distribution of each dyad's events per exposure; 0 and 1 before any."""
    exposure = total(rates.exposure)
    mean = (total(rates.events) + PRIOR) / exposure if exposure else 0.0
    if not mean:
        return np.zeros_like(rates.events), np.ones_like(rates.events)
    return PRIOR + rates.events, PRIOR / mean + rates.exposure


def dispersion(rates: Rates) -> Floats:
    """Variance of the week's rate as a share of its squared mean, for each dyad (posterior mean)."""
    everybody = np.array([total(column) for column in rates.fit.T])
    dyads = max(len(rates.events), 1)
    pool = everybody / dyads * (POOL / max(rates.weeks, POOL)) + _FIRST
    fit = rates.fit + pool
    weight = np.exp(fit - fit.max(axis=1, keepdims=True))
    mean: Floats = (weight * np.log(DISPERSIONS)).sum(axis=1) / weight.sum(axis=1)
    return np.exp(mean)


def expected(rates: Rates, exposure: Floats) -> Expectation:
    """What a week of some exposure [dyads] is expected to bring."""
    shape, rate = shape_rate(rates)
    size = 1 / (1 / np.maximum(shape, 1e-9) + dispersion(rates))
    return Expectation(exposure * shape / rate, size)


def step(rates: Rates, counts: Floats, exposure: Floats, half_life: float = HALF_LIFE) -> Rates:
    """One more week.

    Args:
        counts: events of the week [dyads].
        exposure: of the week [dyads]; 0 where the week is not covered. Then time passes and nothing else.
    """
    covered = exposure > 0
    left = decay(half_life)
    shape, rate = shape_rate(rates)
    known = covered & (shape > 0)
    fit, weeks = rates.fit, rates.weeks
    if known.any():
        mean = np.where(known, exposure * shape / rate, 1.0)[:, None]
        size = 1 / (1 / np.maximum(shape, 1e-9)[:, None] + DISPERSIONS)
        fit = fit * _MEMORY + np.where(known[:, None], log_probability(mean, size, counts[:, None]), 0.0)
        weeks = weeks * _MEMORY + 1
    return Rates(
        rates.events * left + np.where(covered, counts, 0.0), rates.exposure * left + exposure, fit, weeks
    )


def log_probability(mean: Floats, size: Floats, counts: Floats) -> Floats:
    """Log of the negative binomial probability of some counts, without the part that only they decide.

    Args:
        mean, counts: [dyads, 1].
        size: [dyads, sizes].
    """
    log: Floats = -size * np.log1p(mean / size)
    some = np.flatnonzero(counts[:, 0])  # in most weeks most dyads have nothing, and gammaln is dear
    sizes, seen, expected = size[some], counts[some], mean[some]
    log[some] += gammaln(seen + sizes) - gammaln(sizes) + seen * np.log(expected / (expected + sizes))
    return log


def at_least(forecast: Expectation, counts: Floats) -> Floats:
    """Probability of at least so many events as were counted; 1 where nothing is expected of any dyad."""
    odd = (counts > 0) & (forecast.mean > 0)
    share = forecast.mean / (forecast.mean + forecast.size)
    tail = betainc(np.where(odd, counts, 1.0), forecast.size, share)
    return np.where(odd, tail, 1.0)


def quantile(forecast: Expectation, probability: float) -> Floats:
    """The least number of events whose probability of being reached or undercut is at least this."""
    low: Floats = np.full_like(forecast.mean, -1.0)
    high: Floats = np.ceil(forecast.mean + 60 * np.sqrt(forecast.mean + forecast.mean**2 / forecast.size) + 1)
    while (high - low > 1).any():
        middle = np.floor((low + high) / 2)
        enough = 1 - at_least(forecast, middle + 1) >= probability
        low, high = np.where(enough, low, middle), np.where(enough, middle, high)
    return high
