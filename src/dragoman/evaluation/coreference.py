"""Scores of a clustering of mentions against gold: MUC, B-cubed, CEAF-e and their mean.

- MUC: Vilain, Burger, Aberdeen, Connolly and Hirschman, *A model-theoretic coreference scoring scheme*,
  MUC-6, 1995.
- B-cubed: Bagga and Baldwin, *Algorithms for scoring coreference chains*, LREC 1998.
- CEAF-e: Luo, *On coreference resolution performance metrics*, EMNLP 2005, with its similarity phi4.
- The mean of their F1: the official score of the CoNLL-2011 and 2012 shared tasks.

Both sides cluster the same mentions. Then these are the figures of the reference scorer, version 8.01
(Pradhan et al., ACL 2014): a mention alone in its cluster counts in B-cubed and CEAF-e, and adds no link to
MUC.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.evaluation.metrics import Prf, harmonic_mean

Pair = tuple[Hashable, Hashable]  # a gold cluster and a found one


class CoreferenceScore(msgspec.Struct, frozen=True):
    """How well mentions were clustered, by each of the three measures."""

    muc: Prf
    b3: Prf
    ceafe: Prf

    @property
    def conll_f1(self) -> float:
        """Mean of the three F1."""
        return (self.muc.f1 + self.b3.f1 + self.ceafe.f1) / 3


def score(gold: Sequence[Hashable], found: Sequence[Hashable]) -> CoreferenceScore:
    """All three measures.

    Args:
        gold, found: the label of each mention's cluster; what the labels are called does not matter.

    Raises:
        ValueError: the sequences differ in length. So do the functions below.
    """
    return CoreferenceScore(muc(gold, found), b_cubed(gold, found), ceaf_e(gold, found))


def muc(gold: Sequence[Hashable], found: Sequence[Hashable]) -> Prf:
    """Links: a cluster of n mentions has n - 1, and loses one for each cut by the other side.

    All figures are 0 where there is no link, as when every mention is alone on both sides.
    """
    shared = _shared(gold, found)
    mentions = len(gold)
    # A gold cluster K that the other side cuts into p parts keeps |K| - p links. The parts of all clusters
    # are the pairs that share a mention, seen from either side: so both sides keep the same number.
    return Prf.of(
        hits=mentions - len(shared),
        found=mentions - len(set(found)),
        expected=mentions - len(set(gold)),
    )


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> Prf:
    """Mean over the mentions: the share of the one cluster of a mention that is in its other cluster."""
    gold_sizes, found_sizes = Counter(gold), Counter(found)
    precision = recall = 0.0
    for (left, right), count in _shared(gold, found).items():
        precision += count * count / found_sizes[right] / len(found)
        recall += count * count / gold_sizes[left] / len(gold)
    return Prf(precision, recall, harmonic_mean(precision, recall))


def ceaf_e(gold: Sequence[Hashable], found: Sequence[Hashable]) -> Prf:
    """Similarity of the clusters when they are matched one to one in the best way, per cluster.

    The similarity of two clusters is phi4 = 2 |K & R| / (|K| + |R|).
    """
    gold_sizes, found_sizes = Counter(gold), Counter(found)
    shared = _shared(gold, found)
    total = 0.0
    # Clusters that share no mention are worth nothing to each other, so each part of the graph of those that
    # do is matched by itself.
    for pairs in _components(shared):
        rows = {left: row for row, left in enumerate(dict.fromkeys(left for left, _ in pairs))}
        columns = {right: column for column, right in enumerate(dict.fromkeys(right for _, right in pairs))}
        worth = np.zeros((len(rows), len(columns)))
        for left, right in pairs:
            phi = 2 * shared[left, right] / (gold_sizes[left] + found_sizes[right])
            worth[rows[left], columns[right]] = phi
        total += best_assignment(worth)
    return Prf.of(total, len(found_sizes), len(gold_sizes))


def best_assignment(worth: NDArray[np.float64]) -> float:
    """The largest sum of entries of which no two share a row or a column.

    By shortest augmenting paths with dual prices, as in Crouse, *On implementing 2D rectangular assignment
    algorithms*, IEEE Transactions on Aerospace and Electronic Systems 52(4), 2016; cubic in the smaller side
    at worst.

    Args:
        worth: of shape (rows, columns), none below 0.
    """
    if worth.shape[0] > worth.shape[1]:
        worth = worth.T
    rows, columns = worth.shape
    cost = -worth
    row_price, column_price = np.zeros(rows), np.zeros(columns)
    column_of, row_of = np.full(rows, -1), np.full(columns, -1)
    for start in range(rows):
        column, via = _augmenting_path(start, cost, row_price, column_price, column_of, row_of)
        row = -1
        while row != start:
            row = int(via[column])
            row_of[column] = row
            column_of[row], column = column, int(column_of[row])
    return float(worth[np.arange(rows), column_of].sum())


def _augmenting_path(
    start: int,
    cost: NDArray[np.float64],
    row_price: NDArray[np.float64],
    column_price: NDArray[np.float64],
    column_of: NDArray[np.int_],
    row_of: NDArray[np.int_],
) -> tuple[int, NDArray[np.int_]]:
    """The cheapest way from an unmatched row to an unmatched column, by Dijkstra; the prices are brought up.

    Returns:
        the column at its end, and for each column the row from which it was reached.
    """
    columns = cost.shape[1]
    reach, via = np.full(columns, np.inf), np.full(columns, -1)
    is_open = np.ones(columns, dtype=bool)
    seen_rows, row, length = [], start, 0.0
    while True:
        seen_rows.append(row)
        through = length + cost[row] - row_price[row] - column_price
        better = is_open & (through < reach)
        reach[better] = through[better]
        via[better] = row
        column = int(np.where(is_open, reach, np.inf).argmin())
        length = float(reach[column])
        is_open[column] = False
        if row_of[column] < 0:
            break
        row = int(row_of[column])
    row_price[start] += length
    matched = np.array(seen_rows[1:], dtype=int)
    row_price[matched] += length - reach[column_of[matched]]
    column_price[~is_open] -= length - reach[~is_open]
    return column, via


def _shared(gold: Sequence[Hashable], found: Sequence[Hashable]) -> Mapping[Pair, int]:
    """How many mentions a gold cluster and a found one share, where they share any."""
    return Counter(zip(gold, found, strict=True))


def _components(shared: Iterable[Pair]) -> Iterator[list[Pair]]:
    """The pairs of clusters, those together that hang together by common clusters."""
    by_left: dict[Hashable, list[Pair]] = defaultdict(list)
    by_right: dict[Hashable, list[Pair]] = defaultdict(list)
    for pair in shared:
        by_left[pair[0]].append(pair)
        by_right[pair[1]].append(pair)
    while by_left:
        component, waiting = [], by_left.pop(next(iter(by_left)))
        while waiting:
            pair = waiting.pop()
            component.append(pair)
            for left, _ in by_right.pop(pair[1], []):
                waiting += by_left.pop(left, [])
        yield component
