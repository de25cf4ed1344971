"""Names that say of each other where they lie: "Paris, Texas", "Paris (Texas)", "in A, B and C, Ohio"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dragoman.reading.places.candidates import Candidate, Candidates
from dragoman.reading.places.short import IN_PAIRS
from dragoman.terms import PlaceKind, Span
from dragoman.world.atlas import Atlas, fold

Pair = tuple[Candidate, Candidate]

_BETWEEN = re.compile(r",\s?|\s?\(|,? in |, near ")
_BEFORE_LETTERS = re.compile(r" ")  # "Paris TX"
_LISTED = re.compile(r",\s|,? and |,? or |,? & ")
_CLOSED = re.compile(r"\s*(?:[,.;:)\]—–-]|$|\n)")
_OUTER = frozenset({PlaceKind.STATE, PlaceKind.REGION, PlaceKind.DISTRICT, PlaceKind.ISLAND, PlaceKind.AREA})
# "In Geneva, U.S. envoys ...": where the comma parts two clauses, a place so much better known than the
# namesake in that state is meant all the same. On the scale of `candidates.prior`.
_BETTER_KNOWN = 2.0


def contained(
    text: str, spans: Sequence[Span], candidates: Candidates, atlas: Atlas
) -> dict[int, tuple[Pair, ...]]:
    """For each name that is said to lie in the next: the pairs of places for which that is so.

    Args:
        spans: the names in order.

    Returns:
        By the index of the name; the second of each pair is what the outer name means.
    """
    found: dict[int, tuple[Pair, ...]] = {}
    for index in range(len(spans) - 2, -1, -1):
        inner, outer = spans[index], spans[index + 1]
        between = text[inner.end : outer.start]
        pairs: tuple[Pair, ...] = ()
        if _parts(between, outer.of(text)):
            larger = candidates.of(outer.of(text), in_pair=True)
            pairs = _pairs(candidates.of(inner.of(text)), larger, atlas)
            if not _CLOSED.match(text, outer.end) and _is_far_fetched(pairs, candidates.of(inner.of(text))):
                pairs = ()
        if not pairs and _LISTED.fullmatch(between) and index + 1 in found:
            larger = tuple({large.place.id: large for _, large in found[index + 1]}.values())
            pairs = _pairs(candidates.of(inner.of(text)), larger, atlas)
        if pairs:
            found[index] = pairs
    return found


def _parts(between: str, outer: str) -> bool:
    """Whether the characters between two names may mean that the first lies in the second."""
    if _BEFORE_LETTERS.fullmatch(between):
        return outer in IN_PAIRS
    return _BETWEEN.fullmatch(between) is not None


def _pairs(smaller: Iterable[Candidate], larger: Sequence[Candidate], atlas: Atlas) -> tuple[Pair, ...]:
    return tuple(
        (small, large)
        for small in smaller
        for large in larger
        if large.place.kind in _OUTER
        and small.place.country == large.place.country
        and fold(small.place.name) != fold(large.place.name)
        and atlas.contains(large.place, small.place)
    )


def _is_far_fetched(pairs: Sequence[Pair], known: Sequence[Candidate]) -> bool:
    """Whether the name is that of a much better known place which lies elsewhere."""
    best = max((small.score for small, _ in pairs), default=0.0)
    return bool(known) and known[0].score > best + _BETTER_KNOWN
