"""How two sides stand, and when there is not enough to say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from dragoman.system import filter as filtering
from dragoman.system import relation
from dragoman.terms import Acts, EventType, Level
from tests.system.quiet import quiet


def test_a_thin_dyad_has_no_tone() -> None:
    """Not enough is an answer; its neighbours keep theirs."""
    weeks = quiet(10, 30)
    few = weeks.cooperation.copy()
    few[0], conflict = 0, weeks.conflict.copy()
    conflict[0], few[0, -1] = 0, 2
    state = filtering.run(replace(weeks, cooperation=few, conflict=conflict))
    thin, *others = relation.standings(state, Acts.ALL)
    assert (thin.tone, thin.share, thin.volume) == (None, None, None)
    assert any(isinstance(other.tone, Level) for other in others)


def test_an_ordinary_relation_has_tone_zero_and_volume_one() -> None:
    """All dyads alike, all weeks alike."""
    weeks = quiet(40, 120, rate=40)
    state = filtering.run(weeks)
    tones, volumes = relation.tones(state), relation.volumes(state)
    assert np.abs(np.median(tones.value)) < 0.1
    assert np.median(volumes.value) == pytest.approx(1, abs=0.1)


def test_ninety_percent_of_what_comes_lies_in_the_interval() -> None:
    """On weeks that were not seen yet, of events that come three by three; whole numbers make it more."""
    single = quiet(40, 60, rate=2)
    weeks = replace(single, cooperation=single.cooperation * 3, conflict=single.conflict * 3)
    held = []
    for week, state in enumerate(filtering.states(weeks)):
        if 20 <= week < 56:
            events = (weeks.cooperation + weeks.conflict)[:, week : week + 4].sum(axis=1)
            conflict = weeks.conflict[:, week : week + 4].sum(axis=1)
            low, high = relation.conflict_ahead(state, events)
            held.append((low <= conflict) & (conflict <= high))
    assert 0.88 <= np.mean(held) <= 0.97


def test_relations_are_told_for_each_sort_of_acts() -> None:
    """In the order of the dyads."""
    state = filtering.run(quiet(2, 40))
    sides = [("FRA", "ITA"), ("RUS", "UKR")]
    found = relation.relations({Acts.ALL: state, Acts.VERBAL: state}, sides, date(2024, 1, 1))
    assert [each.sides for each in found] == sides
    assert [standing.acts for standing in found[0].standings] == [Acts.ALL, Acts.VERBAL]


def test_assaults_are_more_severe_than_visits() -> None:
    """And less sure the fewer they are."""
    types = np.zeros((3, len(EventType)))
    order = list(EventType)
    types[0, order.index(EventType.CONSULT)] = types[1, order.index(EventType.ASSAULT)] = 30
    types[2, order.index(EventType.ASSAULT)] = 10
    visits, war, raids = relation.severities(types)
    assert visits is not None
    assert war is not None
    assert raids is not None
    assert visits.mean > 0 > raids.mean > war.mean
    assert raids.sd > war.sd
    assert relation.severities(types / 30)[0] is None
