"""The place names of a document and what they mean."""

from __future__ import annotations

from functools import cache

import msgspec

from dragoman.reading.places.adjectives import names_of_others, places_in_the_news, places_of_adjectives
from dragoman.reading.places.candidates import Candidates
from dragoman.reading.places.disambiguate import Disambiguator
from dragoman.reading.places.people import People
from dragoman.reading.places.sense import sense_of
from dragoman.reading.places.tagger import RuleTagger, Tag
from dragoman.reading.places.toponym import Toponym
from dragoman.terms import Document, PlaceKind
from dragoman.world import load
from dragoman.world.atlas import load_atlas


class _Shipped(msgspec.Struct, frozen=True):
    """The parts that every call shares."""

    tag: RuleTagger
    disambiguator: Disambiguator
    modifiers: frozenset[str]


def find_toponyms(document: Document, tag: Tag | None = None) -> list[Toponym]:
    """The place names of a document in order, each with its place.

    Args:
        document: title, address and outlet are looked at as well as the text.
        tag: finds the names; each span it gives is looked up as a whole. The rules when left out.
    """
    shipped = _shipped()
    spans = sorted(set((tag or shipped.tag)(document)))
    decisions = shipped.disambiguator.decide(document, spans)
    return [
        Toponym(
            span,
            decision.place,
            decision.candidates,
            sense_of(document.text, span, decision.place, shipped.modifiers),
            decision.reason,
        )
        for span, decision in zip(spans, decisions, strict=True)
    ]


@cache
def _shipped() -> _Shipped:
    world, atlas = load(), load_atlas()
    adjectives, demonyms = places_of_adjectives(world, atlas)
    candidates = Candidates(atlas, {**demonyms, **adjectives}, places_in_the_news(world))
    # "New Zealand" is an adjective as well; as a name it says more
    modifiers = frozenset(
        surface
        for surface in adjectives
        if not any(place.kind is PlaceKind.STATE for place in atlas.named(surface))
    )
    disambiguator = Disambiguator(atlas, candidates)
    tagger = RuleTagger(candidates, People(world), modifiers, names_of_others(world), disambiguator.decide)
    return _Shipped(tagger, disambiguator, modifiers)
