"""Words that name a day, a stretch of time, a length of time or how often."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from dragoman.terms.interval import Interval
from dragoman.terms.span import Span


class TimeKind(StrEnum):
    """The four kinds of TimeML: TIMEX3, guidelines 1.2.1."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimeReading(msgspec.Struct, frozen=True):
    """One way to read a time expression: its TIMEX3 value and the days it allows."""

    value: str
    interval: Interval


class TimeExpression(msgspec.Struct, frozen=True):
    """Words that name a time, and what they mean.

    Attributes:
        span: where the words stand in the text.
        kind: what they name.
        value: TIMEX3 value: ``2022-10-07``, ``2022-W40``, ``2022-Q3``, ``P3Y``, ``PAST_REF``. What is not
            known is an X: ``XXXX-XX-07``.
        interval: the days it allows; unknown for mere lengths, and where nothing tells what to count from.
        mod: TIMEX3 modifier (``START``, ``APPROX``, ``MORE_THAN`` ...), if the words hold one.
        anchor: what it was counted from, as a day or the value of another expression; empty when from
            nothing.
        alternatives: the other readings the words allow, the likelier first.
        rule: the row of the grammar that read it.
    """

    span: Span
    kind: TimeKind
    value: str
    interval: Interval = Interval()
    mod: str | None = None
    anchor: str = ""
    alternatives: tuple[TimeReading, ...] = ()
    rule: str = ""
