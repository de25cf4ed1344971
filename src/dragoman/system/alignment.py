"""How alike two sides treat everybody else and are treated by them.

A profile says how a side gets on with each other one, in both directions. Profiles are compared, never how
much two sides have to do with each other: contact is not alignment (docs/why/orbits.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from dragoman.system.counts import Counts

Floats = NDArray[np.float64]
Numbers = NDArray[np.floating[Any]]  # float64 where it is exact, float32 where there are many
Places = NDArray[np.int64]

PRIOR = 4.0  # ordinary events added to each pair; 2 to 16 were tried on ICEWS18 and ICEWS14, see the manual
FORGOTTEN = 10.0  # half-lives after which an event counts under a thousandth, and is left out


@dataclass(frozen=True, eq=False, slots=True)
class Contacts:
    """Cooperation and conflict of every pair in every week of a stretch of time.

    Attributes:
        sides: how many there are, S.
        weeks: numbers of the weeks in which anything was, ascending; int64 [W].
        weight: what an event of each week counts; float64 [W].
        pairs: actor * S + recipient of the pairs that had anything to do with each other; int64 [P].
        cooperation, conflict: events, one row for each pair, one column for each week; sparse [P, W].
    """

    sides: int
    weeks: Places
    weight: Floats
    pairs: Places
    cooperation: sparse.csr_array
    conflict: sparse.csr_array

    def totals(self, chosen: Numbers) -> tuple[Numbers, Numbers]:
        """Cooperation and conflict of every pair, [P, R], over choices of weeks, [W, R].

        A choice says how often each week is taken: once, not at all, or several times when weeks are drawn
        again. The results have its type of numbers.
        """
        weighted = chosen * self.weight.astype(chosen.dtype)[:, None]
        return _times(self.cooperation, weighted), _times(self.conflict, weighted)


def contacts(counts: Counts, first: int, last: int, half_life: float | None = None) -> Contacts:
    """What sides did to each other from one period to another, both included; never what one did to itself.

    Args:
        first, last: numbers of periods, as in `Counts.start`.
        half_life: periods after which an event counts half; ``None``: all count the same.
    """
    if half_life is not None:
        first = max(first, last - int(FORGOTTEN * half_life))
    sides, period = len(counts.sides), counts.period
    begins = np.searchsorted(counts.keys, np.arange(sides * sides + 1) * max(1, counts.periods))
    kept = (period >= first - counts.start) & (period <= last - counts.start)
    kept &= np.repeat(~np.eye(sides, dtype=np.bool_).reshape(-1), np.diff(begins))
    begins = np.append(0, np.cumsum(kept))[begins]  # of each pair among the cells that are kept
    pairs = np.flatnonzero(np.diff(begins))
    period = period[kept]
    known = np.bincount(period, minlength=counts.periods) > 0
    weeks = np.flatnonzero(known) + counts.start
    column = (np.cumsum(known) - 1).astype(np.int32)[period]
    rows = np.append(begins[pairs], begins[-1]).astype(np.int32)
    shape = (len(pairs), len(weeks))
    weight = np.ones(len(weeks)) if half_life is None else 2.0 ** ((weeks - last) / half_life)
    kinds = ((counts.events[:, kind] + counts.events[:, kind + 1])[kept] for kind in (0, 2))
    cooperation, conflict = (sparse.csr_array((kind, column, rows), shape=shape) for kind in kinds)
    return Contacts(sides, weeks, weight, pairs, cooperation, conflict)


def _times(events: sparse.csr_array, weights: Numbers) -> Numbers:
    """Events of every pair, weighted; in the type of numbers of the weights."""
    data = events.data.astype(weights.dtype, copy=False)
    result: Numbers = sparse.csr_array((data, events.indices, events.indptr), shape=events.shape) @ weights
    return result


def tone(cooperation: Numbers, conflict: Numbers, prior: float = PRIOR) -> Numbers:
    """How much better than the world's average a pair gets on; log odds, 0 where nothing is known of it.

    log((C + k p) / (X + k (1 - p))) - log(p / (1 - p)), p the cooperative share of all events of the choice:
    k ordinary events are added to each pair, as a Beta prior does. Pairs that meet rarely come out near 0,
    which is neither friendly nor hostile.

    Args:
        cooperation, conflict: events of each pair, [P, R] or [P].
        prior: k, in events.
    """
    good, bad = cooperation.sum(axis=0), conflict.sum(axis=0)
    share = (good + 1) / (good + bad + 2)  # never 0 or 1, so that a world without conflict has a tone too
    odds = cooperation + prior * share
    odds /= conflict + prior * (1 - share)
    odds *= (1 - share) / share
    result: Numbers = np.log(odds, out=odds)
    return result


def by_side(pairs: Places, values: Numbers, sides: int) -> Floats:
    """The sum over all pairs in which each side is actor or recipient; [S].

    Args:
        pairs: actor * S + recipient, [P].
        values: of these pairs, [P].
    """
    actors, recipients = np.divmod(pairs, max(1, sides))
    summed = np.bincount(actors, values, sides) + np.bincount(recipients, values, sides)
    return summed.astype(np.float64)  # whole numbers where there are no pairs


def likeness(pairs: Places, tones: Numbers, sides: int, drawn: Places) -> Numbers:
    """Cosine of the profiles of each two drawn sides; [D, D], 1 on the diagonal.

    The profile of a side is its tone towards each other one and that of each other one towards it, [2 S].
    Only third parties count: what two sides do to each other is left out of both their profiles, so that
    neighbours who quarrel may treat the world alike. A side without any profile is like nobody.

    Args:
        pairs: actor * S + recipient, [P].
        tones: of these pairs, [P].
        drawn: the places of the sides that are compared, [D].
    """
    square = np.zeros((sides, sides), tones.dtype)
    square.reshape(-1)[pairs] = tones
    profile = np.concatenate([square[drawn], square.T[drawn]], axis=1)
    own = square[np.ix_(drawn, drawn)] ** 2
    own += own.T
    product = profile @ profile.T
    length = np.maximum(np.einsum("ij,ij->i", profile, profile)[:, None] - own, 0)
    lengths = np.sqrt(length * length.T)
    cosine = np.divide(product, lengths, out=np.zeros_like(product), where=lengths > 1e-6)
    np.fill_diagonal(cosine, 1)
    result: Numbers = np.clip(cosine, -1, 1)
    return result
