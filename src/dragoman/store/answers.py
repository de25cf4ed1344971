"""What a store answers that is no record of `terms`."""

from __future__ import annotations

import msgspec

from dragoman.terms import Event, EventType, Interval, Status


class Found(msgspec.Struct, frozen=True):
    """A document that a search found, and the words around the first hits."""

    document: str
    title: str | None
    outlet: str | None
    published: Interval
    snippet: str


class ActorCount(msgspec.Struct, frozen=True):
    """How often somebody acts and is acted upon.

    Attributes:
        entity: id of the entity; ``None`` when nobody known is meant.
        text: the words that name it; for an entity the first of them in alphabetical order.
        as_actor, as_recipient: number of events on either side.
        documents: number of documents these events are told in.
    """

    entity: str | None
    text: str
    country: str | None
    sector: str | None
    as_actor: int
    as_recipient: int
    documents: int


class Count(msgspec.Struct, frozen=True):
    """How many there are of a named sort: documents of an outlet, documents read by a reader."""

    name: str
    number: int


class Facets(msgspec.Struct, frozen=True):
    """How many of some events there are of each sort, most first; of a long list the first.

    Attributes:
        actors: by id of the entity, on either side; those of a state with its people and ministries.
        months: ``2022-10``, in order; an event counts in all in which it, or its first report, can have been.
        years: likewise.
    """

    types: tuple[Count, ...] = ()
    statuses: tuple[Count, ...] = ()
    actors: tuple[Count, ...] = ()
    outlets: tuple[Count, ...] = ()
    months: tuple[Count, ...] = ()
    years: tuple[Count, ...] = ()


class Selection(msgspec.Struct, frozen=True):
    """A page of the events that a query finds.

    Attributes:
        total: how many it finds in all.
        counted: how many of them the facets were counted in.
    """

    events: tuple[Event, ...]
    total: int
    counted: int
    facets: Facets


class Summary(msgspec.Struct, frozen=True):
    """What a record holds, in numbers.

    Attributes:
        skipped: inputs that are not for us.
        failed: inputs that should have worked and did not.
        when: first and last day of the dated events.
        published: from when to when documents were published for certain; a document whose day is only
            guessed within years does not lengthen it.
        undated: events without any date.
        stories: how many there are.
        copies: documents that were taken from another.
        disputed: events about which voices contradict each other.
        readers: name of each reader used and how many documents it read.
    """

    documents: int
    appearances: int
    event_mentions: int
    events: int
    claims: int
    outlets: int
    skipped: int
    failed: int
    undated: int
    stories: int
    copies: int
    disputed: int
    when: Interval
    published: Interval
    readers: tuple[Count, ...]


class Provenance(msgspec.Struct, frozen=True):
    """Who read a document, and with what.

    Attributes:
        reader: name and version.
        world: version of the tables it read with; empty when that was not noted.
        code: version of the program, likewise.
        at: when, ISO 8601 in UTC.
    """

    reader: str
    world: str
    code: str
    at: str


class Pair(msgspec.Struct, frozen=True, order=True):
    """Two tellings that are worth comparing.

    Attributes:
        one, other: ids of the event mentions, the smaller first.
    """

    one: str
    other: str


class StoryCount(msgspec.Struct, frozen=True):
    """What a story holds, in numbers.

    Attributes:
        story: its id.
        when: first and last day of its dated events.
        published: first and last day of its dated documents.
        outlets: how many newspapers tell it.
    """

    story: str
    documents: int
    events: int
    outlets: int
    when: Interval
    published: Interval


class Happening(msgspec.Struct, frozen=True):
    """An event without its words, as the model of the system takes it in. Days are proleptic ordinals.

    Attributes:
        number: row number of the event.
        days: first and last day it happened on; ``None`` unless both are known.
        open_end: whether one of the two is known and the other not.
        reported: first and last day on which the first report can have appeared, if known.
        outlets: how many newspapers have it.
        actors, recipients: ids of the states, blocs and groups behind them, each once.
    """

    number: int
    type: EventType
    status: Status
    days: tuple[int, int] | None
    open_end: bool
    reported: tuple[int, int] | None
    reports: int
    outlets: int
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


class Import(msgspec.Struct, frozen=True):
    """An event table of others that was brought into the record.

    Attributes:
        kind: its layout: ``gdelt``, ``icews``, ``polecat``, ``acled``.
        file: name of the file; ``digest`` of its bytes.
        at: when, ISO 8601 in UTC.
        world, code: versions of the tables and the program that read it.
        rows: events kept.
        repeated: rows that said the same as one that was kept already.
        resolved: events both of whose sides are known.
        rejected: rows left out, by reason.
        days: first and last day of the events.
    """

    number: int
    kind: str
    file: str
    digest: str
    at: str
    world: str
    code: str
    rows: int
    repeated: int
    resolved: int
    rejected: dict[str, int]
    days: Interval


class CodedRow(msgspec.Struct, frozen=True):
    """An imported event as the record keeps it.

    Attributes:
        number: row number.
        kind, source: layout and number of the import it came with.
        key: the row's own id in its table.
        repeated: how many other rows said the same.
        code: what the table calls the act.
        score: Goldstein value or intensity as given.
        actors, recipients: names as given, several parted by semicolons.
        url: where to read it, or the table's number of the article.
        place, country: as given, and the state it lies in.
        actor_sides, recipient_sides: ids of the sides that the names mean, likewise; ``None``: nobody known.
        known: the day the row was added or its report published, ISO 8601.
        latitude, longitude: degrees.
    """

    number: int
    kind: str
    source: int
    key: str
    repeated: int
    day: Interval
    type: EventType
    mode: str | None
    status: Status
    code: str
    score: float | None
    actors: str
    recipients: str
    reports: int
    outlets: int
    outlet: str | None
    url: str | None
    place: str | None
    country: str | None
    fatalities: int | None
    actor_sides: str | None = None
    recipient_sides: str | None = None
    known: str | None = None
    latitude: float | None = None
    longitude: float | None = None
