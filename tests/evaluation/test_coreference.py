"""The measures of clusterings, on the examples of the papers that define them."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.evaluation.coreference import b_cubed, best_assignment, ceaf_e, muc, score

# Bagga and Baldwin (1998), figures 1 to 3, and Luo (2005), figure 1: clusters of 5, 2 and 5 mentions.
GOLD = "aaaaabbccccc"
SMALL_JOINED = "aaaaaccccccc"
LARGE_JOINED = "aaaaabbaaaaa"
ALL_IN_ONE = "a" * 12
ALL_ALONE = "abcdefghijkl"

labels = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=12)


def test_muc_counts_missing_links() -> None:
    """Four mentions cut into two pairs lack one link of three (Vilain et al. 1995)."""
    found = muc("aaaa", "aabb")
    assert (found.recall, found.precision) == pytest.approx((2 / 3, 1.0))
    found = muc("aabb", "aaaa")
    assert (found.recall, found.precision) == pytest.approx((1.0, 2 / 3))


@pytest.mark.parametrize(
    ("found", "by_muc", "by_b3", "by_ceafe"),
    [
        (SMALL_JOINED, 0.947, 0.865, 0.733),
        (LARGE_JOINED, 0.947, 0.737, 0.667),
        (ALL_IN_ONE, 0.900, 0.545, 0.294),
        (ALL_ALONE, 0.0, 0.400, 0.178),
    ],
)
def test_the_table_of_luo(found: str, by_muc: float, by_b3: float, by_ceafe: float) -> None:
    """F1 of four answers to one gold, as table 1 of Luo (2005) has them."""
    result = score(GOLD, found)
    figures = (result.muc.f1, result.b3.f1, result.ceafe.f1)
    assert figures == pytest.approx((by_muc, by_b3, by_ceafe), abs=5e-4)
    assert result.conll_f1 == pytest.approx(sum(figures) / 3)


@pytest.mark.parametrize(("found", "precision"), [(SMALL_JOINED, 16 / 21), (LARGE_JOINED, 7 / 12)])
def test_b_cubed_minds_which_clusters_are_joined(found: str, precision: float) -> None:
    """MUC does not: .9 either way; the figures of Bagga and Baldwin (1998)."""
    result = score(GOLD, found)
    assert (result.muc.precision, result.muc.recall) == (0.9, 1.0)
    assert (result.b3.precision, result.b3.recall) == pytest.approx((precision, 1.0))


def test_ceaf_matches_each_cluster_once() -> None:
    """The first and the joined cluster: 1 and 10/12 over two found and three in the gold."""
    found = ceaf_e(GOLD, SMALL_JOINED)
    assert found.precision == pytest.approx((1 + 10 / 12) / 2)
    assert found.recall == pytest.approx((1 + 10 / 12) / 3)


def test_what_is_perfect_scores_one() -> None:
    """In all measures, whatever the labels are called."""
    result = score(GOLD, [ord(label) for label in GOLD])
    assert (result.muc.f1, result.b3.f1, result.ceafe.f1) == pytest.approx((1.0, 1.0, 1.0))


def test_mentions_alone_add_no_link() -> None:
    """Rightly alone is perfect in B-cubed and CEAF-e and 0 in MUC, as the reference scorer has it."""
    result = score(ALL_ALONE, ALL_ALONE)
    assert (result.muc.f1, result.b3.f1, result.ceafe.f1) == pytest.approx((0.0, 1.0, 1.0))
    assert result.conll_f1 == pytest.approx(2 / 3)


def test_nothing_scores_nothing() -> None:
    """No mention, no figure; and each mention needs a label on both sides."""
    assert score([], []).conll_f1 == 0.0
    for measure in (muc, b_cubed, ceaf_e):
        with pytest.raises(ValueError, match="shorter"):
            measure("aab", "aa")


@given(labels, st.permutations(range(5)))
def test_names_of_labels_do_not_matter(pairs: list[tuple[int, int]], names: list[int]) -> None:
    """Nor does the order of the mentions; all F1 lie in 0 to 1, and the sides may be exchanged."""
    gold, found = [left for left, _ in pairs], [right for _, right in pairs]
    result = score(gold, found)
    renamed = score([names[left] for left in reversed(gold)], [f"x{right}" for right in reversed(found)])
    turned = score(found, gold)
    for key in ("muc", "b3", "ceafe"):
        figures = getattr(result, key)
        assert 0.0 <= figures.f1 <= 1.0 + 1e-12
        assert getattr(renamed, key).f1 == pytest.approx(figures.f1)
        assert getattr(turned, key).precision == pytest.approx(figures.recall)


@given(labels)
def test_ceaf_is_the_best_of_all_matchings(pairs: list[tuple[int, int]]) -> None:
    """Of up to five clusters with five, each way tried."""
    gold = [{at for at, (left, _) in enumerate(pairs) if left == label} for label in range(5)]
    found = [{at for at, (_, right) in enumerate(pairs) if right == label} for label in range(5)]

    def phi(left: set[int], right: set[int]) -> float:
        return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0

    best = max(sum(map(phi, gold, order)) for order in permutations(found))
    result = ceaf_e([left for left, _ in pairs], [right for _, right in pairs])
    assert result.recall == pytest.approx(best / sum(map(bool, gold)))
    assert result.precision == pytest.approx(best / sum(map(bool, found)))


@given(st.integers(1, 5), st.integers(1, 5), st.integers(0, 2**32 - 1))
def test_the_best_assignment_of_any_table(rows: int, columns: int, seed: int) -> None:
    """Wide, tall or square, with ties."""
    worth = np.random.default_rng(seed).integers(0, 5, (rows, columns)).astype(float)
    wide = worth if rows <= columns else worth.T
    best = max(
        sum(wide[row, column] for row, column in enumerate(order))
        for order in permutations(range(wide.shape[1]), wide.shape[0])
    )
    assert best_assignment(worth) == pytest.approx(best)
