"""Keeping rows of event tables that others coded, and the parts of the ledger made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from dragoman.store import rows
from dragoman.store.answers import CodedRow, Import
from dragoman.store.cells import days, from_json, interval, listed, untyped
from dragoman.store.session import Row, Session
from dragoman.terms import CodedEvent, CodedSide, DragomanError, EventType, Status, UnknownName

IMPORT = """CREATE TABLE import (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  file TEXT NOT NULL,
  digest TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  world TEXT NOT NULL,
  code TEXT NOT NULL,
  rejected TEXT NOT NULL DEFAULT '{}'
)"""

# Sides that several take are one cell, as in the tables they come from: "KAZ; UZB".
CODED = """CREATE TABLE coded (
  number INTEGER PRIMARY KEY,
  import INTEGER NOT NULL REFERENCES import (number) ON DELETE CASCADE,
  key TEXT NOT NULL,
  same_as INTEGER NOT NULL UNIQUE,
  repeated INTEGER NOT NULL DEFAULT 0,
  earliest TEXT,
  latest TEXT,
  known TEXT,
  type TEXT NOT NULL,
  mode TEXT,
  status TEXT NOT NULL,
  code TEXT NOT NULL,
  score REAL,
  actors TEXT NOT NULL,
  recipients TEXT NOT NULL,
  actor TEXT,
  recipient TEXT,
  reports INTEGER NOT NULL,
  outlets INTEGER NOT NULL,
  outlet TEXT,
  url TEXT,
  place TEXT,
  country TEXT,
  latitude REAL,
  longitude REAL,
  fatalities INTEGER
)"""

LEDGER_PART = """CREATE TABLE ledger_part (
  number INTEGER PRIMARY KEY,
  import INTEGER NOT NULL REFERENCES import (number) ON DELETE CASCADE,
  data BLOB NOT NULL
)"""

TABLES = (IMPORT, CODED, LEDGER_PART)
INDEXES = (
    "CREATE INDEX coded_import ON coded (import)",
    "CREATE INDEX ledger_part_import ON ledger_part (import)",
)

_COLUMNS = (
    "number", "import", "key", "same_as", "earliest", "latest", "known", "type", "mode", "status", "code",
    "score", "actors", "recipients", "actor", "recipient", "reports", "outlets", "outlet", "url", "place",
    "country", "latitude", "longitude", "fatalities",
)  # fmt: skip
_ADD = rows.insert("coded", _COLUMNS)
_NEXT = "SELECT COALESCE(max(number), 0) FROM coded"
_PRESENT = "SELECT same_as FROM coded WHERE same_as IN (SELECT value FROM json_each(?))"
_REPEAT = "UPDATE coded SET repeated = repeated + ? WHERE same_as = ?"
_IMPORTS = """SELECT i.number, i.kind, i.file, i.digest, i.at, i.world, i.code, i.rejected,
  count(c.number), COALESCE(sum(c.repeated), 0),
  COALESCE(sum({known}), 0), min(c.earliest), max(c.latest)
FROM import i LEFT JOIN coded c ON c.import = i.number {where} GROUP BY i.number ORDER BY i.number"""
# Where an act has no direction all who take part are actors
_BOTH_KNOWN = "c.actor IS NOT NULL AND (c.recipient IS NOT NULL OR instr(c.actor, ';') > 0)"
_ROWS = """SELECT c.number, i.kind, c.import, c.key, c.repeated, c.earliest, c.latest, c.type, c.mode,
  c.status, c.code, c.score, c.actors, c.recipients, c.reports, c.outlets, c.outlet, c.url, c.place,
  c.country, c.fatalities, c.actor, c.recipient, c.known, c.latitude, c.longitude
