"""The statements that keep things. All of them run inside a transaction of the session."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from dragoman.store import lookup, rows
from dragoman.store.session import Row, Session
from dragoman.terms import Document, DragomanError, Event, Reading, Skip

_ADD_DOCUMENT = rows.insert("document", rows.DOCUMENT)
_ADD_APPEARANCE = f"""INSERT INTO appearance ({", ".join(rows.APPEARANCE)})
SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS (
  SELECT 1 FROM appearance WHERE document = ?1 AND origin = ?2 AND +outlet IS ?3 AND url IS ?4)"""
_ADD_INTAKE = "INSERT OR REPLACE INTO intake (key, origin, outcome, document, kind, reason, at) \
VALUES (?, ?, ?, ?, ?, ?, ?)"
_ADD_READING = "INSERT INTO reading (document, reader, at) VALUES (?, ?, ?)"
_ADD_ACTOR_MENTION = rows.insert("mention", rows.ACTOR_MENTION)
_ADD_EVENT_MENTION = rows.insert("event_mention", rows.EVENT_MENTION)
_ADD_PARTICIPANT = rows.insert("participant", rows.PARTICIPANT)
_ADD_ATTRIBUTION = rows.insert("attribution", rows.ATTRIBUTION)
_ADD_CLAIM = rows.insert("claim", rows.CLAIM)
# An event that is still there keeps its number, and a listing in progress keeps the event.
_ADD_EVENT = f"""{rows.insert("event", rows.EVENT)} ON CONFLICT (id) DO UPDATE SET
{", ".join(f"{column} = excluded.{column}" for column in rows.EVENT[1:])}"""
_ADD_EVENT_PARTICIPANT = rows.insert("event_participant", rows.EVENT_PARTICIPANT)
_ADD_EVENT_TELLING = "INSERT INTO event_telling (event, event_mention, document) \
SELECT ?1, id, document FROM event_mention WHERE id = ?2"
_ADD_EVENT_OUTLET = "INSERT INTO event_outlet (event, outlet) VALUES (?, ?)"


def put_document(session: Session, document: Document, key: str) -> bool:
    """See `Store.put_document`."""
    is_new = session.first("SELECT 1 FROM document WHERE id = ?", (document.id,)) is None
    if is_new:
        session.write(_ADD_DOCUMENT, rows.document_row(document))
    session.write(_ADD_APPEARANCE, rows.appearance_row(document))
    session.write(_ADD_INTAKE, (key, document.origin, "document", document.id, None, None, _now()))
    return is_new


def put_skip(session: Session, skip: Skip, key: str) -> None:
    """See `Store.put_skip`."""
    session.write(_ADD_INTAKE, (key, skip.origin, "skip", None, skip.kind.value, skip.reason, _now()))


def put_meta(session: Session, name: str, value: str) -> None:
    """See `Store.put_meta`."""
    session.write("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", (name, value))


def put_reading(session: Session, reading: Reading) -> None:
    """See `Store.put_reading`."""
    found = session.first("SELECT text, fingerprint FROM document WHERE id = ?", (reading.document,))
    if found is None:
        raise DragomanError(f"{reading.document} was read but is not in the record. Put the document first.")
    _refuse_twins(reading)
    if lookup.reading(session, reading.document) == reading:
        return
    text, fingerprint = found
    if session.write("DELETE FROM reading WHERE document = ?", (reading.document,)):
        session.write("DELETE FROM event WHERE fingerprint = ?", (fingerprint,))
    session.write(_ADD_READING, (reading.document, reading.reader, _now()))
    session.write_all(
        _ADD_ACTOR_MENTION,
        (
            (reading.document, position, *rows.mention_values(mention))
            for position, mention in enumerate(reading.actors)
        ),
    )
    _put_event_mentions(session, reading, str(text))
    _put_claims(session, reading, str(text))


def _refuse_twins(reading: Reading) -> None:
    """Raise `DragomanError` when two findings share an id or belong to another document."""
    for kind, findings in (("event mentions", reading.events), ("claims", reading.claims)):
        if len({finding.id for finding in findings}) < len(findings):
            raise DragomanError(f"{reading.reader} gave two {kind} with one id in {reading.document}.")
        if any(finding.document != reading.document for finding in findings):
            raise DragomanError(f"{reading.reader} gave {kind} of another document with {reading.document}.")


def _put_event_mentions(session: Session, reading: Reading, text: str) -> None:
    events = reading.events
    session.write_all(
        _ADD_EVENT_MENTION,
        (rows.event_mention_row(mention, position, text) for position, mention in enumerate(events)),
    )
    session.write_all(_ADD_PARTICIPANT, [row for event in events for row in rows.cast_rows(event.id, event)])
    _put_attributions(
        session, [row for event in events for row in rows.attribution_rows(event.id, None, event.said_by)]
    )


def _put_claims(session: Session, reading: Reading, text: str) -> None:
    claims = reading.claims
    session.write_all(
        _ADD_CLAIM, (rows.claim_row(claim, position, text) for position, claim in enumerate(claims))
    )
    _put_attributions(
        session, [row for claim in claims for row in rows.attribution_rows(None, claim.id, claim.said_by)]
    )


def _put_attributions(session: Session, attributions: Sequence[Row]) -> None:
    session.write_all(_ADD_ATTRIBUTION, attributions)


def put_events(session: Session, fingerprint: str, events: Sequence[Event]) -> None:
    """See `Store.put_events`."""
    _clear_block(session, fingerprint, {event.id for event in events})
    session.write_all(_ADD_EVENT, (rows.event_row(event, fingerprint) for event in events))
    session.write_all(
        _ADD_EVENT_PARTICIPANT, [row for event in events for row in rows.cast_rows(event.id, event)]
    )
    session.write_all(_ADD_EVENT_TELLING, [(event.id, id) for event in events for id in event.tellings])
    session.write_all(_ADD_EVENT_OUTLET, [(event.id, outlet) for event in events for outlet in event.outlets])


def _clear_block(session: Session, fingerprint: str, kept: set[str]) -> None:
    """Remove the former events that are not kept, and what belongs to those that are."""
    former = {str(id) for (id,) in session.rows("SELECT id FROM event WHERE fingerprint = ?", (fingerprint,))}
    session.write_all("DELETE FROM event WHERE id = ?", [(id,) for id in former - kept])
    for table in ("event_participant", "event_telling", "event_outlet"):
        session.write_all(f"DELETE FROM {table} WHERE event = ?", [(id,) for id in former & kept])


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
