"""Records to rows and back, without loss.

Each table has its columns listed once; `insert` and `select` are built from that list, and the two
functions beside it must name the same columns in the same order.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.store.cells import as_json, day, days, ends_of, from_json, interval, span_at, untyped
from dragoman.store.session import Row, Value
from dragoman.terms import (
    Appearance,
    Attribution,
    Claim,
    Clue,
    Document,
    Event,
    EventMention,
    EventType,
    Mention,
    Published,
    Span,
    Status,
)

MENTION = (
    "text",
    "entity",
    "country",
    "sector",
    "span_start",
    "span_end",
    "reason",
    "runner_up",
    "doubtful",
)
_WIDTH = len(MENTION)

DOCUMENT = (
    "id", "fingerprint", "title", "outlet", "url", "origin", "language", "published_earliest",
    "published_latest", "published_best", "text", "clues", "furniture", "sentences", "repairs",
)  # fmt: skip
APPEARANCE = ("document", "origin", "outlet", "url", "title", "published_earliest", "published_latest")
ACTOR_MENTION = ("document", "position", *MENTION)
EVENT_MENTION = (
    "id", "document", "position", "type", "mode", "status", "earliest", "latest", "trigger", "sentence",
    "trigger_start", "trigger_end", "evidence", "contexts", "confidence", "reader",
)  # fmt: skip
PARTICIPANT = ("event_mention", "role", "position", *MENTION)
ATTRIBUTION = ("event_mention", "claim", "position", *MENTION, "cue_start", "cue_end")
CLAIM = (
    "id", "document", "position", "about", "low", "high", "unit", "qualifier", "sentence", "span_start",
    "span_end", "evidence_start", "evidence_end", "event_mention", "reader",
)  # fmt: skip

ACTOR, RECIPIENT, PLACE = "actor", "recipient", "place"


def insert(table: str, columns: Sequence[str]) -> str:
    """The statement that adds a row."""
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def select(table: str, columns: Sequence[str]) -> str:
    """The statement that reads rows, without its conditions; the table is called ``t`` in them."""
    return f"SELECT {', '.join(f't.{column}' for column in columns)} FROM {table} t"


def select_of_documents(table: str, columns: Sequence[str]) -> str:
    """The same with the id of the document in place of its number; it is called ``d`` in conditions."""
    shown = ("d.id" if column == "document" else f"t.{column}" for column in columns)
    return f"SELECT {', '.join(shown)} FROM {table} t JOIN document d ON d.number = t.document"


def quoted(text: str, spans: Sequence[Span]) -> str:
    """The words of the spans, as written; what lies between two of them becomes an ellipsis."""
    parts: list[str] = []
    end = None
    for span in spans:
        if end is not None:
            between = text[end : span.start]
            parts.append(" … " if between.strip() else between)
        parts.append(span.of(text))
        end = span.end
    return "".join(parts)


def document_row(document: Document) -> Row:
    """The row of `DOCUMENT`."""
    return (
        document.id,
        document.fingerprint,
        document.title,
        document.outlet,
        document.url,
        document.origin,
        document.language,
        *published_values(document.published)[:3],
        document.text,
        as_json(document.published.clues),
        as_json(document.furniture),
        as_json(document.sentences),
        as_json(document.repairs),
    )


def document(row: Row) -> Document:
    """The document of a row of `DOCUMENT`."""
    id, fingerprint, title, outlet, url, origin, language, earliest, latest, best, text, *lists = untyped(row)
    clues, furniture, sentences, repairs = lists
    return Document(
        id=id,
        fingerprint=fingerprint,
        text=text,
        origin=origin,
        title=title,
        url=url,
        outlet=outlet,
        language=language,
        published=Published(interval(earliest, latest), from_json(clues, tuple[Clue, ...]), day(best)),
        furniture=from_json(furniture, tuple[Span, ...]),
        sentences=from_json(sentences, tuple[Span, ...]),
        repairs=from_json(repairs, tuple[str, ...]),
    )


def published_values(published: Published) -> tuple[str | None, str | None, str | None, str]:
    """The columns of a day of publication: first, last and likeliest day, and the clues."""
    best = published.best.isoformat() if published.best else None
    return (*days(published.interval), best, as_json(published.clues))


def reported_values(published: Published) -> tuple[str | None, str | None]:
    """The columns of an appearance for its day."""
    return days(published.reported)


def appearance_row(document: Document, number: int) -> Row:
    """The row of `APPEARANCE` for where the document with this row number was found."""
    days = reported_values(document.published)
    return (number, document.origin, document.outlet, document.url, document.title, *days)


def appearance(row: Row) -> Appearance:
    """The appearance of a row of `APPEARANCE`."""
    id, origin, outlet, url, title, earliest, latest = untyped(row)
    return Appearance(id, origin, outlet, url, title, interval(earliest, latest))


def mention_values(mention: Mention) -> Row:
    """The columns that every table with mentions shares."""
    ends = ends_of(mention.span)
    why = (mention.reason, mention.runner_up, int(mention.doubtful))
    return (mention.text, mention.entity, mention.country, mention.sector, *ends, *why)


def mention(values: Row) -> Mention:
    """The mention of the shared columns."""
    text, entity, country, sector, start, end, reason, runner_up, doubtful = untyped(values)
    span = span_at(start, end)
    return Mention(text, entity, country, sector, span, reason, runner_up, bool(doubtful))


def event_mention_row(mention: EventMention, document: int, position: int, text: str) -> Row:
    """The row of `EVENT_MENTION`; number and text are the document's."""
    return (
        mention.id,
        document,
        position,
        mention.type.value,
        mention.mode,
        mention.status.value,
        *days(mention.when),
        mention.trigger.of(text),
        quoted(text, mention.evidence),
        mention.trigger.start,
        mention.trigger.end,
        as_json(mention.evidence),
        as_json(mention.contexts),
        mention.confidence,
        mention.reader,
    )


