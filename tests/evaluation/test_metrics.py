"""The measures that all tasks share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.evaluation.metrics import Prf, accuracy, macro_f1, match_one_to_one, micro, per_label

LABELS = st.lists(st.sampled_from("abc"), max_size=20)


def test_prf_comes_from_counts() -> None:
    """Six right of eight found and twelve there are: precision 3/4, recall 1/2, F1 3/5."""
    score = Prf.of(hits=6, found=8, expected=12)
    assert (score.precision, score.recall) == (0.75, 0.5)
    assert score.f1 == pytest.approx(0.6)


def test_nothing_to_count_is_zero() -> None:
    """Empty input divides by nothing."""
    assert Prf.of(0, 0, 0) == Prf(0.0, 0.0, 0.0)
    assert accuracy([], []) == macro_f1([], []) == micro([], []).f1 == 0.0


def test_macro_f1_weighs_labels_alike() -> None:
    """A rare label that is always missed halves the mean, however rare it is."""
    gold, predicted = ["a"] * 9 + ["b"], ["a"] * 10
    assert accuracy(gold, predicted) == 0.9
    assert per_label(gold, predicted, ["a", "b"])["b"] == Prf(0.0, 0.0, 0.0)
    assert macro_f1(gold, predicted) == pytest.approx((18 / 19 + 0) / 2)


def test_macro_f1_counts_only_the_labels_given() -> None:
    """Labels outside the list still cost precision but are not averaged."""
    assert macro_f1(["a", "b"], ["a", "a"], ["a"]) == pytest.approx(2 / 3)
    assert macro_f1(["a"], ["a"], ["a", "z"]) == 0.5


def test_micro_counts_all_units_together() -> None:
    """Two hits among three found and four wanted."""
    score = micro([{1, 2}, {3, 4}], [{1}, {3, 5}])
    assert score.precision == pytest.approx(2 / 3)
    assert score.recall == 0.5


def test_different_lengths_are_an_error() -> None:
    """Gold and prediction must speak of the same places."""
    with pytest.raises(ValueError, match="shorter"):
        accuracy(["a", "b"], ["a"])


def test_matching_takes_the_best_pair_first() -> None:
    """The best pair blocks its two members; a pair worth nothing is never taken."""
    assert match_one_to_one({(0, 0): 0.5, (0, 1): 0.9, (1, 1): 0.8, (1, 0): 0.1, (2, 2): 0.0}) == [
        (0, 1),
        (1, 0),
    ]


def test_ties_go_to_the_smaller_numbers() -> None:
    """The order in which pairs were given does not matter."""
    scores = {(1, 0): 1.0, (0, 0): 1.0, (0, 1): 1.0, (1, 1): 1.0}
    assert match_one_to_one(scores) == match_one_to_one(dict(reversed(scores.items()))) == [(0, 0), (1, 1)]


@given(st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 5)), st.floats(-1, 1)))
def test_nobody_is_matched_twice(scores: dict[tuple[int, int], float]) -> None:
    """Each left and each right stands in one pair at most, and every pair was offered."""
    pairs = match_one_to_one(scores)
    assert len({left for left, _ in pairs}) == len({right for _, right in pairs}) == len(pairs)
    assert all(scores[pair] > 0 for pair in pairs)


@given(LABELS)
def test_a_perfect_answer_scores_one(gold: list[str]) -> None:
    """Every measure is 1 where gold and prediction agree."""
    if gold:
        assert accuracy(gold, gold) == macro_f1(gold, gold) == micro([gold], [gold]).f1 == 1.0
