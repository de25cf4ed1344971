"""How sure distances and points are: halves of the weeks that should agree, and weeks drawn again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dragoman.system.alignment import Contacts, Floats, Numbers, Places, by_side, likeness, tone
from dragoman.system.positions import placed_near, rotation

_TAILS = (0.05, 0.5, 0.95)
_AT_ONCE = 2_500_000  # pairs times resamplings; some 50 MB


@dataclass(frozen=True, eq=False, slots=True)
class Spread:
    """What resampled weeks give.

    Attributes:
        low, high: 90 % intervals of the distances, [D].
        clouds: the points of each resampling, turned onto the map, [R, D, 2].
    """

    low: Floats
    high: Floats
    clouds: Floats


def halves(weeks: Places) -> Floats:
    """Three choices of weeks: all, the odd ones, the even ones; [W, 3].

    Odd and even go by the number of the week, so a week stays in its half when others are added.
    """
    odd = (weeks % 2).astype(np.float64)
    return np.stack([np.ones(len(weeks)), odd, 1 - odd], axis=1)


def cosines(seen: Contacts, tones: Numbers, drawn: Places) -> Iterator[Numbers]:
    """The cosine matrix of the drawn sides, [D, D], for each choice of weeks, given its tones, [P, R]."""
    for column in np.ascontiguousarray(tones.T):
        yield likeness(seen.pairs, column, seen.sides, drawn)


def agreement(one: Floats, other: Floats) -> float:
    """The rank correlation of two halves, stepped up to the whole; 1 at best, 0 for chance.

    2 r / (1 + r) (Spearman 1910, Brown 1910), r Spearman's; below 0 it is r itself.
    """
    ranks = _ranks(one), _ranks(other)
    if min(np.ptp(ranks[0]), np.ptp(ranks[1])) == 0:
        return 0.0
    correlation = float(np.corrcoef(*ranks)[0, 1])
    return 2 * correlation / (1 + correlation) if correlation > 0 else correlation


def resampled(
    seen: Contacts, drawn: Places, centre: int, points: Floats, start: Floats, times: int, seed: int
) -> Spread:
    """Distances and points had other weeks of the same kind happened (Efron's bootstrap of weeks).

    Profiles of weeks drawn again hold noise twice over: they are longer, and less alike for that alone. So
    cosines are multiplied by how much longer the two profiles are on average, and points by that of their
    own. An interval is as wide as from the 5 % to the 95 % quantile; its median is moved onto the distance.
    Without this, intervals are too narrow (bench/orbits.py shows what they hold).

    Args:
        centre: its place among the drawn.
        points, start: as `positions.placed` gives them; points may have been turned since.
        times: how many resamplings.
        seed: the same seed gives the same result.

    Returns:
        Bounds are relative to the distance.
    """
    weeks = len(seen.weeks)
    chance = np.random.Generator(np.random.PCG64(seed))
    chosen = chance.multinomial(weeks, np.full(weeks, 1 / weeks), times).T.astype(np.float32)
    near = start.astype(np.float32)
    cosine_of = np.empty((times, len(drawn)))
    clouds = np.empty((times, len(drawn), 2))
    squares = np.zeros(len(seen.pairs))
    together = max(1, _AT_ONCE // max(1, len(seen.pairs)))
    for first in range(0, times, together):
        tones = tone(*seen.totals(np.ascontiguousarray(chosen[:, first : first + together])))
        squares += np.einsum("pr,pr->p", tones, tones)
        for number, cosine in enumerate(cosines(seen, tones, drawn), first):
            cosine_of[number] = cosine[centre]
            clouds[number] = placed_near(cosine, near)
    noise = _longer(seen, squares / times, drawn)
    low, median, high = np.quantile(-cosine_of * noise * noise[centre], _TAILS, axis=0)
    clouds *= noise[:, None]
    for cloud in clouds:
        cloud[:] = cloud @ rotation(cloud, points)
    return Spread(low - median, high - median, clouds)


def _longer(seen: Contacts, squares: Floats, drawn: Places) -> Floats:
    """How much longer the profiles of the drawn sides are when weeks are drawn again; [D]."""
    whole = tone(*seen.totals(np.ones((len(seen.weeks), 1))))[:, 0].astype(np.float64)
    again, once = (by_side(seen.pairs, each, seen.sides)[drawn] for each in (squares, whole**2))
    longer: Floats = np.sqrt(np.divide(again, once, out=np.ones(len(drawn)), where=once > 0))
    return longer


def _ranks(values: Floats) -> Floats:
    """Places in the order of size; equal values share the mean of theirs."""
    _, inverse, times = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(times)
    mean: Floats = last - (times - 1) / 2
    return mean[inverse]
