"""Keeping the events that were derived from event mentions, and finding one by any of its tellings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from dragoman.store import event_rows, rows
from dragoman.store.cells import listed
from dragoman.store.session import Row, Session
from dragoman.store.stories import STORY_OF_EVENT
from dragoman.terms import Event, UnknownName

_AMONG = "IN (SELECT value FROM json_each(?))"
# An event that is still there keeps its number, and a listing in progress keeps the event.
_ADD_EVENT = f"""{rows.insert("event", event_rows.EVENT)} ON CONFLICT (id) DO UPDATE SET
{", ".join(f"{column} = excluded.{column}" for column in event_rows.EVENT[1:])}"""
_ADD_PARTICIPANT = rows.insert("event_participant", event_rows.EVENT_PARTICIPANT)
_ADD_TELLING = "INSERT INTO event_telling (event, event_mention, document) \
SELECT ?1, number, document FROM event_mention WHERE id = ?2"
_ADD_OUTLET = "INSERT INTO event_outlet (event, outlet) VALUES (?, ?)"
_FORMER = f"""SELECT number, id FROM event WHERE id {_AMONG}
UNION SELECT e.number, e.id FROM event_mention m JOIN event_telling t ON t.event_mention = m.number
JOIN event e ON e.number = t.event WHERE m.id {_AMONG}"""
_NUMBERS = f"SELECT number, id FROM event WHERE id {_AMONG}"
_UNTOLD = "NOT EXISTS (SELECT 1 FROM event_telling t WHERE t.event = event.number)"
_JOIN_STORIES = f"UPDATE event SET story = {STORY_OF_EVENT} WHERE story = '' AND number {_AMONG}"

_OF_DOCUMENT = "SELECT DISTINCT t.event FROM event_mention m JOIN event_telling t \
ON t.event_mention = m.number WHERE m.document = ?"
_BESIDE = """SELECT DISTINCT other.id FROM document d
JOIN event_mention m ON m.document = d.number
JOIN event_telling t ON t.event_mention = m.number
JOIN event_telling beside ON beside.event = t.event
JOIN event_mention other ON other.number = beside.event_mention
WHERE d.id = ? AND other.document <> d.number ORDER BY other.id"""

_BEHIND_ALL = chr(0x10FFFF)
_NAMED_AT_MOST = 3  # ids shown when a prefix has several
_EXACT = "SELECT number FROM event WHERE id = ?1 UNION SELECT t.event FROM event_mention m \
JOIN event_telling t ON t.event_mention = m.number WHERE m.id = ?1"
_WITH_PREFIX = """SELECT event, min(id) AS id FROM (
  SELECT number AS event, id FROM event WHERE id >= ?1 AND id < ?2
  UNION ALL SELECT t.event, m.id FROM event_mention m JOIN event_telling t ON t.event_mention = m.number
  WHERE m.id >= ?1 AND m.id < ?2
) GROUP BY event ORDER BY id LIMIT ?3"""


def put_events(session: Session, mentions: Collection[str], events: Sequence[Event]) -> None:
    """See `Store.put_events`."""
    _clear(session, mentions, events)
    session.write_all(_ADD_EVENT, (event_rows.event_row(event) for event in events))
    ids = listed([event.id for event in events])
    numbers = {id: int(str(number)) for number, id in session.rows(_NUMBERS, (ids,))}
    owned = [(numbers[event.id], event) for event in events]
    session.write_all(_ADD_PARTICIPANT, _casts(owned))
    session.write_all(_ADD_TELLING, ((number, id) for number, event in owned for id in event.tellings))
    session.write_all(_ADD_OUTLET, ((number, outlet) for number, event in owned for outlet in event.outlets))
    session.write(_JOIN_STORIES, (listed(list(numbers.values())),))
    remove_untold(session, list(numbers.values()))


def _casts(owned: Iterable[tuple[int, Event]]) -> Iterator[Row]:
    for number, event in owned:
        yield from rows.cast_rows(number, event)


def _clear(session: Session, mentions: Collection[str], events: Sequence[Event]) -> None:
    """Remove the former events that are not kept, and what belongs to those that are.

    A telling is in one event only, so those that have a telling of the new ones go too.
    """
    kept = {event.id for event in events}
    told = {*mentions, *(id for event in events for id in event.tellings)}
    former = session.rows(_FORMER, (listed(sorted(kept)), listed(sorted(told))))
    gone = listed([int(str(number)) for number, id in former if id not in kept])
    session.write(f"DELETE FROM event WHERE number {_AMONG}", (gone,))
    staying = listed([int(str(number)) for number, id in former if id in kept])
    for table in ("event_participant", "event_telling", "event_outlet"):
        session.write(f"DELETE FROM {table} WHERE event {_AMONG}", (staying,))


def of_document(session: Session, document: int) -> Sequence[int]:
    """Row numbers of the events told in the document with this row number."""
    return session.numbers(_OF_DOCUMENT, (document,))


def remove_untold(session: Session, events: Sequence[int]) -> None:
    """Remove those of the events with these row numbers that no telling is left of."""
    session.write(f"DELETE FROM event WHERE number {_AMONG} AND {_UNTOLD}", (listed(list(events)),))


def mentions_beside(session: Session, document: str) -> tuple[str, ...]:
    """See `Store.mentions_beside`."""
    return tuple(str(id) for (id,) in session.rows(_BESIDE, (document,)))


def clear(session: Session) -> None:
    """Remove every event; what belongs to them first, for whole tables are emptied at once."""
    for table in ("event_participant", "event_telling", "event_outlet", "event"):
        session.write(f"DELETE FROM {table}")


def number_of(session: Session, id: str) -> int:
    """The row number of the one event with this id, or a telling with it; a prefix will do.

    Raises:
        UnknownName: there is none, or more than one.
    """
    exact = session.numbers(_EXACT, (id,))
    found = [(number, id) for number in exact] if exact else _with_prefix(session, id)
    if len(found) != 1:
        raise UnknownName("event", id, tuple(name for _, name in found))
    return found[0][0]


def _with_prefix(session: Session, prefix: str) -> list[tuple[int, str]]:
    if not prefix:
        return []
    found = session.rows(_WITH_PREFIX, (prefix, prefix + _BEHIND_ALL, _NAMED_AT_MOST))
    return [(int(str(number)), str(id)) for number, id in found]
