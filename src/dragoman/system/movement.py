"""Who moved towards whom, and away from whom, since a day: two stretches of time compared.

The share of cooperation in each stretch is Beta distributed: the world's share, worth `PRIOR_EVENTS` events,
and the dyad's own events, of which `ALIKE` weigh as one, for events of one burst of news are not independent.
The logit of a Beta(a, b) variable has the mean digamma(a) - digamma(b) and the variance trigamma(a) +
trigamma(b) (Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions, 1995, chapter 25). The two
stretches share no event, so the variance of the change is the sum of both; it is taken as normal.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import digamma, ndtr, polygamma

from dragoman.system.counts import Counts, first_day
from dragoman.system.dyads import busy
from dragoman.system.filter import ALIKE
from dragoman.terms import Movement

Floats = NDArray[np.float64]
Places = NDArray[np.int64]

PRIOR_EVENTS = 2.0  # of the world's share, in each stretch
LEAST = 3.0  # events in the later stretch, below which nothing is listed
_WIDTH = 1.6448536269514722  # standard deviations on either side of a 90 % interval
_CERTAIN = 0.95


def movements(counts: Counts, since: int, before: int, least: float = LEAST) -> tuple[Movement, ...]:
    """The movement of every dyad with enough events, the most certain first.

    Args:
        counts: by week, of undirected pairs.
        since: place of the first period of the later stretch, which lasts to the end.
        before: place of the first period of the earlier stretch, which lasts up to ``since``.
        least: events in the later stretch.
    """
    numbers, sides = busy(counts), counts.sides
    good, bad = _stretch(counts, numbers, since, counts.periods)
    good_before, bad_before = _stretch(counts, numbers, before, since)
    together, against = good.sum() + good_before.sum(), bad.sum() + bad_before.sum()
    share = (together + 1) / (together + against + 2)
    mean, variance = _logit(good, bad, share)
    mean_before, variance_before = _logit(good_before, bad_before, share)
    change, error = mean - mean_before, np.sqrt(variance + variance_before)
    closer = ndtr(change / error)
    found = [
        Movement(
            sides=(sides[numbers[row] // len(sides)], sides[numbers[row] % len(sides)]),
            since=first_day(counts.start + since, counts.step),
            before=first_day(counts.start + before, counts.step),
            change=float(change[row]),
            low=float(change[row] - _WIDTH * error[row]),
            high=float(change[row] + _WIDTH * error[row]),
            closer=float(closer[row]),
            cooperation=float(good[row]),
            conflict=float(bad[row]),
            cooperation_before=float(good_before[row]),
            conflict_before=float(bad_before[row]),
            certain=bool(abs(closer[row] - 0.5) > _CERTAIN - 0.5),
        )
        for row in np.flatnonzero(good + bad >= least)
    ]
    return tuple(sorted(found, key=lambda each: (-abs(each.closer - 0.5), each.sides)))


def _stretch(counts: Counts, numbers: Places, first: int, stop: int) -> tuple[Floats, Floats]:
    """Cooperation and conflict of each dyad in the periods from one place to before another."""
    inside = (counts.period >= first) & (counts.period < stop) & np.isin(counts.dyad, numbers)
    place, events = np.searchsorted(numbers, counts.dyad[inside]), counts.events[inside]
    sums = [np.bincount(place, quad, len(numbers)).astype(np.float64) for quad in events.T]
    return sums[0] + sums[1], sums[2] + sums[3]


def _logit(good: Floats, bad: Floats, share: float) -> tuple[Floats, Floats]:
    """Mean and variance of the log odds of cooperation."""
    a = PRIOR_EVENTS * share + good / ALIKE
    b = PRIOR_EVENTS * (1 - share) + bad / ALIKE
    return digamma(a) - digamma(b), polygamma(1, a) + polygamma(1, b)
