"""How alike what two traces hold is: words, participants, days, places, gists."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dragoman.record.trace import OF, Days
from dragoman.world import words


def closeness(one: bytes, other: bytes) -> float:
    """Cosine of two directions of signed bytes."""
    return float(direction(one) @ direction(other))


@lru_cache(maxsize=16_384)
def direction(gist: bytes) -> NDArray[np.float32]:
    """The bytes as a vector of length 1."""
    vector = np.frombuffer(gist, dtype=np.int8).astype(np.float32)
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length else vector


def cosine(one: Sequence[str], other: Sequence[str]) -> float | None:
    """Cosine of two sets of stems, each weighing as much as it is rare."""
    if not one or not other:
        return None
    # Exact, for the order of a set is another in each process
    shared = math.fsum(words.rarity(stem) ** 2 for stem in set(one).intersection(other))
    if not shared:
        return 0.0
    return shared / math.sqrt(_square(tuple(one)) * _square(tuple(other)))


@lru_cache(maxsize=16_384)
def _square(stems: tuple[str, ...]) -> float:
    return sum(words.rarity(stem) ** 2 for stem in stems)


def overlap(one: Sequence[str], other: Sequence[str]) -> float | None:
    """Share of the smaller side that stands on the other as well."""
    if not one or not other:
        return None
    left, right = set(one), set(other)
    return len(left & right) / min(len(left), len(right))


def meet(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether somebody can be meant by both: the same, or a state and somebody of it."""
    return any(_compatible(left, right) for left in one for right in other)


def _compatible(one: str, other: str) -> bool:
    """Equal, or a state and somebody of it; two different persons or ministries of a state are not."""
    if one == other:
        return True
    (left, who), (right, whom) = one.split(OF, 1), other.split(OF, 1)
    return left == right and (who in ("", left) or whom in ("", right))


def gap(one: Days, other: Days) -> int:
    """Days between two stretches; 0 when they touch."""
    return max(0, one[0] - other[1], other[0] - one[1])


def width(one: Days, other: Days) -> int:
    """Days of the wider stretch."""
    return max(one[1] - one[0], other[1] - other[0]) + 1


def lies_in(small: str, large: str) -> bool:
    return small == large or small.startswith((f"{large}/", f"{large}:"))
