"""The measures that all evaluation tasks share. Pure functions over labels and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

L = TypeVar("L", bound=Hashable)


class Prf(msgspec.Struct, frozen=True):
    """Precision, recall and their harmonic mean, each from 0 to 1; 0 where nothing was there to count."""

    precision: float
    recall: float
    f1: float

    @classmethod
    def of(cls, hits: float, found: float, expected: float) -> Prf:
        """From how many were found rightly, how many were found and how many there are."""
        precision = hits / found if found else 0.0
        recall = hits / expected if expected else 0.0
        return cls(precision, recall, harmonic_mean(precision, recall))


def harmonic_mean(first: float, second: float) -> float:
    """2ab / (a + b); 0 when both are 0."""
    return 2 * first * second / (first + second) if first + second else 0.0


def accuracy(gold: Sequence[Hashable], predicted: Sequence[Hashable]) -> float:
    """Share of places where the two agree; 0 for empty sequences.

    Raises:
        ValueError: the sequences differ in length.
    """
    return sum(a == b for a, b in zip(gold, predicted, strict=True)) / len(gold) if gold else 0.0


def per_label(gold: Sequence[L], predicted: Sequence[L], labels: Iterable[L]) -> dict[L, Prf]:
    """Precision, recall and F1 of each label, one label per place.

    Raises:
        ValueError: the sequences differ in length.
    """
    hits = Counter(a for a, b in zip(gold, predicted, strict=True) if a == b)
    found, expected = Counter(predicted), Counter(gold)
    return {label: Prf.of(hits[label], found[label], expected[label]) for label in labels}


def macro_f1(gold: Sequence[L], predicted: Sequence[L], labels: Iterable[L] | None = None) -> float:
    """Mean F1 over ``labels``, each weighing the same; 0 when there are none.

    Args:
        labels: what to average over; by default every label that occurs in ``gold`` or ``predicted``, as
            scikit-learn does. A label that is listed but occurs nowhere counts as 0.
    """
    chosen = set(gold) | set(predicted) if labels is None else set(labels)
    scores = per_label(gold, predicted, chosen)
    return sum(score.f1 for score in scores.values()) / len(scores) if scores else 0.0


def micro(gold: Iterable[Iterable[L]], predicted: Iterable[Iterable[L]]) -> Prf:
    """Precision, recall and F1 over all units together, each unit being a set of labels or finds.

    Raises:
        ValueError: the sequences differ in length.
    """
    hits = found = expected = 0
    for wanted, given in zip(map(set, gold), map(set, predicted), strict=True):
        hits += len(wanted & given)
        found += len(given)
        expected += len(wanted)
    return Prf.of(hits, found, expected)


def match_one_to_one(scores: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Pairs (left, right) in which nobody occurs twice, taken best first; sorted.

    Args:
        scores: what each possible pair is worth; pairs worth 0 or less are never taken. Ties go to the
            pair with the smaller numbers, so the result does not depend on the order of the mapping.
    """
    lefts: set[int] = set()
    rights: set[int] = set()
    pairs = []
    for (left, right), score in sorted(scores.items(), key=lambda entry: (-entry[1], entry[0])):
        if score > 0 and left not in lefts and right not in rights:
            pairs.append((left, right))
            lefts.add(left)
            rights.add(right)
    return sorted(pairs)
