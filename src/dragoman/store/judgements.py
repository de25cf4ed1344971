"""Keeping what people decided, and the days of publication that follow from it."""

from __future__ import annotations

from dragoman.store import lookup, rows
from dragoman.store.session import Row, Session
from dragoman.terms import DragomanError, Judgement, JudgementKind, Published

_COLUMNS = ("id", "kind", "subject", "value", "author", "at", "remark")
_ADD = f"INSERT OR IGNORE INTO judgement ({', '.join(_COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?, ?)"
_ALL = f"SELECT {', '.join(_COLUMNS[1:])} FROM judgement"
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


def listed(session: Session, subject: str | None) -> tuple[Judgement, ...]:
    """See `Store.judgements`."""
    where, values = (" WHERE subject = ?", (subject,)) if subject is not None else ("", ())
    return tuple(_judgement(row) for row in session.rows(f"{_ALL}{where} ORDER BY number", values))


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
