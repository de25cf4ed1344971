"""Names that say of each other where they lie: "Paris, Texas", "Paris (Texas)", "in A, B and C, Ohio"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.reading.places.candidates import Candidate, Candidates
from dragoman.terms import PlaceKind, Span
from dragoman.world.atlas import Atlas, fold

_BETWEEN = re.compile(r",\s?|\s?\(|,? in |, near |\s")
_LISTED = re.compile(r",\s|,? and |,? or |,? & ")
_OUTER = frozenset({PlaceKind.STATE, PlaceKind.REGION, PlaceKind.DISTRICT, PlaceKind.ISLAND, PlaceKind.AREA})


def contained(
    text: str, spans: Sequence[Span], candidates: Candidates, atlas: Atlas
) -> dict[int, tuple[tuple[Candidate, Candidate], ...]]:
    """For each name that is said to lie in the next: the pairs of places for which that is so.

    Args:
        spans: the names in order.

    Returns:
        By the index of the name; the second of each pair is what the outer name means.
    """
    found: dict[int, tuple[tuple[Candidate, Candidate], ...]] = {}
    for index in range(len(spans) - 2, -1, -1):
        between = text[spans[index].end : spans[index + 1].start]
        pairs: tuple[tuple[Candidate, Candidate], ...] = ()
        if _BETWEEN.fullmatch(between):
            pairs = _pairs(text, spans[index], spans[index + 1], candidates, atlas)
        if not pairs and _LISTED.fullmatch(between) and index + 1 in found:
            pairs = _as_neighbour(text, spans[index], found[index + 1], candidates, atlas)
        if pairs:
            found[index] = pairs
    return found


def _pairs(
    text: str, inner: Span, outer: Span, candidates: Candidates, atlas: Atlas
) -> tuple[tuple[Candidate, Candidate], ...]:
    return tuple(
        (small, large)
        for large in candidates.of(outer.of(text), in_pair=True)
        if large.place.kind in _OUTER
        for small in candidates.of(inner.of(text))
        if small.place.country == large.place.country and atlas.contains(large.place, small.place)
        and fold(small.place.name) != fold(large.place.name)
    )


def _as_neighbour(
    text: str,
    inner: Span,
    neighbours: Sequence[tuple[Candidate, Candidate]],
    candidates: Candidates,
    atlas: Atlas,
) -> tuple[tuple[Candidate, Candidate], ...]:
    """Pairs with what the next name of a list lies in."""
    outers = {large.place.id: large for _, large in neighbours}
    return tuple(
        (small, large)
        for large in outers.values()
        for small in candidates.of(inner.of(text))
        if small.place.country == large.place.country and atlas.contains(large.place, small.place)
    )
