"""What every annotator offers: a batch of sentences in, a batch of annotations out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import msgspec

from dragoman.reading.annotation import Annotation
from dragoman.terms import EventType, Span, Status


class MarkedPair(msgspec.Struct, frozen=True):
    """A text with an actor and a recipient marked in it; ``None`` where one is not."""

    text: str
    actor: Span | None
    recipient: Span | None


class MarkedWord(msgspec.Struct, frozen=True):
    """A text with one verb or noun of happening marked in it."""

    text: str
    word: Span


class StatusShares(msgspec.Struct, frozen=True):
    """The probability of each `Status`, in its order."""

    shares: tuple[float, ...]

    @classmethod
    def sure(cls, status: Status) -> StatusShares:
        """All on one."""
        return cls(tuple(float(each is status) for each in Status))

    def of(self, *statuses: Status) -> float:
        """The probability that it is one of these."""
        return sum(share for each, share in zip(Status, self.shares, strict=True) if each in statuses)


class Annotator(Protocol):
    """Something that marks who does what to whom in sentences; it need not know the world.

    Attributes:
        name: name and version, kept with every event mention; a new version re-reads.
    """

    @property
    def name(self) -> str: ...

    def annotate(self, texts: Sequence[str]) -> list[Annotation]:
        """One annotation for each text, in the same order."""
        ...

    def type_pairs(self, pairs: Sequence[MarkedPair]) -> list[EventType | None]:
        """What each marked actor does to its recipient; ``None`` where nothing is told."""
        ...

    def statuses(self, words: Sequence[MarkedWord]) -> list[StatusShares]:
        """Whether what each marked word names happened."""
        ...
