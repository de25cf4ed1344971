"""Finding out what a file is, and connecting to it."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from threading import Lock

from dragoman.store import migrate, schema
from dragoman.store.session import Session, patiently, plainly
from dragoman.terms import BrokenRecord

MEMORY = ":memory:"

_SQLITE = b"SQLite format 3\x00"
_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive"),
    (b"%PDF", "a PDF file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"PAR1", "a Parquet file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"<", "a page or XML file"),
    (b"{", "a JSON file"),
    (b"[", "a JSON file"),
)

_BUSY_MILLISECONDS = 5000
_STATEMENTS_KEPT = 256
_CACHE_KIB = 32_768
_CHECKPOINT_PAGES = 8000  # 32 MB; with SQLite's 1000, commits of 64 small documents take twice as long


def connect(path: Path | str, *, create: bool, read_only: bool) -> Session:
    """Open the record at ``path``, laid out as this program expects it.

    Raises:
        BrokenRecord: there is none, it is not ours, it is damaged, or it is newer than this program.
    """
    name = str(path)
    if name == MEMORY:
        return Session(_prepared(_plain(MEMORY), name), name)
    try:
        with _one_at_a_time:
            _refuse_strangers(Path(path), absent_allowed=create and not read_only)
            file = Path(path).resolve()  # SQLite's helper files stand beside the file itself, not a link
            connection = _read_only(file, name) if read_only else _prepared(_plain(str(file)), name)
            _connected.add(_inode(file))
    except sqlite3.Error as error:
        raise plainly(error, name) from error
    except (OSError, ValueError, RuntimeError) as error:
        raise BrokenRecord(f"{name!r} cannot be opened: {error}.") from error
    return Session(connection, name)


# A process that closes any handle of a file loses the locks that all its connections hold on it; another
# process may then take the file for unused and remove the log that these still read
# (sqlite.org/howtocorrupt). So a file is looked into by hand only before this process has connected to it.
_one_at_a_time = Lock()
_connected: set[tuple[int, int]] = set()


def _inode(file: Path) -> tuple[int, int]:
    found = file.stat()
    return found.st_dev, found.st_ino


def _refuse_strangers(file: Path, *, absent_allowed: bool) -> None:
    """Raise `BrokenRecord` for what is plainly no record, before SQLite touches it."""
    if file.is_dir():
        raise BrokenRecord(f"{file} is a folder, not a record. Name a file in it: {file / 'news.dragoman'}.")
    if not file.exists():
        if not absent_allowed:
            raise BrokenRecord(f"there is no record at {file}. `dragoman add PATH --into {file}` makes one.")
        if not file.absolute().parent.is_dir():
            raise BrokenRecord(
                f"the folder {file.absolute().parent} for the record {file.name} does not exist."
            )
        return
    if not file.is_file():
        raise BrokenRecord(f"{file} is a device or a pipe, not a record. Name a file.")
    if not file.stat().st_size and not absent_allowed:
        raise BrokenRecord(f"{file} is empty. `dragoman add PATH --into {file}` makes a record of it.")
    if _inode(file) in _connected:
        return
    with file.open("rb") as stream:
        head = stream.read(len(_SQLITE))
    if head and head != _SQLITE:
        raise BrokenRecord(
            f"{file} is {_kind(head)}, not a record. Name another file; this one is left alone."
        )


def _kind(head: bytes) -> str:
    for signature, kind in _SIGNATURES:
        if head.lstrip().startswith(signature):
            return kind
    return "a text or other file"


def _plain(name: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        name, timeout=_BUSY_MILLISECONDS / 1000, isolation_level=None, cached_statements=_STATEMENTS_KEPT
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    except BaseException:
        connection.close()  # the second one looks into the file, which may be damaged
        raise
    return connection


def _prepared(connection: sqlite3.Connection, name: str) -> sqlite3.Connection:
    """The connection, its file laid out and ready for several processes."""
    try:
        if _is_empty(connection):
            _write_ahead(connection, name)
            migrate.create(connection)
        _refuse_others(connection, name)
        migrate.upgrade(connection, name, migrate.STEPS)
        _write_ahead(connection, name)
    except BaseException:
        connection.close()
        raise
    return connection


def _write_ahead(connection: sqlite3.Connection, name: str) -> None:
    """Readers and a writer at once; a commit is in the operating system's hands when it returns."""
    mode = patiently(connection, "PRAGMA journal_mode = WAL")
    if mode != ("wal",) and name != MEMORY:
        raise BrokenRecord(f"{name} lies on a file system that cannot share it. Put it on a local disk.")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")


def _read_only(file: Path, name: str) -> sqlite3.Connection:
    # A finished file in a folder we may not write to has no helper files, and can get none.
    finished = not os.access(file.parent, os.W_OK) and not Path(f"{file}-wal").exists()
    address = f"{file.as_uri()}?mode=ro{'&immutable=1' if finished else ''}"
    connection = sqlite3.connect(
        address, uri=True, timeout=_BUSY_MILLISECONDS / 1000, isolation_level=None,
        cached_statements=_STATEMENTS_KEPT,
    )  # fmt: skip
    try:
        _refuse_others(connection, name)
        migrate.refuse_newer(connection, name, schema.VERSION)
        migrate.refuse_older(connection, name)
    except BaseException:
        connection.close()
        raise
    return connection


def _is_empty(connection: sqlite3.Connection) -> bool:
    """Whether nobody has laid out the file, or another program is just about to."""
    tables: int = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    return tables == 0 and connection.execute("PRAGMA application_id").fetchone() == (0,)


def _refuse_others(connection: sqlite3.Connection, name: str) -> None:
    """Raise `BrokenRecord` for the SQLite files of other programs."""
    found = connection.execute("PRAGMA application_id").fetchone()[0]
    if found == schema.APPLICATION_ID:
        return
    if _is_empty(connection):
        raise BrokenRecord(f"{name} holds nothing yet. `dragoman add PATH --into {name}` fills it.")
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' LIMIT 4").fetchall()
    held = ", ".join(table for (table,) in tables) or "nothing"
    raise BrokenRecord(f"{name} is a SQLite file of another program (it holds {held}), not a record.")
