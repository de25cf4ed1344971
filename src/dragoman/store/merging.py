"""What the merging looks its tellings up in."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from dragoman.store import events
from dragoman.store.answers import Pair
from dragoman.store.cells import listed
from dragoman.store.session import Row, Session
from dragoman.terms import Indexed

_IN_DOCUMENT = "FROM event_mention m JOIN document d ON d.number = m.document WHERE d.id = ?"
_IDS = "SELECT number, id FROM event_mention WHERE number > ? ORDER BY number LIMIT ?"
_ADD_TRACE = "INSERT INTO trace (event_mention, data) VALUES (?, ?)"
_ADD_BLOCK = "INSERT OR IGNORE INTO block (key, own, event_mention) VALUES (?, ?, ?)"

# CROSS JOIN keeps the tables in this order: from the few that were given to the many that share a key.
_MET = """SELECT mine.event_mention, other.event_mention FROM mine CROSS JOIN block other
ON other.key = mine.key"""
_NOT_ITSELF = "other.event_mention <> mine.event_mention"
_CANDIDATES = f"""WITH mine (event_mention, key, own) AS MATERIALIZED (
  SELECT b.event_mention, b.key, b.own FROM json_each(?) given
  CROSS JOIN event_mention m ON m.id = given.value CROSS JOIN block b ON b.event_mention = m.number)
{_MET} WHERE mine.own AND {_NOT_ITSELF}
UNION {_MET} AND other.own = 1 WHERE NOT mine.own AND {_NOT_ITSELF}"""
_IDS_OF_NUMBERS = "SELECT number, id FROM event_mention WHERE number IN (SELECT value FROM json_each(?))"
_TRACES = "SELECT m.id, t.data FROM json_each(?) given CROSS JOIN event_mention m ON m.id = given.value \
CROSS JOIN trace t ON t.event_mention = m.number"
_TRACES_BEHIND = "SELECT t.event_mention, m.id, t.data FROM trace t JOIN event_mention m \
ON m.number = t.event_mention WHERE t.event_mention > ? ORDER BY t.event_mention LIMIT ?"
_BLOCKS_BEHIND = """SELECT b.key, b.own, b.event_mention, m.id FROM block b
CROSS JOIN event_mention m ON m.number = b.event_mention
WHERE (b.key, b.own, b.event_mention) > (?, ?, ?) ORDER BY b.key, b.own, b.event_mention LIMIT ?"""
_NUMBERED = "SELECT event_mention, data FROM trace WHERE event_mention > ? ORDER BY event_mention LIMIT ?"
# Blocks are read from end to end: most have a single member, and are left where they are.
_MEMBERS = """SELECT group_concat(event_mention * 2 + own) FROM block WHERE key BETWEEN ? AND ?
GROUP BY key HAVING count(*) > 1 AND max(own)"""
_BEFORE_ALL = (-(2**63), -1, -1)
_PAGE = 4096  # rows held at once while streaming
_STRETCHES = 1024  # that the keys of blocks are divided into, which are digests and fill them evenly


def mentions(session: Session, document: str) -> tuple[str, ...]:
    """See `Store.mentions`."""
    return _ids(session.rows(f"SELECT m.id {_IN_DOCUMENT} ORDER BY m.position", (document,)))


def mention_ids(session: Session) -> Iterator[str]:
    """See `Store.mention_ids`."""
    last = -1
    while page := _page(session, _IDS, (last, _PAGE)):
        yield from (id for _, id in page)
        last = page[-1][0]


def put_indexed(session: Session, document: str, indexed: Sequence[Indexed]) -> None:
    """See `Store.put_indexed`."""
    for table in ("trace", "block"):
        session.write(
            f"DELETE FROM {table} WHERE event_mention IN (SELECT m.number {_IN_DOCUMENT})", (document,)
        )
    found = session.rows(f"SELECT m.number, m.id {_IN_DOCUMENT}", (document,))
    numbers: dict[object, int] = {id: int(str(number)) for number, id in found}
    known = [(numbers[one.mention], one) for one in indexed if one.mention in numbers]
    session.write_all(_ADD_TRACE, ((number, one.trace) for number, one in known))
    session.write_all(_ADD_BLOCK, (row for number, one in known for row in _block_rows(number, one)))


def _block_rows(number: int, indexed: Indexed) -> Iterator[Row]:
    for key in indexed.own:
        yield (key, 1, number)
    for key in set(indexed.wider) - set(indexed.own):
        yield (key, 0, number)


def candidates(session: Session, mentions: Sequence[str]) -> tuple[Pair, ...]:
    """See `Store.candidates`."""
    found: list[Any] = session.rows(_CANDIDATES, (listed(list(mentions)),))
    numbers = {number for pair in found for number in pair}
    named: list[Any] = session.rows(_IDS_OF_NUMBERS, (listed(list(numbers)),))
    ids = dict(named)
    # Two that were both given are met from either side.
    pairs = {(ids[a], ids[b]) if ids[a] < ids[b] else (ids[b], ids[a]) for a, b in found}
    return tuple(Pair(one, other) for one, other in sorted(pairs))


def traces(session: Session, mentions: Sequence[str]) -> dict[str, bytes]:
    """See `Store.traces`."""
    found: list[Any] = session.rows(_TRACES, (listed(list(mentions)),))
    return dict(found)


def all_traces(session: Session) -> Iterator[tuple[str, bytes]]:
    """See `Store.all_traces`."""
    last = -1
    while page := _page(session, _TRACES_BEHIND, (last, _PAGE)):
        yield from ((id, data) for _, id, data in page)
        last = page[-1][0]


def numbered_traces(session: Session) -> Iterator[tuple[int, bytes]]:
    """See `Store.numbered_traces`."""
    last = -1
    while page := _page(session, _NUMBERED, (last, _PAGE)):
        yield from page
        last = page[-1][0]


def members_of_blocks(session: Session) -> Iterator[Sequence[int]]:
    """See `Store.members_of_blocks`."""
    width = 2**64 // _STRETCHES
    for first in range(-(2**63), 2**63, width):
        page = _page(session, _MEMBERS, (first, first + width - 1))
        if page:
            yield array("q", map(int, ",-1,".join(text for (text,) in page).split(",")))


def all_blocks(session: Session) -> Iterator[tuple[int, str, bool]]:
    """See `Store.all_blocks`."""
    last: Row = _BEFORE_ALL
    while page := _page(session, _BLOCKS_BEHIND, (*last, _PAGE)):
        yield from ((key, id, bool(own)) for key, own, _, id in page)
        last = page[-1][:3]


def _page(session: Session, statement: str, values: Row) -> list[Any]:
    with session.snapshot():
        return session.rows(statement, values)


def clear(session: Session) -> None:
    """See `Store.clear_merged`."""
    for table in ("link", "story_link"):
        session.write(f"DELETE FROM {table}")
    events.clear(session)


def _ids(found: Sequence[Row]) -> tuple[str, ...]:
    return tuple(str(id) for (id,) in found)
