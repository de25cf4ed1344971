"""A text that can be read."""

from __future__ import annotations

from datetime import date

import msgspec

from dragoman.terms.interval import Interval
from dragoman.terms.span import Span


class Clue(msgspec.Struct, frozen=True):
    """One reason to believe a document was published when we say.

    Attributes:
        kind: where the clue stands (``given``, ``metadata``, ``url``, ``dateline``, ``by hand``) or what it
            is made of (``date``, ``day and month``, ``office``, ``happening``, ``age`` ...).
        quotation: the characters the clue was read from, as written.
        interval: the days it allows, or makes likely.
        weight: 0 to 1; how unlikely the days outside are, by this clue alone.
        reason: why it allows these days, in words, where that is not plain.
    """

    kind: str
    quotation: str
    interval: Interval
    weight: float = 1.0
    reason: str = ""


_A_YEAR, _TWO_MONTHS, _A_MONTH = 366, 62, 31  # days
_SURE = frozenset({"given", "metadata", "url", "dateline", "by hand"})


class Published(msgspec.Struct, frozen=True):
    """When a document was published, and the clues that rests on. Unknown when there are none.

    Attributes:
        best: the likeliest day, where the interval was worked out from clues in the text.
    """

    interval: Interval = Interval()
    clues: tuple[Clue, ...] = ()
    best: date | None = None

    @property
    def is_sure(self) -> bool:
        """Whether its container or a person says it, to a month, and it is no guess from any text."""
        return any(
            clue.kind in _SURE
            and clue.interval.overlaps(self.interval)
            and (clue.interval.width_days or _A_MONTH + 1) <= _A_MONTH
            for clue in self.clues
        )

    @property
    def day(self) -> date | None:
        """One day to take for who held an office then: the likeliest, else the last; none when a stretch of
        more than a year is possible.
        """
        width = self.interval.width_days
        return None if width is not None and width > _A_YEAR else self.best or self.interval.latest

    @property
    def anchor(self) -> Interval:
        """The days to count "on Friday" from; unknown when more than two months are possible."""
        width = self.interval.width_days
        return self.interval if width is not None and width <= _TWO_MONTHS else Interval()

    @property
    def reported(self) -> Interval:
        """The days to list a report under: what is said of it, or a guess no wider than two months."""
        return self.interval if self.best is None else self.anchor

    def contradicts(self, clue: Clue) -> bool:
        """Whether a clue allows none of the days."""
        return not clue.interval.is_unknown and not clue.interval.overlaps(self.interval)


class Document(msgspec.Struct, frozen=True):
    """One article, repaired and laid out, before anything in it has been read.

    Attributes:
        id: hash of the normalised text; the same text is the same document wherever it was found.
        fingerprint: hash of the normalised text without its furniture; equal for exact copies that
            stand on different pages.
        text: the repaired text; every `Span` points into it.
        language: ISO 639-1 code.
        furniture: menus, forms, related links and other lines that are not the article, in order.
        sentences: the sentences of the article in order; furniture has none.
        repairs: what was mended on the way in ("decoded as cp1251", "mojibake repaired"), for people.
    """

    id: str
    fingerprint: str
    text: str
    origin: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str = "en"
    published: Published = Published()
    furniture: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    repairs: tuple[str, ...] = ()
