"""Which documents were taken from which, and the prints by which such are found."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from dragoman.store.cells import listed
from dragoman.store.session import Session
from dragoman.terms import Copy, CopyKind

_AMONG = "IN (SELECT number FROM document WHERE id IN (SELECT value FROM json_each(?)))"
_NUMBER = "(SELECT number FROM document WHERE id = ?)"
_CLEAR_PRINTS = f"DELETE FROM print WHERE document = {_NUMBER}"
_ADD_PRINT = "INSERT OR IGNORE INTO print (value, document) VALUES (?, ?)"
# What more documents hold is a phrase that newspapers print again and again ("subscribe to our channel").
PRINT_HOLDERS_MOST = 64
_IS_RARE = f"(SELECT count(*) FROM (SELECT 1 FROM print holder WHERE holder.value = own.value \
LIMIT {PRINT_HOLDERS_MOST + 1})) <= {PRINT_HOLDERS_MOST}"
_SHARING = f"""WITH asked (number, fingerprint) AS MATERIALIZED (
  SELECT number, fingerprint FROM document WHERE id = ?)
SELECT d.id FROM asked CROSS JOIN document d ON d.number IN (
  SELECT other.document FROM print own CROSS JOIN print other ON other.value = own.value
  WHERE own.document = (SELECT number FROM asked) AND {_IS_RARE}
  UNION SELECT number FROM document WHERE fingerprint = (SELECT fingerprint FROM asked))
WHERE d.number <> asked.number ORDER BY d.id"""

_CLEAR_COPIES = f"DELETE FROM copy WHERE document = {_NUMBER} OR original = {_NUMBER}"
_ADD_COPY = """INSERT OR REPLACE INTO copy (document, original, kind, share)
SELECT d.number, o.number, ?3, ?4 FROM document d JOIN document o ON o.id = ?2 WHERE d.id = ?1"""
_COPIES = "SELECT d.id, o.id, c.kind, c.share FROM copy c JOIN document d ON d.number = c.document \
JOIN document o ON o.number = c.original"
_IN_ORDER = "ORDER BY d.id, o.id"
_OF_DOCUMENTS = f"WHERE c.document {_AMONG} OR c.original {_AMONG}"
# Both ends of a pair are in one group, so that looking at one of them is enough.
_GROUP = f"""WITH RECURSIVE near (number) AS (
  SELECT number FROM document WHERE id IN (SELECT value FROM json_each(?))
  UNION SELECT c.original FROM near JOIN copy c ON c.document = near.number
  UNION SELECT c.document FROM near JOIN copy c ON c.original = near.number)
{_COPIES} WHERE c.document IN (SELECT number FROM near) {_IN_ORDER}"""


def put_prints(session: Session, document: str, prints: Sequence[int]) -> None:
    """See `Store.put_prints`."""
    session.write(_CLEAR_PRINTS, (document,))
    for number in session.numbers("SELECT number FROM document WHERE id = ?", (document,)):
        session.write_all(_ADD_PRINT, ((value, number) for value in prints))


def sharing_prints(session: Session, document: str) -> tuple[str, ...]:
    """See `Store.sharing_prints`."""
    return tuple(str(id) for (id,) in session.rows(_SHARING, (document,)))


def put_copies(session: Session, document: str, copies: Sequence[Copy]) -> None:
    """See `Store.put_copies`."""
    session.write(_CLEAR_COPIES, (document, document))
    session.write_all(
        _ADD_COPY, ((copy.document, copy.original, copy.kind.value, copy.share) for copy in copies)
    )


def copies(session: Session, documents: Collection[str] | None) -> tuple[Copy, ...]:
    """See `Store.copies`."""
    if documents is None:
        return _copies(session.rows(f"{_COPIES} {_IN_ORDER}"))
    among = listed(sorted(documents))
    return _copies(session.rows(f"{_COPIES} {_OF_DOCUMENTS} {_IN_ORDER}", (among, among)))


def group(session: Session, documents: Collection[str]) -> tuple[Copy, ...]:
    """See `Store.copy_group`."""
    return _copies(session.rows(_GROUP, (listed(sorted(documents)),)))


def _copies(found: Sequence[Any]) -> tuple[Copy, ...]:
    return tuple(Copy(document, original, CopyKind(kind), share) for document, original, kind, share in found)
