"""Who did what to whom and when, as columns: the one thing everything in this room is computed from.

One row is one event between one side and another. A summit of nine states is 72 rows with one event number,
so that whoever counts events of a pair, of a state or of everybody counts it once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.terms import EventType, Status
from dragoman.world import plover

Ints = NDArray[np.int32]
Flags = NDArray[np.bool_]

TYPES = tuple(EventType)
STATUSES = tuple(Status)
COUNTED = (Status.HAPPENED, Status.ONGOING)  # what counts as done unless somebody asks otherwise
NOBODY = -1  # the side of a participant whom nobody knows
READ = 0  # `origin` of what was read here; imports are numbered from one on
UNKNOWN_DAY = 0  # no ordinal of a day is that small
TYPE_INDEX = {each: number for number, each in enumerate(TYPES)}
STATUS_INDEX = {each: number for number, each in enumerate(STATUSES)}
QUAD_OF_TYPE = np.array([plover.quad(each) - 1 for each in TYPES], np.int8)  # 0 to 3, by type

COLUMNS: dict[str, Any] = {
    "actor": np.int32,
    "recipient": np.int32,
    "first": np.int32,
    "last": np.int32,
    "known": np.int32,
    "type": np.int8,
    "status": np.int8,
    "reports": np.int32,
    "outlets": np.int32,
    "event": np.int64,
    "origin": np.int16,
    "by_report": np.bool_,
}


class Entry(msgspec.Struct, frozen=True):
    """One event as the ledger takes it in.

    Attributes:
        event: its number in the store; ``origin`` says in which table.
        first, last: the days it happened on, as proleptic ordinals; ``UNKNOWN_DAY`` when not known.
        known: the day it was first reported, likewise.
        actors, recipients: sides, each once; empty where nobody is known.
        by_report: whether ``first`` and ``last`` are only those on which it was reported.
    """

    event: int
    type: EventType
    status: Status
    first: int
    last: int
    known: int
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    reports: int = 1
    outlets: int = 1
    origin: int = READ
    by_report: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class Ledger:
    """Events between sides, one row for each pair of sides; every column has the shape [rows].

    Attributes:
        sides: ids of states, blocs, regions and groups, sorted; ``actor`` and ``recipient`` point into it.
        actor, recipient: who acts and who is met with it; ``NOBODY`` where that is not known.
        first, last: the days it happened on, as proleptic ordinals, both inclusive.
        known: the day from which on anybody could know of it.
        type, status: places in `TYPES` and `STATUSES`.
        reports: independent reports of the event.
        outlets: newspapers that have it.
        event: its number in the store.
        origin: ``READ``, or the number of the import it came with.
        by_report: whether its days are those of the first report, because it names none.
    """

    sides: tuple[str, ...]
    actor: Ints
    recipient: Ints
    first: Ints
    last: Ints
    known: Ints
    type: NDArray[np.int8]
    status: NDArray[np.int8]
    reports: Ints
    outlets: Ints
    event: NDArray[np.int64]
    origin: NDArray[np.int16]
    by_report: Flags

    def __len__(self) -> int:
        return len(self.actor)

    @property
    def quad(self) -> NDArray[np.int8]:
        """Quad category of each row, 0 to 3: verbal, material cooperation, verbal, material conflict."""
        return QUAD_OF_TYPE[self.type]

    @property
    def number(self) -> NDArray[np.int64]:
        """One number for each event, whichever table it stands in; the rows of a summit share theirs."""
        return self.origin.astype(np.int64) << 48 | self.event

    def index(self, side: str) -> int:
        """The place of a side in ``sides``; ``NOBODY`` when it takes part in nothing."""
        found = int(np.searchsorted(np.array(self.sides, dtype=object), side)) if self.sides else 0
        return found if found < len(self.sides) and self.sides[found] == side else NOBODY

    def where(self, rows: NDArray[np.bool_] | NDArray[np.intp]) -> Ledger:
        """Only these rows, among the same sides."""
        return replace(self, **{name: getattr(self, name)[rows] for name in COLUMNS})

    def with_status(self, statuses: Iterable[Status] = COUNTED) -> Ledger:
        """Only what has one of these statuses."""
        return self.where(np.isin(self.status, [STATUS_INDEX[each] for each in statuses]))

    def of_types(self, types: Iterable[EventType]) -> Ledger:
        """Only these types."""
        return self.where(np.isin(self.type, [TYPE_INDEX[each] for each in types]))

    def dated(self) -> Ledger:
        """Only what names its day itself."""
        return self.where(~self.by_report)

    def between(self, one: str, other: str, *, directed: bool = False) -> Ledger:
        """Only what one side does to another, or either to the other."""
        a, b = self.index(one), self.index(other)
        if NOBODY in (a, b):
            return self.where(np.zeros(len(self), bool))
        forth = (self.actor == a) & (self.recipient == b)
        return self.where(forth if directed else forth | ((self.actor == b) & (self.recipient == a)))

    def of_side(self, side: str) -> Ledger:
        """Only what one side does, or what is done to it."""
        place = self.index(side)
        if place == NOBODY:
            return self.where(np.zeros(len(self), bool))
        return self.where((self.actor == place) | (self.recipient == place))

    def abroad(self) -> Ledger:
        """Only what two known sides do to each other, not one to itself."""
        known = (self.actor != NOBODY) & (self.recipient != NOBODY)
        return self.where(known & (self.actor != self.recipient))

    def as_of(self, day: int) -> Ledger:
        """What could be known at the end of a day: reported by then, and begun."""
        return self.where((self.known <= day) & (self.first <= day))

    def happened_by(self, day: int) -> Ledger:
        """What had begun by the end of a day, whenever it became known."""
        return self.where(self.first <= day)


def ledger_of(entries: Iterable[Entry]) -> Ledger:
    """A ledger of events; those without any day or side are left out.

    Each actor is paired with each recipient. Where nobody is at the other end, the side stands alone, except
    that those who meet, agree or work together are each other's recipients (`MUTUAL`). Tables of others list
    the parties of any act without direction as actors (a battle), so there all of them are.
    """
    columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}
    index: dict[str, int] = {}
    for entry in entries:
        if entry.first == UNKNOWN_DAY:
            continue
        for one, other in pairs(entry):
            for name, value in zip(COLUMNS, _cells(entry, one, other, index), strict=True):
                columns[name].append(value)
    return _sorted(tuple(index), {name: np.array(columns[name], kind) for name, kind in COLUMNS.items()})


MUTUAL = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})


def pairs(entry: Entry) -> list[tuple[str | None, str | None]]:
    """Who meets whom in an event; ``None`` for somebody whom nobody knows."""
    actors, recipients = entry.actors, entry.recipients
    if not recipients and len(actors) > 1 and (entry.type in MUTUAL or entry.origin != READ):
        return [(one, other) for one in actors for other in actors if one != other]
    if not (actors or recipients):
        return []
    return [(one, other) for one in actors or (None,) for other in recipients or (None,)]


def _cells(entry: Entry, one: str | None, other: str | None, index: dict[str, int]) -> tuple[Any, ...]:
    actor, recipient = (
        NOBODY if side is None else index.setdefault(side, len(index)) for side in (one, other)
    )
    return (
        actor,
        recipient,
        entry.first,
        entry.last,
        entry.known or entry.last,
        TYPE_INDEX[entry.type],
        STATUS_INDEX[entry.status],
        entry.reports,
        entry.outlets,
        entry.event,
        entry.origin,
        entry.by_report,
    )


def joined(ledgers: Sequence[Ledger]) -> Ledger:
    """Several ledgers as one, among all their sides."""
    if len(ledgers) == 1:
        return ledgers[0]
    sides = sorted({side for ledger in ledgers for side in ledger.sides})
    place = {side: number for number, side in enumerate(sides)}
    columns: dict[str, Any] = {}
    for name, kind in COLUMNS.items():
        parts = [getattr(ledger, name) for ledger in ledgers]
        if name in ("actor", "recipient"):
            parts = [_moved(part, ledger.sides, place) for part, ledger in zip(parts, ledgers, strict=True)]
        columns[name] = np.concatenate(parts) if parts else np.zeros(0, kind)
    return Ledger(tuple(sides), **columns)


def _moved(column: Ints, sides: Sequence[str], place: dict[str, int]) -> Ints:
    to = np.array([*(place[side] for side in sides), NOBODY], np.int32)  # the last is found by -1
    return to[column]


def _sorted(sides: tuple[str, ...], columns: dict[str, Any]) -> Ledger:
    """With the sides in the order of their names, so that numbers do not depend on who came first."""
    place = {side: number for number, side in enumerate(sorted(sides))}
    for name in ("actor", "recipient"):
        columns[name] = _moved(columns[name], sides, place)
    return Ledger(tuple(place), **columns)


def packed(ledger: Ledger) -> bytes:
    """The ledger as the store keeps it."""
    columns = {name: getattr(ledger, name).astype(kind).tobytes() for name, kind in COLUMNS.items()}
    return msgspec.msgpack.encode({"sides": ledger.sides, "columns": columns})


def unpacked(data: bytes) -> Ledger:
    """The ledger of `packed`."""
    found = msgspec.msgpack.decode(data, type=_Packed)
    columns: dict[str, Any] = {
        name: np.frombuffer(found.columns[name], kind) for name, kind in COLUMNS.items()
    }
    return Ledger(tuple(found.sides), **columns)


class _Packed(msgspec.Struct):
    sides: list[str]
    columns: dict[str, bytes]


assert tuple(COLUMNS) == tuple(field.name for field in fields(Ledger))[1:]  # noqa: S101
