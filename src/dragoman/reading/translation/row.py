"""The rows by which a translation is known: what comes out of which language, and what it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cached_property

import msgspec

from dragoman.reading.translation.pattern import compiled
from dragoman.terms import DoubtKind

JA, KO, ZH, DE = ("ja",), ("ko",), ("zh",), ("de",)
EAST = ("ja", "ko", "zh")


class Strength(Enum):
    """How much a row says, by judgement: alone, where the text fits its language, and as a sign of it."""

    SURE = (0.8, 0.95, 2.0)
    LIKELY = (0.4, 0.8, 1.0)
    WEAK = (0.2, 0.6, 0.5)
    SIGN = (0.0, 0.0, 0.5)  # of the language only; the words themselves mislead nobody

    def confidence(self, fits: bool) -> float:
        """How sure a doubt is."""
        return self.value[1] if fits else self.value[0]

    @property
    def weight(self) -> float:
        """How much it adds for its languages."""
        return self.value[2]


class Row(msgspec.Struct, frozen=True, dict=True):
    """One row of the table.

    Attributes:
        pattern: a regular expression for whole words; the first letter may be a capital. ``<S>`` is the
            beginning of a sentence, ``<DAY>`` a day of the week, ``<MONTH>`` a month.
        likely: what is likely meant; ``\\1`` is the first group. Empty for a mere sign.
        why: the words of the original, or what its language does.
        example: a sentence of ours with such words.
        languages: of which languages this comes.
        unless: a regular expression; where the sentence has it, the row says nothing.
        unquoted: whether the words must stand outside quotation marks.
    """

    pattern: str
    likely: str
    why: str
    example: str
    languages: tuple[str, ...]
    kind: DoubtKind = DoubtKind.PHRASE
    strength: Strength = Strength.LIKELY
    unless: str = ""
    unquoted: bool = False

    def places(self, text: str) -> Iterator[re.Match[str]]:
        """Where whole words of a text fit the pattern."""
        for match in self.compiled.finditer(text):
            start = match.start()
            if not start or not (text[start].isalnum() and text[start - 1].isalnum()):
                yield match

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, which may begin inside a word."""
        return compiled(self.pattern)

    @cached_property
    def exception(self) -> re.Pattern[str] | None:
        """What takes the row back."""
        return re.compile(self.unless) if self.unless else None


def sign(pattern: str, why: str, example: str, languages: tuple[str, ...], *, unquoted: bool = False) -> Row:
    """A row that speaks for languages and doubts nothing."""
    return Row(pattern, "", why, example, languages, strength=Strength.SIGN, unquoted=unquoted)
