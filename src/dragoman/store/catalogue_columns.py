"""Reading all events into columns.

SQLite puts a column, or all numbers that have a name in common, into one text. That is faster than a Python
object for every cell, and leaves the other threads of a server alone meanwhile. Only numbers are put into
such a text, and none of them can be missing. Names come one to a row, so no sign in them parts anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import numpy as np

from dragoman.store.derived import FIRST_DAY, IS_DISPUTED
from dragoman.store.groups import Groups, Numbers, grouped, once, pairs, turned
from dragoman.store.happenings import ordinal
from dragoman.store.rows import ACTOR
from dragoman.store.session import Session
from dragoman.terms import BrokenRecord, EventType, Status

ENDLESS = 2**30  # days; an open end
_PIECE = 400_000  # characters read at once; a longer text would keep the other threads waiting
_UNKNOWN = -1
_UNDATED = "earliest IS NULL AND latest IS NULL"


class Columns(msgspec.Struct, frozen=True):
    """Columns of events, all in the order of listing, and of what belongs to them.

    An event stands for its place in the order, a name, newspaper or source for its place among these.

    Attributes:
        names: entities and states, sorted; ``outlets`` likewise.
        sources, speakers: the words of each source with its entity, or "".
        number, type, status: of each event; the latter two as places in their enumerations.
        is_dated: whether any day is known, be it of the first report.
        start, end: the days it is looked for by, as proleptic ordinals; open sides lie very far.
        is_mutual: whether several act and nobody receives.
        by_number: the row numbers in order; ``at_number`` the place of each of these events.
        acts, receives: the events of each name in that role.
        named: the names in each event, whatever their role.
        tells, told_by: the events of each newspaper, and the newspapers of each event.
        said: the events of each source.
        mention, told_in: each telling by its row number, in order, with the event it tells.
    """

    names: tuple[str, ...]
    outlets: tuple[str, ...]
    sources: tuple[str, ...]
    speakers: tuple[str, ...]
    number: Numbers
    type: Numbers
    status: Numbers
    is_dated: Numbers
    start: Numbers
    end: Numbers
    is_disputed: Numbers
    is_undated: Numbers
    is_mutual: Numbers
    by_number: Numbers
    at_number: Numbers
    acts: Groups
    receives: Groups
    named: Groups
    tells: Groups
    told_by: Groups
    said: Groups
    mention: Numbers
    told_in: Numbers


def _code(column: str, names: Sequence[str]) -> str:
    cases = " ".join(f"WHEN '{name}' THEN {place}" for place, name in enumerate(names))
    return f"CASE {column} {cases} ELSE {_UNKNOWN} END"


_ORDER = f"SELECT group_concat(number) FROM (SELECT number FROM event ORDER BY {FIRST_DAY}, id)"
_EVENT = (
    "number",
    _code("type", [type.value for type in EventType]),
    _code("status", [status.value for status in Status]),
    f"COALESCE({ordinal(f'CASE WHEN {_UNDATED} THEN reported_earliest ELSE earliest END')}, -1)",
    f"COALESCE({ordinal(f'CASE WHEN {_UNDATED} THEN reported_latest ELSE latest END')}, {ENDLESS})",
    IS_DISPUTED,
    _UNDATED,
    f"{FIRST_DAY} <> '~'",
)
_EVENTS = f"SELECT {', '.join(f'group_concat({column})' for column in _EVENT)} FROM event"
_TELLINGS = "SELECT group_concat(event), group_concat(event_mention) \
FROM (SELECT event, event_mention FROM event_telling ORDER BY event_mention)"
# Indexes have these in order, with the events at their ends.
_TAKING_PART = "SELECT {column}, role, count(*), group_concat(event) FROM event_participant \
WHERE role <> 'place' GROUP BY {column}, role"
_OUTLETS = "SELECT outlet, count(*), group_concat(event) FROM event_outlet GROUP BY outlet"
_SOURCES = "SELECT text, COALESCE(entity, '') AS speaker, count(*), group_concat(event_mention) \
FROM attribution WHERE event_mention IS NOT NULL GROUP BY text, speaker"


class _Order:
    """The events of a record in the order of listing, and where each of them is."""

    def __init__(self, session: Session) -> None:
        (text,) = _row(session, _ORDER)
        self.number = _numbers(text)
        self.by_number = np.sort(self.number)
        self.at_number = np.argsort(self.number, kind="stable").astype(np.int32)

    def __len__(self) -> int:
        return len(self.number)

    def at(self, numbers: Numbers) -> Numbers:
        """The places of events by their row numbers."""
        places: Numbers = self.at_number[np.searchsorted(self.by_number, numbers)]
        return places


def read(session: Session) -> Columns:
    """The columns of a record in its present state; to be called inside a snapshot.

    Raises:
        BrokenRecord: an event has a type or status that there is not.
    """
    order = _Order(session)
    number, type, status, start, end, is_disputed, is_undated, is_dated = _events(session, order)
    parties = _Parties(session, order)
    telling, mention = _tellings(session)
    told_in = order.at(telling)
    outlets, tells = _telling(session, order)
    sources, speakers, said = _said(session, mention, told_in)
    return Columns(
        names=parties.names,
        outlets=outlets,
        sources=sources,
        speakers=speakers,
        number=_narrow(number),
        type=type.astype(np.uint8),
        status=status.astype(np.uint8),
        is_dated=is_dated.astype(np.bool_),
        start=start.astype(np.int32),
        end=end.astype(np.int32),
        is_disputed=is_disputed.astype(np.bool_),
        is_undated=is_undated.astype(np.bool_),
        is_mutual=parties.is_mutual,
        by_number=_narrow(order.by_number),
        at_number=order.at_number,
        acts=grouped(parties.acting, len(parties.names)),
        receives=grouped(parties.receiving, len(parties.names)),
        named=grouped(once(turned(np.concatenate([parties.acting, parties.receiving]))), len(order)),
        tells=grouped(tells, len(outlets)),
        told_by=grouped(once(turned(tells)), len(order)),
        said=said,
        mention=_narrow(mention),
        told_in=told_in,
    )


def _events(session: Session, order: _Order) -> list[Numbers]:
    """The columns of `_EVENT`, in the order of listing."""
    found = [_numbers(text) for text in _row(session, _EVENTS)]
    if np.any(found[1] == _UNKNOWN) or np.any(found[2] == _UNKNOWN):
        raise BrokenRecord(
            "The record holds an event of a type or status that this program does not know. "
            "Install the Dragoman that wrote it, or build the record again from its sources."
        )
    ordered = np.argsort(order.at(found[0]))
    return [column[ordered] for column in found]


class _Parties:
    """Who takes part in what: pairs of a name and an event, in order."""

    def __init__(self, session: Session, order: _Order) -> None:
        by_entity, by_state = (
            session.rows(_TAKING_PART.format(column=each)) for each in ("entity", "country")
        )
        found: list[Any] = [*by_entity, *by_state]
        self.names = tuple(sorted({name for name, *_ in found if name is not None}))
        codes = {name: code for code, name in enumerate(self.names)} | {None: _UNKNOWN}
        row, numbers = _members(found)
        event = order.at(numbers)
        name = np.array([codes[name] for name, *_ in found], np.int64)[row]
        is_actor = np.array([role == ACTOR for _, role, *_ in found], np.bool_)[row]
        self.acting, self.receiving = (
            once(pairs(name[own], event[own])) for own in (is_actor & (name >= 0), ~is_actor & (name >= 0))
        )
        is_party = row < len(by_entity)  # each party is among these once, named or not
        actors, recipients = (
            np.bincount(event[is_party & own], minlength=len(order)) for own in (is_actor, ~is_actor)
        )
        self.is_mutual = (actors > 1) & (recipients == 0)


def _telling(session: Session, order: _Order) -> tuple[tuple[str, ...], Numbers]:
    """The newspapers, and each with each event it tells."""
    found: list[Any] = sorted(session.rows(_OUTLETS))
    outlet, events = _members(found)
    return tuple(name for name, *_ in found), once(pairs(outlet, order.at(events)))


def _tellings(session: Session) -> list[Numbers]:
    """The row number of the event of each telling, and its own, by the latter."""
    return [_numbers(text) for text in _row(session, _TELLINGS)]


def _said(
    session: Session, mention: Numbers, told_in: Numbers
) -> tuple[tuple[str, ...], tuple[str, ...], Groups]:
    """The words and the entity of each source, and the events in whose tellings it speaks."""
    found: list[Any] = session.rows(_SOURCES)
    source, speaking = _members(found)
    is_told, places = among(mention, speaking)  # a rejected telling tells no event
    words, speakers = (tuple(str(row[column]) for row in found) for column in (0, 1))
    return words, speakers, grouped(once(pairs(source[is_told], told_in[places])), len(found))


def among(known: Numbers, asked: Numbers) -> tuple[Numbers, Numbers]:
    """Which of those asked for are among the known ones, which are sorted; and where these are."""
    if not len(known):
        return np.zeros(len(asked), np.bool_), np.zeros(0, np.int64)
    places = np.searchsorted(known, np.minimum(asked, known[-1]).astype(known.dtype))
    is_known: Numbers = known[places] == asked
    return is_known, places[is_known]


def _members(found: Sequence[Any]) -> tuple[Numbers, Numbers]:
    """The place of the row and the number, of all rows that end in how many they have, and these."""
    if not found:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    lengths = np.array([row[-2] for row in found])
    return np.repeat(np.arange(len(found)), lengths), _numbers(",".join(row[-1] for row in found))


def _row(session: Session, statement: str) -> tuple[Any, ...]:
    """The one row of an aggregate."""
    (row,) = session.rows(statement)
    return row


def _numbers(text: str | None) -> Numbers:
    """The numbers of a text with commas between them."""
    parts = [np.fromstring(piece, np.int64, sep=",") for piece in _pieces(text or "")]
    return np.concatenate(parts) if parts else np.zeros(0, np.int64)


def _pieces(text: str) -> Iterator[str]:
    begin = 0
    while begin < len(text):
        end = text.find(",", begin + _PIECE)
        end = len(text) if end < 0 else end
        yield text[begin:end]
        begin = end + 1


def _narrow(numbers: Numbers) -> Numbers:
    """In four bytes each where they fit: row numbers are never given again, and may grow large."""
    return numbers.astype(np.int32) if not len(numbers) or numbers.max() < 2**31 else numbers
