"""Small ledgers for tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st

from dragoman.system.ledger import Entry, Ledger, ledger_of
from dragoman.terms import EventType, Status

MONDAY = date(2022, 10, 3).toordinal()
SIDES = ("ARM", "AZE", "KAZ", "NATO", "RUS")


def entry(
    event: int,
    actors: Sequence[str],
    recipients: Sequence[str],
    *,
    type: EventType = EventType.CONSULT,
    day: int = MONDAY,
    days: int = 1,
    status: Status = Status.HAPPENED,
    known: int = 0,
) -> Entry:
    """An event that lasts so many days from a day on."""
    return Entry(event, type, status, day, day + days - 1, known, tuple(actors), tuple(recipients))


def of(*entries: Entry) -> Ledger:
    """The ledger of these events."""
    return ledger_of(entries)


@st.composite
def entries(draw: st.DrawFn) -> list[Entry]:
    """Some events between a few sides within some weeks."""
    sides = st.lists(st.sampled_from(SIDES), max_size=3, unique=True)
    number = draw(st.integers(0, 20))
    return [
        entry(
            event,
            draw(sides),
            draw(sides),
            type=draw(st.sampled_from(EventType)),
            day=MONDAY + draw(st.integers(0, 60)),
            days=draw(st.integers(1, 40)),
            status=draw(st.sampled_from((Status.HAPPENED, Status.PLANNED))),
        )
        for event in range(1, number + 1)
    ]
