"""One connection: its statements, its transactions, and its errors in the user's words."""

from __future__ import annotations

import sqlite3
import time
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain

from dragoman.terms import BrokenRecord, DragomanError

Value = str | int | float | bytes | None
Row = tuple[Value, ...]

BUSY_SECONDS = 60.0  # how long to wait for another writer; a batch of 1,000 documents takes under 1 s
_PAUSE_SECONDS = 0.01
_IN_WORDS = {
    sqlite3.SQLITE_BUSY: "{name} is being written by another program for longer than "
    f"{BUSY_SECONDS:.0f} s.",
    sqlite3.SQLITE_READONLY: "{name} is open for reading only and cannot be written.",
    sqlite3.SQLITE_FULL: "{name} cannot grow: the disk is full. What was acknowledged is kept.",
    sqlite3.SQLITE_IOERR: "{name}: the disk refused to read or write; perhaps it is full. "
    "What was acknowledged is kept.",
    sqlite3.SQLITE_CANTOPEN: "{name} cannot be opened: the file or its folder may not be written to. "
    "Copy it to a folder of yours.",
}
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


class Session:
    """Runs statements on one connection and sees to it that they hold or fail together."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection = connection
        self._name = name
        self._writing = False
        self._batching = False
        self._unfinished = False  # a document is begun and neither kept nor undone
        self._lost = False  # SQLite has undone the documents of the open batch

    def close(self) -> None:
        """Close the connection; what is not committed is lost."""
        self._connection.close()

    def rows(self, statement: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows a SELECT gives."""
        return self._connection.execute(statement, values).fetchall()

    def first(self, statement: str, values: Sequence[Value] = ()) -> Row | None:
        """The first row a SELECT gives, if any."""
        row: Row | None = self._connection.execute(statement, values).fetchone()
        return row

    def numbers(self, statement: str, values: Sequence[Value] = ()) -> Sequence[int]:
        """The one integer column a SELECT gives, eight bytes each however many there are."""
        return array("q", chain.from_iterable(self._connection.execute(statement, values)))

    def state(self) -> Row:
        """Another one when somebody else wrote to the file, or this connection did."""
        return (*self.rows("PRAGMA data_version")[0], *self.rows("SELECT total_changes()")[0])

    def write(self, statement: str, values: Sequence[Value] = ()) -> int:
        """Run one writing statement inside a transaction; the number of rows it changed."""
        self._require_transaction()
        return self._connection.execute(statement, values).rowcount

    def add(self, statement: str, values: Sequence[Value]) -> int:
        """Run one INSERT that ends in ``RETURNING number`` inside a transaction; the number of the row."""
        self._require_transaction()
        return self.numbers(statement, values)[0]

    def write_all(self, statement: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run one writing statement for every row, inside a transaction."""
        self._require_transaction()
        self._connection.executemany(statement, rows)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let the SELECTs inside see one state of the file."""
        with self._told_plainly():
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._roll_back()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all writes inside or none; see `Store.transaction`."""
        if self._writing:
            raise RuntimeError("a transaction is open already; one transaction holds one document")
        with self._told_plainly():
            self._begin()
            self._writing = True
            try:
                yield
            except BaseException:
                self._undo()
                raise
            finally:
                self._writing = False
            self._keep()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Commit the transactions inside together; see `Store.batch`."""
        if self._batching or self._writing:
            raise RuntimeError("a batch cannot begin inside another batch or a transaction")
        self._batching, self._lost = True, False
        try:
            yield
        finally:
            with self._told_plainly():
                self._drop_unfinished()
                self._batching = False
                self._commit()
        self._refuse_lost()

    def _begin(self) -> None:
        self._drop_unfinished()
        if self._batching:
            self._refuse_lost()
        if not self._connection.in_transaction:
            patiently(self._connection, "BEGIN IMMEDIATE")
        if self._batching:
            self._connection.execute("SAVEPOINT document")
        self._unfinished = True

    def _keep(self) -> None:
        self._unfinished = False
        if not self._connection.in_transaction:
            self._lost = True
            self._refuse_lost()
        if self._batching:
            self._connection.execute("RELEASE document")
        else:
            self._commit()

    def _undo(self) -> None:
        self._lost = not self._connection.in_transaction
        self._drop_unfinished()

    def _drop_unfinished(self) -> None:
        """Undo the document that is begun, also when Ctrl-C came between its failing and its undoing."""
        if not self._unfinished:
            return
        if self._batching and self._connection.in_transaction:
            self._connection.execute("ROLLBACK TO document")
            self._unfinished = False
            self._connection.execute("RELEASE document")
        self._unfinished = False
        if not self._batching:
            self._roll_back()

    def _refuse_lost(self) -> None:
        """Raise when SQLite has undone everything by itself, earlier documents of a batch too."""
        if self._lost:
            raise DragomanError(
                f"{self._name}: the disk is full or failing; documents not yet acknowledged were undone. "
                "Make room and add them again; what was acknowledged is kept."
            )

    def _commit(self) -> None:
        if not self._connection.in_transaction:
            return
        try:
            self._connection.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def _require_transaction(self) -> None:
        if not self._writing:
            raise RuntimeError("writing is only possible inside `with store.transaction():`")

    @contextmanager
    def _told_plainly(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise plainly(error, self._name) from error
        except UnicodeEncodeError as error:
            raise DragomanError(
                f"{self._name}: a text holds half a character (a lone surrogate) and cannot be kept. "
                "Decode it again with its right encoding."
            ) from error


def patiently(connection: sqlite3.Connection, statement: str) -> Row | None:
    """Run a statement that needs the file for itself, and again while others hold it.

    SQLite waits by itself, but not always: two that wait for each other are both turned away at once.
    """
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            row: Row | None = connection.execute(statement).fetchone()
        except sqlite3.OperationalError as error:
            if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return row


def plainly(error: sqlite3.Error, name: str) -> DragomanError:
    """What went wrong with the file ``name``, in the user's words."""
    code = _code(error)
    if code in _DAMAGED:
        return BrokenRecord(
            f"{name} is damaged ({error}). Restore a copy, or build the record again from its sources."
        )
    words = _IN_WORDS.get(code, "{name}: {error}.")
    return DragomanError(words.format(name=name, error=error))


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 when the error did not come from the library."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
