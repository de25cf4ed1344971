"""What a reader finds in one document."""

from __future__ import annotations

import msgspec

from dragoman.terms.entity import Mention
from dragoman.terms.interval import Interval
from dragoman.terms.plover import EventType, Status
from dragoman.terms.span import Span


class Attribution(msgspec.Struct, frozen=True):
    """Who in the text says so, and the words that show it ("said", "according to")."""

    source: Mention
    cue: Span | None = None


class EventMention(msgspec.Struct, frozen=True):
    """One document's telling of an event.

    Actors stay lists: a summit of nine is one event, not 72 dyads.

    Attributes:
        id: hash of document, trigger, type and participants; reading again gives the same id.
        document: id of the `Document`.
        when: the days it can have happened; unknown stays unknown.
        where: the place, if one is named.
        said_by: who says so; empty when the article speaks in its own voice.
        trigger: the words that name the act.
        evidence: the sentences it was read from.
        confidence: 0 to 1; how sure the reader is, on the reader's own scale.
        reader: name and version of the reader that made it.
    """

    id: str
    document: str
    type: EventType
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    trigger: Span
    evidence: tuple[Span, ...]
    status: Status = Status.HAPPENED
    said_by: tuple[Attribution, ...] = ()
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    when: Interval = Interval()
    where: Mention | None = None
    confidence: float = 0.5
    reader: str = ""


class Claim(msgspec.Struct, frozen=True):
    """A figure somebody states.

    Attributes:
        about: the words that say what is counted, as written.
        low, high: the values it allows; equal when exact; ``None`` on an open side ("at least 440").
        unit: what is counted ("tanks", "percent").
        qualifier: the words that loosen it ("at least", "some", "more than").
        said_by: who states it; empty when the article does.
        evidence: the sentence.
        event: id of the event mention in the same sentence that it belongs to, if any.
    """

    id: str
    document: str
    about: str
    low: float | None
    high: float | None
    unit: str
    span: Span
    evidence: Span
    qualifier: str = ""
    said_by: tuple[Attribution, ...] = ()
    event: str | None = None
    reader: str = ""


class Reading(msgspec.Struct, frozen=True):
    """Everything one reader found in one document.

    Attributes:
        actors: every mention of an actor, in order, whether or not it takes part in an event.
    """

    document: str
    reader: str
    actors: tuple[Mention, ...] = ()
    events: tuple[EventMention, ...] = ()
    claims: tuple[Claim, ...] = ()
