"""A dyad from week to week."""

from __future__ import annotations

from datetime import date

from dragoman.system.counts import Step, count
from dragoman.system.series import series
from dragoman.terms import Dyad, EventType, Status
from tests.system.ledgers import MONDAY, entry, of

LEDGER = of(
    entry(1, ["RUS"], ["KAZ"]),
    entry(2, ["KAZ"], ["RUS"], type=EventType.REJECT, day=MONDAY + 1),
    entry(3, ["RUS"], ["KAZ"], status=Status.PLANNED, day=MONDAY + 2),
    entry(4, ["ARM"], ["AZE"], type=EventType.ASSAULT, day=MONDAY + 14),
)


def test_a_week_without_anything_of_anybody_is_not_covered() -> None:
    """The second week is unknown, the third known to be without contact."""
    found = series(LEDGER, count(LEDGER.with_status()), Dyad("RUS", "KAZ"))
    assert [period.events for period in found.periods] == [2.0, None, 0.0]
    assert found.periods[0].start == date(2022, 10, 3)
    assert (found.periods[0].verbal_cooperation, found.periods[0].verbal_conflict) == (1.0, 1.0)


def test_a_direction_is_only_what_one_does_to_the_other() -> None:
    """Kazakhstan's rejection is none of Russia's."""
    found = series(LEDGER, count(LEDGER.with_status()), Dyad("RUS", "KAZ", directed=True))
    assert found.periods[0].events == 1.0
    assert found.periods[0].verbal_conflict == 0.0


def test_what_is_planned_has_a_series_of_its_own() -> None:
    """Talk of a visit is not a visit."""
    counts = count(LEDGER.with_status(), Step.MONTH)
    found = series(LEDGER, counts, Dyad("RUS", "KAZ"), [Status.PLANNED])
    assert [period.events for period in found.periods] == [1.0]
    assert found.status == ("planned",)
