"""What of the record is in doubt: where a person's minute is best spent."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from dragoman.store import lookup
from dragoman.store.cells import listed
from dragoman.store.session import Session
from dragoman.terms import Event, Link

# CROSS JOIN keeps the tables in this order: links between events are found by their score, those within
# events by the events, most of which have one telling. Which end of a link comes first, numbers do not say.
_NAMED = "JOIN event_mention one ON one.number = l.one JOIN event_mention other ON other.number = l.other"
_APART = f"""SELECT one.id, other.id, l.score, l.score FROM (
  SELECT l.one, l.other, l.score FROM link l
  CROSS JOIN event_telling a ON a.event_mention = l.one
  CROSS JOIN event_telling b ON b.event_mention = l.other
  WHERE l.score >= ?1 AND a.event <> b.event ORDER BY l.score DESC, l.one, l.other LIMIT ?2) l {_NAMED}"""
_JOINED = f"""SELECT one.id, other.id, l.score, 1 - l.score FROM (
  SELECT l.one, l.other, l.score FROM event_telling a
  CROSS JOIN event_telling b ON b.event = a.event AND b.event_mention <> a.event_mention
  CROSS JOIN link l ON l.one = a.event_mention AND l.other = b.event_mention
  WHERE 1 - l.score >= ?1 ORDER BY l.score, l.one, l.other LIMIT ?2) l {_NAMED}"""
_HIGH = 0.5  # few links are so high, and often they are enough
_ALONE = """SELECT m.id FROM event_mention m
JOIN event_telling t ON t.event_mention = m.number
WHERE m.confidence <= ?1
AND NOT EXISTS (SELECT 1 FROM event_telling b WHERE b.event = t.event AND b.event_mention <> m.number)
ORDER BY m.confidence, m.id LIMIT ?2"""
_RIVALLED = """SELECT m.id FROM (
  SELECT DISTINCT event_mention AS number FROM participant
  WHERE role <> 'place' AND runner_up IS NOT NULL) p
JOIN event_mention m ON m.number = p.number
JOIN event_telling t ON t.event_mention = p.number
JOIN event e ON e.number = t.event
ORDER BY e.reports DESC, m.id LIMIT ?1"""
_EVENTS = """SELECT DISTINCT e.number, e.id FROM json_each(?1) given
CROSS JOIN event_mention m ON m.id = given.value
CROSS JOIN event_telling t ON t.event_mention = m.number
CROSS JOIN event e ON e.number = t.event ORDER BY e.id"""


def links(session: Session, least: float, limit: int) -> tuple[Link, ...]:
    """See `Store.doubtful_links`."""
    apart: list[Any] = session.rows(_APART, (max(least, _HIGH), limit))
    if len(apart) < limit:
        apart = [*session.rows(_APART, (least, limit))]
    joined: list[Any] = session.rows(_JOINED, (least, limit))
    found = sorted((-wrong, Link(one, other, score)) for one, other, score, wrong in (*apart, *joined))
    return tuple(link for _, link in found[:limit])


def alone(session: Session, most: float, limit: int) -> tuple[str, ...]:
    """See `Store.unsure_mentions`."""
    return tuple(str(id) for (id,) in session.rows(_ALONE, (most, limit)))


def rivalled(session: Session, limit: int) -> tuple[str, ...]:
    """See `Store.rivalled_mentions`."""
    return tuple(str(id) for (id,) in session.rows(_RIVALLED, (limit,)))


def events_of(session: Session, mentions: Collection[str]) -> tuple[Event, ...]:
    """See `Store.events_of`."""
    numbers = [int(str(number)) for number, _ in session.rows(_EVENTS, (listed(sorted(mentions)),))]
    return tuple(lookup.events(session, numbers))