FROM coded c JOIN import i ON i.number = c.import WHERE c.number IN (SELECT value FROM json_each(?))"""
_SEPARATOR = "; "
_json = msgspec.json.Encoder()


def put_import(session: Session, kind: str, file: str, digest: str, world: str, code: str) -> int:
    """See `Store.put_import`."""
    known = session.first("SELECT number, file, at FROM import WHERE digest = ?", (digest,))
    if known:
        earlier, name, at = untyped(known)
        raise DragomanError(
            f"{file} was imported before, on {at[:10]} as import {earlier} ({name}). Nothing was changed. "
            f"To import it anew: dragoman imports --forget {earlier}"
        )
    now = datetime.now(UTC).isoformat(timespec="seconds")
    values = (kind, file, digest, now, world, code)
    columns = ("kind", "file", "digest", "at", "world", "code")
    return session.add(f"{rows.insert('import', columns)} RETURNING number", values)


def put_coded(
    session: Session, number: int, found: Iterable[CodedEvent]
) -> tuple[tuple[int, CodedEvent], ...]:
    """See `Store.put_coded`."""
    batch = [(_signed(row.same_as), row) for row in found]
    known = {int(str(key)) for (key,) in session.rows(_PRESENT, (listed([key for key, _ in batch]),))}
    fresh: dict[int, CodedEvent] = {}
    repeated: dict[int, int] = {}
    for key, row in batch:
        if key in known or key in fresh:
            repeated[key] = repeated.get(key, 0) + 1
        else:
            fresh[key] = row
    first = session.numbers(_NEXT)[0] + 1
    session.write_all(
        _ADD, (_row(place, number, key, row) for place, (key, row) in enumerate(fresh.items(), first))
    )
    session.write_all(_REPEAT, ((times, key) for key, times in repeated.items()))
    return tuple(enumerate(fresh.values(), first))


def finish_import(session: Session, number: int, rejected: Mapping[str, int]) -> Import:
    """See `Store.finish_import`."""
    session.write(
        "UPDATE import SET rejected = ? WHERE number = ?", (_json.encode(rejected).decode(), number)
    )
    return imports(session, number)[0]


def imports(session: Session, number: int | None = None) -> tuple[Import, ...]:
    """See `Store.imports`; or only the one with a number."""
    statement = _IMPORTS.format(known=_BOTH_KNOWN, where="" if number is None else "WHERE i.number = ?")
    found = session.rows(statement, () if number is None else (number,))
    return tuple(_import(row) for row in found)


def forget_import(session: Session, number: int) -> None:
    """See `Store.forget_import`."""
    if not session.write("DELETE FROM import WHERE number = ?", (number,)):
        known = tuple(str(each) for each in session.numbers("SELECT number FROM import ORDER BY number"))
        raise UnknownName("import", str(number), known)


def coded(session: Session, numbers: Sequence[int]) -> tuple[CodedRow, ...]:
    """See `Store.coded`."""
    found = {int(str(row[0])): _coded(row) for row in session.rows(_ROWS, (listed(numbers),))}
    return tuple(found[number] for number in numbers if number in found)


def put_part(session: Session, number: int, data: bytes) -> None:
    """See `Store.put_ledger_part`."""
    session.write("INSERT INTO ledger_part (import, data) VALUES (?, ?)", (number, data))


def part_numbers(session: Session) -> Sequence[int]:
    """Row numbers of the parts, in order."""
    return session.numbers("SELECT number FROM ledger_part ORDER BY number")


def part(session: Session, number: int) -> bytes | None:
    """The part in a row; ``None`` when it is gone."""
    found: Any = session.first("SELECT data FROM ledger_part WHERE number = ?", (number,))
    return found[0] if found else None


def _row(place: int, number: int, key: int, row: CodedEvent) -> Row:
    known = row.known.isoformat() if row.known else None
    return (
        place, number, row.key, key, *days(row.day), known, row.type.value, row.mode, row.status.value,
        row.code, row.score, _names(row.actors), _names(row.recipients), _sides(row.actors),
        _sides(row.recipients), row.reports, row.outlets, row.outlet or None, row.url or row.story or None,
        row.place or None, row.country, row.latitude, row.longitude, row.fatalities,
    )  # fmt: skip


def _names(sides: Sequence[CodedSide]) -> str:
    return _SEPARATOR.join(side.name or side.code for side in sides)


def _sides(sides: Sequence[CodedSide]) -> str | None:
    return _SEPARATOR.join(sides_of(sides)) or None


def sides_of(sides: Sequence[CodedSide]) -> tuple[str, ...]:
    """The states, blocs and groups behind those who take part, each once."""
    return tuple(dict.fromkeys(found for side in sides if (found := side.country or side.side)))


def _signed(digest: str) -> int:
    """16 hexadecimal digits as a number that fits a column."""
    value = int(digest, 16)
    return value - (1 << 64) if value >> 63 else value


def _import(row: Row) -> Import:
    number, kind, file, digest, at, world, code, rejected, found, repeated, resolved, first, last = untyped(
        row
    )
    counts = from_json(rejected, dict[str, int])
    return Import(
        number, kind, file, digest, at, world, code, found, repeated, resolved, counts, interval(first, last)
    )


def _coded(row: Row) -> CodedRow:
    number, kind, source, key, repeated, earliest, latest, type, mode, status, *rest = untyped(row)
    return CodedRow(
        number,
        kind,
        source,
        key,
        repeated,
        interval(earliest, latest),
        EventType(type),
        mode,
        Status(status),
        *rest,
    )
