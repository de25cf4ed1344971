"""Distances of every two sides."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from dragoman.system import matrix
from dragoman.system.counts import Step, first_day
from dragoman.system.matrix import around, distances
from dragoman.system.orbits import Settings, orbits
from tests.system.camps import START, counted, rows

AT = first_day(START + 29, Step.WEEK)


def test_a_row_has_the_distances_of_the_orbits() -> None:
    """To the last digit: the matrix and the orbits are one measure."""
    counts = counted(rows(2000))
    found = distances(counts, AT, 100)
    around_a = {each.actor: each.distance for each in orbits(counts, "A", settings=Settings()).positions}
    row = found.distance[found.sides.index("A")]
    assert dict(zip(found.sides, row.tolist(), strict=True)) == pytest.approx(around_a)


def test_groups_stand_together() -> None:
    """All of a camp follow each other."""
    camps = ["A" <= side <= "F" for side in distances(counted(rows()), AT, 100).sides]
    assert sum(one != other for one, other in pairwise(camps)) == 1


def test_the_busiest_are_taken_and_whoever_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """With enough events; nobody without."""
    monkeypatch.setattr(matrix, "MOST", 3)
    counts = counted([*rows(2000), *[(0, 1, 0, 3)] * 200])
    found = distances(counts, AT, 1, always=("L",)).sides
    assert {"A", "B", "L"} == set(found)
    assert distances(counts, AT, 1e6).sides == ()


def test_points_are_ordered_around_the_origin_from_the_widest_gap_on() -> None:
    """One point, or none, stays where it is."""
    angles = np.radians([10, 350, 100, 60])
    order = around(np.stack([np.cos(angles), np.sin(angles)], axis=1))
    assert [round(float(np.degrees(angles[place]))) for place in order] == [350, 10, 60, 100]
    assert around(np.zeros((1, 2))).tolist() == [0]
