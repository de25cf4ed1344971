"""Dating a change in hindsight."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.system.changes import date_change, sharpest


@settings(max_examples=15, deadline=None)
@given(st.integers(5, 45), st.integers(0, 20))
def test_a_step_is_dated_to_its_week(week: int, seed: int) -> None:
    """Upwards to five times as much: within a week of it, and inside its interval."""
    rate = np.where(np.arange(52) >= week, 20.0, 4.0)
    counts = np.random.default_rng(seed).poisson(rate).astype(float)
    change = date_change(counts, np.ones(52), rounds=99)
    assert change is not None
    assert abs(change.first - week) <= 1
    assert change.earliest <= change.first <= change.latest
    assert change.during > 2 * change.before
    assert change.p <= 0.05


def test_a_week_of_its_own_has_an_end() -> None:
    """A burst is told from a change that lasts."""
    counts = np.full(40, 3.0)
    counts[17:19] = 30
    change = date_change(counts, np.ones(40), rounds=99)
    assert change is not None
    assert (change.first, change.last) == (17, 18)


def test_more_news_of_everybody_is_no_change() -> None:
    """Exposure tells."""
    counts = np.where(np.arange(40) >= 20, 12.0, 4.0)
    change = date_change(counts, counts * 100, rounds=99)
    assert change is not None
    assert change.p > 0.5


def test_uncovered_weeks_are_passed_over() -> None:
    """What stands in them does not count, and places stay those of the series."""
    counts = np.where(np.arange(40) >= 20, 12.0, 4.0)
    counts[5] = 900
    exposure = np.ones(40)
    exposure[5] = 0
    change = date_change(counts, exposure, rounds=99)
    assert change is not None
    assert change.first == 20


def test_nothing_is_said_of_next_to_nothing() -> None:
    """Three periods, or no event at all."""
    assert date_change(np.array([1.0, 2, 9]), np.ones(3)) is None
    assert date_change(np.zeros(30), np.ones(30)) is None
    with pytest.raises(ValueError, match="expected"):
        date_change(np.zeros(30), np.ones(29))


def test_chance_is_seldom_called_a_change() -> None:
    """Bursts included: about one in twenty at p below .05."""
    rng = np.random.default_rng(3)
    series = rng.poisson(rng.gamma(2, 1.5, (60, 52))).astype(float)
    found = [date_change(each, np.ones(52), rounds=99) for each in series]
    assert sum(change is not None and change.p < 0.05 for change in found) <= 8


@pytest.mark.parametrize("seed", range(6))
def test_where_a_change_lies_needs_no_simulation(seed: int) -> None:
    """Its first and last period are those that `date_change` gives."""
    rng = np.random.default_rng(seed)
    counts = rng.poisson(np.where(np.arange(60) >= 10 * seed, 9.0, 3.0)).astype(float)
    exposure = rng.poisson(200, 60) * (rng.random(60) > 0.2).astype(float)
    change = date_change(counts, exposure, rounds=9)
    assert change is not None
    assert sharpest(counts, exposure) == (change.first, change.last)
    assert sharpest(np.zeros(30), np.ones(30)) is None
