"""From the record to the ledger: which events count, on which days, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from dragoman import modelling
from dragoman.store import MEMORY, CodedRow, Happening, Store, open_store
from dragoman.system.ledger import Entry, packed
from dragoman.terms import DragomanError, Event, EventType, Status, UnknownName
from tests.contracts.coded_contract import coded
from tests.store import samples

DAY = date(2022, 10, 7).toordinal()
REPORTED = (DAY + 1, DAY + 1)


def told(
    days: tuple[int, int] | None = (DAY, DAY),
    *,
    open_end: bool = False,
    reported: tuple[int, int] | None = REPORTED,
    status: Status = Status.HAPPENED,
    actors: tuple[str, ...] = ("KAZ",),
) -> list[Entry]:
    """What the ledger takes in of one event."""
    happening = Happening(1, EventType.CONSULT, status, days, open_end, reported, 1, 1, actors, ("RUS",))
    return list(modelling.entries([happening]))


def test_an_event_counts_on_the_day_it_names() -> None:
    """And can be known from the day of its first report on."""
    (entry,) = told()
    assert (entry.first, entry.last, entry.known, entry.by_report) == (DAY, DAY, DAY + 1, False)


def test_one_without_a_day_counts_by_its_report() -> None:
    """It is marked; without a report of a known day it counts nowhere."""
    (entry,) = told(None)
    assert (entry.first, entry.by_report) == (DAY + 1, True)
    assert told(None, reported=None) == []


def test_what_is_only_roughly_dated_counts_nowhere() -> None:
    """Neither by its report, for it is known not to be of that day."""
    assert told((DAY - 400, DAY)) == []
    assert told(None, open_end=True) == []


def test_a_plan_counts_when_it_is_said() -> None:
    """Not on the day for which it is planned."""
    (entry,) = told((DAY + 30, DAY + 30), status=Status.PLANNED)
    assert (entry.first, entry.status) == (DAY + 1, Status.PLANNED)


def test_who_holds_an_office_of_a_bloc_acts_for_it() -> None:
    """A secretary-general is no side of his own."""
    (entry,) = told(actors=("Antonio Guterres",))
    assert entry.actors == ("UN",)


@pytest.fixture
def store() -> Iterator[Store]:
    """Three events that were read, and one that was imported."""
    with open_store(MEMORY) as store:
        for number in (1, 2, 40):
            samples.put(store, samples.document(number))
        with store.transaction():
            number = store.put_import("icews", "events.tab", "d", world="", code="")
            rows = store.put_coded(number, [coded(20)])
            store.put_ledger_part(number, packed(modelling.part(number, rows)))
        yield store


def test_read_and_imported_events_are_one_system(store: Store) -> None:
    """Unless one of them is chosen; what is not there is named with what is."""
    assert len(modelling.model_of(store).ledger) == 4
    assert len(modelling.model_of(store, using="read").ledger) == 3
    assert len(modelling.model_of(store, using="icews").ledger) == 1
    with pytest.raises(UnknownName, match="icews"):
        modelling.model_of(store, using="gdelt")


def test_the_past_knows_nothing_of_what_came(store: Store) -> None:
    """A day before the first report has no system, and the error says where the record begins."""
    assert len(modelling.model_of(store, date(2022, 1, 10)).ledger) == 2
    with pytest.raises(DragomanError, match="begins on 2022-01-02"):
        modelling.model_of(store, date(2021, 6, 1))


def test_every_row_leads_back_to_what_it_rests_on(store: Store) -> None:
    """Events and imported rows, the latest first."""
    found = modelling.evidence(store, modelling.model_of(store).ledger.between("KAZ", "RUS"))
    assert [type(each) for each in found] == [Event, CodedRow, Event, Event]
