"""The statements that keep things. All of them run inside a transaction of the session."""

from __future__ import annotations

from datetime import UTC, datetime

from dragoman.store import events, lookup, rows
from dragoman.store.session import Row, Session
from dragoman.terms import Claim, Document, DragomanError, EventMention, Reading, Skip

_ADD_DOCUMENT = f"{rows.insert('document', rows.DOCUMENT)} RETURNING number"
_ADD_APPEARANCE = f"""INSERT INTO appearance ({", ".join(rows.APPEARANCE)})
SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS (
  SELECT 1 FROM appearance WHERE document = ?1 AND origin = ?2 AND +outlet IS ?3 AND url IS ?4)"""
_ADD_INTAKE = "INSERT OR REPLACE INTO intake (key, origin, outcome, document, kind, reason, at) \
VALUES (?, ?, ?, ?, ?, ?, ?)"
_ADD_READING = "INSERT INTO reading (document, reader, at, world, code) VALUES (?, ?, ?, ?, ?)"
_NOTE_READING = "UPDATE reading SET at = ?1, world = ?2, code = ?3 \
WHERE document = ?4 AND (world <> ?2 OR code <> ?3)"
_ADD_ACTOR_MENTION = rows.insert("mention", rows.ACTOR_MENTION)
_ADD_EVENT_MENTION = f"{rows.insert('event_mention', rows.EVENT_MENTION)} RETURNING number"
_ADD_PARTICIPANT = rows.insert("participant", rows.PARTICIPANT)
_ADD_ATTRIBUTION = rows.insert("attribution", rows.ATTRIBUTION)
_ADD_CLAIM = f"{rows.insert('claim', rows.CLAIM)} RETURNING number"


def put_document(session: Session, document: Document, key: str) -> bool:
    """See `Store.put_document`."""
    known = session.numbers("SELECT number FROM document WHERE id = ?", (document.id,))
    number = known[0] if known else session.add(_ADD_DOCUMENT, rows.document_row(document))
    session.write(_ADD_APPEARANCE, rows.appearance_row(document, number))
    session.write(_ADD_INTAKE, (key, document.origin, "document", number, None, None, _now()))
    return not known


def put_skip(session: Session, skip: Skip, key: str) -> None:
    """See `Store.put_skip`."""
    session.write(_ADD_INTAKE, (key, skip.origin, "skip", None, skip.kind.value, skip.reason, _now()))


def put_meta(session: Session, name: str, value: str) -> None:
    """See `Store.put_meta`."""
    session.write("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", (name, value))


def put_reading(session: Session, reading: Reading, world: str, code: str) -> None:
    """See `Store.put_reading`."""
    found = session.first("SELECT number, text FROM document WHERE id = ?", (reading.document,))
    if found is None:
        raise DragomanError(f"{reading.document} was read but is not in the record. Put the document first.")
    _refuse_twins(reading)
    number, text = int(str(found[0])), str(found[1])
    if lookup.reading(session, reading.document) == reading:
        session.write(_NOTE_READING, (_now(), world, code, number))
        return
    told = events.of_document(session, number)
    session.write("DELETE FROM reading WHERE document = ?", (number,))
    events.remove_untold(session, told)
    session.write(_ADD_READING, (number, reading.reader, _now(), world, code))
    actors = enumerate(reading.actors)
    session.write_all(
        _ADD_ACTOR_MENTION, ((number, place, *rows.mention_values(mention)) for place, mention in actors)
    )
    for position, mention in enumerate(reading.events):
        _add_event_mention(session, mention, rows.event_mention_row(mention, number, position, text))
    for position, claim in enumerate(reading.claims):
        _add_claim(session, claim, rows.claim_row(claim, number, position, text))


def _refuse_twins(reading: Reading) -> None:
    """Raise `DragomanError` when two findings share an id or belong to another document."""
    for kind, findings in (("event mentions", reading.events), ("claims", reading.claims)):
        if len({finding.id for finding in findings}) < len(findings):
            raise DragomanError(f"{reading.reader} gave two {kind} with one id in {reading.document}.")
        if any(finding.document != reading.document for finding in findings):
            raise DragomanError(f"{reading.reader} gave {kind} of another document with {reading.document}.")


def _add_event_mention(session: Session, mention: EventMention, row: Row) -> None:
    number = session.add(_ADD_EVENT_MENTION, row)
    session.write_all(_ADD_PARTICIPANT, rows.cast_rows(number, mention))
    session.write_all(_ADD_ATTRIBUTION, rows.attribution_rows(number, None, mention.said_by))


def _add_claim(session: Session, claim: Claim, row: Row) -> None:
    number = session.add(_ADD_CLAIM, row)
    session.write_all(_ADD_ATTRIBUTION, rows.attribution_rows(None, number, claim.said_by))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
