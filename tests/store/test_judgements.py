"""What people decided stands, whatever program opens the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dragoman.store import judgements, open_store
from tests.store import samples


@pytest.fixture
def file(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A record with one judgement, opened by another program."""
    path = tmp_path / "news.dragoman"
    with open_store(path) as store, store.transaction():
        store.put_judgement(samples.judgement())
    with closing(sqlite3.connect(path)) as connection:
        yield connection


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE judgement SET value = '2021-01-01'", "never changed"),
        ("UPDATE judgement SET author = 'somebody' WHERE number = 1", "never changed"),
        ("DELETE FROM judgement", "never removed"),
        ("DELETE FROM judgement WHERE author = 'Aigul'", "never removed"),
    ],
)
def test_a_judgement_is_never_changed_or_removed(file: sqlite3.Connection, statement: str, said: str) -> None:
    """The file itself refuses it and says what to do instead."""
    with pytest.raises(sqlite3.IntegrityError, match=f"{said}; add another one"):
        file.execute(statement)
    assert file.execute("SELECT value, author FROM judgement").fetchall() == [("2022-10-07", "Aigul")]


def test_another_judgement_can_be_added_by_any_program(file: sqlite3.Connection) -> None:
    """Columns are plain words."""
    columns = "id, kind, subject, value, author, at, remark"
    with file:
        file.execute(f"INSERT INTO judgement ({columns}) VALUES ('x', 'published', 'd', '', 'Bolot', '', '')")
    assert file.execute("SELECT author FROM judgement ORDER BY number").fetchall() == [("Aigul",), ("Bolot",)]


def test_judgements_about_documents_are_looked_up(file: sqlite3.Connection) -> None:
    """However many there are; the table is not gone through."""
    plan = file.execute(f"EXPLAIN QUERY PLAN {judgements.ABOUT}", ('["d"]',)).fetchall()
    scanned = [step for *_, step in plan if step.startswith("SCAN") and "given" not in step]
    assert all("judgement_undo" in step for step in scanned)


def test_judgements_are_there_when_opened_again(tmp_path: Path) -> None:
    """They are kept like everything that was acknowledged."""
    path = tmp_path / "news.dragoman"
    with open_store(path) as store, store.transaction():
        store.put_judgement(samples.judgement())
    with open_store(path, read_only=True) as store:
        assert store.judgements() == (samples.judgement(),)
