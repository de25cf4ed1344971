"""The whole table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick

from dragoman.reading.translation.chinese import CHINESE
from dragoman.reading.translation.east_asian import EAST_ASIAN
from dragoman.reading.translation.figures import FIGURES, TWICE
from dragoman.reading.translation.german import GERMAN
from dragoman.reading.translation.german_hearsay import GERMAN_HEARSAY
from dragoman.reading.translation.german_syntax import GERMAN_SYNTAX
from dragoman.reading.translation.japanese import JAPANESE
from dragoman.reading.translation.japanese_phrases import JAPANESE_PHRASES
from dragoman.reading.translation.korean import KOREAN
from dragoman.reading.translation.near_east import NEAR_EAST
from dragoman.reading.translation.pattern import Letters, demands
from dragoman.reading.translation.romance import ROMANCE
from dragoman.reading.translation.row import Row
from dragoman.reading.translation.slavic import SLAVIC
from dragoman.reading.translation.slavic_syntax import SLAVIC_SYNTAX

ROWS: tuple[Row, ...] = (
    *EAST_ASIAN,
    *JAPANESE,
    *JAPANESE_PHRASES,
    *KOREAN,
    *CHINESE,
    *GERMAN,
    *GERMAN_HEARSAY,
    *GERMAN_SYNTAX,
    *ROMANCE,
    *SLAVIC,
    *SLAVIC_SYNTAX,
    *NEAR_EAST,
    *FIGURES,
    *TWICE,
)


def candidates(text: str) -> list[Row]:
    """The rows that can hold somewhere in a text, in the order of the table.

    Most rows ask for letters that most texts do not have. All of them are looked for at once, so that a text
    costs milliseconds.
    """
    automaton, asked = _index()
    there = set(automaton.find_matches_as_strings(text.lower(), overlapping=True))
    return [row for row, branches in zip(ROWS, asked, strict=True) if _may_hold(branches, there)]


def _may_hold(branches: Sequence[Sequence[Letters]], there: set[str]) -> bool:
    return any(all(not there.isdisjoint(letters) for letters in branch) for branch in branches)


@cache
def _index() -> tuple[AhoCorasick, list[tuple[tuple[Letters, ...], ...]]]:
    """What finds the letters, and what each row asks for."""
    asked = [demands(row.pattern) for row in ROWS]
    wanted = {each for branches in asked for branch in branches for letters in branch for each in letters}
    return AhoCorasick(sorted(wanted)), asked
