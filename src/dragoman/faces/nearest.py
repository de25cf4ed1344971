"""What a misspelt name may have meant."""

from __future__ import annotations

from collections.abc import Iterable

_NEAR_ENOUGH = 60  # rapidfuzz ratio of 0-100 above which a known name is worth proposing


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """At most three known names like the one given, best first."""
    from rapidfuzz import process  # only mistakes need it

    found = process.extract(
        name.lower(), list(known), limit=3, score_cutoff=_NEAR_ENOUGH, processor=str.lower
    )
    return tuple(match for match, _, _ in found)
