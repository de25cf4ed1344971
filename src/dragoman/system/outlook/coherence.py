"""Forecasts that agree: more weeks are never less likely, and a quad is never less likely than its types."""

from __future__ import annotations

import numpy as np

from dragoman.system.outlook.events import Floats, types_of


def rising(probability: Floats) -> Floats:
    """[horizons, ...] the nearest that never falls with the horizon (isotonic regression, max-min form)."""
    size = len(probability)
    means = {
        (low, high): probability[low : high + 1].mean(axis=0)
        for low in range(size)
        for high in range(low, size)
    }
    lower = {
        (low, at): np.min([means[low, high] for high in range(at, size)], axis=0)
        for at in range(size)
        for low in range(at + 1)
    }
    return np.array([np.max([lower[low, at] for low in range(at + 1)], axis=0) for at in range(size)])


def agreeing(probability: dict[int, Floats]) -> dict[int, Floats]:
    """By target, [horizons, ...]: each rising, and each quad raised to the largest of its types.

    What is raised still rises, since the largest of rising rows does.
    """
    found = {target: rising(values) for target, values in probability.items()}
    for target in found:
        parts = [found[kind] for kind in types_of(target) if kind in found]
        found[target] = np.maximum.reduce([found[target], *parts])
    return found
