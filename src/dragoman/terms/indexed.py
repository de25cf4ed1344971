"""How the merging finds a telling again, and which tellings it has found to be alike."""

from __future__ import annotations

import msgspec


class Indexed(msgspec.Struct, frozen=True):
    """One telling as the store keeps it for the merging; derived, and made anew on every reading.

    Attributes:
        mention: id of the event mention.
        trace: what the merging compares, in its own form; nobody else looks into it.
        own: blocks that fit how exactly the telling is dated; signed 64-bit numbers.
        wider: blocks for tellings dated less exactly. Two tellings are compared when they share a block that
            is an own one of at least one of them.
    """

    mention: str
    trace: bytes
    own: tuple[int, ...]
    wider: tuple[int, ...] = ()


class Link(msgspec.Struct, frozen=True, order=True):
    """Two tellings that may tell one event.

    Attributes:
        one, other: ids of the event mentions, the smaller first.
        score: 0 to 1, the probability that they do.
    """

    one: str
    other: str
    score: float
