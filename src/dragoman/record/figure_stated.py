"""A figure with what is known around it."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from dragoman.terms import Claim, Interval, Span

STATE = re.compile(r"[A-Z]{3}")  # the id of a state
MONTH = 31  # days; a figure says how things stand, and after a month another is no dispute. By judgement.
_SIDE = re.compile(r"[^.;,\d]{0,12}\b(?:at|on|from) (the \w+) side\b")


class Stated(msgspec.Struct, frozen=True):
    """A figure with what is needed to find others of the same quantity.

    Attributes:
        claim: the figure.
        document, outlet: where it stands; the outlet is empty where unknown.
        published: when the document came out.
        sentence: its text.
        title: headline of the document.
        counted: ids of the entities and countries named within the words of the figure ("Russian soldiers").
        entities: ids of the entities and countries named in its sentence.
        places: ids of the places named in its sentence.
        around: ids of all entities, countries and places of the document.
        event, story: ids of the merged event and of the story it belongs to, where known.
    """

    claim: Claim
    document: str
    outlet: str = ""
    published: Interval = Interval()
    sentence: str = ""
    title: str = ""
    counted: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    event: str | None = None
    story: str | None = None


def counted_words(claim: Claim, text: str) -> tuple[Span, ...]:
    """Where a text names whose people or things a figure counts: its noun, "on the Kyrgyz side" behind.

    Names that begin there belong into `Stated.counted`.
    """
    place = text.lower().find(claim.unit.lower(), claim.span.start, claim.span.end)
    found = [Span(place, place + len(claim.unit))] if place >= 0 else []
    side = _SIDE.match(text, claim.span.end)
    return (*found, Span(*side.span(1))) if side else tuple(found)


def voice(stated: Stated) -> str:
    """Who states the figure: the source it is given to, else the outlet, else the document."""
    for said in stated.claim.said_by:
        source = said.source
        if not any(letter.isalpha() for letter in source.text):
            continue
        if source.entity or source.country:
            return "/".join(part for part in (source.entity or source.country, source.sector) if part)
        return source.text.lower()
    return stated.outlet or stated.document


def days_apart(one: Stated, other: Stated) -> int | None:
    """Days between two publications at least; ``None`` where one is not known to a month."""
    first, second = one.published, other.published
    if first.overlaps(second):
        return 0 if _is_dated(one) and _is_dated(other) else None
    earlier, later = (first, second) if _ends(first) < _starts(second) else (second, first)
    return (_starts(later) - _ends(earlier)).days


def _is_dated(stated: Stated) -> bool:
    width = stated.published.width_days
    return width is not None and width <= MONTH


def _starts(days: Interval) -> date:
    return days.earliest or date.min


def _ends(days: Interval) -> date:
    return days.latest or date.max
