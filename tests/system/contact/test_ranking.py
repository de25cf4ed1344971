"""Ranks: ties, the filter of the day, and how sure the first answer was."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.system.contact import MODEST, Certainty, Ranked, calibration_error, ranked, standing


def scores(*values: float) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """Scores of candidates 0, 1, 2, ..."""
    return np.array(values, dtype=np.float32)


def test_ties_rank_at_the_mean() -> None:
    """Three that share the places 2 to 4 all stand at 3."""
    (one,) = ranked(scores(5, 1, 1, 1, 0), np.array([2]))
    assert one.rank == 3.0


def test_only_what_is_true_on_that_day_is_dropped() -> None:
    """The other right answer stands in nobody's way; a candidate of another day does."""
    first, second = ranked(scores(5, 4, 3), np.array([1, 2]))
    assert (first.rank, second.rank) == (2.0, 2.0)


def test_a_right_answer_given_twice_is_asked_twice() -> None:
    """And is no rival of itself."""
    assert [one.rank for one in ranked(scores(5, 4), np.array([0, 0]))] == [1.0, 1.0]


def test_the_first_answer_is_as_sure_as_its_share() -> None:
    """Of those left after the filter."""
    (one,) = ranked(scores(np.log(3), 0), np.array([0]))
    assert one.top == pytest.approx(0.75)
    (cold,) = ranked(scores(np.log(3), 0), np.array([0]), Certainty(temperature=0.5))
    assert cold.top == pytest.approx(0.9)


def test_surprises_make_the_surest_less_sure() -> None:
    """Of answers that are right nine times in ten, and scores that are sure, a tenth are surprises."""
    rows = [scores(20, *[0] * 99)] * 2000
    found = Certainty.fit(rows, [i % 10 > 0 for i in range(2000)])
    assert found.probabilities(rows[0])[0] == pytest.approx(0.91, abs=0.02)
    assert found.probabilities(rows[0]).sum() == pytest.approx(1)
    assert Certainty.fit(rows[:5], [True] * 5) == MODEST


def test_calibration_is_the_distance_from_what_was_so() -> None:
    """Nine in ten said and all right is a tenth off."""
    assert calibration_error(np.full(10, 0.9), np.ones(10, dtype=bool)) == pytest.approx(0.1)


def test_many_questions_have_one_standing() -> None:
    """And none has nought."""
    found = standing([Ranked(1.0, 1.0), Ranked(4.0, 0.0)])
    assert (found.mrr, found.hits1, found.hits3, found.hits10, found.n) == (0.625, 0.5, 0.5, 1.0, 2)
    assert standing([]).n == 0
