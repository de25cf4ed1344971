"""An event as one flat row: what a table can hold of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from dragoman.faces.export.layout import Meanings
from dragoman.terms import Event, StatusStep
from dragoman.world import plover

SEPARATOR = ";"
_IN_A_LIST = ","  # what stands for a semicolon inside one of a list, so that places still agree


class EventRow(msgspec.Struct, frozen=True):
    """One event for CSV files and data frames. Lists are joined by semicolons, in the order of the text.

    What each column means stands in `MEANINGS`.
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
    place_id: str
    place_country: str
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


# What each column means, and the fields of an event in it
MEANINGS: Meanings = {
    "id": ("Hash of what is told; stable when the same texts are read again.", "id"),
    "type": ("PLOVER event type.", "type"),
    "mode": ("How the act is done; empty when the text does not say.", "mode"),
    "quad": (
        "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.",
        "type",
    ),
    "score": (
        "Score of the type and mode in this project's PLOVER table, -10 (conflict) to +10.",
        "type mode",
    ),
    "status": ("happened, ongoing, planned, possible, denied or called_for.", "status"),
    "actors": ("Who acts, as written; several parted by semicolons.", "actors"),
    "actor_ids": ("Entity of each actor; empty where nobody known is meant.", "actors"),
    "actor_countries": ("ISO 3166 alpha-3 code of each actor.", "actors"),
    "actor_sectors": ("PLOVER sector code of each actor.", "actors"),
    "recipients": ("To whom it is done, as written; several parted by semicolons.", "recipients"),
    "recipient_ids": ("Entity of each recipient; empty where nobody known is meant.", "recipients"),
    "recipient_countries": ("ISO 3166 alpha-3 code of each recipient.", "recipients"),
    "recipient_sectors": ("PLOVER sector code of each recipient.", "recipients"),
    "earliest": ("First day it can have happened; empty when unknown.", "when"),
    "latest": ("Last day it can have happened; empty when unknown.", "when"),
    "reported_earliest": ("First day the first report can have appeared; empty when unknown.", "reported"),
    "reported_latest": ("Last day the first report can have appeared; empty when unknown.", "reported"),
    "place": ("Where, as written.", "where"),
    "place_id": ("Id of the place in the atlas, from large to small; empty where it is not known.", "where"),
    "place_country": ("ISO 3166 alpha-3 code of the place.", "where"),
    "said_by": ("Who in the text says so; empty when the report speaks in its own voice.", "said_by"),
    "outlets": ("Newspapers that print it, copies included.", "outlets"),
    "reports": ("Independent reports; copies count once.", "reports"),
    "voices": (
        "Who says so, each counted once: a ministry quoted by two newspapers is one voice.",
        "voices",
    ),
    "disputed": (
        "Fields in which voices contradict each other: when, where, status ...; empty when none.",
        "disputed",
    ),
    "history": (
        "Each status it was given: the status, the day of the first report that gives it (a day, a month, "
        "a year, FIRST/LAST, from-DAY, until-DAY, unknown), ids of the tellings parted by commas; several "
        "parted by semicolons.",
        "history",
    ),
    "story": ("Id of the story it belongs to; empty when it stands alone.", "story"),
    "tellings": ("All tellings, copies included.", "tellings"),
    "documents": ("Documents it is told in.", "documents"),
    "confidence": ("How sure the reader is, 0 to 1, on its own scale.", "confidence"),
    "sentence": ("The evidence of the first telling, as written.", "sentence"),
}


def flat(event: Event) -> EventRow:
    """The row of an event."""
    where = event.where
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
        place=where.text if where else "",
        place_id=(where.entity if where else None) or "",
        place_country=(where.country if where else None) or "",
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
    return SEPARATOR.join((part or "").replace(SEPARATOR, _IN_A_LIST) for part in parts)
