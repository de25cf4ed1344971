"""Alarms keep to their budget, and ring when something happens."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from dragoman.system.alarms import Budgets, alarms, start, step, within_budget
from dragoman.system.filter import Weeks
from dragoman.terms import Rise
from tests.system.quiet import quiet


def with_shock(weeks: Weeks, dyad: int, week: int, more: float) -> Weeks:
    """The same with a lot of conflict in one week."""
    conflict, exposure = weeks.conflict.copy(), weeks.exposure.copy()
    conflict[dyad, week] += more
    exposure[week] += more
    return replace(weeks, conflict=conflict, exposure=exposure)


def test_where_nothing_changes_hardly_a_week_has_an_alarm() -> None:
    """At a budget of ten percent, in at most fifteen percent of the weeks."""
    weeks = quiet(100, 200)
    assert len({alarm.week for alarm in alarms(weeks)}) <= 0.15 * 200


def test_a_shock_rings_in_its_week() -> None:
    """With what was expected and what came."""
    (alarm,) = (each for each in alarms(with_shock(quiet(), 7, 50, 40)) if each.dyad == 7)
    assert (alarm.week, alarm.what, alarm.watched) == (50, Rise.CONFLICT, False)
    assert alarm.observed >= 40 > alarm.high >= alarm.expected >= alarm.low
    assert alarm.p < 0.001


def test_an_uncovered_week_has_no_alarm() -> None:
    """Whatever stands in it; and the weeks after it are judged as before."""
    weeks = quiet()
    exposure = weeks.exposure.copy()
    exposure[50] = 0
    gap = replace(weeks, exposure=exposure)
    assert alarms(gap) == alarms(replace(with_shock(gap, 7, 50, 400), exposure=exposure))
    assert all(alarm.week != 50 for alarm in alarms(gap))


def test_the_order_of_the_dyads_does_not_matter_for_alarms() -> None:
    """The same alarms with the same p."""
    weeks, turned = with_shock(quiet(), 7, 50, 40), np.arange(30)[::-1]
    other = Weeks(weeks.cooperation[turned], weeks.conflict[turned], weeks.exposure, weeks.sides[turned])
    straight = {(alarm.dyad, alarm.week, alarm.p) for alarm in alarms(weeks)}
    assert {(29 - alarm.dyad, alarm.week, alarm.p) for alarm in alarms(other)} == straight


def test_a_watch_list_has_a_budget_of_its_own() -> None:
    """Who is on it need not stand out among hundreds."""
    p = np.full(200, 0.9)
    p[3] = 0.004
    listed = np.zeros(200, bool)
    listed[[3, 4]] = True
    assert not within_budget(p, Budgets()).any()
    assert list(np.flatnonzero(within_budget(p, Budgets(watch_list=listed)))) == [3]


def test_talk_is_watched_when_it_is_given() -> None:
    """What is planned or threatened goes the same way as what happened."""
    weeks = quiet()
    talk = weeks.conflict.copy()
    talk[7, 50] += 40
    assert Rise.TALK in {alarm.what for alarm in alarms(weeks, talk=talk) if alarm.dyad == 7}
    with pytest.raises(ValueError, match=r"talk \(30, 3\)"):
        alarms(weeks, talk=talk[:, :3])


def test_the_tail_learns_from_everybodys_surprises() -> None:
    """Where shocks are daily bread, p below five percent means less than it says."""
    weeks = quiet(100, 60)
    rng = np.random.default_rng(1)
    shocks = (rng.random((100, 60)) < 0.03) * 60.0
    wild = replace(weeks, conflict=weeks.conflict + shocks)
    exponents = []
    for each in (weeks, wild):
        state = start(100, (Rise.CONFLICT,))
        for week in range(60):
            state, _ = step(state, {Rise.CONFLICT: each.conflict[:, week]}, each.others[:, week])
        exponents.append(state.watched[Rise.CONFLICT].exponent)
    assert exponents[0] > 0.8 > exponents[1]
