"""Events as PLOVER JSON Lines: the field names of the PLOVER manual, with ours beside them; and back."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

import msgspec

from dragoman.faces.export.back import expected, opened
from dragoman.faces.export.backing import Backing
from dragoman.faces.export.layout import Layout, Meanings, columns_of
from dragoman.faces.export.tally import Tally
from dragoman.terms import Event, EventType, Interval, Mention, Span, Status, StatusStep, UnreadableInput
from dragoman.world import plover


class PloverActor(msgspec.Struct, frozen=True):
    """A participant: words, country (alpha-3), sector codes, and the entity they resolve to.

    ``span`` is where the words stand in the text of the telling; ``reason``, ``runner_up`` and ``doubtful``
    say how sure it is who is meant.
    """

    text: str
    country: str | None = None
    sector: str | None = None
    entity: str | None = None
    span: Span | None = None
    reason: str = ""
    runner_up: str | None = None
    doubtful: bool = False


class PloverStep(msgspec.Struct, frozen=True):
    """A status, the days the first report that gives it can have appeared on, and ids of the tellings."""

    status: str
    publication_date: datetime.date | None
    publication_date_end: datetime.date | None
    tellings: tuple[str, ...]


class PloverEvent(msgspec.Struct, frozen=True):
    """One event. ``date`` is the first possible day and ``date_end`` the last, both ISO 8601;
    ``publication_date`` is the first day its first report can have appeared, ``publication_date_end`` the
    last.

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
    date: datetime.date | None = None
    date_end: datetime.date | None = None
    mode: str | None = None
    mode_ours: str | None = None
    location: str | None = None
    place: PloverActor | None = None
    said_by: tuple[str, ...] = ()
    publication: tuple[str, ...] = ()
    publication_date: datetime.date | None = None
    publication_date_end: datetime.date | None = None
    reports: int = 1
    voices: int = 1
    disputed: tuple[str, ...] = ()
    history: tuple[PloverStep, ...] = ()
    story: str | None = None
    tellings: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    confidence: float = 0.5
    text: str = ""


# What each field means, and the fields of an event in it
MEANINGS: Meanings = {
    "id": ("Hash of what is told; stable when the same texts are read again.", "id"),
    "event_type": ("PLOVER event type.", "type"),
    "quad_code": (
        "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.",
        "type",
    ),
    "event_scale": (
        "Score of the type and mode in this project's PLOVER table, -10 (conflict) to +10.",
        "type mode",
    ),
    "status": ("happened, ongoing, planned, possible, denied or called_for.", "status"),
    "actor": (
        "Who acts: text as written, country (alpha-3), sector, entity, span in the text, reason, runner_up, "
        "doubtful.",
        "actors",
    ),
    "recipient": ("To whom it is done, likewise.", "recipients"),
    "date": ("First day it can have happened; null when unknown.", "when"),
    "date_end": ("Last day it can have happened; null when unknown.", "when"),
    "mode": ("How the act is done, as a mode that PLOVER itself has; null otherwise.", "mode"),
    "mode_ours": ("How the act is done, as a mode that only this project has; null otherwise.", "mode"),
    "location": ("Where, as written.", "where"),
    "place": ("Where: text as written, entity (a place of the atlas), country and so on; or null.", "where"),
    "said_by": ("Who in the text says so; empty when the report speaks in its own voice.", "said_by"),
    "publication": ("Newspapers that print it, copies included.", "outlets"),
    "publication_date": ("First day the first report can have appeared; null when unknown.", "reported"),
    "publication_date_end": ("Last day the first report can have appeared; null when unknown.", "reported"),
    "reports": ("Independent reports; copies count once.", "reports"),
    "voices": ("Who says so, each counted once.", "voices"),
    "disputed": ("Fields in which voices contradict each other: when, where, status ...", "disputed"),
    "history": (
        "Each status it was given, the days of the first report that gives it, ids of the tellings.",
        "history",
    ),
    "story": ("Id of the story it belongs to; null when it stands alone.", "story"),
    "tellings": ("Ids of the tellings, copies included.", "tellings"),
    "documents": ("Ids of the documents it is told in.", "documents"),
    "confidence": ("How sure the reader is, 0 to 1, on its own scale.", "confidence"),
    "text": ("The evidence of the first telling, as written.", "sentence"),
}
LAYOUT = Layout(
    media="application/x-ndjson",
    columns=columns_of(PloverEvent, MEANINGS),
    note="One JSON object a line. Nothing is lost: dragoman.faces.export.read_plover gives the events again.",
)


