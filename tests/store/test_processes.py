"""Several processes at one file, and processes that are killed."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from dragoman.store import open_store
from tests.store import samples

KILLS = 20
PER_KILL = 100_000  # numbers set aside for one writer; it never comes that far

# What may not be there without the other; each SELECT counts the broken ones.
HALVES = (
    "SELECT count(*) FROM document WHERE number NOT IN (SELECT document FROM reading)",
    "SELECT count(*) FROM document WHERE number NOT IN (SELECT document FROM appearance)",
    "SELECT count(*) FROM document WHERE number NOT IN (SELECT document FROM intake)",
    "SELECT count(*) FROM document WHERE number NOT IN (SELECT document FROM event_mention)",
    "SELECT count(*) FROM document WHERE number NOT IN (SELECT document FROM event_telling)",
    "SELECT count(*) FROM event WHERE number NOT IN (SELECT event FROM event_participant)",
    "SELECT count(*) FROM event_mention WHERE number NOT IN (SELECT event_mention FROM participant)",
)


def writer(path: Path, first: int, count: int, group: int) -> subprocess.Popen[str]:
    """Start a process that writes that many documents, ``group`` of them in one commit."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.writer", str(path), str(first), str(count), str(group)],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    )


def killed_writer(path: Path, first: int, group: int, after: float) -> set[int]:
    """Let a writer write, kill it ``after`` seconds of writing; the numbers it acknowledged."""
    process = writer(path, first, PER_KILL, group)
    assert process.stdout is not None
    head = process.stdout.readline()
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    tail, _ = process.communicate()
    # The last line may be torn by the kill; without its end it was not said.
    return {int(line) for line in (head + tail).splitlines(keepends=True) if line.endswith("\n")}


def halves(path: Path) -> int:
    """How many things are there of which a part is missing."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return sum(connection.execute(statement).fetchone()[0] for statement in HALVES)


def test_a_killed_writer_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    """Killed with SIGKILL twenty times over: the acknowledged is there whole, nothing is there in half."""
    path = tmp_path / "news.dragoman"
    acknowledged: set[int] = set()
    for kill in range(KILLS):
        group = 1 if kill % 2 else 16
        acknowledged |= killed_writer(path, kill * PER_KILL, group, after=0.004 * kill)
        assert halves(path) == 0
    with open_store(path, create=False) as store:
        for number in acknowledged:
            document = samples.document(number)
            assert store.reading(document.id) == samples.reading(document)
        assert store.summary().documents >= len(acknowledged) > KILLS
        assert store.check() == ()


def test_a_reader_sees_only_whole_documents(tmp_path: Path) -> None:
    """While another process writes, every document in sight has its reading and its events."""
    path = tmp_path / "news.dragoman"
    open_store(path).close()
    process = writer(path, 0, 1500, 1)
    seen = set()
    with open_store(path, read_only=True) as store:
        while process.poll() is None:
            seen.add(store.summary().documents)
            assert halves(path) == 0
            assert all(store.reading(document.id) for document in store.documents(limit=20))
        assert store.summary().documents == store.count_events() == 1500
    process.communicate()
    assert len(seen) > 3, "the reader never looked while the writer wrote"


@pytest.mark.parametrize("group", [1, 16])
def test_two_writers_lose_nothing(tmp_path: Path, group: int) -> None:
    """Two processes write at once, from the making of the file on, some documents both of them."""
    path = tmp_path / "news.dragoman"
    writers = [writer(path, 0, 400, group), writer(path, 300, 400, group)]
    for process in writers:
        process.communicate()
        assert process.returncode == 0
    assert halves(path) == 0
    with open_store(path) as store:
        assert store.summary().documents == store.count_events() == 700
        assert store.summary().appearances == 700
        assert store.check() == ()


def test_a_second_opening_does_not_let_go_of_the_file(tmp_path: Path) -> None:
    """Another process that comes and goes does not take it for unused and remove the log under readers."""
    path = tmp_path / "news.dragoman"
    with open_store(path) as store:
        samples.put(store, samples.document(1))
    with open_store(path, read_only=True) as first, open_store(path, read_only=True) as second:
        assert first.summary().documents == second.summary().documents == 1
        with writer(path, 2, 3, 1) as process:
            process.communicate()
        assert Path(f"{path}-wal").exists()
        assert first.summary().documents == second.summary().documents == 4
