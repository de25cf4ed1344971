"""A record of two years of invented events between a few sides, without any text read."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from dragoman import modelling
from dragoman.store import open_store
from dragoman.system.ledger import packed
from dragoman.terms import CodedEvent, CodedSide, EventType, Interval
from tests.store import samples

FIRST = date(2021, 1, 4)  # a Monday
WEEKS = 96
WEST = ("DEU", "FRA", "POL", "USA")
EAST = ("BLR", "CHN", "KAZ", "RUS")


def fill(path: Path) -> None:
    """Two camps whose members get on with each other and not with the others; Kazakhstan leaves one of them.

    Beside these, one event that was read: Kazakhstan rejects what Russia proposed.
    """
    with open_store(path) as store:
        samples.put(store, samples.document(300))
        with store.transaction():
            number = store.put_import("icews", "events.tab", "digest", world="", code="")
            kept = store.put_coded(number, rows())
            store.put_ledger_part(number, packed(modelling.part(number, kept)))
            store.finish_import(number, {"day": 1})


def rows() -> list[CodedEvent]:
    """What every two of them do in every week."""
    found: list[CodedEvent] = []
    for week in range(WEEKS):
        everybody = [*WEST, *EAST]
        for place, one in enumerate(everybody):
            for other in everybody[place + 1 :]:
                if (week + place) % 2:
                    continue
                friends = (one in WEST) == (other in WEST)
                if week > 70 and {"KAZ", "RUS"} == {one, other}:
                    friends = False
                kind = EventType.CONSULT if friends else EventType.ACCUSE
                found.append(row(len(found), week, one, other, kind))
    return found


def row(number: int, week: int, actor: str, recipient: str, kind: EventType) -> CodedEvent:
    """One of these events."""
    day = FIRST + timedelta(weeks=week, days=number % 7)
    return CodedEvent(
        kind="icews",
        key=str(number),
        day=Interval.day(day),
        known=day,
        actors=(CodedSide(actor, side=actor, country=actor),),
        recipients=(CodedSide(recipient, side=recipient, country=recipient),),
        type=kind,
        code="040" if kind is EventType.CONSULT else "110",
    )
