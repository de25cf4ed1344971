"""How the model's inputs and outputs are laid out. Training writes by this table and decoding reads by it.

Inputs are whole numbers for each word piece: its ``ids``, a ``mask`` of what is there, ``marks`` (see `Mark`)
and two hints (see `dragoman.reading.neural.hints`), ``acts`` and ``names``.

``tags`` has one row of channels for each token; `Head` names the slices. ``roles`` has one square of scores
for each `Role`: row is the token that names the act (or the reporting words), column the token that may
belong to a participant. ``pair`` has one score for each event type.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cached_property

import msgspec

from dragoman.terms import EventType, Status
from dragoman.world import plover

VERSION = 2
MAX_TOKENS = 192  # word pieces of one text; what goes beyond is not read

INPUTS = ("ids", "mask", "marks", "acts", "names")

OUTSIDE, BEGIN, INSIDE = 0, 1, 2

TYPES: tuple[EventType, ...] = tuple(EventType)
STATUSES: tuple[Status, ...] = tuple(Status)


class Head(msgspec.Struct, frozen=True):
    """A slice of the channels of ``tags``."""

    name: str
    start: int
    size: int

    @property
    def channels(self) -> slice:
        """Where it stands."""
        return slice(self.start, self.start + self.size)


SPAN_HEADS = ("mention", "trigger", "source", "cue", "content", "time", "place")

Mode = tuple[EventType, str]


class Layout(msgspec.Struct, frozen=True, dict=True):
    """The slices of ``tags`` for a model that knows these modes.

    A model keeps the modes it was trained with, so that a mode added to PLOVER's tables does not shift them.

    Attributes:
        modes: every mode of every type; channel 0 of the head stands for no mode, these follow.
        heads: the slices by name. The seven span heads have three channels each: outside, begin, inside.
            ``main`` says whether the act is the first an annotator would name.
        channels: how many there are.
    """

    modes: tuple[Mode, ...]

    @classmethod
    def of_tables(cls) -> Layout:
        """The layout for the modes of PLOVER's tables."""
        tables = plover.load()
        return cls(tuple((event_type, mode) for event_type in TYPES for mode in tables.modes(event_type)))

    @cached_property
    def heads(self) -> dict[str, Head]:
        sizes = dict.fromkeys(SPAN_HEADS, 3)
        sizes |= {"type": len(TYPES), "status": len(STATUSES), "main": 1, "mode": 1 + len(self.modes)}
        heads, start = {}, 0
        for name, size in sizes.items():
            heads[name] = Head(name, start, size)
            start += size
        return heads

    @property
    def channels(self) -> int:
        return sum(head.size for head in self.heads.values())


class Role(IntEnum):
    """What the column token is to the row token."""

    ACTOR = 0
    RECIPIENT = 1
    TIME = 2
    PLACE = 3
    SAID_BY = 4  # act -> who says so
    SOURCE = 5  # reporting words -> who speaks
    CONTENT = 6  # reporting words -> what is said


class Mark(IntEnum):
    """What the reader is told about a token: nothing, or that it belongs to a given pair."""

    NONE = 0
    ACTOR = 1
    RECIPIENT = 2
