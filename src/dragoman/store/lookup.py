"""Finding things by id, and putting records together from their rows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

from dragoman.store import event_rows, rows
from dragoman.store.answers import Provenance
from dragoman.store.cells import interval, listed
from dragoman.store.session import Row, Session, Value
from dragoman.terms import (
    Appearance,
    Attribution,
    Claim,
    Document,
    Event,
    EventMention,
    Reading,
    Telling,
    UnknownName,
)

_AMONG = "IN (SELECT value FROM json_each(?))"
_BEHIND_ALL = chr(0x10FFFF)
_NAMED_AT_MOST = 3  # ids shown when a prefix has several

_DOCUMENTS = f"{rows.select('document', ('number', *rows.DOCUMENT))} WHERE t.number {_AMONG}"
_APPEARANCES = f"{rows.select_of_documents('appearance', rows.APPEARANCE)} WHERE d.id = ? ORDER BY t.number"
_PROVENANCE = "SELECT r.reader, r.world, r.code, r.at FROM reading r JOIN document d \
ON d.number = r.document WHERE d.id = ?"
_ACTORS = f"{rows.select('mention', rows.ACTOR_MENTION)} WHERE t.document = ? ORDER BY t.position"
_EVENT_MENTIONS = rows.select_of_documents("event_mention", ("number", *rows.EVENT_MENTION))
_CASTS = f"{rows.select('participant', rows.PARTICIPANT)} WHERE t.event_mention {_AMONG} \
ORDER BY t.event_mention, t.role, t.position"
_SAID_OF_EVENTS = f"{rows.select('attribution', rows.ATTRIBUTION)} WHERE t.event_mention {_AMONG} \
ORDER BY t.event_mention, t.position"
_SAID_OF_CLAIMS = f"{rows.select('attribution', rows.ATTRIBUTION)} WHERE t.claim {_AMONG} \
ORDER BY t.claim, t.position"
_CLAIMS = rows.select_of_documents("claim", ("number", *rows.CLAIM))
_EVENTS = f"{rows.select('event', ('number', *event_rows.EVENT))} WHERE t.number {_AMONG}"
_EVENT_CASTS = f"{rows.select('event_participant', event_rows.EVENT_PARTICIPANT)} WHERE t.event {_AMONG} \
ORDER BY t.event, t.role, t.position"
_EVENT_TELLINGS = f"SELECT t.event, m.id, d.id FROM event_telling t JOIN event_mention m \
ON m.number = t.event_mention JOIN document d ON d.number = t.document WHERE t.event {_AMONG} \
ORDER BY t.event, m.id"
_EVENT_OUTLETS = f"SELECT event, outlet FROM event_outlet WHERE event {_AMONG} ORDER BY event, outlet"
_OF_FINGERPRINT = "WHERE d.fingerprint = ? ORDER BY d.id, t.position"
_OF_IDS = f"WHERE t.id {_AMONG} ORDER BY d.id, t.position"
_APPEARED = f"SELECT d.id, a.outlet, a.published_earliest, a.published_latest, d.fingerprint \
FROM appearance a JOIN document d ON d.number = a.document WHERE d.id {_AMONG} \
ORDER BY d.id, COALESCE(a.published_earliest, a.published_latest, '~'), \
COALESCE(a.published_latest, '~'), a.number"
# A figure belongs to an event mention of its own document, whose claims are few.
_CLAIMS_OF_EVENTS = f"""{_CLAIMS} JOIN event_mention m ON m.document = t.document AND m.id = t.event_mention
WHERE m.id {_AMONG} ORDER BY d.id, t.position"""


def number_of(session: Session, table: str, kind: str, id: str) -> int:
    """The row number of the one thing with this id or prefix of an id.

    Raises:
        UnknownName: there is none, or more than one.
    """
    exact = session.first(f"SELECT number FROM {table} WHERE id = ?", (id,))
    found = [(exact[0], id)] if exact else _with_prefix(session, table, id)
    if len(found) != 1:
        raise UnknownName(kind, id, tuple(str(name) for _, name in found))
    return int(str(found[0][0]))


def _with_prefix(session: Session, table: str, prefix: str) -> Sequence[tuple[Value, Value]]:
    if not prefix:
        return ()
    statement = f"SELECT number, id FROM {table} WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"
    found = session.rows(statement, (prefix, prefix + _BEHIND_ALL, _NAMED_AT_MOST))
    return [(number, id) for number, id in found]


def documents(session: Session, numbers: Sequence[int]) -> list[Document]:
    """The documents of these rows, in the order of the numbers."""
    return [rows.document(row[1:]) for row in _numbered(session, _DOCUMENTS, numbers)]


def appearances(session: Session, document: str) -> tuple[Appearance, ...]:
    """See `Store.appearances`."""
    return tuple(rows.appearance(row) for row in session.rows(_APPEARANCES, (document,)))


def reading(session: Session, document: str) -> Reading | None:
    """See `Store.reading`."""
    found = session.first(
        "SELECT r.document, r.reader FROM reading r JOIN document d ON d.number = r.document WHERE d.id = ?",
        (document,),
    )
    if found is None:
        return None
    number, reader = found
    of_document = "WHERE t.document = ? ORDER BY t.position"
    return Reading(
        document=document,
        reader=str(reader),
        actors=tuple(rows.mention(row[2:]) for row in session.rows(_ACTORS, (number,))),
        events=tuple(_event_mentions(session, session.rows(f"{_EVENT_MENTIONS} {of_document}", (number,)))),
        claims=tuple(_claims(session, session.rows(f"{_CLAIMS} {of_document}", (number,)))),
    )


def event_mention(session: Session, id: str) -> EventMention:
    """See `Store.event_mention`."""
    number = number_of(session, "event_mention", "event mention", id)
    return _event_mentions(session, session.rows(f"{_EVENT_MENTIONS} WHERE t.number = ?", (number,)))[0]


def provenance(session: Session, document: str) -> Provenance | None:
    """See `Store.provenance`."""
    found = session.first(_PROVENANCE, (document,))
    return Provenance(*(str(column) for column in found)) if found else None


def tellings(session: Session, fingerprint: str) -> tuple[Telling, ...]:
    """See `Store.tellings`."""
    return _tellings(session, session.rows(f"{_EVENT_MENTIONS} {_OF_FINGERPRINT}", (fingerprint,)))


def tellings_of(session: Session, mentions: Collection[str]) -> tuple[Telling, ...]:
    """See `Store.tellings_of`."""
    return _tellings(session, session.rows(f"{_EVENT_MENTIONS} {_OF_IDS}", (listed(sorted(mentions)),)))


def _tellings(session: Session, found: Sequence[Row]) -> tuple[Telling, ...]:
    mentions = _event_mentions(session, found)
    documents = listed(sorted({mention.document for mention in mentions}))
    appeared = _by_owner(session.rows(_APPEARED, (documents,)))
    sentence = 1 + rows.EVENT_MENTION.index("sentence")
    return tuple(
        Telling(
            mention,
            str(appeared[mention.document][0][4]),
            tuple(sorted({str(place[1]) for place in appeared[mention.document] if place[1] is not None})),
            str(row[sentence]),
            interval(*appeared[mention.document][0][2:4]),
        )
        for mention, row in zip(mentions, found, strict=True)
    )


def _event_mentions(session: Session, found: Sequence[Row]) -> list[EventMention]:
    numbers = _numbers(found)
    casts = _by_owner(session.rows(_CASTS, (numbers,)))
    said_by = _by_owner(session.rows(_SAID_OF_EVENTS, (numbers,)))
    return [
        rows.event_mention(row[1:], rows.cast(casts.get(row[0], ())), _attributions(said_by.get(row[0], ())))
        for row in found
    ]


def claims(session: Session, numbers: Sequence[int]) -> list[Claim]:
    """The claims of these rows, in the order of the numbers."""
    return _claims(session, _numbered(session, f"{_CLAIMS} WHERE t.number {_AMONG}", numbers))


def claims_of(session: Session, mentions: Collection[str]) -> tuple[Claim, ...]:
    """See `Store.claims_of`."""
    return tuple(_claims(session, session.rows(_CLAIMS_OF_EVENTS, (listed(sorted(mentions)),))))


def _claims(session: Session, found: Sequence[Row]) -> list[Claim]:
    said_by = _by_owner(session.rows(_SAID_OF_CLAIMS, (_numbers(found),)), column=1)
    return [rows.claim(row[1:], _attributions(said_by.get(row[0], ()))) for row in found]


def events(session: Session, numbers: Sequence[int]) -> list[Event]:
    """The events of these rows, in the order of the numbers."""
    return list(events_numbered(session, numbers).values())


def events_numbered(session: Session, numbers: Sequence[int]) -> dict[int, Event]:
    """The events of these rows by their numbers, in this order."""
    present = _numbered(session, _EVENTS, numbers)
    among = _numbers(present)
    casts = _by_owner(session.rows(_EVENT_CASTS, (among,)))
    told = _by_owner(session.rows(_EVENT_TELLINGS, (among,)))
    outlets = _by_owner(session.rows(_EVENT_OUTLETS, (among,)))
    return {
        int(str(row[0])): event_rows.event(
            row[1:], rows.cast(casts.get(row[0], ())), _told(told.get(row[0], ()), outlets.get(row[0], ()))
        )
        for row in present
    }


def _numbered(session: Session, statement: str, numbers: Sequence[int]) -> list[Row]:
    """Rows by their number, which comes first; rows no longer there are left out."""
    found = {row[0]: row for row in session.rows(statement, (listed(numbers),))}
    return [found[number] for number in numbers if number in found]


def _numbers(found: Sequence[Row]) -> str:
    """The numbers of rows that begin with them, as one parameter."""
    return listed([int(str(row[0])) for row in found])


def _told(tellings: Sequence[Row], outlets: Sequence[Row]) -> event_rows.Told:
    return event_rows.Told(
        tuple(str(row[1]) for row in tellings),
        tuple(sorted({str(row[2]) for row in tellings})),
        tuple(str(row[1]) for row in outlets),
    )


def _attributions(found: Sequence[Row]) -> tuple[Attribution, ...]:
    return tuple(rows.attribution(row) for row in found)


def _by_owner(found: Sequence[Row], column: int = 0) -> dict[Value, list[Row]]:
    """Rows sorted by the number or id in ``column``, grouped by it."""
    return {owner: list(owned) for owner, owned in groupby(found, key=lambda row: row[column])}
