"""Distances from a centre, the map, and when there is none."""

from __future__ import annotations

import random
from datetime import timedelta

import numpy as np
import pytest

from dragoman.system.counts import Counts, Step, first_day
from dragoman.system.orbits import NotEnough, Settings, history, orbits
from dragoman.terms import DragomanError, UnknownName
from dragoman.terms.position import Orbits
from tests.system.camps import SIDES, START, counted, rows

QUICK = Settings(resamplings=20)
FIRST = first_day(START, Step.WEEK)


def distances(found: Orbits) -> dict[str, float]:
    return {each.actor: each.distance for each in found.positions if each.distance is not None}


def points(found: Orbits) -> dict[str, tuple[float, float]]:
    return {
        each.actor: (each.x, each.y) for each in found.positions if each.x is not None and each.y is not None
    }


def test_two_camps_are_found() -> None:
    """Everybody of the centre's camp is nearer to it than all of the other one, listed and on the map."""
    found = orbits(counted(rows()), "A", settings=QUICK)
    assert {each.actor for each in found.positions[:6]} == set("ABCDEF")
    assert found.map_refused == ""
    place = points(found)
    apart = {side: np.hypot(*np.subtract(place[side], place["A"])) for side in SIDES}
    assert max(apart[side] for side in "BCDEF") < min(apart[side] for side in "GHIJKL")
    assert found.reliability is not None
    assert found.reliability > 0.5


def test_the_order_of_events_does_not_matter() -> None:
    """Shuffled events give the same orbits, to the last digit."""
    events = rows(2000)
    mixed = random.Random(1).sample(events, len(events))
    assert orbits(counted(events), "A", settings=QUICK) == orbits(counted(mixed), "A", settings=QUICK)


def test_the_order_of_sides_does_not_matter() -> None:
    """Sides numbered otherwise stand at the same distances."""
    events = rows(2000)
    turned = [(11 - actor, 11 - recipient, quad, week) for actor, recipient, quad, week in events]
    plain = distances(orbits(counted(events), "A", settings=QUICK))
    assert distances(orbits(counted(turned, SIDES[::-1]), "A", settings=QUICK)) == pytest.approx(plain)


def test_a_seed_gives_the_same_intervals_and_another_seed_others() -> None:
    """Intervals are drawn, and can be drawn again."""
    counts = counted(rows(2000))
    first, again, other = (
        orbits(counts, "A", settings=Settings(resamplings=20, seed=seed)) for seed in (1, 1, 2)
    )
    assert first == again
    assert first != other
    assert distances(first) == distances(other)


def test_the_centre_stands_at_its_own_place() -> None:
    """It is the first of the list, at distance 0, and surely so."""
    centre = orbits(counted(rows(2000)), "D", settings=QUICK).positions[0]
    assert (centre.actor, centre.distance, centre.low, centre.high) == ("D", 0, 0, 0)


def test_intervals_hold_the_distance() -> None:
    """Low, distance and high are in order, and everybody but the centre has a width."""
    found = orbits(counted(rows(2000)), "A", settings=QUICK)
    for each in found.positions[1:]:
        assert each.low is not None
        assert each.high is not None
        assert each.distance is not None
        assert 0 <= each.low < each.distance < each.high <= 2


def test_a_side_with_few_events_is_listed_and_not_placed() -> None:
    """It stands at the end, with its events, without distance or point."""
    kept = [row for row in rows(2000) if "L" not in (SIDES[row[0]], SIDES[row[1]])]
    found = orbits(counted([*kept, (11, 0, 0, 3), (0, 11, 2, 4)]), "A", settings=QUICK)
    last = found.positions[-1]
    assert (last.actor, last.events, last.enough) == ("L", 2, False)
    assert (last.distance, last.x, last.y, last.ellipse) == (None,) * 4


def test_an_unreliable_map_is_refused_with_a_sentence() -> None:
    """Without camps halves do not agree: distances stay, the map does not, and the user is told why."""
    found = orbits(counted(rows(2000, split=0.1)), "A", settings=QUICK)
    assert found.map_reliability is not None
    assert found.map_reliability < 0.6
    assert "reliability" in found.map_refused
    assert points(found) == {}
    assert len(distances(found)) == 12


