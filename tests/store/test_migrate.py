"""Files of earlier layouts are brought forward, or left as they were."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import blake2b
from pathlib import Path

import pytest

from dragoman.store import MEMORY, migrate, open_store, schema
from dragoman.terms import BrokenRecord
from tests.store import samples

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


# Turns the tables of this layout back into those of layout 3.
BACK = (
    *("DROP INDEX document_order", "CREATE INDEX document_order ON document (id)"),
    *("DROP INDEX claim_document", "CREATE INDEX claim_document ON claim (document)"),
    *(f"DROP TABLE {table}" for table in ("ledger_part", "coded", "import")),
    *(f"DROP TABLE {table}" for table in ("print", "copy", "trace", "block", "link", "story")),
    *(f"DROP TABLE {table}" for table in ("subject", "subject_key", "story_link")),
    *(f"DROP INDEX {index}" for index in ("event_story", "event_disputed")),
    *(f"DROP INDEX {index}" for index in ("judgement_value", "judgement_undo")),
    *(f"ALTER TABLE event DROP COLUMN {column}" for column in ("voices", "disputed", "history", "story")),
    *(f"ALTER TABLE reading DROP COLUMN {column}" for column in ("world", "code")),
    "ALTER TABLE event ADD COLUMN fingerprint TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX event_fingerprint ON event (fingerprint)",
    "PRAGMA user_version = 3",
)


@pytest.fixture
def layout_3(tmp_path: Path) -> Path:
    """A record of two documents as the third layout had it."""
    path = tmp_path / "news.dragoman"
    with open_store(path) as store:
        for number in (1, 2):
            samples.put(store, samples.document(number))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in BACK:
            connection.execute(statement)
    return path


def test_the_third_layout_is_to_be_merged_anew(layout_3: Path) -> None:
    """Its events can be read as they were; the record says that they are stale, which a new one does not."""
    with open_store(layout_3) as store:
        assert store.meta("merging") == "stale"
        events = list(store.events())
        assert [event.when for event in events] == [samples.day(1), samples.day(2)]
        assert [(event.voices, event.disputed, event.history, event.story) for event in events] == [
            (1, (), (), "")
        ] * 2
        assert store.reading(samples.document(1).id) == samples.reading(samples.document(1))
        samples.put(store, samples.document(3))
        assert (store.count_events(), store.check()) == (3, ())
    with open_store(MEMORY) as store:
        assert store.meta("merging") is None


def test_a_file_brought_forward_is_laid_out_like_a_new_one(layout_3: Path, tmp_path: Path) -> None:
    """The same tables and indexes with the same columns."""
    open_store(layout_3).close()
    open_store(tmp_path / "new.dragoman").close()
    assert _layout(layout_3) == _layout(tmp_path / "new.dragoman")


def _layout(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT type, name FROM sqlite_schema ORDER BY name").fetchall()
        return {
            name: connection.execute(
                f"PRAGMA {'index_info' if type == 'index' else 'table_info'}({name})"
            ).fetchall()
            for type, name in found
        }


def test_there_is_a_step_for_every_layout() -> None:
    """The last step ends at the layout that this program lays out."""
    assert len(migrate.STEPS) + 1 == schema.VERSION


def test_the_layout_changes_only_with_its_version() -> None:
    """Whoever changes a table raises the version, adds a step, and writes the new digest here."""
    digest = blake2b("\n".join(schema.STATEMENTS).encode(), digest_size=8).hexdigest()
    assert (schema.VERSION, digest) == (6, "9960ad80196307a3")
