"""Whether somebody else writes."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from dragoman.store import open_store, wait_for_writers


def test_a_record_that_nobody_writes_is_free(tmp_path: Path) -> None:
    """Readers do not count, nor does a record that is not there."""
    path = tmp_path / "record.dragoman"
    assert wait_for_writers(path, 0.01)
    assert not path.exists()
    with open_store(path), open_store(path, read_only=True) as reader:
        list(reader.events())
        assert wait_for_writers(path, 0.01)


def test_one_that_is_being_written_is_not(tmp_path: Path) -> None:
    """Until the writer is done."""
    path = tmp_path / "record.dragoman"
    open_store(path).close()
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    assert not wait_for_writers(path, 0.01)
    writer.execute("ROLLBACK")
    assert wait_for_writers(path, 0.01)
    writer.close()
