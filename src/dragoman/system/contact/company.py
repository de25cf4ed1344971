"""Who keeps whose company: factors of the matrix of contacts, and random walks on it.

They speak for pairs that have never met: a minister meets those whom his like have met. The factors are a
truncated singular value decomposition of ``log(1 + contacts)``, rows and columns divided by the root of their
sums (as in spectral clustering; Dhillon 2001), found by subspace iteration (Halko, Martinsson and Tropp 2011,
algorithm 4.4) from a fixed start, so that the same past gives the same factors.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from dragoman.system.contact.history import Floats, Ints

FACTORS = 48
_STEPS = 3
# Actors with few contacts are held back by as many imagined ones.
_HELD_BACK = 3.0
# How much being of a country weighs beside contacts.
_COUNTRY = 2.0
# An actor of unknown country is taken to be of the one with this share of its contacts.
_AT_HOME = 0.35
_FAINT_STEP = 1e-6


@dataclass(frozen=True, eq=False)
class Factors:
    """The slow part of company: what a decomposition of the contacts tells.

    Attributes:
        home: the country of each actor, by name or by company; -1 unknown.
        left, right: likely contacts of i with j are ``left[i] @ right[j]``.
        unit: how an actor keeps company, length about 1; alike is the product of two.
    """

    home: Ints
    left: Floats
    right: Floats
    unit: Floats

    @classmethod
    def of(cls, contacts: sparse.csr_matrix, country: Ints) -> Factors:
        """The factors of a matrix of contacts (actors, actors)."""
        log = contacts.copy()
        log.data = np.log1p(log.data)
        home = _homes(log, country)
        return cls(home, *_factors(sparse.hstack([log, _COUNTRY * _member(home)]).tocsr(), len(home)))


class Company:
    """What the contacts before a day tell of who is near whom.

    Attributes:
        factors: those of some day not later.
        step: the chance that a random contact of i is with j, contacts counting by their root.
        by_country: contacts of each country with each actor (log), shape (countries, actors).
    """

    def __init__(self, contacts: sparse.csr_matrix, factors: Factors) -> None:
        self.factors = factors
        root = contacts.sqrt()
        total = np.asarray(root.sum(axis=1)).ravel()
        self.step = (sparse.diags((1.0 / np.maximum(total, 1e-9)).astype(np.float32)) @ root).tocsr()
        met = _member(factors.home).T @ contacts
        met.data = np.log1p(met.data)
        self.by_country = met.toarray().astype(np.float32, copy=False)

    def near(self, egos: Ints) -> Floats:
        """Six features of everybody for each ego, shape (len(egos), actors, 6).

        In order: same country, home, country, walk, company, alike.
        """
        factors, home = self.factors, self.factors.home
        own, placed, known = home[egos], home[egos] >= 0, home >= 0
        out = np.zeros((len(egos), len(home), 6), dtype=np.float32)
        out[:, :, 0] = (own[:, None] == home[None, :]) & placed[:, None]
        if len(self.by_country):
            out[placed, :, 1] = self.by_country[own[placed]]
            out[:, known, 2] = self.by_country[:, egos].T[:, home[known]]
        # The third step is dense, for nearly everybody is reached.
        three = (self.step[egos] @ self.step @ self.step).toarray()
        out[:, :, 3] = np.log1p(three / _FAINT_STEP)
        out[:, :, 4] = np.log1p(4.0 * np.maximum(factors.left[egos] @ factors.right.T, 0.0))
        out[:, :, 5] = factors.unit[egos] @ factors.unit.T
        return out


def _member(group: Ints) -> sparse.csr_matrix:
    """One where an actor is of a group, shape (actors, groups)."""
    known = np.flatnonzero(group >= 0)
    groups = int(group.max(initial=-1)) + 1
    ones = np.ones(len(known), dtype=np.float32)
    return sparse.csr_matrix((ones, (known, group[known])), shape=(len(group), groups))


def _homes(log: sparse.csr_matrix, country: Ints) -> Ints:
    """The country of each: that of the name, else the one that most of the contacts are of."""
    member = _member(country)
    if not member.shape[1]:
        return country
    share = np.asarray((log @ member).todense())
    # One imagined contact elsewhere: a single meeting gives nobody a home.
    clear = share.max(axis=1) / (share.sum(axis=1) + 1.0) > _AT_HOME
    return np.where(country >= 0, country, np.where(clear, share.argmax(axis=1), -1))


def _factors(matrix: sparse.csr_matrix, actors: int) -> tuple[Floats, Floats, Floats]:
    rows = np.sqrt(np.asarray(matrix.sum(axis=1)).ravel() + _HELD_BACK)
    columns = np.sqrt(np.asarray(matrix.sum(axis=0)).ravel() + _HELD_BACK)
    scaled = (sparse.diags(1.0 / rows) @ matrix @ sparse.diags(1.0 / columns)).tocsr()
    left, values, right = _decompose(scaled, min(FACTORS, *matrix.shape))
    unit = left * np.sqrt(values)
    unit /= np.linalg.norm(unit, axis=1, keepdims=True) + 1e-3
    likely = (right * columns[:, None])[:actors]
    return (
        (left * values * rows[:, None]).astype(np.float32),
        likely.astype(np.float32),
        unit.astype(np.float32),
    )


def _decompose(
    matrix: sparse.csr_matrix, factors: int
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """The largest singular values with their vectors as columns."""
    start = np.random.default_rng(0).normal(size=(matrix.shape[1], min(factors + 10, *matrix.shape)))
    basis = np.linalg.qr(matrix @ start)[0]
    for _ in range(_STEPS):
        basis = np.linalg.qr(matrix @ (matrix.T @ basis))[0]
    small, values, right = np.linalg.svd((matrix.T @ basis).T, full_matrices=False)
    return (basis @ small)[:, :factors], values[:factors], right[:factors].T
