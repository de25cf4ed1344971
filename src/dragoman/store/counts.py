"""What a record holds, in numbers."""

from __future__ import annotations

from typing import Any

from dragoman.store.answers import ActorCount, Count, Summary
from dragoman.store.cells import interval
from dragoman.store.derived import IS_DISPUTED
from dragoman.store.queries import window
from dragoman.store.session import Session
from dragoman.terms import Interval, SkipKind

_ACTORS = """SELECT p.entity, min(p.text), p.country, p.sector,
  count(DISTINCT CASE p.role WHEN 'actor' THEN p.event END) AS as_actor,
  count(DISTINCT CASE p.role WHEN 'recipient' THEN p.event END) AS as_recipient,
  count(DISTINCT s.document)
FROM event_participant p JOIN event_telling s ON s.event = p.event
WHERE p.role <> 'place'
GROUP BY COALESCE(p.entity, p.text), p.entity IS NULL, p.country, p.sector
ORDER BY as_actor + as_recipient DESC, COALESCE(p.entity, p.text), p.entity IS NULL, p.country, p.sector
LIMIT ? OFFSET ?"""

_OUTLETS = """SELECT outlet, count(DISTINCT document) AS documents FROM appearance
WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY documents DESC, outlet"""

_READERS = "SELECT reader, count(*) AS documents FROM reading GROUP BY reader ORDER BY documents DESC, reader"

_SKIPPED = "SELECT count(*) FROM intake WHERE outcome = 'skip' AND kind = ?"


def actor_counts(session: Session, limit: int | None, offset: int) -> tuple[ActorCount, ...]:
    """See `Store.actor_counts`."""
    found: list[Any] = session.rows(_ACTORS, window(limit, offset))
    return tuple(ActorCount(*row) for row in found)


def outlets(session: Session) -> tuple[Count, ...]:
    """See `Store.outlets`."""
    return _counts(session, _OUTLETS)


def summary(session: Session) -> Summary:
    """See `Store.summary`."""
    return Summary(
        documents=_number(session, "SELECT count(*) FROM document"),
        appearances=_number(session, "SELECT count(*) FROM appearance"),
        event_mentions=_number(session, "SELECT count(*) FROM event_mention"),
        events=_number(session, "SELECT count(*) FROM event"),
        claims=_number(session, "SELECT count(*) FROM claim"),
        outlets=_number(session, "SELECT count(DISTINCT outlet) FROM appearance"),
        skipped=_number(session, _SKIPPED, SkipKind.UNSUPPORTED),
        failed=_number(session, _SKIPPED, SkipKind.FAILED),
        undated=_number(session, "SELECT count(*) FROM event WHERE earliest IS NULL AND latest IS NULL"),
        stories=_number(session, "SELECT count(DISTINCT story) FROM story"),
        copies=_number(session, "SELECT count(DISTINCT document) FROM copy"),
        disputed=_number(session, f"SELECT count(*) FROM event WHERE {IS_DISPUTED}"),
        when=_extent(session, "event", "earliest", "latest"),
        published=_stretch(session),
        readers=_counts(session, _READERS),
    )


def _number(session: Session, statement: str, *values: str) -> int:
    return session.numbers(statement, values)[0]


def _counts(session: Session, statement: str) -> tuple[Count, ...]:
    found: list[Any] = session.rows(statement)
    return tuple(Count(name, number) for name, number in found)


def _stretch(session: Session) -> Interval:
    """From when to when documents were published for certain: a guess of years does not lengthen it.

    The first of their last possible days, and the last of their first ones.
    """
    statement = (
        "SELECT min(COALESCE(published_latest, published_earliest)), "
        "max(COALESCE(published_earliest, published_latest)) FROM document"
    )
    ends = session.first(statement) or (None, None)
    return interval(*sorted(str(end) for end in ends)) if all(ends) else interval(None, None)


def _extent(session: Session, table: str, earliest: str, latest: str) -> Interval:
    """First and last day that stand in the table, whichever side of an interval they are."""
    statement = (
        f"SELECT min(COALESCE({earliest}, {latest})), max(COALESCE({latest}, {earliest})) FROM {table}"
    )
    first, last = session.first(statement) or (None, None)
    return interval(first, last)