def write_plover(events: Iterable[Event], stream: TextIO, backing: Backing | None = None) -> Tally:
    """Write one JSON object a line; how many there were."""
    tally = Tally()
    for event in events:
        stream.write(msgspec.json.encode(plover_event(event)).decode())
        stream.write("\n")
        tally.events += 1
    return tally


def read_plover(path: Path) -> Iterator[Event]:
    """The events of a file that `write_plover` wrote, one at a time, each as it was.

    Raises:
        UnreadableInput: there is no such file, or a line is no event; the message names it.
    """
    decoder = msgspec.json.Decoder(PloverEvent)
    with opened(path, "plover") as stream:
        for number, line in enumerate(stream, 1):
            try:
                yield _event(decoder.decode(line))
            except (msgspec.DecodeError, ValueError) as error:
                raise UnreadableInput(f"{path}, line {number}: {error}. {expected('plover')}") from error


def plover_event(event: Event) -> PloverEvent:
    """The event in PLOVER's terms. A mode that PLOVER does not have stands in ``mode_ours``."""
    row = plover.load().modes(event.type).get(event.mode or "")
    theirs = row is not None and not row.ours
    return PloverEvent(
        id=event.id,
        event_type=event.type.value,
        quad_code=int(plover.quad(event.type)),
        event_scale=plover.score(event.type, event.mode),
        status=event.status.value,
        actor=tuple(_actor(mention) for mention in event.actors),
        recipient=tuple(_actor(mention) for mention in event.recipients),
        date=event.when.earliest,
        date_end=event.when.latest,
        mode=event.mode if theirs else None,
        mode_ours=None if theirs else event.mode,
        location=event.where.text if event.where else None,
        place=_actor(event.where) if event.where else None,
        said_by=event.said_by,
        publication=event.outlets,
        publication_date=event.reported.earliest,
        publication_date_end=event.reported.latest,
        reports=event.reports,
        voices=event.voices,
        disputed=event.disputed,
        history=tuple(_step(step) for step in event.history),
        story=event.story or None,
        tellings=event.tellings,
        documents=event.documents,
        confidence=event.confidence,
        text=event.sentence,
    )


def _event(row: PloverEvent) -> Event:
    return Event(
        id=row.id,
        type=EventType(row.event_type),
        actors=tuple(_mention(one) for one in row.actor),
        recipients=tuple(_mention(one) for one in row.recipient),
        status=Status(row.status),
        when=Interval(row.date, row.date_end),
        tellings=row.tellings,
        documents=row.documents,
        outlets=row.publication,
        reports=row.reports,
        said_by=row.said_by,
        reported=Interval(row.publication_date, row.publication_date_end),
        mode=row.mode_ours if row.mode is None else row.mode,
        where=_mention(row.place) if row.place else None,
        confidence=row.confidence,
        sentence=row.text,
        voices=row.voices,
        disputed=row.disputed,
        history=tuple(
            StatusStep(
                Status(one.status), Interval(one.publication_date, one.publication_date_end), one.tellings
            )
            for one in row.history
        ),
        story=row.story or "",
    )


def _actor(mention: Mention) -> PloverActor:
    return PloverActor(
        text=mention.text,
        country=mention.country,
        sector=mention.sector,
        entity=mention.entity,
        span=mention.span,
        reason=mention.reason,
        runner_up=mention.runner_up,
        doubtful=mention.doubtful,
    )


def _mention(one: PloverActor) -> Mention:
    return Mention(
        text=one.text,
        entity=one.entity,
        country=one.country,
        sector=one.sector,
        span=one.span,
        reason=one.reason,
        runner_up=one.runner_up,
        doubtful=one.doubtful,
    )


def _step(step: StatusStep) -> PloverStep:
    reported = step.reported
    return PloverStep(step.status.value, reported.earliest, reported.latest, step.tellings)
