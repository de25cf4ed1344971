"""Events to rows and back, without loss."""

from __future__ import annotations

import msgspec

from dragoman.store.cells import as_json, days, from_json, interval, untyped
from dragoman.store.rows import MENTION, Cast
from dragoman.store.session import Row
from dragoman.terms import Event, EventType, Status, StatusStep

EVENT = (
    "id", "type", "mode", "status", "earliest", "latest", "reported_earliest", "reported_latest", "reports",
    "confidence", "said_by", "sentence", "voices", "disputed", "history", "story",
)  # fmt: skip
EVENT_PARTICIPANT = ("event", "role", "position", *MENTION)


def event_row(event: Event) -> Row:
    """The row of `EVENT`."""
    return (
        event.id,
        event.type.value,
        event.mode,
        event.status.value,
        *days(event.when),
        *days(event.reported),
        event.reports,
        event.confidence,
        as_json(event.said_by),
        event.sentence,
        event.voices,
        as_json(event.disputed),
        as_json(event.history),
        event.story,
    )


class Told(msgspec.Struct, frozen=True):
    """Where an event is told."""

    tellings: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()


def event(row: Row, cast: Cast, told: Told) -> Event:
    """The event of a row of `EVENT` and of the rows that belong to it."""
    id, type, mode, status, earliest, latest, first, last, reports, *rest = untyped(row)
    confidence, said_by, sentence, voices, disputed, history, story = rest
    return Event(
        id=id,
        type=EventType(type),
        actors=cast.actors,
        recipients=cast.recipients,
        status=Status(status),
        when=interval(earliest, latest),
        reported=interval(first, last),
        tellings=told.tellings,
        documents=told.documents,
        outlets=told.outlets,
        reports=reports,
        said_by=from_json(said_by, tuple[str, ...]),
        mode=mode,
        where=cast.place,
        confidence=confidence,
        sentence=sentence,
        voices=voices,
        disputed=from_json(disputed, tuple[str, ...]),
        history=from_json(history, tuple[StatusStep, ...]),
        story=story,
    )
