"""Which names of a place the atlas keeps."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from dragoman.world.atlas.folding import fold

# Basic Latin, its supplements and Vietnamese: what an English text may print.
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’‘ʼ. -]+")
_MOST_WORDS = 5
_SHORTEST = 4
_LONGEST = 40
# How many other names a town keeps, by its population, where reports name it and elsewhere. Chosen so that
# the file stays under its limit; a large town is named in every spelling, a village in its own.
_KEPT = ((1_000_000, 40), (300_000, 30), (100_000, 20), (50_000, 14), (15_000, 8), (5_000, 3))
_KEPT_IN_CONFLICT = ((300_000, 40), (50_000, 20), (15_000, 12), (5_000, 6), (500, 3))
# Where the spelling of small places matters most, because reports transliterate them as they go.
IN_CONFLICT = frozenset(
    "UA RU BY MD GE AM AZ SY IQ IR IL PS LB YE LY SD SS AF PK ET ER ML NE BF MM CD".split()
)
_KEPT_OF_A_REGION, _KEPT_OF_A_DISTRICT = 12, 1
_CENTRE = 100_000  # people of a district that keeps another name


def town_names(name: str, others: Iterable[str], population: int, country: str) -> list[str]:
    """The other names of a town worth keeping, the likest to its name first."""
    steps = _KEPT_IN_CONFLICT if country in IN_CONFLICT else _KEPT
    return _likest(name, others, next((kept for people, kept in steps if population >= people), 0))


def division_names(name: str, others: Iterable[str], population: int, is_region: bool) -> list[str]:
    """The other names of a division worth keeping."""
    if is_region:
        return _likest(name, others, _KEPT_OF_A_REGION)
    return _likest(name, others, _KEPT_OF_A_DISTRICT if population >= _CENTRE else 0)


def english_name(name: str, others: Iterable[str]) -> str:
    """The name of a division: where GeoNames has it in a transliteration with signs ("Kharkivs’ka Oblast’"),
    the English one instead ("Kharkiv Oblast")."""
    if not any(sign in name for sign in "’ʼ'") or not name.rstrip("’ʼ'").endswith("Oblast"):
        return name
    english = [
        other for other in others if other.endswith(" Oblast") and other.isascii() and "'" not in other
    ]
    return min(english, key=lambda other: (len(other), other), default=name)


def is_printable(name: str) -> bool:
    """Whether an English text may print a name as it stands."""
    return (
        _LATIN.fullmatch(name) is not None
        and name[:1].isupper()
        and not (name.isupper() and len(name) < 2 * _SHORTEST)
        and _SHORTEST <= len(name) <= _LONGEST
        and name.count(" ") < _MOST_WORDS
    )


def _likest(name: str, others: Iterable[str], most: int) -> list[str]:
    """Names in Latin letters, one of each that are folded alike.

    Spellings of the name itself come first, since those are what a report prints; a name of its own (a former
    one) comes after them.
    """
    if not most:
        return []
    seen = {fold(name)}
    kept = []
    for other in sorted(others, key=lambda other: (-fuzz.ratio(fold(name), fold(other)), other)):
        if is_printable(other) and fold(other) not in seen:
            seen.add(fold(other))
            kept.append(other)
    return kept[:most]
