"""The features of those whom an ego has met before: the first block of the table.

All acts asked of one ego on one day are read together: its past lines are weighted once for each half-life,
and summed by candidate with one sparse product.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import sparse

from dragoman.system.contact.features import AGES, HALF_LIVES
from dragoman.system.contact.history import Contacts, Floats, Ints
from dragoman.system.contact.kernel import Kernel

COUNT_SCALE = 4.0
# Below this a share foretells nothing; keeps the logarithm finite.
_FAINT = 1e-3
_MIRROR_LIVES = [2, 4]
_FORETOLD_LIVES = [1, 2, 4]
_CLASSES = len(AGES) + 1


def met(contacts: Contacts, kernel: Kernel, at: int, ego: int, acts: Ints) -> tuple[Ints, Floats]:
    """Whom the ego has met before a day, and the features of each under each act.

    Returns:
        The alters, sorted, shape (n,), and the features, shape (len(acts), n, features of those met less the
        four that `dragoman.system.contact.model` copies from the block of everybody).
    """
    lines = contacts.of(ego, at)
    if not len(lines):
        return np.zeros(0, dtype=np.int64), np.zeros((len(acts), 0, WIDTH), dtype=np.float32)
    pair = contacts.pair[lines]
    starts = np.flatnonzero(np.concatenate([[True], pair[1:] != pair[:-1]]))
    ends = np.append(starts[1:], len(lines))
    age = (at - contacts.day[lines]).astype(np.float32)
    past = _Past(contacts, contacts.act[lines], age, fading(age), starts, ends)
    shared = _shared(past)
    own = _of_acts(past, kernel, acts)
    blocks = [np.hstack([shared, own[i], *_since(past, act)]) for i, act in enumerate(acts.tolist())]
    return contacts.alter[lines[starts]], np.stack(blocks).astype(np.float32, copy=False)


def fading(age: npt.NDArray[np.float32]) -> Floats:
    """What an event of each age (days, above 0) counts at each half-life, shape (events, half-lives)."""
    return np.power(np.float32(2.0), -age[:, None] / np.array(HALF_LIVES, dtype=np.float32))


class _Past:
    """The past lines of one ego, candidate by candidate."""

    def __init__(
        self, contacts: Contacts, act: Ints, age: Floats, weight: Floats, starts: Ints, ends: Ints
    ) -> None:
        self.contacts, self.act, self.age, self.weight = contacts, act, age, weight
        self.starts, self.n, self.lines = starts, len(starts), len(act)
        indptr = np.append(starts, len(act))
        ones = np.ones(len(act), dtype=np.float32)
        self.sum = sparse.csr_matrix((ones, np.arange(len(act)), indptr), shape=(self.n, self.lines))
        self.slot = np.repeat(np.arange(self.n), ends - starts)


def _shared(past: _Past) -> Floats:
    """What does not depend on the act that is asked for."""
    did = (past.act < past.contacts.acts // 2)[:, None]
    counts = past.sum @ np.hstack([past.weight * did, past.weight * ~did])
    last = np.minimum.reduceat(past.age, past.starts)
    first = np.maximum.reduceat(past.age, past.starts)
    fresh = np.ones(past.lines, dtype=np.float32)
    fresh[1:] = (past.slot[1:] != past.slot[:-1]) | (past.age[1:] != past.age[:-1])
    ever = counts[:, len(HALF_LIVES) - 1] + counts[:, -1]
    busy = np.log(past.lines)
    columns = (
        np.log1p(_mean_rank(last, last)),
        np.log(ever),
        np.full(past.n, busy),
        np.full(past.n, np.log(past.n) - busy),
        np.log(first),
        np.log(past.sum @ fresh),
    )
    return np.hstack([np.log1p(COUNT_SCALE * counts), _classes(last), np.stack(columns, axis=1)])


def _of_acts(past: _Past, kernel: Kernel, acts: Ints) -> Floats:
    """The decayed counts under each act, shape (len(acts), n, 10)."""
    weight, mirror = past.weight, past.contacts.mirror(past.act)
    parts = []
    for act in acts.tolist():
        parts.append(weight * (past.act == act)[:, None])
        parts.append(weight[:, _MIRROR_LIVES] * (mirror == act)[:, None])
        parts.append(weight[:, _FORETOLD_LIVES] * kernel[act][past.act][:, None])
    width = len(HALF_LIVES) + len(_MIRROR_LIVES) + len(_FORETOLD_LIVES)
    sums = (past.sum @ np.hstack(parts)).reshape(past.n, len(acts), width)
    counts = len(HALF_LIVES) + len(_MIRROR_LIVES)
    sums[:, :, :counts] = np.log1p(COUNT_SCALE * sums[:, :, :counts])
    sums[:, :, counts:] = np.log1p(sums[:, :, counts:] / _FAINT)
    return np.asarray(sums.transpose(1, 0, 2), dtype=np.float32)


def _since(past: _Past, act: int) -> tuple[Floats, Floats]:
    """When the act was last had with each, and how habitual it is."""
    same = np.flatnonzero(past.act == act)
    last = np.full(past.n, np.inf, dtype=np.float32)
    np.minimum.at(last, past.slot[same], past.age[same])
    had = np.isfinite(last)
    often = np.log1p(len(same))
    novel = np.log((had.sum() + 1) / (len(same) + 2))
    rank = np.where(had, np.log1p(_mean_rank(last[had], last)), 0.0)
    columns = (rank, had * often, had * novel, np.full(past.n, often), np.full(past.n, novel))
    return _classes(last), np.stack(columns, axis=1).astype(np.float32)


def _classes(age: Floats) -> Floats:
    """One column for each class of age; none is set where the age is infinite."""
    classes = np.zeros((len(age), _CLASSES), dtype=np.float32)
    known = np.flatnonzero(np.isfinite(age))
    classes[known, np.searchsorted(AGES, age[known])] = 1
    return classes


def _mean_rank(among: Floats, values: Floats) -> npt.NDArray[np.float64]:
    """Where each value stands among others, from 0; equal ones share the mean of their places."""
    order = np.sort(among)
    low, high = np.searchsorted(order, values, "left"), np.searchsorted(order, values, "right")
    return np.asarray(np.maximum(low + high - 1, 0) / 2.0, dtype=np.float64)


# 10 decayed counts, the classes of age and 6 more; then 10 counts of the act, its classes and 5 more.
WIDTH = 2 * len(HALF_LIVES) + _CLASSES + 6 + 10 + _CLASSES + 5
