"""Finding the time expressions of a text and reading them.

Reading takes nothing from case, spaces or line breaks: "ON THE 7TH" and "on\\nthe 7th" are the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import Protocol, TypeVar

import msgspec

from dragoman.reading.times import meanings, values
from dragoman.reading.times.grammar import Grammar, Match, grammar
from dragoman.reading.times.kept import Kept, Rule, Sense, Setting
from dragoman.reading.times.leaning import leaning
from dragoman.reading.times.lexicon import CLASSES
from dragoman.reading.times.notation import OTHER
from dragoman.terms import Interval, Span, TimeExpression, TimeKind, TimeReading

# A word, a number with its ending, or one sign, with the blanks behind it: all of the text, piece by piece.
_PIECE = re.compile(r"(?:\d++(?:(?:st|nd|rd|th|s)(?![^\W\d_]))?|[年月日]|[^\W\d_年月日]+|.)\s*", re.DOTALL)
# A date in numbers, 7/10/2022 or 7-10-22, whichever of the first two is the day.
_IN_NUMBERS = re.compile(r"(?<![\d/-])([0-3]?\d)([/-])([0-3]?\d)\2(?:\d\d){1,2}(?!\d)")
_MODIFIERS = {
    "more than": "MORE_THAN",
    "less than": "LESS_THAN",
    "fewer than": "LESS_THAN",
    "at least": "EQUAL_OR_MORE",
    "no less than": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS",
    "up to": "EQUAL_OR_LESS",
}

# What is named only to compare with is not what the next sentence counts from.
_ASIDE = (meanings.earlier, meanings.ago)


def find_times(text: str, published: Interval | None = None) -> list[TimeExpression]:
    """The time expressions of a text, in order.

    Args:
        text: any text.
        published: when it was published; what is relative is counted from it. Where it spans several days, so
            does what is counted from them; without it such expressions keep an unknown interval.
    """
    return list(_Text(text, published or Interval()).expressions())


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


Found = TypeVar("Found", bound=_Placed)


def within(found: Sequence[Found], span: Span) -> list[Found]:
    """Those of some finds that stand in a stretch of the text."""
    return [each for each in found if span.contains(each.span)]


class _Text:
    """A text cut into words, read from its beginning to its end.

    Args:
        text: any text.
        published: the days that relative expressions are counted from.
    """

    def __init__(self, text: str, published: Interval) -> None:
        lower = text.lower()
        if len(lower) != len(text):  # a few letters grow when lowered; offsets must stay
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        pieces = _PIECE.findall(lower)
        self._lower = lower
        self._starts = list(accumulate(map(len, pieces), initial=0))
        self._words = list(map(str.rstrip, pieces))
        self._grammar: Grammar = grammar()
        letter = self._grammar.letter.get
        self._letters = "".join([letter(word, OTHER) for word in self._words])
        self._days = _ends(published)
        self._last = ""  # value of the date read before

    def expressions(self) -> list[TimeExpression]:
        """The expressions, island by island: at each place what the first row that matches makes of it."""
        found: list[TimeExpression] = []
        for island in self._grammar.islands.finditer(self._letters):
            for match in self._grammar.matches(island.group()):
                expression = self._read(match, island.start())
                if expression is not None:
                    found.append(expression)
        return found

    def _read(self, match: Match, start: int) -> TimeExpression | None:
        """What a row matched in the island that begins at word ``start``; `None` if it is no time at all."""
        rule = self._grammar.rules[match.rule]
        first, last = match.first + start, match.last + start
        kept = Kept({name: tuple(self._words[i + start : j + start]) for name, i, j in match.kept})
        senses = [sense for day in self._days if (sense := self._sense(rule, kept, day, first, last))]
        if len(senses) != len(self._days):
            return None
        mod = rule.mod or _mod(kept)
        sense, interval = self._joined(rule, kept, senses, mod, (first, last))
        kind = rule.kind or _kind(sense.value)
        anchor = self._last if sense.from_last else "/".join(map(str, self._days)) if sense.from_day else ""
        if kind in ("DATE", "TIME") and not interval.is_unknown and rule.meaning not in _ASIDE:
            self._last = sense.value.split("T")[0] if sense.value[:1].isdigit() else ""
        span = Span(self._starts[first], self._starts[last - 1] + len(self._words[last - 1]))
        others = tuple(TimeReading(value, values.interval_of(value, mod)) for value in sense.others)
        return TimeExpression(
            span, TimeKind(kind), sense.value, interval, mod or None, anchor, others, rule.name
        )

    def _sense(self, rule: Rule, kept: Kept, day: date | None, first: int, last: int) -> Sense | None:
        """What the row says when counted from ``day``."""
        setting = Setting(
            day, self._last, lambda: leaning(self._words, first, last), lambda: self._begins_with_day
        )
        return rule.meaning(kept, setting)

    def _joined(
        self, rule: Rule, kept: Kept, senses: list[Sense], mod: str, place: tuple[int, int]
    ) -> tuple[Sense, Interval]:
        """One sense and the days of all: counted from a stretch of days, an expression covers a stretch.

        Where they differ, the sense is the one that needs no day to count from: "yesterday" is XXXX-XX-XX.
        """
        intervals = [s.interval or values.interval_of(s.value, mod) for s in senses]
        sense = senses[0]
        interval = intervals[0]
        for other in intervals[1:]:
            interval = values.hull(interval, other)
        if any(other.value != sense.value for other in senses):
            sense = msgspec.structs.replace(self._sense(rule, kept, None, *place) or sense, from_day=True)
        return sense, interval

    @cached_property
    def _begins_with_day(self) -> bool | None:
        """Whether dates in numbers begin with the day, by those of the text that can be read one way only."""
        pairs = [(int(found[1]), int(found[3])) for found in _IN_NUMBERS.finditer(self._lower)]
        votes = {first > 12 for first, second in pairs if (first > 12) != (second > 12)}
        return votes.pop() if len(votes) == 1 else None


def _ends(published: Interval) -> list[date | None]:
    """The days to count from: one, or the first and last of a stretch; none known when a side is open."""
    if published.earliest is None or published.latest is None:
        return [None]
    return [*dict.fromkeys((published.earliest, published.latest))]


def _mod(kept: Kept) -> str:
    """The TIMEX3 modifier of the words kept as ``mod``; empty when there are none."""
    words = kept.words("mod")
    if not words:
        return ""
    if len(words) > 1:
        return _MODIFIERS.get(" ".join(words), "")
    return str(CLASSES["EDGE"].get(words[0]) or CLASSES["APPROX"].get(words[0], ""))


def _kind(value: str) -> str:
    """The kind of time a value is of, as far as values tell."""
    if value[0] == "P" and not value.endswith("_REF"):
        return "DURATION"
    return "TIME" if "T" in value[4:] and not value.endswith("_REF") else "DATE"
