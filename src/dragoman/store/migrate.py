"""Bringing a file to the version this program writes; forward only."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime

from dragoman.store import coded, derived, schema
from dragoman.store.session import patiently
from dragoman.terms import BrokenRecord

# Step n (counted from 1) turns version n into version n + 1, as statements.
STEPS: tuple[tuple[str, ...], ...] = (
    tuple(
        f"ALTER TABLE {table} ADD COLUMN {column}"
        for table in ("mention", "participant", "attribution", "event_participant")
        for column in ("runner_up TEXT", "doubtful INTEGER NOT NULL DEFAULT 0")
    ),
    (
        "ALTER TABLE document ADD COLUMN published_best TEXT",
        schema.JUDGEMENT,
        schema.RETOLD_INDEX,
        *schema.JUDGEMENT_RULES,
    ),
    (
        "DROP INDEX event_fingerprint",
        "ALTER TABLE event DROP COLUMN fingerprint",
        "ALTER TABLE event ADD COLUMN voices INTEGER NOT NULL DEFAULT 1",
        "ALTER TABLE event ADD COLUMN disputed TEXT NOT NULL DEFAULT '[]'",
        "ALTER TABLE event ADD COLUMN history TEXT NOT NULL DEFAULT '[]'",
        "ALTER TABLE event ADD COLUMN story TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE reading ADD COLUMN world TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE reading ADD COLUMN code TEXT NOT NULL DEFAULT ''",
        *derived.MERGING_TABLES,
        *derived.MERGING_INDEXES,
        *schema.JUDGEMENT_INDEXES,
        # The events are those of exact copies alone; whoever opens the record is to merge it anew.
        "INSERT OR REPLACE INTO meta (name, value) VALUES ('merging', 'stale')",
    ),
    (*coded.TABLES, *coded.INDEXES),
    (
        "DROP INDEX document_order",
        "DROP INDEX claim_document",
        schema.DOCUMENT_ORDER,
        schema.CLAIM_DOCUMENT,
    ),
)


def create(connection: sqlite3.Connection) -> None:
    """Lay out an empty file. Two programs that create the same file at once get one layout."""
    patiently(connection, "BEGIN IMMEDIATE")
    if version(connection) == 0:
        for statement in schema.STATEMENTS:
            connection.execute(statement)
        connection.execute(
            "INSERT INTO meta VALUES ('created', ?)", (datetime.now(UTC).isoformat(timespec="seconds"),)
        )
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {schema.VERSION}")
    connection.execute("COMMIT")


def upgrade(connection: sqlite3.Connection, name: str, steps: Sequence[Sequence[str]]) -> None:
    """Apply the steps that the file lacks, all in one transaction.

    Raises:
        BrokenRecord: the file is newer than this program.
    """
    newest = len(steps) + 1
    refuse_newer(connection, name, newest)
    if version(connection) == newest:
        return
    patiently(connection, "BEGIN IMMEDIATE")
    try:
        refuse_newer(connection, name, newest)  # another program may have been faster
        for step in steps[version(connection) - 1 :]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {newest}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def refuse_older(connection: sqlite3.Connection, name: str) -> None:
    """Raise `BrokenRecord` when the file would have to be upgraded first."""
    if version(connection) < schema.VERSION:
        raise BrokenRecord(
            f"{name} has an older layout. Bring it up to date with: dragoman rebuild --record {name}"
        )


def refuse_newer(connection: sqlite3.Connection, name: str, newest: int) -> None:
    """Raise `BrokenRecord` when the file was written by a later program."""
    found = version(connection)
    if found > newest:
        raise BrokenRecord(
            f"{name} has layout {found}, this program knows up to {newest}. "
            "Install a newer Dragoman to open it."
        )


def version(connection: sqlite3.Connection) -> int:
    """The layout the file has; 0 when it is empty."""
    number: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return number
