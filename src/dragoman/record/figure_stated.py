"""A figure with what is known around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from dragoman.terms import Claim, Interval, Mention, Span

STATE = re.compile(r"[A-Z]{3}")  # the id of a state
MONTH = 31  # days; a figure says how things stand, and after a month another is no dispute. By judgement.
_SIDE = re.compile(r"[^.;,\d]{0,12}\b(?:at|on|from) (the \w+) side\b")


# "Russia had probably massed 190,000 personnel": they are its own.
_OWNER = re.compile(
    r"\b([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*) (?:(?:(?:has|had|have|of having) )?(?:\w+ly )?"
    r"(?:massed|amassed|sent|moved|deployed|stationed|gathered|concentrated)|has|have|had|keeps)\s+"
)


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
    """Where a text names whose people or things a figure counts: its noun, "on the Kyrgyz side" behind,
    "Russia massed" before.

    Names that begin there belong into `Stated.counted`.
    """
    place = text.lower().find(claim.unit.lower(), claim.span.start, claim.span.end)
    found = [Span(place, place + len(claim.unit))] if place >= 0 else []
    side = _SIDE.match(text, claim.span.end) or _owner(claim, text)
    return (*found, Span(*side.span(1))) if side else tuple(found)


def _owner(claim: Claim, text: str) -> re.Match[str] | None:
    """Who massed or sent those counted: right before the figure, or before the one whose noun it takes up."""
    before = list(_OWNER.finditer(text, claim.evidence.start, claim.span.start))
    takes_up = claim.unit.lower() not in claim.about.lower()
    return before[-1] if before and (takes_up or before[-1].end() == claim.span.start) else None


def voice(stated: Stated) -> str:
    """Who states the figure: the source it is given to, else the outlet, else the document."""
    sources = [said.source for said in stated.claim.said_by if any(map(str.isalpha, said.source.text))]
    if not sources:
        return stated.outlet or stated.document
    source = _called_by_name(sources[0], sources[1:])
    if source.entity or source.country:
        return "/".join(part for part in (source.entity or source.country, source.sector) if part)
    return source.text.lower()


def _called_by_name(source: Mention, others: Sequence[Mention]) -> Mention:
    """The person behind an office of his state: "Ukraine's defence minister, Oleksii Reznikov"."""
    if source.country is None or source.entity not in (None, source.country):
        return source
    named = (other for other in others if other.country == source.country)
    return next((other for other in named if other.entity not in (None, source.country)), source)


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
