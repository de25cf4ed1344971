"""Files of earlier layouts are brought forward, or left as they were."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import blake2b
from pathlib import Path

import pytest

from dragoman.store import migrate, open_store, schema
from dragoman.terms import BrokenRecord

OLD = (
    "CREATE TABLE document (id TEXT PRIMARY KEY, text TEXT)",
    "INSERT INTO document VALUES ('d1', 'Astana rejected it.')",
    "PRAGMA user_version = 1",
)
STEPS = (
    ("ALTER TABLE document ADD COLUMN language TEXT", "UPDATE document SET language = 'en'"),
    ("ALTER TABLE document RENAME COLUMN text TO content",),
)


@pytest.fixture
def old() -> Iterator[sqlite3.Connection]:
    """A file two layouts behind."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for statement in OLD:
            connection.execute(statement)
        yield connection


def test_an_old_file_goes_forward_step_by_step(old: sqlite3.Connection) -> None:
    """Each missing step is applied in order and nothing is lost."""
    migrate.upgrade(old, "old", STEPS[:1])
    assert migrate.version(old) == 2
    migrate.upgrade(old, "old", STEPS)
    assert migrate.version(old) == 3
    assert old.execute("SELECT id, content, language FROM document").fetchall() == [
        ("d1", "Astana rejected it.", "en")
    ]


def test_a_failed_step_leaves_the_file_as_it_was(old: sqlite3.Connection) -> None:
    """Half an upgrade is no upgrade."""
    with pytest.raises(sqlite3.OperationalError):
        migrate.upgrade(old, "old", (*STEPS, ("ALTER TABLE nothing ADD COLUMN a",)))
    assert migrate.version(old) == 1
    assert old.execute("SELECT * FROM document").fetchall() == [("d1", "Astana rejected it.")]


def test_a_newer_file_is_left_alone(old: sqlite3.Connection) -> None:
    """A version beyond the last step is refused."""
    old.execute("PRAGMA user_version = 9")
    with pytest.raises(BrokenRecord, match="layout 9"):
        migrate.upgrade(old, "old", STEPS)


def test_a_record_one_layout_behind_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next program opens what this one wrote, for reading only after it was opened for writing."""
    path = tmp_path / "news.dragoman"
    open_store(path).close()
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    monkeypatch.setattr(migrate, "STEPS", (*migrate.STEPS, ("ALTER TABLE event ADD COLUMN note TEXT",)))
    with pytest.raises(BrokenRecord, match="older layout"):
        open_store(path, read_only=True)
    open_store(path).close()
    with closing(sqlite3.connect(path)) as connection:
        assert migrate.version(connection) == schema.VERSION
        assert connection.execute("SELECT count(note) FROM event").fetchone() == (0,)


def test_there_is_a_step_for_every_layout() -> None:
    """The last step ends at the layout that this program lays out."""
    assert len(migrate.STEPS) + 1 == schema.VERSION


def test_the_layout_changes_only_with_its_version() -> None:
    """Whoever changes a table raises the version, adds a step, and writes the new digest here."""
    digest = blake2b("\n".join(schema.STATEMENTS).encode(), digest_size=8).hexdigest()
    assert (schema.VERSION, digest) == (3, "025178288ec954a5")
