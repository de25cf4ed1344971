"""Sums that do not depend on the order of what is summed.

Floating-point addition rounds, so the same dyads in another order give another last digit, and an alarm on
the edge would come and go with the order of the input. Values are rounded to a grain first; whole numbers
below 2^53 add up exactly in any order.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]

_GRAIN = 2.0**-20  # about a millionth; sums stay exact up to 2^33


def total(values: Floats) -> float:
    """The sum of all values, each to a millionth."""
    return float(np.rint(values / _GRAIN).sum()) * _GRAIN


def totals(values: Floats, group: Indices, groups: int) -> Floats:
    """The sum of the values of each group, each value to a millionth.

    Args:
        values: one for each item.
        group: the group of each item, from 0 to ``groups`` - 1.

    Returns:
        One sum for each group.
    """
    sums = np.bincount(group, np.rint(values / _GRAIN), minlength=groups)
    return np.asarray(sums * _GRAIN, np.float64)
