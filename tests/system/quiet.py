"""Invented weeks of dyads whose relations do not change."""

from __future__ import annotations

import numpy as np

from dragoman.system.filter import Weeks


def quiet(dyads: int = 30, weeks: int = 80, rate: float = 3.0, seed: int = 0, actors: int = 12) -> Weeks:
    """Poisson counts, a quarter of them conflict; actors drawn at random."""
    rng = np.random.default_rng(seed)
    means = rng.gamma(2, rate / 2, dyads)[:, None]
    cooperation = rng.poisson(0.75 * means, (dyads, weeks)).astype(float)
    conflict = rng.poisson(0.25 * means, (dyads, weeks)).astype(float)
    exposure = rng.poisson(500, weeks) + (cooperation + conflict).sum(axis=0)
    return Weeks(cooperation, conflict, exposure, rng.integers(0, actors, (dyads, 2)))
