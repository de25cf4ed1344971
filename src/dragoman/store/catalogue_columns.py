"""Reading all events into columns.

SQLite puts each column of a portion into one text, which is faster than a Python object for every cell, and
leaves the other threads of a server alone meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.store.derived import FIRST_DAY, IS_DISPUTED
from dragoman.store.happenings import ordinal
from dragoman.store.session import Session
from dragoman.terms import EventType, Status

Numbers = NDArray[Any]
ENDLESS = 2**30  # days; an open end
_PORTION = 50_000  # row numbers read at once
_BETWEEN = "char(31)"
_UNDATED = "earliest IS NULL AND latest IS NULL"


class Columns(msgspec.Struct, frozen=True):
    """Columns of events, all in the order of listing, and of what belongs to them.

    Attributes:
        number, type, status: of each event; the latter two as places in their enumerations.
        is_dated: whether any day is known, be it of the first report.
        start, end: the days it is looked for by, as proleptic ordinals; open sides lie very far.
        is_mutual: whether several act and nobody receives.
        by_number: the row numbers in order; ``at_number`` the place of each of these events.
        takes_part: the place of the event of each participant, who is not its place, with ``entity`` and
            ``country`` as places in ``names`` or -1.
        named_in, named: each event with each entity in it and the state of each, once.
        told_by, outlet: each event with each newspaper that tells it.
        said_in, source, source_entity: each event with each source of its tellings.
        mention, told_in: each telling by its row number, in order, with the event it tells.
    """

    names: tuple[str, ...]
    outlets: tuple[str, ...]
    sources: tuple[str, ...]
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
    takes_part: Numbers
    is_recipient: Numbers
    entity: Numbers
    country: Numbers
    named_in: Numbers
    named: Numbers
    told_by: Numbers
    outlet: Numbers
    said_in: Numbers
    source: Numbers
    source_entity: Numbers
    mention: Numbers
    told_in: Numbers


def _code(column: str, names: Sequence[str]) -> str:
    cases = " ".join(f"WHEN '{name}' THEN {place}" for place, name in enumerate(names))
    return f"CASE {column} {cases} END"


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


def read(session: Session) -> Columns:
    """The columns of a record in its present state; to be called inside a snapshot."""
    number = _texts([session.first(_ORDER)], 0)
    by_number = np.sort(number)
    at_number = np.argsort(number, kind="stable").astype(np.int32)
    events = _portions(session, "event", "number", _EVENT)
    taken = _parties(session)
    names = _all_names(session)
    place = {name: code for code, name in enumerate(names)}
    place[""] = -1

    def at(numbers: Numbers) -> Numbers:
        return at_number[np.searchsorted(by_number, numbers)]

    entity, country = (np.array([place[name] for name in column], np.int32) for column in taken.names)
    owner = at(taken.event)
    pairs = np.unique(
        np.concatenate([owner[who >= 0].astype(np.int64) << 32 | who[who >= 0] for who in (entity, country)])
    )
    actors = np.bincount(owner[~taken.is_recipient], minlength=len(number))
    recipients = np.bincount(owner[taken.is_recipient], minlength=len(number))
    outlets, outlet = _named(_words(session, "event_outlet", "event", "outlet"))
    told = _portions(session, "event_telling", "event", ("event", "event_mention"))
    tellings = np.argsort(told[1], kind="stable")
    mention, told_in = told[1][tellings], at(told[0][tellings])
    said = _said(session, mention, told_in)
    ordered = np.argsort(at(events[0]))  # the columns come by row number
    return Columns(
        names=names,
        outlets=outlets,
        sources=said.texts,
        number=number.astype(np.int32),
        type=events[1][ordered].astype(np.uint8),
        status=events[2][ordered].astype(np.uint8),
        is_dated=events[7][ordered].astype(np.bool_),
        start=events[3][ordered].astype(np.int32),
        end=events[4][ordered].astype(np.int32),
        is_disputed=events[5][ordered].astype(np.bool_),
        is_undated=events[6][ordered].astype(np.bool_),
        is_mutual=(actors > 1) & (recipients == 0),
        by_number=by_number.astype(np.int32),
        at_number=at_number,
        takes_part=owner,
        is_recipient=taken.is_recipient,
        entity=entity,
        country=country,
        named_in=(pairs >> 32).astype(np.int32),
        named=(pairs & 0xFFFFFFFF).astype(np.int32),
        told_by=at(_portions(session, "event_outlet", "event", ("event",))[0]),
        outlet=outlet.astype(np.int32),
        said_in=said.event,
        source=said.text,
        source_entity=np.array([place.get(name, -1) for name in said.entities], np.int32),
        mention=mention.astype(np.int32),
        told_in=told_in,
    )


class _Parties(msgspec.Struct, frozen=True):
    event: Numbers
    is_recipient: Numbers
    names: tuple[list[str], list[str]]


class _Said(msgspec.Struct, frozen=True):
    texts: tuple[str, ...]
    event: Numbers
    text: Numbers
    entities: list[str]


_ALL_NAMES = """SELECT DISTINCT entity FROM event_participant WHERE entity IS NOT NULL
UNION SELECT DISTINCT country FROM event_participant WHERE country IS NOT NULL
UNION SELECT DISTINCT entity FROM attribution WHERE entity IS NOT NULL"""


def _all_names(session: Session) -> tuple[str, ...]:
    """Sorted as Python sorts."""
    return tuple(sorted(str(name) for (name,) in session.rows(_ALL_NAMES)))


def _parties(session: Session) -> _Parties:
    own = "role <> 'place'"
    found = _portions(session, "event_participant", "event", ("event", "role = 'recipient'"), own)
    names = [
        _words(session, "event_participant", "event", f"COALESCE({column}, '')", own)
        for column in ("entity", "country")
    ]
    return _Parties(found[0], found[1].astype(np.bool_), (names[0], names[1]))


def _said(session: Session, mention: Numbers, told_in: Numbers) -> _Said:
    """Each source with the event whose telling it is."""
    own = "event_mention IS NOT NULL"
    table = "attribution"
    found = _portions(session, table, "number", ("event_mention",), own)[0]
    texts, text = _named(_words(session, table, "number", "text", own))
    entities = _words(session, table, "number", "COALESCE(entity, '')", own)
    places = np.minimum(np.searchsorted(mention, found), max(0, len(mention) - 1))
    if not len(mention):
        return _Said((), told_in[:0], found[:0].astype(np.int32), [])
    told = mention[places] == found  # a rejected telling tells no event
    kept = [name for name, is_told in zip(entities, told.tolist(), strict=True) if is_told]
    return _Said(texts, told_in[places[told]], text[told].astype(np.int32), kept)


def _named(found: list[str]) -> tuple[tuple[str, ...], Numbers]:
    """The names that there are, sorted, and the place of each of the given ones among them."""
    names = tuple(sorted(set(found)))
    places = {name: place for place, name in enumerate(names)}
    return names, np.array([places[name] for name in found], np.int64)


def _portions(
    session: Session, table: str, key: str, columns: Sequence[str], own: str = "TRUE"
) -> list[Numbers]:
    """Columns of whole numbers of a table, by its key."""
    chosen = ", ".join(f"group_concat({column})" for column in columns)
    rows = list(_ranges(session, table, key, chosen, own))
    return [_texts(rows, place) for place in range(len(columns))]


def _words(session: Session, table: str, key: str, column: str, own: str = "TRUE") -> list[str]:
    """A column of words, likewise. A sign that parts them stands in no text of a record."""
    chosen = f"group_concat({column}, {_BETWEEN})"
    found = [str(row[0]) for row in _ranges(session, table, key, chosen, own) if row[0] is not None]
    return "\x1f".join(found).split("\x1f") if found else []


def _ranges(session: Session, table: str, key: str, chosen: str, own: str) -> Iterator[Any]:
    last = session.numbers(f"SELECT COALESCE(max({key}), 0) FROM {table}")[0]
    for first in range(0, last + 1, _PORTION):
        # The inner SELECT keeps the order of the key
        yield session.first(
            f"SELECT {chosen} FROM (SELECT * FROM {table} WHERE {key} >= ? AND {key} < ? AND {own} "
            f"ORDER BY {key} LIMIT -1)",
            (first, first + _PORTION),
        )


def _texts(rows: Sequence[Any], place: int) -> Numbers:
    parts = [np.fromstring(row[place], np.int64, sep=",") for row in rows if row and row[place] is not None]
    return np.concatenate(parts) if parts else np.zeros(0, np.int64)
