"""Keeping what people decided, and the days of publication that follow from it."""

from __future__ import annotations

from dragoman.store import rows
from dragoman.store.session import Row, Session
from dragoman.terms import DragomanError, Judgement, JudgementKind, Published

_COLUMNS = ("id", "kind", "subject", "value", "author", "at", "remark")
_ADD = f"INSERT OR IGNORE INTO judgement ({', '.join(_COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?, ?)"
_ALL = f"SELECT {', '.join(_COLUMNS[1:])} FROM judgement"
_UPDATE = "UPDATE document SET published_earliest = ?, published_latest = ?, published_best = ?, clues = ? \
WHERE id = ?"
# An appearance that was dated by itself keeps its day; the others follow the document.
_UPDATE_APPEARANCES = "UPDATE appearance SET published_earliest = ?1, published_latest = ?2 WHERE number IN (\
SELECT a.number FROM appearance a JOIN document d ON d.number = a.document WHERE d.id = ?3 \
AND a.published_earliest IS d.published_earliest AND a.published_latest IS d.published_latest)"


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


def listed(session: Session, subject: str | None) -> tuple[Judgement, ...]:
    """See `Store.judgements`."""
    where, values = (" WHERE subject = ?", (subject,)) if subject is not None else ("", ())
    return tuple(_judgement(row) for row in session.rows(f"{_ALL}{where} ORDER BY number", values))


def put_published(session: Session, document: str, published: Published) -> None:
    """See `Store.put_published`."""
    earliest, latest, best, clues = rows.published_values(published)
    session.write(_UPDATE_APPEARANCES, (earliest, latest, document))
    if not session.write(_UPDATE, (earliest, latest, best, clues, document)):
        raise DragomanError(f"{document} is not in the record, so it cannot be dated.")


def _judgement(row: Row) -> Judgement:
    kind, subject, value, author, at, remark = (str(column) for column in row)
    return Judgement(JudgementKind(kind), subject, value, author, at, remark)
