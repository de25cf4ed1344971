"""An event as one flat row: what a table can hold of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from dragoman.terms import Event, StatusStep
from dragoman.world import plover

SEPARATOR = ";"


class EventRow(msgspec.Struct, frozen=True):
    """One event for CSV files and data frames. Lists are joined by semicolons, in the order of the text.

    What each column means stands in `dragoman.faces.export.dictionary`.
    """

    id: str
    type: str
    mode: str
    quad: int
    score: float
    status: str
    actors: str
    actor_ids: str
    actor_countries: str
    actor_sectors: str
    recipients: str
    recipient_ids: str
    recipient_countries: str
    recipient_sectors: str
    earliest: date | None
    latest: date | None
    reported_earliest: date | None
    reported_latest: date | None
    place: str
    said_by: str
    outlets: str
    reports: int
    voices: int
    disputed: str
    history: str
    story: str
    tellings: int
    documents: str
    confidence: float
    sentence: str


def flat(event: Event) -> EventRow:
    """The row of an event."""
    return EventRow(
        id=event.id,
        type=event.type.value,
        mode=event.mode or "",
        quad=int(plover.quad(event.type)),
        score=plover.score(event.type, event.mode),
        status=event.status.value,
        actors=_joined(mention.text for mention in event.actors),
        actor_ids=_joined(mention.entity for mention in event.actors),
        actor_countries=_joined(mention.country for mention in event.actors),
        actor_sectors=_joined(mention.sector for mention in event.actors),
        recipients=_joined(mention.text for mention in event.recipients),
        recipient_ids=_joined(mention.entity for mention in event.recipients),
        recipient_countries=_joined(mention.country for mention in event.recipients),
        recipient_sectors=_joined(mention.sector for mention in event.recipients),
        earliest=event.when.earliest,
        latest=event.when.latest,
        reported_earliest=event.reported.earliest,
        reported_latest=event.reported.latest,
        place=event.where.text if event.where else "",
        said_by=_joined(event.said_by),
        outlets=_joined(event.outlets),
        reports=event.reports,
        voices=event.voices,
        disputed=_joined(event.disputed),
        history=_joined(_step(step) for step in event.history),
        story=event.story,
        tellings=len(event.tellings),
        documents=_joined(event.documents),
        confidence=event.confidence,
        sentence=event.sentence,
    )


def _step(step: StatusStep) -> str:
    """A status, when it was first reported, and who gives it: "planned 2022-09-01 3f2a91c0,77aa01c2"."""
    return f"{step.status.value} {str(step.reported).replace(' ', '-')} {','.join(step.tellings)}"


def _joined(parts: Iterable[str | None]) -> str:
    return SEPARATOR.join(part or "" for part in parts)
