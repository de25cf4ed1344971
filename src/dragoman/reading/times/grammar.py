"""The whole grammar, compiled once: every row of the tables, ready to be looked for."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from dragoman.reading.times import dates, lengths, near
from dragoman.reading.times.kept import Rule
from dragoman.reading.times.notation import OTHER, Alphabet, compiled

# In this order: what comes first wins where two rows begin at the same word.
RULES: tuple[Rule, ...] = (*dates.RULES, *near.RULES, *lengths.RULES)

# Signs that are written in several ways.
_SAME = {"’": "'", "‘": "'", "‑": "-", "−": "-"}

_REMEMBERED = 20_000  # stretches; a few megabytes


class Match(NamedTuple):
    """What a row matched in a stretch.

    Attributes:
        rule: the number of the row.
        first, last: the letters it matched; ``last`` is the one behind them.
        kept: name, first and last letter of all that it keeps.
    """

    rule: int
    first: int
    last: int
    kept: tuple[tuple[str, int, int], ...]


class Grammar:
    """The rows as regular expressions over an alphabet of words.

    Attributes:
        letter: the character of a word; words that no rule knows are missing.
        rules: the rows.
        islands: finds stretches of known words that can hold an expression.
    """

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        alphabet = Alphabet(rule.notation for rule in rules)
        self.letter = alphabet.of | {sign: alphabet.of[plain] for sign, plain in _SAME.items()}
        self.rules = rules
        self.islands = re.compile(f"[^{OTHER}]*[{alphabet.core}][^{OTHER}]*")
        self._keeping = [re.compile(compiled(rule.notation, alphabet, keeping=True)) for rule in rules]
        plain = (compiled(rule.notation, alphabet, keeping=False) for rule in rules)
        self._joined = re.compile("|".join(f"(?P<r{n}>{row})" for n, row in enumerate(plain)))
        self._remembered = lru_cache(_REMEMBERED)(self._find)

    def matches(self, island: str) -> tuple[Match, ...]:
        """What the rows match in a stretch of known words, from left to right: at each place the first row.

        Stretches come again and again ("on WEEKDAY .", "the UNIT"), so the last ones asked for are kept.
        """
        return self._remembered(island)

    def _find(self, island: str) -> tuple[Match, ...]:
        sight, start, found = island + OTHER, 0, []
        while (match := self._joined.search(sight, start)) is not None:
            start = max(match.end(), match.start() + 1)
            number = int((match.lastgroup or "r0")[1:])
            kept = self._kept(number, sight, match.start())
            found.append(Match(number, match.start(), match.end(), kept))
        return tuple(found)

    def _kept(self, number: int, sight: str, start: int) -> tuple[tuple[str, int, int], ...]:
        """What a row keeps of a match: name and place; of a name that comes twice the first."""
        match = self._keeping[number].match(sight, start)
        groups: dict[str, tuple[str, int, int]] = {}
        for group in self._keeping[number].groupindex if match else ():
            first, last = match.span(group) if match else (-1, -1)
            name = group.rpartition("_")[0]
            if first >= 0:
                groups.setdefault(name, (name, first, last))
        return tuple(groups.values())


@cache
def grammar() -> Grammar:
    """The grammar of this process."""
    return Grammar(RULES)
