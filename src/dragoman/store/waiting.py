"""Waiting for other programs before writing."""

from __future__ import annotations

import sqlite3
from pathlib import Path


def wait_for_writers(path: Path, seconds: float) -> bool:
    """Whether nobody else writes to a record, or stops within so many seconds.

    For those who would rather be told than wait: a transaction waits for a minute. Somebody else may begin
    right after. A file that cannot be looked at counts as free; opening it says what is wrong.
    """
    address = f"{path.resolve().as_uri()}?mode=rw"
    try:
        connection = sqlite3.connect(address, uri=True, timeout=seconds, isolation_level=None)
    except sqlite3.Error:
        return True
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY
    except sqlite3.Error:
        return True
    finally:
        connection.close()
    return True
