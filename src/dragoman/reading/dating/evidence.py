"""What a clue finder gives: a quotation, a curve, and how to put it to people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec
import numpy as np

from dragoman.reading.dating.curves import Curve, Timeline
from dragoman.reading.gazetteer import NameHit
from dragoman.terms import Clue, Interval, Span, TimeExpression


class Evidence(msgspec.Struct, frozen=True):
    """One clue.

    Attributes:
        kind: what it is made of; `RELIABILITY` says how often such a clue is right.
        span: the words.
        curve: log-likelihood of each day where the clue is right.
        allows: the days it makes likely, as an interval near a day: what comes again every year is meant
            for the year in question.
        reason: why, in words.
        sureness: how often such a clue is right, where it is not what the kind says.
    """

    kind: str
    span: Span
    curve: Curve
    allows: Callable[[date], Interval]
    reason: str = ""
    sureness: float | None = None

    @property
    def weight(self) -> float:
        """How often a clue of this kind is right, 0 to 1."""
        return RELIABILITY[self.kind] if self.sureness is None else self.sureness

    def likelihood(self) -> Curve:
        """How much likelier than before each day becomes: where the clue is wrong it tells nothing."""
        shape = np.exp(self.curve - self.curve.max())
        likelihood: Curve = (self.weight * shape / shape.mean() + 1 - self.weight).astype(np.float32)
        return likelihood

    def clue(self, text: str, best: date) -> Clue:
        """For people, when the best day is known."""
        words = " ".join(self.span.of(text).split())
        return Clue(self.kind, words, self.allows(best), self.weight, self.reason)


# How often a clue of a kind is right. By judgement, see docs/why/dating.md.
RELIABILITY = {
    "date": 0.6,
    "month": 0.5,
    "year": 0.6,
    "day and month": 0.75,
    "day of the month": 0.8,
    "office": 0.97,
    "former office": 0.92,
    "role": 0.93,
    "happening": 0.95,
    "person": 0.8,
    "fresh": 0.8,
    "recurrent": 0.5,
    "age": 0.95,
    "birthday": 0.99,
    "meeting": 0.85,
    "anniversary": 0.85,
}


class Subject(msgspec.Struct, frozen=True):
    """A text whose day is sought.

    Attributes:
        text: with blanks in place of furniture, so that offsets stay.
        lower: the same in lower case.
        folded: the same again with plain apostrophes and without line ends, as phrases are looked for.
        times: the time expressions of it, read without a day.
        hits: the names of it.
        timeline: the days there are.
    """

    text: str
    lower: str
    folded: str
    times: list[TimeExpression]
    hits: list[NameHit]
    timeline: Timeline


def always(interval: Interval) -> Callable[[date], Interval]:
    """The same days whatever the best day is."""
    return lambda best: interval
