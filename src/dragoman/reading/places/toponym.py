"""A place name in a text."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from dragoman.terms import Place, Span


class ToponymSense(StrEnum):
    """What a place name stands for where it is used."""

    PLACE = "place"  # troops in Moscow
    GOVERNMENT = "government"  # Moscow said
    MODIFIER = "modifier"  # Russian troops, Moscow's embassy
    PART = "part"  # of another name: the University of Toronto


class Toponym(msgspec.Struct, frozen=True):
    """A place name and what it means.

    Attributes:
        span: where it stands.
        place: the place; ``None`` where the atlas does not have it.
        candidates: how many places of the atlas have that name.
        sense: what it stands for.
        reason: why it is that place, in words.
    """

    span: Span
    place: Place | None
    candidates: int
    sense: ToponymSense
    reason: str
