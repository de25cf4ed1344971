"""An event as a line of a list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby

import msgspec

from dragoman.faces import wording
from dragoman.terms import Event, EventType, Interval, Status


class EventLine(msgspec.Struct, frozen=True):
    """An event in a list.

    Attributes:
        day: when it happened, in words; else that the day is unknown.
        first: the day it is sorted by: the first it can have happened on, else that of the first report.
        who, arrow, whom: "Chad", "→", "Mali".
        said_by: who in the texts says so, by name.
        support: how many voices in how many reports; empty when only one document tells it.
        disputed: the fields in which voices contradict each other.
    """

    id: str
    day: str
    first: date | None
    when: Interval
    type: EventType
    mode: str
    status: Status
    who: str
    arrow: str
    whom: str
    sentence: str
    said_by: tuple[str, ...]
    outlets: tuple[str, ...]
    documents: int
    support: str
    disputed: tuple[str, ...]
    story: str


class Day(msgspec.Struct, frozen=True):
    """The events under one heading."""

    heading: str
    events: tuple[EventLine, ...]


def line(event: Event) -> EventLine:
    """The line of an event."""
    sides, when = wording.sides(event), event.when
    return EventLine(
        id=event.id,
        day=wording.heading(event),
        first=when.earliest or when.latest or event.reported.earliest or event.reported.latest,
        when=when,
        type=event.type,
        mode=event.mode or "",
        status=event.status,
        who=wording.names(sides.left),
        arrow=sides.arrow,
        whom=wording.names(sides.right),
        sentence=" ".join(event.sentence.split()),
        said_by=tuple(wording.speaker(source) for source in event.said_by),
        outlets=event.outlets,
        documents=len(event.documents),
        support=wording.support(event) if len(event.documents) > 1 else "",
        disputed=event.disputed,
        story=event.story,
    )


def by_day(lines: Iterable[EventLine]) -> tuple[Day, ...]:
    """Lines in the order of their first days under their headings, as `dragoman events` has them."""
    found: list[Day] = []
    for _, same in groupby(lines, key=lambda each: each.first):
        groups: dict[str, list[EventLine]] = {}
        for each in sorted(same, key=lambda each: each.day):
            groups.setdefault(each.day, []).append(each)
        found += [Day(heading, tuple(events)) for heading, events in groups.items()]
    return tuple(found)
