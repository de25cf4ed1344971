"""Events as the model of the system takes them in: who, what, when, without their words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from dragoman.store.answers import Happening
from dragoman.store.session import Session
from dragoman.terms import EventType, Status

_TO_ORDINAL = 1721424.5  # Julian day of the day before 1 January of the year 1


def ordinal(column: str) -> str:
    """SQL for the proleptic ordinal of a column of days; NULL stays NULL."""
    return f"CAST(julianday({column}) - {_TO_ORDINAL} AS INTEGER)"


_ROWS = f"""SELECT e.number, e.type, e.status,
  {ordinal("COALESCE(e.earliest, e.latest)")}, {ordinal("COALESCE(e.latest, e.earliest)")},
  e.earliest IS NOT NULL AND e.latest IS NOT NULL,
  {ordinal("COALESCE(e.reported_earliest, e.reported_latest)")},
  {ordinal("COALESCE(e.reported_latest, e.reported_earliest)")},
  e.reports, (SELECT count(*) FROM event_outlet o WHERE o.event = e.number),
  p.role, COALESCE(p.country, p.entity)
FROM event e LEFT JOIN event_participant p ON p.event = e.number AND p.role <> 'place'
WHERE e.number > ? AND e.number <= ? ORDER BY e.number, p.role, p.position"""
_OWN = 10


def happenings(session: Session, first: int, last: int) -> Iterator[Happening]:
    """Events whose row numbers lie behind ``first``, up to ``last``."""
    found: list[Any] = session.rows(_ROWS, (first, last))
    for _, group in groupby(found, key=lambda row: row[0]):
        rows = list(group)
        number, type, status, earliest, latest, closed, reported, known, reports, outlets = rows[0][:_OWN]
        yield Happening(
            number=number,
            type=EventType(type),
            status=Status(status),
            days=(earliest, latest) if closed else None,
            open_end=not closed and earliest is not None,
            reported=None if reported is None else (reported, known),
            reports=reports,
            outlets=outlets,
            actors=_sides(rows, "actor"),
            recipients=_sides(rows, "recipient"),
        )


def last(session: Session) -> int:
    """The largest row number of an event; 0 when there is none."""
    return session.numbers("SELECT COALESCE(max(number), 0) FROM event")[0]


def _sides(rows: list[Any], role: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row[_OWN + 1] for row in rows if row[_OWN] == role and row[_OWN + 1]))
