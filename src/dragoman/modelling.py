"""From the record to the model: which events count, on which days, and the rows behind a figure.

An event that names its day counts on it; one known to a month counts a part in each of its days. One that
names none counts on the day of its first report, and is marked so. What names a day only roughly, or only
that it was before or after another, counts nowhere: nobody said when.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Literal

import numpy as np

from dragoman.store import CodedRow, Happening, Store, sides_of
from dragoman.system import ledger as columns
from dragoman.system.ledger import COUNTED, READ, UNKNOWN_DAY, Entry, Ledger
from dragoman.system.model import Model
from dragoman.terms import CodedEvent, DragomanError, EntityKind, Event, Interval, Status, UnknownName
from dragoman.world import load

Known = Literal["known", "happened"]
OnProgress = Callable[[str, int, int], None]
Evidence = Event | CodedRow

__all__ = [
    "ALL",
    "COUNTED",
    "OWN",
    "Evidence",
    "Known",
    "OnProgress",
    "chosen",
    "entries",
    "evidence",
    "ledger_of",
    "model_of",
    "model_on",
    "part",
]

ALL, OWN = "all", "read"  # what a model can use, beside a kind of imported table
WIDEST = 62  # days; what is known less exactly than to two months lies in no period
_REPORTED_WIDEST = 21  # days; a report of a month says little of when its undated news happened
_PORTION = 20_000  # events asked for at once
# What is said about something that may come is dated by when it is said.
_SAID = frozenset({Status.PLANNED, Status.POSSIBLE, Status.CALLED_FOR, Status.DENIED})


def ledger_of(store: Store, on_progress: OnProgress | None = None) -> Ledger:
    """Everything that was read here and imported, of every status, as one ledger.

    Args:
        on_progress: called with what is being done, how much of it is done, and how much there is.
    """
    read = columns.ledger_of(entries(_happenings(store, on_progress)))
    parts = [columns.unpacked(data) for data in store.ledger_parts()]
    return columns.joined([read, *parts])


def model_of(
    store: Store,
    at: date | None = None,
    by: Known = "known",
    using: str = ALL,
    *,
    dated: bool = False,
    on_progress: OnProgress | None = None,
) -> Model:
    """The model of everything in a record, as it stood at the end of a day.

    Args:
        at: the day; without one, the last on which anything happened.
        by: ``known``: by what had been reported by then; ``happened``: by all that had happened by then.
        using: ``all``, ``read`` for what was read here, or a kind of imported table.
        dated: leave out what counts only by the day of its first report.

    Raises:
        DragomanError: nothing is known by then.
        UnknownName: nothing of that kind is in the record.
    """
    return model_on(chosen(store, using, dated=dated, on_progress=on_progress), at, by)


def chosen(
    store: Store, using: str = ALL, *, dated: bool = False, on_progress: OnProgress | None = None
) -> Ledger:
    """All that a model of a record can be made of, whatever its day; arguments as in `model_of`.

    Raises:
        DragomanError: there is nothing.
        UnknownName: nothing of that kind is in the record.
    """
    ledger = _chosen(store, ledger_of(store, on_progress), using)
    ledger = ledger.dated() if dated else ledger
    if not len(ledger):
        raise DragomanError(
            "the record holds no event with a day and somebody known in it, so there is no system to show. "
            "Fill it with: dragoman add PATH, or dragoman import KIND FILE"
        )
    return ledger


def model_on(ledger: Ledger, at: date | None = None, by: Known = "known") -> Model:
    """The model of what `chosen` gives, as it stood at the end of a day; arguments as in `model_of`.

    Raises:
        DragomanError: nothing is known by then.
    """
    day = at or date.fromordinal(int(ledger.with_status().first.max(initial=ledger.first.max())))
    seen = ledger.as_of(day.toordinal()) if by == "known" else ledger.happened_by(day.toordinal())
    if not len(seen):
        first = date.fromordinal(int(ledger.first.min()))
        raise DragomanError(f"nothing was known by {day}; the record begins on {first}. Choose a later day.")
    return Model(seen, day)


def evidence(store: Store, rows: Ledger) -> tuple[Evidence, ...]:
    """The events and imported rows behind rows of a ledger, the latest first."""
    order = np.lexsort((rows.event, rows.origin, -rows.first))
    keys = dict.fromkeys(zip((rows.origin[order] != READ).tolist(), rows.event[order].tolist(), strict=True))
    read = [number for is_imported, number in keys if not is_imported]
    brought = [number for is_imported, number in keys if is_imported]
    events = store.events_numbered(read)
    coded = {row.number: row for row in store.coded(brought)}
    found = (coded.get(number) if is_imported else events.get(number) for is_imported, number in keys)
    return tuple(each for each in found if each is not None)


def _chosen(store: Store, ledger: Ledger, using: str) -> Ledger:
    """What was read here, what was imported from one kind of table, or all."""
    if using == ALL:
        return ledger
    if using == OWN:
        return ledger.where(ledger.origin == READ)
    numbers = [each.number for each in store.imports() if each.kind == using]
    if not numbers:
        kinds = dict.fromkeys(each.kind for each in store.imports())
        raise UnknownName("source of events", using, (ALL, OWN, *kinds))
    return ledger.where(np.isin(ledger.origin, numbers))


def part(number: int, rows: Iterable[tuple[int, CodedEvent]]) -> Ledger:
    """The ledger of rows of the import with this number, each with its row number."""
    return columns.ledger_of(_entry(place, number, row) for place, row in rows)


def _entry(place: int, number: int, row: CodedEvent) -> Entry:
    first, last = row.day.earliest, row.day.latest
    return Entry(
        event=place,
        type=row.type,
        status=row.status,
        first=first.toordinal() if first and last else UNKNOWN_DAY,
        last=last.toordinal() if first and last else UNKNOWN_DAY,
        known=row.known.toordinal() if row.known else UNKNOWN_DAY,
        actors=sides_of(row.actors),
        recipients=sides_of(row.recipients),
        reports=row.reports,
        outlets=row.outlets,
        origin=number,
    )


def entries(happenings: Iterable[Happening]) -> Iterator[Entry]:
    """The events as the ledger takes them in; see the rules at the top of this file."""
    for happening in happenings:
        days, by_report = _days(happening)
        if days is None:
            continue
        yield Entry(
            event=happening.number,
            type=happening.type,
            status=happening.status,
            first=days[0],
            last=days[1],
            known=_known(happening, days),
            actors=_sides(happening.actors, days[0]),
            recipients=_sides(happening.recipients, days[0]),
            reports=happening.reports,
            outlets=happening.outlets,
            origin=READ,
            by_report=by_report,
        )


def _sides(found: tuple[str, ...], day: int) -> tuple[str, ...]:
    """The sides behind those who take part; who holds an office of a bloc acts for it."""
    return tuple(dict.fromkeys(_side(each, day) for each in found))


def _side(entity: str, day: int) -> str:
    world = load()
    known = world.entities.get(entity)
    if known is None or known.kind is not EntityKind.PERSON:
        return entity
    on = Interval.day(date.fromordinal(day))
    return next((term.of for term in world.terms_of(entity) if term.valid.overlaps(on)), entity)


def _days(happening: Happening) -> tuple[tuple[int, int] | None, bool]:
    """The days it counts on, and whether they are only those of its first report."""
    reported = happening.reported
    if reported is not None and reported[1] - reported[0] >= _REPORTED_WIDEST:
        reported = None
    if happening.status in _SAID:
        return (reported, False) if reported else (_exact(happening), False)
    if happening.days is not None or happening.open_end:
        return _exact(happening), False
    return reported, True


def _exact(happening: Happening) -> tuple[int, int] | None:
    days = happening.days
    return days if days is not None and days[1] - days[0] < WIDEST else None


def _known(happening: Happening, days: tuple[int, int]) -> int:
    """The day from which on it could be known: that of the first report, and not before it began."""
    return max(happening.reported[1], days[0]) if happening.reported else UNKNOWN_DAY


def _happenings(store: Store, on_progress: OnProgress | None) -> Iterator[Happening]:
    tell = on_progress or (lambda *_: None)
    total = store.summary().events
    done = 0
    for happening in store.happenings(_PORTION):
        yield happening
        done += 1
        if done % _PORTION == 0:
            tell("events taken in", done, total)
    tell("events taken in", done, total)
