"""Tellings to events, first version: exact copies are joined, everything else stands alone.

Two tellings tell one event when their documents are exact copies (equal fingerprints), the same
sentence was read, and the same thing was found at the same place in it: type, participants, status.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import blake2b

import msgspec

from dragoman.terms import Event, EventType, Interval, Mention, Status, Telling

_PRONOUNS = frozenset({"he", "she", "it", "they", "who"})
_ID_BYTES = 12  # 96 bits: two of a thousand million events share an id with a chance of 1 in 10^11


class _Named(msgspec.Struct, frozen=True, array_like=True):
    """An actor without its place in the text, which differs between copies."""

    text: str
    entity: str | None
    country: str | None
    sector: str | None


class _Told(msgspec.Struct, frozen=True, array_like=True):
    """What makes two tellings the same; its hash is the event's id.

    Attributes:
        trigger: how far into the evidence the act is named; keeps two acts of one sentence apart.
    """

    fingerprint: str
    type: EventType
    status: Status
    actors: tuple[_Named, ...]
    recipients: tuple[_Named, ...]
    sentence: str
    trigger: int


def merge(tellings: Sequence[Telling]) -> tuple[Event, ...]:
    """The events that the tellings tell, by id. The order of the tellings does not matter."""
    groups: dict[_Told, list[Telling]] = {}
    for telling in sorted(set(tellings), key=_rank):
        groups.setdefault(_told(telling), []).append(telling)
    return tuple(sorted((_event(told, group) for told, group in groups.items()), key=lambda event: event.id))


def _event(told: _Told, tellings: Sequence[Telling]) -> Event:
    """One event; what copies cannot agree on is taken from the first of them."""
    mentions = [telling.mention for telling in tellings]
    first = mentions[0]
    return Event(
        id=blake2b(msgspec.json.encode(told), digest_size=_ID_BYTES).hexdigest(),
        type=told.type,
        actors=first.actors,
        recipients=first.recipients,
        status=told.status,
        when=_when([mention.when for mention in mentions]),
        reported=min((telling.published for telling in tellings), key=_firstness),
        tellings=tuple(sorted({mention.id for mention in mentions})),
        documents=tuple(sorted({mention.document for mention in mentions})),
        outlets=tuple(sorted({outlet for telling in tellings for outlet in telling.outlets})),
        reports=1,
        said_by=tuple(sorted({_name(said.source) for mention in mentions for said in mention.said_by})),
        mode=first.mode,
        where=first.where,
        confidence=max(mention.confidence for mention in mentions),
        sentence=told.sentence,
    )


def _told(telling: Telling) -> _Told:
    mention = telling.mention
    start = mention.evidence[0].start if mention.evidence else 0
    return _Told(
        fingerprint=telling.fingerprint,
        type=mention.type,
        status=mention.status,
        actors=_named(mention.actors),
        recipients=_named(mention.recipients),
        sentence=telling.sentence,
        trigger=mention.trigger.start - start,
    )


def _named(mentions: Sequence[Mention]) -> tuple[_Named, ...]:
    return tuple(_Named(each.text, each.entity, each.country, each.sector) for each in mentions)


def _name(mention: Mention) -> str:
    """How to print a source: its words; what it is when a pronoun takes it up or nothing names it."""
    named = mention.text if mention.text.lower() not in _PRONOUNS else ""
    return named or mention.entity or mention.text


def _when(intervals: Sequence[Interval]) -> Interval:
    """The most exact of what the copies say; of equally exact ones the earliest.

    A copy without a date knows less, and a reprint that reads "on Friday" as its own week is later.
    """
    return min(intervals, key=_exactness)


def _firstness(published: Interval) -> tuple[date, date]:
    """Sorts early before late, unknown last."""
    return (published.earliest or published.latest or date.max, published.latest or date.max)


def _exactness(interval: Interval) -> tuple[bool, bool, int, date, date]:
    """Sorts known before open before unknown, narrow before wide, early before late."""
    width = interval.width_days
    return (
        interval.is_unknown,
        width is None,
        width or 0,
        interval.earliest or date.max,
        interval.latest or date.max,
    )


def _rank(telling: Telling) -> tuple[str, str, bytes]:
    """An order of tellings that does not depend on how they came."""
    return (telling.mention.document, telling.mention.id, msgspec.json.encode(telling))
