"""What documents are about, by which those of one story find each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dragoman.store.cells import listed
from dragoman.store.session import Session

_NUMBER = "(SELECT number FROM document WHERE id = ?)"
_ADD = "INSERT INTO subject (document, data) VALUES (?, ?)"
_ADD_KEY = "INSERT OR IGNORE INTO subject_key (key, document) VALUES (?, ?)"
_WITH = """SELECT s.data FROM (
  SELECT DISTINCT k.document FROM json_each(?) given CROSS JOIN subject_key k ON k.key = given.value) met
CROSS JOIN subject s ON s.document = met.document ORDER BY s.document"""
_BEHIND = "SELECT s.document, d.id, s.data FROM subject s JOIN document d ON d.number = s.document \
WHERE s.document > ? ORDER BY s.document LIMIT ?"
_PAGE = 1024  # rows held at once while streaming


def put(session: Session, document: str, data: bytes, keys: Sequence[int]) -> None:
    """See `Store.put_subject`."""
    for table in ("subject", "subject_key"):
        session.write(f"DELETE FROM {table} WHERE document = {_NUMBER}", (document,))
    for number in session.numbers("SELECT number FROM document WHERE id = ?", (document,)):
        session.write(_ADD, (number, data))
        session.write_all(_ADD_KEY, ((key, number) for key in keys))


def having(session: Session, keys: Sequence[int]) -> tuple[bytes, ...]:
    """See `Store.subjects_with`."""
    found: list[Any] = session.rows(_WITH, (listed(list(keys)),))
    return tuple(data for (data,) in found)


def everything(session: Session) -> Iterator[tuple[str, bytes]]:
    """See `Store.subjects`."""
    last = -1
    while page := _page(session, last):
        yield from ((id, data) for _, id, data in page)
        last = page[-1][0]


def _page(session: Session, last: int) -> list[Any]:
    with session.snapshot():
        return session.rows(_BEHIND, (last, _PAGE))
