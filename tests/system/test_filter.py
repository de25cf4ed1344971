"""The filter of tone and volume: only the past, in any order, a week at a time."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.system import filter as filtering
from dragoman.system import habits, relation
from dragoman.system.filter import State, Weeks
from dragoman.system.sums import total
from tests.system.quiet import quiet


def figures(state: State) -> list[list[float]]:
    """Everything a state says of its dyads."""
    return [
        list(figure)
        for levels in (relation.tones(state), relation.volumes(state))
        for figure in (levels.value, levels.low, levels.high)
    ]


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(15)), st.integers(0, 5))
def test_the_order_of_the_dyads_does_not_matter(order: list[int], seed: int) -> None:
    """Not in the last digit."""
    weeks = quiet(15, 20, seed=seed)
    turned = Weeks(weeks.cooperation[order], weeks.conflict[order], weeks.exposure, weeks.sides[order])
    straight = figures(filtering.run(weeks))
    assert figures(filtering.run(turned)) == [[figure[place] for place in order] for figure in straight]


def test_one_more_week_is_the_same_as_all_weeks_again() -> None:
    """A state is all that has to be kept."""
    weeks = quiet(10, 30)
    before = filtering.run(
        Weeks(weeks.cooperation[:, :29], weeks.conflict[:, :29], weeks.exposure[:29], weeks.sides)
    )
    after = filtering.step(before, weeks.cooperation[:, 29], weeks.conflict[:, 29], float(weeks.exposure[29]))
    assert figures(after) == figures(filtering.run(weeks))


def test_the_future_does_not_reach_back() -> None:
    """What is said of a week stays, whatever comes after it."""
    weeks = quiet(10, 30)
    conflict = weeks.conflict.copy()
    conflict[:, 20:] += 50
    one, other = (list(filtering.states(each))[20] for each in (weeks, replace(weeks, conflict=conflict)))
    assert figures(one) == figures(other)


def test_what_stands_in_an_uncovered_week_changes_nothing() -> None:
    """Time passes, and that is all: no count, no habit, no error of a forecast."""
    state = filtering.run(quiet(10, 30))
    empty = filtering.step(state, np.zeros(10), np.zeros(10), 0.0)
    full = filtering.step(state, np.full(10, 9.0), np.full(10, 99.0), 0.0)
    assert figures(empty) == figures(full)
    assert empty.habits == state.habits
    assert np.array_equal(empty.volume.fit, state.volume.fit)
    assert relation.volumes(empty).value == pytest.approx(relation.volumes(state).value, rel=0.1)


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 40), st.integers(0, 9))
def test_more_conflict_moves_the_tone_down(more: int, dyad: int) -> None:
    """Of that dyad; whatever it was before."""
    weeks = quiet(10, 20)
    conflict = weeks.conflict.copy()
    conflict[dyad, -1] += more
    calm, tense = (
        relation.shares(filtering.run(each)) for each in (weeks, replace(weeks, conflict=conflict))
    )
    assert tense.value[dyad] > calm.value[dyad]
    tones = [relation.tones(filtering.run(each)).value for each in (weeks, replace(weeks, conflict=conflict))]
    assert tones[1][dyad] < tones[0][dyad]


def test_a_surge_of_everybodys_events_is_no_change_of_volume() -> None:
    """Three times the news, three times the dyad."""
    weeks = quiet(20, 60, rate=20)
    surge = np.where(np.arange(60) >= 50, 3.0, 1.0)
    loud = Weeks(weeks.cooperation * surge, weeks.conflict * surge, weeks.exposure * surge, weeks.sides)
    one, other = (relation.volumes(filtering.run(each)).value for each in (weeks, loud))
    assert other == pytest.approx(one, rel=0.15)


def test_fewer_events_have_wider_intervals() -> None:
    """Tone and volume alike."""
    weeks = quiet(20, 60, rate=30)
    thin = Weeks(weeks.cooperation / 10, weeks.conflict / 10, weeks.exposure, weeks.sides)
    for levels in (relation.tones, relation.volumes):
        much, little = (levels(filtering.run(each)) for each in (weeks, thin))
        assert (little.high - little.low > much.high - much.low).all()
        assert ((much.low < much.value) & (much.value < much.high)).all()


def test_a_thin_dyad_is_expected_to_be_as_its_actors_are() -> None:
    """A quarrelsome actor's new dyad is expected to have more conflict than a peaceful one's."""
    sides = np.array([[0, 1], [0, 2], [3, 4], [3, 5], [0, 6], [3, 6]])
    conflict = np.array([8.0, 8, 1, 1, 0, 0])
    state = habits.start(7)
    for _ in range(20):
        state = habits.learn(state, sides, 9 - conflict - (conflict == 0) * 9, conflict)
    expected = habits.share(state, sides, 6)
    assert expected[4] > 0.5 > expected[5]


def test_shapes_that_do_not_fit_are_refused() -> None:
    """With what was given and what was expected."""
    with pytest.raises(ValueError, match=r"expected \[dyads, weeks\]"):
        Weeks(np.zeros((2, 3)), np.zeros((2, 4)), np.zeros(3), np.zeros((2, 0), np.int64))
    with pytest.raises(ValueError, match=r"expected \[2, 2\]"):
        Weeks(np.zeros((2, 3)), np.zeros((2, 3)), np.zeros(3), np.zeros((3, 2), np.int64))


@given(st.lists(st.floats(0, 1e6), max_size=30), st.randoms())
def test_a_sum_is_the_same_in_any_order(values: list[float], random: object) -> None:
    """Exactly."""
    turned = sorted(values)
    assert total(np.array(turned)) == total(np.array(turned[::-1])) == total(np.array(values))
