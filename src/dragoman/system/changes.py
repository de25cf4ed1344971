"""Dating a change in hindsight: since when has there been more, or less, than before?

A likelihood-ratio scan over all windows (Kulldorff, A spatial scan statistic, 1997, in one dimension): the
window whose rate differs most sharply from that of all other periods is the change. News comes in bursts, so
the Poisson likelihood is divided by the dispersion that remains beside the change (quasi-likelihood). Its p
is the share of simulated series without a change, as restless as this one, in which some window does as well.
The simulation draws from a fixed seed: the same series always gives the same p.

The scan sees the future. It dates what happened; it is no alarm (`dragoman.system.alarms`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import xlogy

from dragoman.terms import Change

Floats = NDArray[np.float64]

ROUNDS, _TRIALS = 999, 200
_SEED = 20140227
_LEAST = 4  # covered periods, below which nothing can be said
_SUPPORT = 2.5  # how much less likely, in log, a start may be and still be possible; see docs/why/alarms.md


@dataclass(frozen=True, slots=True)
class _Scan:
    """The best window of each series for each start [series, starts], and where it ends."""

    gain: Floats
    end: NDArray[np.int64]


def date_change(
    counts: Floats, exposure: Floats, *, longest: int | None = None, rounds: int = ROUNDS
) -> Change | None:
    """The sharpest change of a series; ``None`` when fewer than four periods are covered or nothing occurred.

    Args:
        counts: events of one dyad in each day or week [periods].
        exposure: everybody else's events [periods]; periods with 0 are not covered, and passed over.
        longest: periods a change may last, unless it lasts to the end; ``None`` for any. All windows are
            tried, so time grows with the square of the periods: take the year or two around an alarm.
        rounds: simulated series; the smallest p is 1 / (rounds + 1).

    Raises:
        ValueError: the shapes do not fit.
    """
    covered = _covered(counts, exposure)
    seen, weight = counts[covered], exposure[covered]
    if not len(covered):
        return None
    scan = _scan(seen[None, :], weight, longest)
    first, end = _window(scan)
    spread = float(_dispersion(seen[None, :], weight, scan)[0])
    possible = np.flatnonzero(scan.gain[0] >= scan.gain[0, first] - _SUPPORT * spread)
    inside = np.zeros(len(seen), bool)
    inside[first:end] = True
    usual = weight.mean()
    return Change(
        first=int(covered[first]),
        earliest=int(covered[possible[0]]),
        latest=int(covered[possible[-1]]),
        last=None if end == len(seen) else int(covered[end - 1]),
        before=float(seen[~inside].sum() / weight[~inside].sum() * usual),
        during=float(seen[inside].sum() / weight[inside].sum() * usual),
        p=_chance(seen, weight, longest, float(scan.gain[0, first]) / spread, spread, rounds),
    )


def sharpest(counts: Floats, exposure: Floats) -> tuple[int, int | None] | None:
    """`first` and `last` of `date_change` alone; its p takes some thousand times as long to find.

    Raises:
        ValueError: the shapes do not fit.
    """
    covered = _covered(counts, exposure)
    if not len(covered):
        return None
    first, end = _window(_scan(counts[None, covered], exposure[covered], None))
    return int(covered[first]), None if end == len(covered) else int(covered[end - 1])


def _covered(counts: Floats, exposure: Floats) -> NDArray[np.intp]:
    """Places of the covered periods; none where nothing can be said."""
    if counts.shape != exposure.shape or counts.ndim != 1:
        raise ValueError(f"counts {counts.shape} and exposure {exposure.shape}: expected [periods] for both")
    covered = np.flatnonzero(exposure > 0)
    return covered if len(covered) >= _LEAST and counts[covered].sum() else covered[:0]


def _window(scan: _Scan) -> tuple[int, int]:
    """The best window of the first series: where it begins, and one behind its last period."""
    first = int(scan.gain[0].argmax())
    return first, int(scan.end[0, first])


def _scan(counts: Floats, exposure: Floats, longest: int | None) -> _Scan:
    """For each series and start the window that gains most likelihood; the first period starts none.

    Args:
        counts: [series, periods].
    """
    series, periods = counts.shape
    ran = np.concatenate([np.zeros((series, 1)), counts.cumsum(axis=1)], axis=1)
    paid = np.concatenate([[0.0], exposure.cumsum()])
    gain, end = np.full((series, periods), -np.inf), np.zeros((series, periods), np.int64)
    ends = np.arange(periods + 1)
    for first in range(1, periods):
        stop = ends[first + 1 :]
        if longest is not None:
            stop = stop[(stop - first <= longest) | (stop == periods)]
        gains = _gain(ran[:, stop] - ran[:, [first]], paid[stop] - paid[first], ran[:, -1:], float(paid[-1]))
        best = gains.argmax(axis=1)
        gain[:, first], end[:, first] = gains[np.arange(series), best], stop[best]
    return _Scan(gain, end)


def _gain(inside: Floats, exposed: Floats, all_: Floats, everything: float) -> Floats:
    """Log-likelihood gained by giving a window a rate of its own."""
    outside, unexposed = all_ - inside, everything - exposed
    parted = xlogy(inside, inside / exposed) + xlogy(outside, outside / unexposed)
    gained: Floats = parted - xlogy(all_, all_ / everything)
    return gained


def _dispersion(counts: Floats, exposure: Floats, scan: _Scan) -> Floats:
    """Variance as a multiple of the mean that is left beside each series' change; at least 1 [series]."""
    series, periods = counts.shape
    first = scan.gain.argmax(axis=1)
    end = scan.end[np.arange(series), first]
    place = np.arange(periods)
    inside = (place >= first[:, None]) & (place < end[:, None])
    mean = np.zeros_like(counts)
    for part in (inside, ~inside):
        rate = (counts * part).sum(axis=1) / np.maximum((exposure * part).sum(axis=1), 1e-12)
        mean += part * rate[:, None] * exposure
    squares = np.where(mean > 0, (counts - mean) ** 2 / np.where(mean > 0, mean, 1.0), 0.0)
    spread: Floats = np.maximum(squares.sum(axis=1) / max(periods - 2, 1), 1.0)
    return spread


def _chance(
    counts: Floats, exposure: Floats, longest: int | None, found: float, spread: float, rounds: int
) -> float:
    """The share of series without a change whose best window is as sharp, the series itself included.

    The best window takes some of the restlessness away with it, so what remains is too small; how much is
    seen on a first lot of simulated series, and put back.
    """
    rng = np.random.default_rng(_SEED)
    trial = _drawn(rng, counts, exposure, spread, _TRIALS)
    remains = _dispersion(trial, exposure, _scan(trial, exposure, longest)).mean() if len(trial) else spread
    drawn = _drawn(rng, counts, exposure, spread * max(spread / remains, 1.0), rounds)
    scan = _scan(drawn, exposure, longest)
    sharp = scan.gain.max(axis=1) / _dispersion(drawn, exposure, scan)
    return float((1 + (sharp >= found).sum()) / (rounds + 1))


def _drawn(rng: np.random.Generator, counts: Floats, exposure: Floats, spread: float, series: int) -> Floats:
    """Series without a change, of the same rate and of some dispersion; empty ones are left out."""
    mean = np.broadcast_to(counts.sum() / exposure.sum() * exposure, (series, len(counts)))
    if spread > 1.001:
        mean = rng.gamma(mean / (spread - 1), spread - 1)
    counted = rng.poisson(mean).astype(np.float64)
    drawn: Floats = counted[counted.sum(axis=1) > 0]
    return drawn
