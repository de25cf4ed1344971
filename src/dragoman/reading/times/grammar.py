"""The whole grammar, compiled once: every row of the tables, ready to be looked for."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from dragoman.reading.times import dates, lengths, near
from dragoman.reading.times.kept import Rule
from dragoman.reading.times.notation import OTHER, Alphabet, compiled, required

# In this order: what comes first wins where two rows begin at the same word.
RULES: tuple[Rule, ...] = (*dates.RULES, *near.RULES, *lengths.RULES)

# Signs that are written in several ways.
_SAME = {"’": "'", "‘": "'", "‑": "-", "−": "-"}


_REMEMBERED = 20_000  # stretches; a few megabytes


class Match(NamedTuple):
    """What a row matched in a stretch: its number, first and last letter, and what it keeps."""

    rule: int
    first: int
    last: int
    kept: tuple[tuple[str, int, int], ...]


class Grammar:
    """The rows as regular expressions over an alphabet of words.

    Attributes:
        letter: the character of a word; words that no rule knows are missing.
        islands: finds stretches of known words that can hold an expression.
    """

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        alphabet = Alphabet(rule.notation for rule in rules)
        self.letter = alphabet.of | {sign: alphabet.of[plain] for sign, plain in _SAME.items()}
        self.rules = rules
        core = "".join(alphabet.core)
        self.islands = re.compile(f"[^{OTHER}]*[{core}][^{OTHER}]*")
        self._core = {letter: _groups(names) for letter, names in alphabet.core.items()}
        self._plain = [compiled(rule.notation, alphabet, keeping=False) for rule in rules]
        self._keeping = [re.compile(compiled(rule.notation, alphabet, keeping=True)) for rule in rules]
        self._required = [_groups(required(rule.notation)) for rule in rules]
        self._joined: dict[frozenset[str], re.Pattern[str]] = {}
        self._remembered = lru_cache(_REMEMBERED)(self._find)

    def matches(self, island: str) -> tuple[Match, ...]:
        """What the rows match in a stretch of known words, one after the other, the first row that can first.

        Stretches come again and again ("on WEEKDAY .", "the UNIT"), so the last ones asked for are remembered.
        """
        return self._remembered(island)

    def _find(self, island: str) -> tuple[Match, ...]:
        sight, start, found = island + OTHER, 0, []
        pattern = self._able(island)
        while (match := pattern.search(sight, start)) is not None:
            start = max(match.end(), match.start() + 1)
            number = int((match.lastgroup or "r0")[1:])
            kept = self._kept(number, sight, match.start())
            found.append(Match(number, match.start(), match.end(), kept))
        return tuple(found)

    def _able(self, island: str) -> re.Pattern[str]:
        """The rules that can match in a stretch, as one expression; the group that matches is ``r`` and its number."""
        names = frozenset(
            name for letter in set(island) if letter in self._core for name in self._core[letter]
        )
        pattern = self._joined.get(names)
        if pattern is None:
            rows = [
                f"(?P<r{n}>{plain})"
                for n, (plain, needs) in enumerate(zip(self._plain, self._required, strict=True))
                if needs <= names
            ]
            pattern = self._joined[names] = re.compile("|".join(rows))
        return pattern

    def _kept(self, number: int, sight: str, start: int) -> tuple[tuple[str, int, int], ...]:
        """Name, first and last letter of what a row keeps of a match; of a name that comes twice the first."""
        match = self._keeping[number].match(sight, start)
        groups: dict[str, tuple[str, int, int]] = {}
        for group in self._keeping[number].groupindex if match else ():
            first, last = match.span(group) if match else (-1, -1)
            name = group.rpartition("_")[0]
            if first >= 0:
                groups.setdefault(name, (name, first, last))
        return tuple(groups.values())


# Core names in groups, so that few mixtures of them occur and few joined expressions are compiled.
_GROUPS = {
    "month": "MON MONTH FULLMONTH CLEARMONTH 年 月 日",
    "weekday": "WD WEEKDAY",
    "unit": "UNIT UNITS day days week month year quarter period time",
    "year": "YEAR OLDYEAR DECADE SHORTDECADE DECADEWORD",
    "number": ": / - MILITARY ORDINALDAY am pm m clock",
}
_GROUP_OF = {name: group for group, names in _GROUPS.items() for name in names.split()}


def _groups(names: frozenset[str]) -> frozenset[str]:
    return frozenset(_GROUP_OF.get(name, "other") for name in names)


@cache
def grammar() -> Grammar:
    """The grammar of this process."""
    return Grammar(RULES)