def test_a_few_weeks_give_no_intervals_and_no_map() -> None:
    """Of three weeks nobody can say how sure anything is."""
    found = orbits(counted(rows(weeks=3), weeks=3), "A")
    assert found.reliability is None
    assert found.positions[1].low is None
    assert "3 weeks only" in found.map_refused


def test_a_centre_alone_has_no_map() -> None:
    """When only the centre has enough events, it stands there by itself."""
    events = [(0, other, 0, week) for other in range(1, 12) for week in range(10)]
    found = orbits(counted(events), "A", settings=QUICK)
    assert [each.actor for each in found.positions if each.enough] == ["A"]
    assert "too few sides have enough events (1;" in found.map_refused


def test_a_centre_with_few_events_is_an_error_that_says_what_to_do() -> None:
    """Nobody can be placed around it."""
    with pytest.raises(NotEnough, match=r"A takes part in fewer than 100 .* Choose another centre"):
        orbits(counted(rows(60)), "A")


def test_an_unknown_centre_names_known_sides() -> None:
    """A centre nobody has heard of is a mistake of the user."""
    with pytest.raises(UnknownName, match="'a'"):
        orbits(counted(rows(60)), "a")


def test_counts_have_to_be_by_week() -> None:
    """Odd and even months would be no halves."""
    weekly = counted(rows(60))
    monthly = Counts(
        weekly.sides,
        Step.MONTH,
        weekly.start,
        weekly.stop,
        weekly.keys,
        weekly.events,
        weekly.reports,
        weekly.exposure,
    )
    with pytest.raises(DragomanError, match="by week, not by month"):
        orbits(monthly, "A")


def test_later_weeks_do_not_count() -> None:
    """Orbits at a day are those of a record that ends with the week of that day."""
    events = rows(4000)
    whole = orbits(counted(events), "A", at=FIRST + timedelta(weeks=14, days=2), settings=QUICK)
    cut = orbits(counted(row for row in events if row[3] <= 14), "A", settings=QUICK)
    assert whole.at == FIRST + timedelta(weeks=15, days=-1)
    assert whole.positions == cut.positions


def test_old_events_count_less_with_a_half_life() -> None:
    """When camps change half-way, a half-life shows the new ones."""
    old, new = rows(3000, weeks=15), rows(3000, weeks=15, seed=1)
    swap = {1: 7, 7: 1}
    moved = [(swap.get(a, a), swap.get(b, b), quad, week + 15) for a, b, quad, week in new]
    found = orbits(counted([*old, *moved]), "A", settings=Settings(half_life=3, resamplings=0))
    assert distances(found)["H"] < distances(found)["B"]
    assert found.events < 6000


def test_the_next_map_is_turned_onto_the_last() -> None:
    """Two periods of one system look alike, and turning leaves all distances as they are."""
    counts = counted(rows(8000))
    middle = FIRST + timedelta(weeks=15)
    last = orbits(counts, "A", at=middle - timedelta(days=1), settings=QUICK)
    plain, turned = (orbits(counts, "A", since=middle, before=each, settings=QUICK) for each in (None, last))
    old, new, raw = points(last), points(turned), points(plain)
    move = {
        name: np.mean([np.hypot(*np.subtract(each[side], old[side])) for side in SIDES])
        for name, each in (("new", new), ("raw", raw))
    }
    assert move["new"] <= move["raw"] + 1e-9
    assert move["new"] < 0.3
    assert distances(turned) == distances(plain)
    for side in SIDES:
        assert np.hypot(*new[side]) == pytest.approx(np.hypot(*raw[side]))


def test_history_gives_one_picture_after_another() -> None:
    """Days come out in the order of time; a day without enough events is left out."""
    days = [FIRST + timedelta(weeks=weeks, days=-1) for weeks in (30, 0, 15)]
    found = list(history(counted(rows()), "A", days, settings=QUICK))
    assert [each.at for each in found] == [days[2], days[0]]
    (windowed,) = history(counted(rows()), "A", days[:1], window=10, settings=QUICK)
    assert windowed.weeks == 10
