"""Numbers in groups, end to end: who acts in which events, which newspapers tell an event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[Any]
Mask = NDArray[np.bool_]
Places = NDArray[np.int32]
_FEW = 64  # groups that are taken one by one sooner than all at once
_SIDE = 32  # bits of a pair for each of its two numbers
_MASK = (1 << _SIDE) - 1


class Groups(msgspec.Struct, frozen=True):
    """Groups of numbers.

    Attributes:
        values: of all groups, one behind the other.
        bounds: where each group begins, and where the last one ends.
    """

    values: Numbers
    bounds: Numbers

    def of(self, groups: Sequence[int] | Numbers) -> Numbers:
        """The numbers of these groups."""
        if len(groups) <= _FEW:
            ends = [(self.bounds[group], self.bounds[group + 1]) for group in groups]
            parts = [self.values[begin:end] for begin, end in ends]
            return np.concatenate(parts) if parts else self.values[:0]
        chosen = np.asarray(groups)
        begins = self.bounds[chosen]
        lengths = self.bounds[chosen + 1] - begins
        shifts = begins - (np.cumsum(lengths) - lengths)
        taken: Numbers = self.values[np.repeat(shifts, lengths) + np.arange(lengths.sum())]
        return taken


def pairs(groups: Numbers, values: Numbers) -> Numbers:
    """Each group with its value, as one number; both lie from 0 to 2**31."""
    return groups.astype(np.int64) << _SIDE | values


def turned(found: Numbers) -> Numbers:
    """The same pairs with the value in front."""
    return pairs(found & _MASK, found >> _SIDE)


def once(found: Numbers) -> Numbers:
    """All pairs in order, each of them once."""
    ordered = np.sort(found)
    is_first = np.ones(len(ordered), np.bool_)
    is_first[1:] = ordered[1:] != ordered[:-1]
    return ordered[is_first]


def grouped(ordered: Numbers, number: int) -> Groups:
    """So many groups of the pairs, which are in order."""
    lengths = np.bincount(ordered >> _SIDE, minlength=number)
    bounds = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)]).astype(np.int32)
    return Groups((ordered & _MASK).astype(np.int32), bounds)
