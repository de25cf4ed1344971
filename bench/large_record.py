"""A large record: the bundled corpus, read once and multiplied by SQL.

python bench/large_record.py FILE [times]

Each copy has other ids and other days, spread over twenty years; in every other copy the states are others
as well. Only the words stay the same. What nothing but the merging of new documents reads, the blocks of
tellings, is not multiplied: it would take as long as all the rest.
"""

from __future__ import annotations

import random
import re
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import dragoman
from dragoman import corpus
from dragoman.world import load

TIMES = 1400  # 100,800 documents, 1.1 million event mentions
_ROOM = 10_000  # row numbers of one copy of the corpus
_DAYS = 20 * 365  # over which the copies are spread
_STRIDE = 7919  # a prime: neighbouring copies lie far apart
_DIGITS = 4  # of an id that say which copy it is of

# Columns that hold row numbers, ids and keys, by table; in the order of writing.
_NUMBERS = {
    "document": {"number"},
    "appearance": {"number", "document"},
    "intake": {"document"},
    "reading": {"document"},
    "mention": {"document"},
    "event_mention": {"number", "document"},
    "participant": {"event_mention"},
    "claim": {"number", "document"},
    "attribution": {"number", "event_mention", "claim"},
    "event": {"number"},
    "event_participant": {"event"},
    "event_telling": {"event", "event_mention", "document"},
    "event_outlet": {"event"},
    "print": {"document"},
    "copy": {"document", "original"},
    "trace": {"event_mention"},
    "link": {"one", "other"},
    "subject": {"document"},
    "subject_key": {"document"},
    "story_link": {"one", "other"},
    "story": {"document"},
}
_IDS = {"id", "fingerprint", "story"}
_IDS_OF_TABLE = {("claim", "event_mention"), ("intake", "key")}  # references that are ids
_KEYS = {("print", "value"), ("subject_key", "key")}
_DAY = re.compile(r"\b(\d{4}-\d\d-\d\d)\b")
_ID = re.compile(r"\b([0-9a-f]{4})[0-9a-f]{4}([0-9a-f]{16})\b")
_STARTS = {"trace": (4, 30), "subject": (3,)}  # where ids begin in what is packed


