"""Keeping what people decided, and the days of publication that follow from it."""

from __future__ import annotations

from collections.abc import Collection

from dragoman.store import cells, lookup, rows
from dragoman.store.queries import Clause, together
from dragoman.store.session import Row, Session
from dragoman.terms import DragomanError, Judgement, JudgementKind, Published

_COLUMNS = ("id", "kind", "subject", "value", "author", "at", "remark")
_ADD = f"INSERT OR IGNORE INTO judgement ({', '.join(_COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?, ?)"
_ALL = f"SELECT {', '.join(_COLUMNS[1:])} FROM judgement"
# What begins with a document and "@" stands between that and the same with the letter behind "@".
ABOUT = f"""{_ALL} WHERE number IN (
  SELECT j.number FROM json_each(?1) given CROSS JOIN judgement j ON j.subject = given.value
  UNION SELECT j.number FROM json_each(?1) given
  CROSS JOIN judgement j ON j.subject >= given.value || '@' AND j.subject < given.value || 'A'
  UNION SELECT j.number FROM json_each(?1) given
  CROSS JOIN judgement j ON j.value >= given.value || '@' AND j.value < given.value || 'A'
  UNION SELECT number FROM judgement WHERE kind = '{JudgementKind.UNDO}')
ORDER BY number"""
_UPDATE = "UPDATE document SET published_earliest = ?, published_latest = ?, published_best = ?, clues = ? \
WHERE id = ?"
# An appearance that was dated by itself keeps its day; the others follow the document.
_UPDATE_APPEARANCES = "UPDATE appearance SET published_earliest = ?, published_latest = ? WHERE document = ? \
AND published_earliest IS ? AND published_latest IS ?"


def put(session: Session, judgement: Judgement) -> None:
    """See `Store.put_judgement`."""
    values = (
        judgement.kind.value,
        judgement.subject,
        judgement.value,
        judgement.author,
        judgement.at,
        judgement.remark,
    )
    session.write(_ADD, (judgement.id, *values))


def one(session: Session, id: str) -> Judgement:
    """See `Store.judgement`."""
    number = lookup.number_of(session, "judgement", "judgement", id)
    return _judgement(session.rows(f"{_ALL} WHERE number = ?", (number,))[0])


def listed(session: Session, subject: str | None, kind: JudgementKind | None) -> tuple[Judgement, ...]:
    """See `Store.judgements`."""
    asked = (("subject", subject), ("kind", kind.value if kind is not None else None))
    where = together([Clause(f"{column} = ?", (value,)) for column, value in asked if value is not None])
    found = session.rows(f"{_ALL} WHERE {where.sql} ORDER BY number", where.values)
    return tuple(_judgement(row) for row in found)


def about(session: Session, documents: Collection[str]) -> tuple[Judgement, ...]:
    """See `Store.judgements_about`."""
    found = session.rows(ABOUT, (cells.listed(sorted(documents)),))
    return tuple(_judgement(row) for row in found)


def put_published(session: Session, document: str, published: Published) -> None:
    """See `Store.put_published`."""
    found = session.numbers("SELECT number FROM document WHERE id = ?", (document,))
    if not found:
        raise DragomanError(f"{document} is not in the record, so it cannot be dated.")
    before = lookup.documents(session, [found[0]])[0].published
    reported = (*rows.reported_values(published), found[0], *rows.reported_values(before))
    session.write(_UPDATE_APPEARANCES, reported)
    session.write(_UPDATE, (*rows.published_values(published), document))


def _judgement(row: Row) -> Judgement:
    kind, subject, value, author, at, remark = (str(column) for column in row)
    return Judgement(JudgementKind(kind), subject, value, author, at, remark)
