"""A system of actors in short."""

from __future__ import annotations

from datetime import date

import msgspec

from dragoman.terms import Alert, Movement, Relation


class Busy(msgspec.Struct, frozen=True):
    """How many events a side takes part in."""

    side: str
    events: int


class Overview(msgspec.Struct, frozen=True):
    """A system in short.

    Attributes:
        at, by: as of when, and by what was ``known`` or had ``happened``.
        events: that happened or go on, each once; ``read`` here, ``imported`` from tables of others.
        by_report: of these, those that name no day and count by that of their first report.
        said: events that are planned, possible, called for or denied, by status.
        since: the first day of an event.
        weeks: covered, from the first to the last.
        sides: the busiest first.
        relations: those of most events first.
        movements: in the last half year, the most certain first.
        alarms: of the last half year, the latest first.
    """

    at: date
    by: str
    events: int
    read: int
    imported: int
    by_report: int
    said: dict[str, int]
    since: date
    weeks: int
    sides: tuple[Busy, ...]
    relations: tuple[Relation, ...]
    movements: tuple[Movement, ...]
    alarms: tuple[Alert, ...]
