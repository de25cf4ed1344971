"""Everything of one ledger at a day."""

from __future__ import annotations

from datetime import date, timedelta
from unittest.mock import Mock

import pytest

from dragoman.system import alarm_log
from dragoman.system.changes import sharpest
from dragoman.system.ledger import Entry
from dragoman.system.model import Model
from dragoman.terms import EventType
from dragoman.terms.outlook import Deed
from tests.system.ledgers import MONDAY, entry, of

WEEKS = 60
AT = date.fromordinal(MONDAY + 7 * WEEKS - 1)


def world() -> list[Entry]:
    """Two sides that meet every week and fall out after forty; two others that meet all the time."""
    found = []
    for week in range(WEEKS):
        day = MONDAY + 7 * week
        kind = EventType.CONSULT if week < 40 else EventType.ACCUSE
        found.append(entry(3 * week, ["KAZ"], ["RUS"], type=kind, day=day))
        found.append(entry(3 * week + 1, ["ARM"], ["NATO"], day=day + 1))
        found.append(entry(3 * week + 2, ["AZE"], ["ARM"], type=EventType.REJECT, day=day + 2))
    return found


@pytest.fixture(scope="module")
def model() -> Model:
    """That world at the end of its last week."""
    return Model(of(*world()), AT)


def test_who_fell_out_moved_apart(model: Model) -> None:
    """It is certain, it comes first, and it is none of the others."""
    first = model.movements()[0]
    assert (first.sides, first.certain) == (("KAZ", "RUS"), True)
    assert first.closer < 0.05
    assert (first.cooperation_before, first.conflict_before) == (26.0, 0.0)
    assert (first.cooperation, first.conflict) == (6.0, 20.0)


def test_a_relation_has_a_tone_with_its_interval(model: Model) -> None:
    """Worse than the world's since they fell out; who never met has none."""
    relation = model.relation("RUS", "KAZ")
    assert relation is not None
    tone = relation.standings[0].tone
    assert tone is not None
    assert tone.low < tone.value < tone.high
    assert tone.value < -0.5
    assert model.relation("RUS", "NATO") is None


def test_a_quarrel_that_goes_on_is_likely_to_go_on(model: Model) -> None:
    """Accusations are likelier next month than at the base rate's level of meetings before."""
    place = model.foreseen.ledger.index
    outlooks = model.outlooks((Deed.VERBAL_CONFLICT,))
    found = outlooks.outlook(place("KAZ"), place("RUS"), Deed.VERBAL_CONFLICT, 4)
    assert found.probability > 0.7
    assert found.n == WEEKS


def test_more_events_are_as_if_they_had_been_there(model: Model) -> None:
    """The counts of a model that grew are those of one that was made of everything."""
    more = [entry(1000, ["RUS"], ["ARM"], day=MONDAY + 3), entry(1001, ["KAZ", "UZB"], [], day=MONDAY + 9)]
    grown, whole = model.with_more(of(*more)), Model(of(*world(), *more), AT)
    assert grown.pairs.keys.tolist() == whole.pairs.keys.tolist()
    assert grown.pairs.events.tolist() == whole.pairs.events.tolist()
    assert grown.directed.exposure.tolist() == whole.directed.exposure.tolist()


def test_an_outburst_raises_an_alarm() -> None:
    """Twelve attacks in a week, of sides that only met before."""
    attacks = [
        entry(2000 + number, ["AZE"], ["ARM"], type=EventType.ASSAULT, day=MONDAY + 7 * 50 + number % 7)
        for number in range(12)
    ]
    alarms = Model(of(*world(), *attacks), AT).alarms()
    assert alarms[-1].sides == ("ARM", "AZE")
    assert alarms[-1].week == date.fromordinal(MONDAY + 7 * 50)
    assert alarms[-1].p < 0.01


def test_alarms_are_dated_alike_however_many_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The latest alone are those that head the whole log, and only they cost the work."""
    attacks = [
        entry(3000 + number, ["AZE"], ["ARM"], type=EventType.ASSAULT, day=MONDAY + 7 * week)
        for number, week in enumerate([20] * 12 + [50] * 30)
    ]
    model, since = Model(of(*world(), *attacks), AT), date.fromordinal(MONDAY + 7 * 45)
    with monkeypatch.context() as patched:
        dated = Mock(side_effect=sharpest)
        patched.setattr(alarm_log, "sharpest", dated)
        late = model.alarms(since=since)
    assert dated.call_count == len(late)
    every = model.alarms()
    assert 0 < len(late) < len(every)
    assert late == every[: len(late)]
    assert late == tuple(each for each in Model(of(*world(), *attacks), AT).alarms() if each.week >= since)
    assert any(each.changed for each in late)


def test_weeks_after_the_last_event_are_not_covered() -> None:
    """Time passes, and nothing is learnt from it."""
    later = Model(of(*world()), AT + timedelta(weeks=5))
    assert later.pairs.periods == WEEKS + 5
    assert later.pairs.exposure[-5:].tolist() == [0.0] * 5
