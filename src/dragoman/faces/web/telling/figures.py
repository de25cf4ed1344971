"""Figures as lines of a list, and what reports disagree on side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from dragoman.disputing import Disputed
from dragoman.faces import wording
from dragoman.faces.api import Record
from dragoman.faces.web.telling import links, marks
from dragoman.faces.web.telling.marks import Lane, Mark, Segment
from dragoman.record.figures import Relation, Stated, Voice
from dragoman.terms import Claim, Document, Interval

_NEAR = 1.1  # times; below that a share is plainer
_WIDE = 1000  # times; beyond that a ratio tells nothing


class FigureLine(msgspec.Struct, frozen=True):
    """A figure that somebody states.

    Attributes:
        value, unit: "≥ 440", "tanks"; ``about`` the words that say what is counted.
        says: who states it, by name; empty where the report does.
        sentence: the words, as they stand in the document; ``words`` the same with the figure marked.
        event: id of an event that it belongs to; empty where there is none.
        stands: where it stands in its document.
    """

    id: str
    value: str
    low: float | None
    high: float | None
    unit: str
    about: str
    says: str
    document: str
    title: str
    outlet: str
    published: Interval
    sentence: str
    words: tuple[Segment, ...]
    event: str
    stands: str


class Printed(msgspec.Struct, frozen=True):
    """A sentence that states a figure, and where it ``stands``; ``link`` leads to its event, if any."""

    sentence: str
    document: str
    title: str
    outlet: str
    published: Interval
    link: str
    stands: str


class SideLine(msgspec.Struct, frozen=True):
    """What one side says of a quantity; ``words`` is the figure as written."""

    who: str
    value: str
    words: str
    printed: tuple[Printed, ...]


class DisputeLine(msgspec.Struct, frozen=True):
    """A quantity on which reports disagree.

    Attributes:
        about: what is counted, in plain words.
        is_growing: whether it is a count that only grew from one day to a later one.
        apart: how far the figures lie apart, in words; empty where that tells nothing.
        reasons: why the figures are taken to be of one quantity.
        sides: the lowest value first.
    """

    id: str
    about: str
    is_growing: bool
    apart: str
    reasons: tuple[str, ...]
    sides: tuple[SideLine, ...]


class DisputeRow(msgspec.Struct, frozen=True):
    """A sentence of a dispute, for its table."""

    dispute: str
    about: str
    is_growing: bool
    who: str
    value: str
    words: str
    sentence: str
    document: str
    outlet: str
    published: Interval


def figure_lines(record: Record, claims: Sequence[Claim]) -> tuple[FigureLine, ...]:
    """The lines of figures, in their order."""
    documents = {id: record.document(id) for id in dict.fromkeys(claim.document for claim in claims)}
    outlets = {id: _outlet(record, each) for id, each in documents.items()}
    told = [claim.event for claim in claims if claim.event]
    events = {id: event.id for event in record.store.events_of(told) for id in event.tellings}
    return tuple(
        _line(claim, documents[claim.document], outlets[claim.document], events.get(claim.event or "", ""))
        for claim in claims
    )


def _line(claim: Claim, document: Document, outlet: str, event: str) -> FigureLine:
    return FigureLine(
        id=claim.id,
        value=_value(claim.low, claim.high),
        low=claim.low,
        high=claim.high,
        unit=_as_written(_joined(claim.unit), _joined(claim.evidence.of(document.text))),
        about=_joined(claim.about),
        says=", ".join(dict.fromkeys(wording.name(each.source) for each in claim.said_by)),
        document=document.id,
        title=_joined(document.title or ""),
        outlet=outlet,
        published=document.published.reported,
        sentence=_joined(claim.evidence.of(document.text)),
        words=marks.segments(document.text, claim.evidence, [Mark(claim.span, Lane.HIT)]),
        event=event,
        stands=links.figure(document.id, claim.id, claim.evidence.start),
    )


def _as_written(unit: str, sentence: str) -> str:
    """A unit, which is kept in small letters, as its sentence has it: "Russian soldiers"."""
    found = re.search(rf"(?<=\W){re.escape(unit)}\b", sentence, re.IGNORECASE) if unit else None
    return found[0] if found else unit


def _value(low: float | None, high: float | None) -> str:
    """The value, a fraction to two places: "about two thirds" is no more exact than that."""
    return wording.figure(*(None if each is None else round(each, 2) for each in (low, high)))


def _outlet(record: Record, document: Document) -> str:
    if document.outlet:
        return document.outlet
    return ", ".join(dict.fromkeys(each.outlet for each in record.appearances(document) if each.outlet))


def dispute_line(found: Disputed) -> DisputeLine:
    """The line of a quantity in dispute."""
    dispute = found.dispute
    is_growing = dispute.relation is Relation.UPDATED
    return DisputeLine(
        id=dispute.id,
        about=dispute.about,
        is_growing=is_growing,
        apart="" if is_growing else _apart(dispute.spread),
        reasons=dispute.reasons,
        sides=tuple(_side(voice, found.figures) for voice in dispute.voices),
    )


def _apart(times: float) -> str:
    if times > _WIDE:
        return ""
    return f"{times - 1:.1%} apart" if times < _NEAR else f"the highest {times:,.3g} times the lowest"


def _side(voice: Voice, figures: Iterable[Stated]) -> SideLine:
    said = [each for each in figures if each.claim.id in voice.claims and each.document in voice.documents]
    who = wording.party(voice.who)
    if voice.who in voice.documents:  # nobody in the text says so, and the report is of no outlet
        who = "a report of no named outlet"
    printed = tuple(dict.fromkeys(_printed(each) for each in said))
    return SideLine(who, _value(voice.low, voice.high), _joined(voice.words), printed)


def _printed(stated: Stated) -> Printed:
    return Printed(
        sentence=_joined(stated.sentence),
        document=stated.document,
        title=_joined(stated.title),
        outlet=stated.outlet,
        published=stated.published,
        link=links.event(stated.event) if stated.event else _stands(stated),
        stands=_stands(stated),
    )


def _stands(stated: Stated) -> str:
    return links.figure(stated.document, stated.claim.id, stated.claim.evidence.start)


def dispute_rows(found: Iterable[DisputeLine]) -> tuple[DisputeRow, ...]:
    """Each sentence of some disputes."""
    return tuple(
        DisputeRow(
            dispute=each.id,
            about=each.about,
            is_growing=each.is_growing,
            who=side.who,
            value=side.value,
            words=side.words,
            sentence=printed.sentence,
            document=printed.document,
            outlet=printed.outlet,
            published=printed.published,
        )
        for each in found
        for side in each.sides
        for printed in side.printed
    )


def _joined(words: str) -> str:
    return " ".join(words.split())
