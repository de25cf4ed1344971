"""How soon the first byte of a page comes, and how large pages are, on a large record.

python bench/web.py [times]

The bundled corpus is read once and multiplied by SQL: other ids, other years, the same words.
"""

from __future__ import annotations

import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

import dragoman
from dragoman import corpus
from dragoman.faces.web import Settings, create_app

_ROOM = 100_000  # row numbers of one copy of the corpus
# Columns that hold row numbers and ids, by table
_NUMBERS = {
    "document": {"number"},
    "appearance": {"number", "document"},
    "reading": {"document"},
    "event_mention": {"number", "document"},
    "participant": {"event_mention"},
    "claim": {"number", "document"},
    "attribution": {"number", "event_mention", "claim"},
    "event": {"number"},
    "event_participant": {"event"},
    "event_telling": {"event", "event_mention", "document"},
    "event_outlet": {"event"},
    "copy": {"document", "original"},
    "story": {"document"},
}
_IDS = {"id", "fingerprint", "story"}
_PATHS = (
    "/",
    "/events",
    "/events?about=RUS",
    "/events?about=KAZ",
    "/events?actor=RUS&recipient=UKR",
    "/events?type=ASSAULT",
    "/events?text=talks",
    "/events?since=2022-03&until=2022-04",
    "/events?disputed=1",
    "/add",
)


def main(times: int = 250) -> None:
    """Build the record and print a line for each page."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small.dragoman", Path(folder) / "large.dragoman"
        with dragoman.open(small) as record:
            record.add(*map(str, corpus.reports()))
        multiply(small, large, times)
        with dragoman.open(large, read_only=True) as record:
            holds = record.summary()
        print(f"{holds.documents:,} documents, {holds.events:,} events, {large.stat().st_size / 1e6:.0f} MB")
        app = create_app(Settings(large))
        with TestClient(app, base_url="http://127.0.0.1:8521") as client:
            event = client.get("/events.json?disputed=1").json()["days"][0]["events"][0]["id"]
            document = client.get(f"/events/{event}.json").json()["tellings"][0]["document"]
            client.get("/events?about=GEO")  # compiles the template
            print("     first      again")
            for path in (*_PATHS, f"/events/{event}", f"/documents/{document}"):
                measure(client, path)


def measure(client: TestClient, path: str) -> None:
    """Ask once and four times more; the answers come whole, so the first byte comes with the last."""
    seconds = []
    for _ in range(5):
        began = time.perf_counter()
        answer = client.get(path)
        seconds.append(time.perf_counter() - began)
    first, again = 1000 * seconds[0], 1000 * statistics.median(seconds[1:])
    print(f"{first:7.0f} ms {again:6.0f} ms {len(answer.content) / 1000:6.0f} kB  {path[:40]}")


def multiply(small: Path, large: Path, times: int) -> None:
    """A record of so many copies of another."""
    shutil.copy(small, large)
    with closing(sqlite3.connect(large)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        held = {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in _NUMBERS}
        for table, rows in held.items():
            names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            marks = ", ".join("?" * len(names))
            for copy in range(1, times):
                changed = [
                    [_changed(table, *cell, copy) for cell in zip(names, row, strict=True)] for row in rows
                ]
                connection.executemany(f"INSERT INTO {table} VALUES ({marks})", changed)
        connection.commit()


def _changed(table: str, column: str, value: Any, copy: int) -> Any:
    if not value:
        return value
    is_claimed = table == "claim" and column == "event_mention"  # the one reference that is an id
    if column in _IDS or is_claimed:
        return f"{copy:04x}{value}"
    if column in _NUMBERS[table]:
        return value + copy * _ROOM
    if column.endswith(("earliest", "latest")):
        return f"{int(value[:4]) - copy % 20}{value[4:]}"
    return value


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