def main(file: str, times: int = TIMES) -> None:
    """Make the record, and say what it holds."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        small = read_corpus(Path(folder) / "small.dragoman")
        multiply(small, Path(file), times)
    with dragoman.open(file, read_only=True) as record:
        holds = record.summary()
    print(
        f"{holds.documents:,} documents, {holds.event_mentions:,} mentions, {holds.events:,} events, "
        f"{Path(file).stat().st_size / 1e9:.2f} GB, {time.monotonic() - began:.0f} s"
    )


def read_corpus(file: Path) -> Path:
    """The bundled corpus as a record."""
    with dragoman.open(file) as record:
        record.add(*map(str, corpus.reports()))
    return file


def multiply(small: Path, large: Path, times: int) -> None:
    """A record of so many copies of another, the first as it is."""
    shutil.copy(small, large)
    with closing(sqlite3.connect(large)) as connection:
        for setting in ("synchronous = OFF", "journal_mode = OFF", "cache_size = -1000000"):
            connection.execute(f"PRAGMA {setting}")
        connection.create_function("moved", 3, _moved, deterministic=True)
        connection.create_function("repacked", 3, _repacked, deterministic=True)
        connection.execute("ATTACH ? AS small", (str(small),))
        _prepare(connection, times)
        later = _taken_away(connection)
        for table in _NUMBERS:
            connection.execute(_insert(connection, table))
        for table in ("document_fts", "evidence_fts"):
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")
        for statement in later:
            connection.execute(statement)
        connection.commit()
        connection.execute("PRAGMA journal_mode = WAL")


def _prepare(connection: sqlite3.Connection, times: int) -> None:
    """Which copies there are, how many days each is earlier, and which states it has others for."""
    connection.execute("CREATE TEMP TABLE made (copy INTEGER PRIMARY KEY, tag TEXT, earlier INTEGER)")
    connection.execute(
        "CREATE TEMP TABLE other (copy INTEGER, old TEXT, new TEXT, PRIMARY KEY (copy, old)) WITHOUT ROWID"
    )
    named = "SELECT DISTINCT country FROM small.event_participant WHERE country IS NOT NULL ORDER BY 1"
    own = [name for (name,) in connection.execute(named)]
    states = sorted(state.id for state in load().states)
    tags = _tags(connection)
    for copy in range(1, times):
        row = (copy, next(tags), copy * _STRIDE % _DAYS)
        connection.execute("INSERT INTO made VALUES (?, ?, ?)", row)
        if copy % 2:
            others = random.Random(copy).sample(states, len(own))
            pairs = ((copy, *pair) for pair in zip(own, others, strict=True))
            connection.executemany("INSERT INTO other VALUES (?, ?, ?)", pairs)


def _tags(connection: sqlite3.Connection) -> Iterator[str]:
    """Digits that no id of the corpus has in their place."""
    place = f"substr(id, {_DIGITS + 1}, {_DIGITS})"
    found = connection.execute(
        " UNION ".join(
            f"SELECT {place} FROM small.{table}" for table in ("document", "event_mention", "claim")
        )
    ).fetchall()
    taken = {tag for (tag,) in found}
    every = (f"{number:0{_DIGITS}x}" for number in range(16**_DIGITS))
    return (tag for tag in every if tag not in taken)


def _taken_away(connection: sqlite3.Connection) -> list[str]:
    """Indexes and triggers, dropped; the statements that make them again."""
    found = connection.execute(
        "SELECT type, name, sql FROM main.sqlite_schema "
        "WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
    ).fetchall()
    for kind, name, _ in found:
        connection.execute(f"DROP {kind} {name}")
    return [sql for _, _, sql in found]


def _insert(connection: sqlite3.Connection, table: str) -> str:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    is_party = {"entity", "country"} <= set(columns)
    cells = ", ".join(_cell(table, column, is_party) for column in columns)
    # A person keeps country and name; a state, and who is only known by it, are another state
    joined = (
        "LEFT JOIN other o ON o.copy = m.copy AND o.old = t.country "
        "AND COALESCE(t.entity, t.country) = t.country"
        if is_party
        else ""
    )
    order = {"print": "1", "subject_key": "1"}.get(table, "m.copy")
    return (
        f"INSERT INTO main.{table} ({', '.join(columns)}) SELECT {cells} "
        f"FROM made m CROSS JOIN small.{table} t {joined} ORDER BY {order}"
    )


def _cell(table: str, column: str, is_party: bool) -> str:
    cell = f"t.{column}"
    if column in _IDS or (table, column) in _IDS_OF_TABLE:
        is_id = f"substr({cell}, 1, {_DIGITS}) || m.tag || substr({cell}, {2 * _DIGITS + 1})"
        return f"CASE WHEN {cell} <> '' THEN {is_id} ELSE {cell} END"
    if (table, column) in _KEYS:  # another key of 64 bits that shares the upper ones
        return f"({cell} & -16777216) | (({cell} + m.copy * {_STRIDE}) & 16777215)"
    if column in _NUMBERS[table]:
        return f"{cell} + m.copy * {_ROOM}"
    if column.endswith(("earliest", "latest", "best")):
        return f"date({cell}, -m.earlier || ' days')"
    if column == "history":
        return f"moved({cell}, m.tag, m.earlier)"
    if column == "data":
        return f"repacked({cell}, m.tag, '{table}')"
    if is_party and column == "entity":
        return "CASE WHEN t.entity IS NULL THEN NULL ELSE COALESCE(o.new, t.entity) END"
    return "COALESCE(o.new, t.country)" if is_party and column == "country" else cell


def _moved(history: str, tag: str, earlier: int) -> str:
    """A history with other ids and days."""

    def day(found: re.Match[str]) -> str:
        return date.fromordinal(date.fromisoformat(found[1]).toordinal() - earlier).isoformat()

    return _DAY.sub(day, _ID.sub(rf"\g<1>{tag}\g<2>", history))


def _repacked(data: bytes, tag: str, table: str) -> bytes:
    """What is packed, with other ids; they are as long as the former."""
    for start in _STARTS[table]:
        place = start + _DIGITS
        data = data[:place] + tag.encode() + data[place + _DIGITS :]
    return data


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
