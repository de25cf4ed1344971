"""Tones, profiles and the map's geometry."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from dragoman.system.alignment import contacts, likeness, tone
from dragoman.system.positions import ellipse, placed, placed_near, rotation, spread_of
from dragoman.system.resampling import agreement, halves
from tests.system.camps import START, counted, rows

Floats = NDArray[np.float64]
angles = st.floats(0, 2 * np.pi)
seeds = st.integers(0, 1000)


def cloud(seed: int, sides: int = 9) -> Floats:
    found: Floats = np.random.default_rng(seed).normal(size=(sides, 2)) * (1.0, 0.4)
    return found


def turn(angle: float, mirrored: bool = False) -> Floats:
    made = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return made * (1, -1) if mirrored else made


def test_a_pair_without_events_has_no_tone() -> None:
    """Silence is neither friendly nor hostile, whatever the world is like."""
    assert tone(np.array([0.0, 9.0, 1.0]), np.array([0.0, 1.0, 3.0]))[0] == pytest.approx(0)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=2, max_size=8))
def test_more_cooperation_is_a_better_tone(events: list[tuple[int, int]]) -> None:
    """Of two pairs with as much conflict, who cooperates more has the better tone; all are finite."""
    good, bad = np.array(events, np.float64).T
    found = tone(good, bad)
    assert np.isfinite(found).all()
    for one in range(len(events)):
        for other in range(len(events)):
            if bad[one] == bad[other] and good[one] > good[other]:
                assert found[one] > found[other]


def test_what_two_sides_do_to_each_other_leaves_their_likeness_alone() -> None:
    """A quarrel between two who treat all others alike does not make them unlike."""
    pairs = np.array([0 * 4 + 2, 0 * 4 + 3, 1 * 4 + 2, 1 * 4 + 3, 0 * 4 + 1])  # actor * 4 + recipient
    tones = np.array([1.0, -1.0, 2.0, -2.0, -9.0])
    assert likeness(pairs, tones, 4, np.array([0, 1]))[0, 1] == pytest.approx(1)


def test_a_side_without_a_profile_is_like_nobody() -> None:
    """Where nothing is known the cosine is 0, not undefined."""
    found = likeness(np.array([2]), np.array([1.0]), 3, np.array([0, 1]))
    assert found.tolist() == [[1, 0], [0, 1]]


def test_sides_by_themselves_do_not_count() -> None:
    """What a state does to itself is no relation."""
    events = rows(200)
    plain, more = (contacts(counted(each), START, START + 29) for each in (events, [*events, (3, 3, 2, 5)]))
    assert (plain.pairs == more.pairs).all()
    choice = np.ones((len(plain.weeks), 1))
    assert (plain.totals(choice)[1] == more.totals(choice)[1]).all()


def test_halves_are_disjoint_and_whole() -> None:
    """Each week is in one half; a week added later moves no other one."""
    every, odd, even = halves(np.arange(100, 110)).T
    assert (odd + even == every).all()
    assert (halves(np.arange(99, 110))[1:, 1] == odd).all()


def test_agreement_is_one_for_the_same_order_and_nothing_for_no_order() -> None:
    """Ranks count, and a list without differences agrees with nothing."""
    order = np.arange(10.0)
    assert agreement(order, order**3) == pytest.approx(1)
    assert agreement(order, -order) == pytest.approx(-1)
    assert agreement(order, np.ones(10)) == 0


@given(angles, st.booleans(), seeds)
def test_a_turned_map_is_turned_back(angle: float, mirrored: bool, seed: int) -> None:
    """Whatever the turn or reflection, the points come back to where they were."""
    points = cloud(seed)
    turned = points @ turn(angle, mirrored)
    assert turned @ rotation(turned, points) == pytest.approx(points)


@given(angles, seeds)
def test_a_rotation_does_not_change_distances(angle: float, seed: int) -> None:
    """Points keep their distances from each other, onto whatever they are turned."""
    points = cloud(seed)
    onto = cloud(seed + 1) @ turn(angle)
    assert spread_of(points @ rotation(points, onto)) == pytest.approx(spread_of(points))


def test_the_map_of_two_dimensions_is_exact() -> None:
    """Cosines that two dimensions can hold come back as products of points, near or afresh."""
    points = cloud(1)
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    found, start = placed(points @ points.T)
    assert found @ found.T == pytest.approx(points @ points.T)
    again = placed_near(points @ points.T, start)
    assert again @ again.T == pytest.approx(points @ points.T)


@given(st.floats(-89, 89))
def test_an_ellipse_lies_along_its_cloud(angle: float) -> None:
    """The major axis is where points are spread most, at the angle they were turned by."""
    flat = np.random.default_rng(0).normal(size=(4000, 2)) * (3.0, 0.5)
    found = ellipse(flat @ turn(np.radians(angle)).T)
    assert found.major > found.minor
    assert abs((found.angle - angle + 90) % 180 - 90) < 2
    assert found.major == pytest.approx(3 * 2.146, rel=0.05)  # root of the 90 % point of chi-square
