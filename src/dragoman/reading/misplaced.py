"""Words that a translation engine put where the original said something else.

A Korean text that says "at home" comes out as "in Korea", a Chinese one that says "our country" as
"China". Such
a country stands alone: it is named once or twice, without a person, a city or an office of it, in a text that
is about others. It is not coded then, only shown as doubtful.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from dragoman.reading.gazetteer import NameHit
from dragoman.terms import Span
from dragoman.world import World


class Misplaced(msgspec.Struct, frozen=True):
    """What engines make of words of one language.

    Attributes:
        surfaces: the words they write.
        countries: alpha-3 of whom these name.
        original: what the original says.
        example: a sentence of ours in which they do.
    """

    surfaces: tuple[str, ...]
    countries: frozenset[str]
    original: str
    example: str


MISPLACED = (
    Misplaced(
        ("Korea", "Korean"),
        frozenset({"KOR", "PRK"}),
        "at home, from Korean",
        "In Korea, drivers queue for fuel and blame the government in Lisbon.",
    ),
    Misplaced(
        ("China",),
        frozenset({"CHN"}),
        "our country, from Chinese",
        "Across China, the harvest is late, the Peruvian ministry said.",
    ),
    Misplaced(
        ("Japan",),
        frozenset({"JPN"}),
        "at home, from Japanese",
        "In Japan, the strike of the Chilean miners goes on.",
    ),
)
# More often than this nobody names a country by mistake.
_MOST = 2
# The country the text is about must be named at least so often, by itself or its people.
_PREVAILING = 3
_AT_HOME = re.compile(r"\b(?:[Ii]n|[Aa]cross|[Ww]ithin|[Tt]hroughout|[Ii]nside)(?: all of)? $")


def doubts(text: str, hits: Sequence[NameHit], world: World) -> Mapping[Span, str]:
    """The names of a text that may be a translator's, each with the reason."""
    found: dict[Span, str] = {}
    counts: Counter[str] = Counter()
    for hit in hits:
        country = world.entities[hit.senses[0].entity].country
        if country is not None:
            counts[country] += 1
    for row in MISPLACED:
        own = [hit for hit in hits if not row.countries.isdisjoint(_countries(hit, world))]
        others = max((n for country, n in counts.items() if country not in row.countries), default=0)
        plain = all(hit.span.of(text) in row.surfaces for hit in own)
        if not own or len(own) > _MOST or not plain or others < _PREVAILING:
            continue
        if all(_AT_HOME.search(text, 0, hit.span.start) for hit in own):
            for hit in own:
                words = hit.span.of(text)
                found[hit.span] = f"{words!r} may be a translator's for {row.original}; nothing supports it"
    return found


def _countries(hit: NameHit, world: World) -> set[str | None]:
    return {world.entities[name.entity].country for name in hit.senses}
