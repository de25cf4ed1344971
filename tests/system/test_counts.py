"""Counting by pair and period: nothing twice, nothing lost, the same in any order."""

from __future__ import annotations

from datetime import date
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.system.counts import Step, count, first_day, first_days, period_on, together
from dragoman.system.ledger import Entry
from dragoman.system.pairs import Member, grouped, undirected
from dragoman.terms import EventType
from tests.system.ledgers import MONDAY, entries, entry, of


@given(entries(), st.randoms(use_true_random=False), st.sampled_from(Step))
def test_the_order_of_the_events_does_not_matter(found: list[Entry], random: Random, step: Step) -> None:
    """Every number is the same to the last bit."""
    shuffled = random.sample(found, len(found))
    one, other = count(of(*found), step), count(of(*shuffled), step)
    assert np.array_equal(one.keys, other.keys)
    assert np.array_equal(one.events, other.events)
    assert np.array_equal(one.exposure, other.exposure)


@given(entries(), st.sampled_from(Step))
def test_every_event_counts_once_for_everybody(found: list[Entry], step: Step) -> None:
    """However many sides it has and however many periods it may lie in."""
    sided = [each for each in found if each.actors or each.recipients]
    assert count(of(*found), step).exposure.sum() == pytest.approx(len(sided))


def test_what_is_known_to_a_fortnight_counts_half_in_each_week() -> None:
    """No day is chosen for an event that nobody put on one."""
    counts = count(of(entry(1, ["RUS"], ["KAZ"], days=14)))
    assert counts.events.sum(axis=1).tolist() == [0.5, 0.5]


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(Step))
def test_a_day_lies_in_the_period_that_began_last(day: date, step: Step) -> None:
    """Weeks begin on Mondays, months on the first."""
    period = period_on(day, step)
    assert first_day(period, step) <= day < first_day(period + 1, step)
    assert first_days(np.array([period], np.int32), step).tolist() == [first_day(period, step).toordinal()]
    assert step is not Step.WEEK or first_day(period, step).weekday() == 0


def test_either_direction_is_one_pair() -> None:
    """A meeting of two is one event of theirs, not one for each."""
    both = undirected(of(entry(1, ["RUS", "KAZ"], []), entry(2, ["RUS"], ["KAZ"])))
    assert sorted(both.event) == [1, 2]
    assert set(both.actor) == {both.index("KAZ")}


def test_a_bloc_does_what_its_members_do_while_they_are_in_it() -> None:
    """Two members in one event are one event of the bloc; who left acts for itself."""
    members = [Member("RUS", last=MONDAY), Member("ARM")]
    ledger = of(
        entry(1, ["RUS", "ARM"], ["AZE"], type=EventType.ACCUSE),
        entry(2, ["RUS"], ["AZE"], day=MONDAY + 1),
        entry(3, ["CSTO"], ["AZE"]),
    )
    bloc = grouped(ledger, "CSTO", members)
    assert sorted(bloc.between("CSTO", "AZE").event) == [1, 3]
    assert list(bloc.between("RUS", "AZE").event) == [2]


@given(entries(), st.integers(0, 20), st.sampled_from(Step))
def test_counts_grow_with_new_events(found: list[Entry], cut: int, step: Step) -> None:
    """Adding events to what was counted gives what counting all of them gives."""
    whole = count(of(*found), step)
    grown = together(count(of(*found[:cut]), step), count(of(*found[cut:]), step))
    assert grown.sides == whole.sides
    assert np.array_equal(grown.keys, whole.keys)
    assert np.allclose(grown.events, whole.events)
    assert np.allclose(grown.exposure, whole.exposure)
