"""Which of the days a sentence names is the day of an act.

A day belongs to the verb beside it. It is given to an act when no other verb stands between the two, or when
it is the only exact day of the sentence and opens or closes it; a bare year must stand close. A day right
behind reporting words ("said on Tuesday that") dates the report, one in a dateline the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dragoman.reading.layout import Layout
from dragoman.reading.saying import Saying
from dragoman.reading.verbs import VerbGroup
from dragoman.terms import Interval, Span, TimeExpression, TimeKind

# Words between an act and a bare month or year that belongs to it. By judgement.
_CLOSE = 5
_WEEK = 7
# Words that open another clause, whose day is not this act's.
_PARTS = frozenset(
    "after before when while since until because although though if who which whose where".split()
)
# "KYIV, Nov 11 (Meridian Wire) -": what stands before the dash is no part of the first sentence.
_DATELINE = re.compile(r"^[A-Z][\w/ .'-]*,[^.]{0,60}?(?:\([^)]*\)\s*)?\s[-–—]\s")
_EDGE = 3


class NamedDay(msgspec.Struct, frozen=True):
    """Words that name a day or a period, and the days they allow."""

    span: Span
    interval: Interval


def days_named(times: Sequence[TimeExpression], after: Interval | None = None) -> list[NamedDay]:
    """The dates among the time expressions of a sentence.

    Args:
        after: for acts that lie ahead, when the document was published: of several readings of "on Friday"
            the next one is meant, unless the sentence says "last" or "since".
    """
    dates = [time for time in times if time.kind in (TimeKind.DATE, TimeKind.TIME)]
    return [NamedDay(time.span, time.interval if after is None else _to_come(time, after)) for time in dates]


def _to_come(time: TimeExpression, after: Interval) -> Interval:
    """The reading that lies ahead, if the first lies behind and another does not."""
    if not _is_behind(time.interval, after) or time.value == "PAST_REF":
        return time.interval
    return next((r.interval for r in time.alternatives if not _is_behind(r.interval, after)), time.interval)


def _is_behind(interval: Interval, published: Interval) -> bool:
    return bool(interval.latest and published.earliest and interval.latest < published.earliest)


def day_of(
    layout: Layout,
    days: Sequence[NamedDay],
    words: Sequence[int],
    own: Sequence[VerbGroup],
    sayings: Sequence[Saying],
    text: str,
) -> Interval:
    """The days an act can have happened by the words of its sentence; unknown when none belong to it.

    Args:
        layout: the sentence.
        days: what `days_named` gives for it.
        words: indices of the words that name the act.
        own: its own verb and the one that carries it; they do not stand between.
        sayings: the acts of reporting whose day is not the act's own; none for acts done by speaking.
        text: the sentence as written.
    """
    start = layout.tokens[0].start if layout.tokens else 0
    dateline = _DATELINE.match(text)
    free = [
        day
        for day in days
        if not day.interval.is_unknown
        and not (dateline and day.span.start - start < dateline.end())
        and not _dates_a_report(layout, day, words, sayings)
    ]
    beside = [day for day in free if _is_beside(layout, day, words, own)]
    if beside:
        return min(beside, key=lambda day: _distance(layout, day, words)).interval
    exact = [day for day in free if (day.interval.width_days or _WEEK + 1) <= _WEEK]
    if len(exact) == 1 and _frames(layout, exact[0], words):
        return exact[0].interval
    return Interval()


def _token_at(layout: Layout, day: NamedDay) -> int:
    return next((i for i, token in enumerate(layout.tokens) if token.end > day.span.start), 0)


def _end_token(layout: Layout, day: NamedDay) -> int:
    return next((i for i, token in enumerate(layout.tokens) if token.end >= day.span.end), 0)


def _distance(layout: Layout, day: NamedDay, words: Sequence[int]) -> int:
    return min(abs(_token_at(layout, day) - words[0]), abs(_token_at(layout, day) - words[-1]))


def _is_beside(layout: Layout, day: NamedDay, words: Sequence[int], own: Sequence[VerbGroup]) -> bool:
    """Whether no verb of another act stands between; a month or a year must stand close as well."""
    place = _token_at(layout, day)
    low, high = (words[-1], place) if place > words[-1] else (place, words[0])
    parted = _is_parted(layout, low + 1, high)
    between = [g for g in layout.groups if low < g.head < high and g not in own and g.head not in words]
    wide = (day.interval.width_days or _WEEK + 1) > _WEEK
    return not between and not parted and not (wide and _distance(layout, day, words) > _CLOSE)


def _dates_a_report(layout: Layout, day: NamedDay, words: Sequence[int], sayings: Sequence[Saying]) -> bool:
    """Whether the day stands right behind reporting words of which the act is what they report."""
    place = _token_at(layout, day)
    for saying in sayings:
        behind = max([saying.last, *(p.last for p in saying.sources if p.last < place)])
        about = any(start <= words[0] < end for start, end in saying.covers)
        if (
            about
            and saying.last < place
            and place - behind <= _EDGE
            and not saying.first <= words[0] <= saying.last
        ):
            return True
    return False


def _is_parted(layout: Layout, start: int, end: int) -> bool:
    """Whether another clause with its verb opens between two positions."""
    opening = next((i for i in range(start, end) if layout.tokens[i].lower in _PARTS), None)
    return opening is not None and any(g.is_finite and opening < g.head < end for g in layout.groups)


def _frames(layout: Layout, day: NamedDay, words: Sequence[int]) -> bool:
    """Whether a day opens the sentence, or closes it in the clause of the act."""
    last = _end_token(layout, day)
    verbs = [group.first for group in layout.groups if group.is_finite]
    set_apart = last + 1 < len(layout.tokens) and layout.tokens[last + 1].text == ","
    opens = _token_at(layout, day) < _EDGE or (set_apart and last < min(verbs, default=0))
    closes = last >= len(layout.tokens) - _EDGE and not _is_parted(layout, words[-1] + 1, last)
    return opens or closes
