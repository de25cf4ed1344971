"""What happens with files that are not what was hoped for."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dragoman.store import open_store, opening, schema, session
from dragoman.terms import BrokenRecord, DragomanError
from tests.store import samples


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record with forty documents."""
    path = tmp_path / "news.dragoman"
    with open_store(path) as store:
        for number in range(40):
            samples.put(store, samples.document(number))
    return path


def test_what_was_kept_is_there_when_opened_again(path: Path) -> None:
    """Closing and opening changes nothing, and leaves no helper files behind."""
    with open_store(path, create=False) as store:
        assert store.document(samples.document(1).id) == samples.document(1)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_reading_only_reads(path: Path) -> None:
    """A record opened for reading answers and refuses to be written."""
    with open_store(path, read_only=True) as store:
        assert store.count_events() == 40
        with pytest.raises(DragomanError, match="reading only"):
            samples.put(store, samples.document(99))


def test_reading_needs_no_right_to_write(path: Path) -> None:
    """A finished record in a folder that may not be written to can be read."""
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with open_store(path, read_only=True) as store:
            assert store.count_events() == 40
    finally:
        path.parent.chmod(0o755)


def test_the_tables_have_plain_columns(path: Path) -> None:
    """Any SQLite program can ask who did what to whom."""
    question = """SELECT e.type, a.country, r.country, e.earliest, e.sentence FROM event e
    JOIN event_participant a ON a.event = e.number AND a.role = 'actor'
    JOIN event_participant r ON r.event = e.number AND r.role = 'recipient' ORDER BY e.earliest"""
    with closing(sqlite3.connect(path)) as connection:
        row = connection.execute(question).fetchone()
    text = samples.document(0).text
    assert row == ("REJECT", "KAZ", "RUS", "2022-01-01", samples.document(0).sentences[0].of(text))


def test_no_record_no_guess(tmp_path: Path) -> None:
    """A record that should exist and does not is an error that says how to make one."""
    for options in ({"create": False}, {"read_only": True}):
        with pytest.raises(BrokenRecord, match="dragoman add"):
            open_store(tmp_path / "absent.dragoman", **options)
    with pytest.raises(BrokenRecord, match="does not exist"):
        open_store(tmp_path / "no" / "folder.dragoman")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"PK\x03\x04rest", "ZIP"), (b"%PDF-1.7", "PDF"), (b'{"a": 1}', "JSON"), (b"Dear reader", "text")],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_strangers_are_named_and_left_alone(
    tmp_path: Path, content: bytes, kind: str, read_only: bool
) -> None:
    """A file that is something else is said to be so, and not touched."""
    file = tmp_path / "stranger"
    file.write_bytes(content)
    with pytest.raises(BrokenRecord, match=kind):
        open_store(file, read_only=read_only)
    assert file.read_bytes() == content


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    """A folder given for a record is an error that names a file to use."""
    with pytest.raises(BrokenRecord, match="folder"):
        open_store(tmp_path)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for longer than a moment."""
    monkeypatch.setattr(opening, "_BUSY_MILLISECONDS", 10)
    monkeypatch.setattr(session, "BUSY_SECONDS", 0.05)


@pytest.mark.usefixtures("impatient")
def test_a_record_held_for_too_long_is_said_to_be_busy(path: Path) -> None:
    """A writer that never lets go is an error in words; reading goes on, and so does writing afterwards."""
    with open_store(path) as store:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(DragomanError, match="being written by another program"):
                samples.put(store, samples.document(40))
            with pytest.raises(DragomanError, match="being written"), store.batch():
                samples.put(store, samples.document(40))
            assert store.count_events() == 40
        samples.put(store, samples.document(40))
        assert store.count_events() == 41


def test_a_link_leads_to_the_record(path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A record may be opened by a link; its helper files stand beside the record all the same."""
    link = tmp_path_factory.mktemp("links") / "link.dragoman"
    link.symlink_to(path)
    with open_store(link) as store, open_store(link, read_only=True) as reader:
        samples.put(store, samples.document(40))
        assert reader.count_events() == 41
        assert [file.name for file in link.parent.iterdir()] == [link.name]


def test_a_name_no_file_can_have(tmp_path: Path) -> None:
    """What the system refuses to open is an error for the user."""
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    for name in (loop, tmp_path / ("x" * 300), tmp_path / "a\0b"):
        with pytest.raises(DragomanError, match=r"cannot be opened|does not exist"):
            open_store(name)


def test_a_pipe_is_no_record(tmp_path: Path) -> None:
    """What would wait for ever is refused at once."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(BrokenRecord, match="pipe"):
        open_store(pipe)


@pytest.mark.parametrize("options", [{"create": False}, {"read_only": True}])
def test_an_empty_file_is_no_record_yet(tmp_path: Path, options: dict[str, bool]) -> None:
    """Where a record is expected, an empty file is none, and stays empty."""
    file = tmp_path / "empty"
    file.touch()
    with pytest.raises(BrokenRecord, match="is empty"):
        open_store(file, **options)
    assert file.read_bytes() == b""


def test_a_record_that_was_never_laid_out(tmp_path: Path) -> None:
    """Killed while it was made: there is nothing to read yet, and the next writer finishes it."""
    file = tmp_path / "begun.dragoman"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    with pytest.raises(BrokenRecord, match="holds nothing yet"):
        open_store(file, read_only=True)
    with open_store(file, create=False) as store:
        assert store.summary().documents == 0


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    """What `mktemp` makes can be filled."""
    file = tmp_path / "empty"
    file.touch()
    with open_store(file) as store:
        assert store.summary().documents == 0


@pytest.mark.parametrize("read_only", [False, True])
def test_the_files_of_other_programs_are_refused(tmp_path: Path, read_only: bool) -> None:
    """A SQLite file without our mark is named by what it holds."""
    file = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(BrokenRecord, match="bookmarks"):
        open_store(file, read_only=read_only)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_record_is_refused(path: Path, read_only: bool) -> None:
    """A layout from the future is not guessed at."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    with pytest.raises(BrokenRecord, match="newer Dragoman"):
        open_store(path, read_only=read_only)


def test_a_torn_file_is_refused(path: Path) -> None:
    """A file cut short is said to be damaged, at the opening or at the first question."""
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 3])
    with pytest.raises(BrokenRecord, match="damaged"):
        _look_everywhere(path)


def test_an_overwritten_file_is_refused(path: Path) -> None:
    """Foreign bytes in the middle of the file are said to be damage."""
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xa5" * (len(content) - 4096))
    with pytest.raises(BrokenRecord, match="damaged"):
        _look_everywhere(path)


def _look_everywhere(path: Path) -> None:
    with open_store(path, create=False) as store:
        list(store.documents())
        list(store.events())
