"""What a rule kept of the words it matched, and what it is read against."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from dragoman.reading.times.lexicon import CLASSES, Value
from dragoman.terms import Interval


class Kept:
    """The words a rule kept, by name.

    Args:
        groups: name and words of each group that matched; the first of a name counts.
    """

    __slots__ = ("_groups",)

    def __init__(self, groups: dict[str, tuple[str, ...]]) -> None:
        self._groups = groups

    def __contains__(self, name: str) -> bool:
        return name in self._groups

    def words(self, name: str) -> tuple[str, ...]:
        """The words kept under a name; none when it matched nothing."""
        return self._groups.get(name, ())

    def look(self, name: str, table: str) -> Value:
        """What a class of the lexicon says of the first word kept under a name."""
        return CLASSES[table][self._groups[name][0]]

    def whole(self, name: str, table: str) -> int:
        """The same as a whole number."""
        return int(self.look(name, table))

    def month(self) -> int:
        """The month kept as ``m``, by name or number."""
        word = self._groups["m"][0]
        return int(CLASSES["MONTH"].get(word) or CLASSES["MONTHNUMBER"][word])

    def day(self, name: str = "d") -> int:
        """The day of the month kept under a name: "7", "07" or "7th"."""
        word = self._groups[name][0]
        return int(CLASSES["DAY"].get(word) or CLASSES["ORDINALDAY"][word])

    def year(self) -> int:
        """The year kept as ``y``."""
        return int(CLASSES["OLDYEAR"][self._groups["y"][0]])

    def unit(self) -> str:
        """The unit kept as ``u``, one or many."""
        word = self._groups["u"][0]
        return str(CLASSES["UNIT"].get(word) or CLASSES["UNITS"][word])

    def weekday(self) -> int:
        """The weekday kept as ``w``, in full or short; Monday is 1."""
        word = self._groups["w"][0]
        return int(CLASSES["WEEKDAY"].get(word) or CLASSES["SHORTDAY"][word])

    def number(self) -> float:
        """The number kept as ``n``, in words or figures: "two and a half" is 2.5."""
        return number_of(self._groups["n"])


# The classes of words that add to a number, each word counting once.
_NUMBERS = ("CARDINAL", "NUMERAL", "ORDINALWORD", "ORDINALNUMBER", "ARTICLE")


def number_of(words: Sequence[str]) -> float:
    """A number of several words: "1 , 000", "twenty - five", "half a", "three hundred", "21st"."""
    if "half" in words:
        rest = [word for word in words if word not in ("half", "and", "a", "an")]
        return 0.5 + (number_of(rest) if rest else 0)
    if "," in words or "." in words:
        text = "".join(word for word in words if word != ",")
        return float(text)
    total = 0.0
    for word in words:
        if word in CLASSES["HUNDRED"]:
            total = max(total, 1) * float(CLASSES["HUNDRED"][word])
        else:
            total += next((float(CLASSES[table][word]) for table in _NUMBERS if word in CLASSES[table]), 0)
    return total


class Setting(NamedTuple):
    """What an expression is read against. What takes a look at the text is only asked for when it is needed.

    Attributes:
        day: the day to count from; `None` when it is not known.
        last: value of the date named before, which "a year earlier" counts from; empty when there is none.
        leaning: says whether the sentence speaks of what lies ahead (true), behind (false) or neither.
        day_first: says whether 7/10/2022 begins with the day; `None` where the text does not settle it.
    """

    day: date | None
    last: str
    leaning: Callable[[], bool | None]
    day_first: Callable[[], bool | None]


class Sense(msgspec.Struct, frozen=True):
    """What the words mean in a setting.

    Attributes:
        value: TIMEX3 value.
        others: values of other readings.
        interval: the days, where the value alone does not say them.
        from_last: whether it was counted from the date named before.
        from_day: whether it was counted from the day of the setting.
    """

    value: str
    others: tuple[str, ...] = ()
    interval: Interval | None = None
    from_last: bool = False
    from_day: bool = False


Meaning = Callable[[Kept, Setting], Sense | None]


class Rule(msgspec.Struct, frozen=True):
    """A row of the grammar.

    Attributes:
        notation: the words it matches; see `dragoman.reading.times.notation`.
        meaning: what they mean.
        example: words it matches whole, or those of them in brackets.
        reads: the TIMEX3 value of the example in a text published on Friday, 14 October 2022.
        kind: DATE, TIME, DURATION or SET, where the value does not tell.
        mod: the TIMEX3 modifier that the words always carry.
        in_timeml: whether TimeML marks such words; anniversaries it does not.
    """

    notation: str
    meaning: Meaning
    example: str
    reads: str
    kind: str = ""
    mod: str = ""
    in_timeml: bool = True

    @property
    def name(self) -> str:
        """What the row is called in what it finds: its example."""
        return self.example
