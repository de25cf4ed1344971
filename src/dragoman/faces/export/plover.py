"""Events as PLOVER JSON Lines: the field names of the PLOVER manual, with ours beside them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

import msgspec

from dragoman.terms import Event, Mention, StatusStep
from dragoman.world import plover


class PloverActor(msgspec.Struct, frozen=True):
    """A participant: words, country (alpha-3), sector codes, and the entity they resolve to."""

    text: str
    country: str | None = None
    sector: str | None = None
    entity: str | None = None


class PloverStep(msgspec.Struct, frozen=True):
    """A status, the days the first report that gives it can have appeared on, and ids of the tellings."""

    status: str
    publication_date: str | None
    publication_date_end: str | None
    tellings: tuple[str, ...]


class PloverEvent(msgspec.Struct, frozen=True):
    """One event. ``date`` is the first possible day and ``date_end`` the last, both ISO 8601;
    ``publication_date`` is the first day its first report can have appeared.

    The auxiliary mode of the manual (historical, future, hypothetical, negated) is ``status`` here, with
    our six values. Every field stands in every line; what is unknown is null.
    """

    id: str
    event_type: str
    quad_code: int
    event_scale: float
    status: str
    actor: tuple[PloverActor, ...]
    recipient: tuple[PloverActor, ...]
    date: str | None = None
    date_end: str | None = None
    mode: str | None = None
    location: str | None = None
    said_by: tuple[str, ...] = ()
    publication: tuple[str, ...] = ()
    publication_date: str | None = None
    reports: int = 1
    voices: int = 1
    disputed: tuple[str, ...] = ()
    history: tuple[PloverStep, ...] = ()
    story: str | None = None
    documents: tuple[str, ...] = ()
    confidence: float = 0.5
    text: str = ""


def write_plover(events: Iterable[Event], stream: TextIO) -> int:
    """Write one JSON object a line; how many there were."""
    written = 0
    for event in events:
        stream.write(msgspec.json.encode(plover_event(event)).decode())
        stream.write("\n")
        written += 1
    return written


def plover_event(event: Event) -> PloverEvent:
    """The event in PLOVER's terms. A mode that PLOVER does not have is left out."""
    mode = plover.load().modes(event.type).get(event.mode or "")
    return PloverEvent(
        id=event.id,
        event_type=event.type.value,
        quad_code=int(plover.quad(event.type)),
        event_scale=plover.score(event.type, event.mode),
        status=event.status.value,
        actor=tuple(_actor(mention) for mention in event.actors),
        recipient=tuple(_actor(mention) for mention in event.recipients),
        date=_iso(event.when.earliest),
        date_end=_iso(event.when.latest),
        mode=event.mode if mode is not None and not mode.ours else None,
        location=event.where.text if event.where else None,
        said_by=event.said_by,
        publication=event.outlets,
        publication_date=_iso(event.reported.earliest),
        reports=event.reports,
        voices=event.voices,
        disputed=event.disputed,
        history=tuple(_step(step) for step in event.history),
        story=event.story or None,
        documents=event.documents,
        confidence=event.confidence,
        text=event.sentence,
    )


def _actor(mention: Mention) -> PloverActor:
    return PloverActor(mention.text, mention.country, mention.sector, mention.entity)


def _step(step: StatusStep) -> PloverStep:
    reported = step.reported
    return PloverStep(step.status.value, _iso(reported.earliest), _iso(reported.latest), step.tellings)


def _iso(day: object) -> str | None:
    return None if day is None else str(day)
