"""Where an act takes place: the place names of its sentence that are places and not governments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.reading.places import Toponym, ToponymSense
from dragoman.terms import Mention, PlaceKind, Span

# Words that put an act somewhere; "from" and "to" name its ends and are left to the roles.
_IN = re.compile(
    r"\b(?:in|at|near|outside|around|across|inside|off|throughout|within|on the outskirts of)\s+"
    r"(?:the\s+)?(?:(?:\w+\s+)?(?:city|town|village|port|region|district|province|capital|area|suburb)s?\s+of\s+)?"
    r"(?:the\s+)?(?:(?:north|south|east|west|central|nearby|occupied)\w*\s+)?$",
    re.IGNORECASE,
)
_BEFORE = 60  # characters in front of a name in which such words stand
_FAR = 90  # characters between an act and a place that still belongs to it; by judgement
_PARTS = re.compile(r"[;:]|\b(?:after|before|while|when|because|although|which|who|that)\b", re.IGNORECASE)


def mention_of(toponym: Toponym, text: str) -> Mention | None:
    """A place name as a mention: its entity is the place's id in the atlas, or a state's code."""
    place = toponym.place
    if place is None:
        return None
    country = place.id if place.kind is PlaceKind.STATE else place.country
    return Mention(toponym.span.of(text), place.id, country, None, toponym.span, toponym.reason)


def marked_place(toponyms: Sequence[Toponym], marks: Sequence[Span], text: str) -> Mention | None:
    """The smallest place among the words that are marked as the act's place."""
    inside = [toponym for toponym in toponyms if any(toponym.span.overlaps(mark) for mark in marks)]
    return next((found for toponym in _small_first(inside) if (found := mention_of(toponym, text))), None)


def place_beside(toponyms: Sequence[Toponym], trigger: Span, text: str) -> Mention | None:
    """The place that words such as "in" put an act into, near it and in its part of the sentence.

    Of "in Bakhmut, Donetsk region" it is the first, smaller one.
    """
    near = [
        toponym
        for toponym in toponyms
        if toponym.sense is ToponymSense.PLACE
        and toponym.place is not None
        and _IN.search(text[max(0, toponym.span.start - _BEFORE) : toponym.span.start])
        and _is_beside(toponym.span, trigger, text)
    ]
    # What stands behind the act comes first, as most places do
    near.sort(key=lambda toponym: (toponym.span.start < trigger.start, abs(toponym.span.start - trigger.end)))
    return mention_of(_smaller(near[0], toponyms, text), text) if near else None


def _smaller(large: Toponym, toponyms: Sequence[Toponym], text: str) -> Toponym:
    """ "Shelled Bakhmut in Donetsk region": the town in front, that is said to lie in it."""
    for toponym in reversed(toponyms):
        between = text[toponym.span.end : large.span.start]
        in_front = toponym.sense is ToponymSense.PLACE and toponym.span.end <= large.span.start
        if in_front and _lies_in(toponym, large) and _LIES_IN.fullmatch(between):
            return toponym
    return large


def _lies_in(small: Toponym, large: Toponym) -> bool:
    """Whether the atlas has it so: a smaller place of the same state."""
    one, other = small.place, large.place
    same = one is not None and other is not None and one.country is not None
    return same and one.country in (other.country, other.id) and _size(small) < _size(large)  # type: ignore[union-attr]


_LIES_IN = re.compile(r",?\s(?:in|of)\s(?:the\s)?(?:\w+\s)?|,\s", re.IGNORECASE)


def _is_beside(place: Span, trigger: Span, text: str) -> bool:
    start, end = (trigger.end, place.start) if place.start >= trigger.end else (place.end, trigger.start)
    return 0 <= end - start <= _FAR and not _PARTS.search(text, start, end)


_LARGE = (PlaceKind.CONTINENT, PlaceKind.STATE, PlaceKind.REGION, PlaceKind.AREA, PlaceKind.DISTRICT)


def _size(toponym: Toponym) -> int:
    """0 for a town or a site, more for what is larger."""
    kind = toponym.place.kind if toponym.place else PlaceKind.CONTINENT
    return len(_LARGE) - _LARGE.index(kind) if kind in _LARGE else 0


def _small_first(toponyms: Sequence[Toponym]) -> list[Toponym]:
    return sorted(toponyms, key=_size)