def event_mention(row: Row, cast: Cast, said_by: tuple[Attribution, ...]) -> EventMention:
    """The event mention of a row of `EVENT_MENTION` and of the rows that belong to it."""
    id, document, _, type, mode, status, earliest, latest, _, _, start, end, *rest = untyped(row)
    evidence, contexts, confidence, reader = rest
    return EventMention(
        id=id,
        document=document,
        type=EventType(type),
        actors=cast.actors,
        recipients=cast.recipients,
        trigger=Span(start, end),
        evidence=from_json(evidence, tuple[Span, ...]),
        status=Status(status),
        said_by=said_by,
        mode=mode,
        contexts=from_json(contexts, tuple[str, ...]),
        when=interval(earliest, latest),
        where=cast.place,
        confidence=confidence,
        reader=reader,
    )


class Cast(msgspec.Struct, frozen=True):
    """Who takes part in an event, and where it takes place."""

    actors: tuple[Mention, ...] = ()
    recipients: tuple[Mention, ...] = ()
    place: Mention | None = None


def cast_rows(owner: int, told: EventMention | Event) -> list[Row]:
    """The rows of `PARTICIPANT` or `EVENT_PARTICIPANT`."""
    sides = ((ACTOR, told.actors), (RECIPIENT, told.recipients), (PLACE, (told.where,) if told.where else ()))
    return [
        (owner, role, position, *mention_values(mention))
        for role, mentions in sides
        for position, mention in enumerate(mentions)
    ]


def cast(rows: Sequence[Row]) -> Cast:
    """The cast of rows of `PARTICIPANT` or `EVENT_PARTICIPANT` with one owner, by role and position."""
    by_role: dict[Value, list[Mention]] = {}
    for row in rows:
        by_role.setdefault(row[1], []).append(mention(row[-_WIDTH:]))
    places = by_role.get(PLACE)
    return Cast(
        tuple(by_role.get(ACTOR, ())), tuple(by_role.get(RECIPIENT, ())), places[0] if places else None
    )


def attribution_rows(
    event_mention: int | None, claim: int | None, said_by: Sequence[Attribution]
) -> list[Row]:
    """The rows of `ATTRIBUTION`; exactly one of the two numbers is given."""
    return [
        (event_mention, claim, position, *mention_values(attribution.source), *ends_of(attribution.cue))
        for position, attribution in enumerate(said_by)
    ]


def attribution(row: Row) -> Attribution:
    """The attribution of a row of `ATTRIBUTION`."""
    start, end = untyped(row[-2:])
    return Attribution(mention(row[3 : 3 + _WIDTH]), span_at(start, end))


def claim_row(claim: Claim, document: int, position: int, text: str) -> Row:
    """The row of `CLAIM`; number and text are the document's."""
    return (
        claim.id,
        document,
        position,
        claim.about,
        claim.low,
        claim.high,
        claim.unit,
        claim.qualifier,
        claim.evidence.of(text),
        claim.span.start,
        claim.span.end,
        claim.evidence.start,
        claim.evidence.end,
        claim.event,
        claim.reader,
    )


def claim(row: Row, said_by: tuple[Attribution, ...]) -> Claim:
    """The claim of a row of `CLAIM` and of the attributions that belong to it."""
    id, document, _, about, low, high, unit, qualifier, _, *rest = untyped(row)
    start, end, evidence_start, evidence_end, event, reader = rest
    return Claim(
        id=id,
        document=document,
        about=about,
        low=low,
        high=high,
        unit=unit,
        span=Span(start, end),
        evidence=Span(evidence_start, evidence_end),
        qualifier=qualifier,
        said_by=said_by,
        event=event,
        reader=reader,
    )
