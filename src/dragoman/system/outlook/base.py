"""How often a side does something to another anyway: the base rate that stands beside every forecast.

    p = (hits + k prior) / (weeks + k)        prior = rate(A) rate(B) rate(world), as far as each is known
    within h weeks: 1 - (1 - p)^m, 1 <= m <= h

Hits and weeks fade with a half-life of a year. k (how many weeks the prior is worth) and m (how many
independent weeks h weeks are worth: acts come in clusters) are fitted on past weeks, for all pairs together.
Beta-binomial shrinkage with a prior of two margins; own derivation.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dragoman.system.outlook.events import Flags, Floats, Ints
from dragoman.system.outlook.history import History

DEFAULT_WORTH = 8.0  # weeks the prior is worth before anything was fitted
_WORTHS = (2.0, 4.0, 8.0, 16.0, 32.0, 64.0)
_MARGIN = 2.0  # acts that a side's own rate must outweigh
_MOST, _LEAST = 0.98, 1e-7  # no prior is surer than that
_STEPS = 25


@dataclass(frozen=True, eq=False, slots=True)
class Frequency:
    """How often it was, as known before some weeks; all [queries].

    Attributes:
        hits: weeks with an act, faded.
        trials: covered weeks, faded.
        prior: share of weeks to expect of two sides with such habits.
    """

    hits: Floats
    trials: Floats
    prior: Floats

    def weekly(self, worth: float) -> Floats:
        """[queries] probability of an act in one week, with a prior worth so many weeks."""
        return (self.hits + worth * self.prior) / (self.trials + worth)


def in_contact(history: History, actor: Ints, recipient: Ints, week: Ints) -> Flags:
    """[queries] whether the two had anything to do with each other before each week."""
    if not len(history.pairs):
        return np.zeros(len(actor), bool)
    pair = actor * history.sides + recipient
    place = np.minimum(np.searchsorted(history.pairs, pair), len(history.pairs) - 1)
    known: Flags = (history.pairs[place] == pair) & (history.start[place] < week)
    return known


def frequency(history: History, group: int, actor: Ints, recipient: Ints, week: Ints) -> Frequency:
    """Hits, weeks and prior of pairs before weeks; ``actor``, ``recipient``, ``week`` are [queries]."""
    trials = history.trials[week]
    met = in_contact(history, actor, recipient, week)
    pairs = history.partners_out.sum(axis=0)[week]
    rate = history.everybody[group, week] / np.maximum(trials * pairs, 1.0)
    habits = np.ones(len(week))
    for last, partners in (
        (history.actor(group, actor, week), history.partners_out[actor, week]),
        (history.recipient(group, recipient, week), history.partners_in[recipient, week]),
    ):
        habits *= (last.hits() + _MARGIN) / (rate * trials * partners + _MARGIN)
    strange = history.newcomers[group] / max(history.strangers, 1.0)
    prior = np.clip(np.where(met, rate, strange) * habits, _LEAST, _MOST)
    hits = history.dyad(group, actor, recipient, week).hits()
    return Frequency(hits, trials, prior)


def within(weekly: Floats, worth: float) -> Floats:
    """Probability of at least one act in weeks worth ``worth`` independent ones."""
    return -np.expm1(worth * np.log1p(-np.minimum(weekly, _MOST)))


def fit_prior(known: Frequency, happened: Flags, weight: Floats) -> float:
    """The worth of the prior, in weeks, under which what happened was likeliest; all [rows]."""
    losses = [log_loss(known.weekly(worth), happened, weight) for worth in _WORTHS]
    return _WORTHS[int(np.argmin(losses))]


def fit_worth(weekly: Floats, happened: Flags, weight: Floats, least: float, most: float) -> float:
    """How many independent weeks a window is worth, ``least`` to ``most``; golden section on log m."""
    low, high = np.log(least), np.log(most)
    golden = (np.sqrt(5) - 1) / 2
    for _ in range(_STEPS if most > least else 0):
        one, other = high - golden * (high - low), low + golden * (high - low)
        left, right = (
            log_loss(within(weekly, float(np.exp(each))), happened, weight) for each in (one, other)
        )
        low, high = (low, other) if left <= right else (one, high)
    return float(np.exp((low + high) / 2))


def log_loss(probability: Floats, happened: Flags, weight: Floats) -> float:
    """Weighted mean of minus the logarithm of the probability of what came."""
    chance = np.clip(np.where(happened, probability, 1 - probability), 1e-12, 1.0)
    return float(-(weight * np.log(chance)).sum() / max(weight.sum(), 1e-12))
