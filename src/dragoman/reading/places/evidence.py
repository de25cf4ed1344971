"""What speaks for and against a name being that of a place, and how much."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.reading.places.words import Word

_IN = frozenset(
    "in near outside around throughout across inside downtown toward towards into via within northern "
    "southern "
    "eastern western central northeastern northwestern southeastern southwestern northeast northwest "
    "southeast southwest nearby neighboring neighbouring rural".split()
)
_AT = frozenset(
    "from to at of on between through for over above along off north south east west greater".split()
)
_BEHIND = frozenset("area residents resident native city-based region metropolitan suburb suburbs".split())
_BASED = frozenset({"-based", "-area", "-born"})


class Weights(msgspec.Struct, frozen=True):
    """What each sign is worth, as a logistic regression on UNER and CrossNER has it, rounded.

    Those sets hardly show a dateline, a pair, a home, persons or what other names of the text say; these are
    by judgement, on texts of our own.
    """

    state: float = 2.6
    famous: float = 2.6
    large: float = 1.3
    small: float = -0.4
    unknown: float = 1.2
    several_words: float = 0.8
    in_front: float = 1.5
    at_front: float = 0.6
    pair_inner: float = 2.0
    pair_outer: float = 2.0
    behind: float = 1.0
    dateline: float = 2.0
    elsewhere: float = 1.0
    nearby: float = 1.4
    home: float = 2.0
    ordinary: float = -2.3
    opening: float = -1.5
    given: float = -1.4
    surname: float = -1.7
    person_in_text: float = -2.8
    person_here: float = -3.0
    says: float = -1.2
    capital_before: float = -2.8
    capital_behind: float = -1.6
    capitals: float = -1.5
    threshold: float = 0.0


class Signs(msgspec.Struct):
    """Which signs a name shows; see `Weights`."""

    shown: list[str]

    def score(self, weights: Weights) -> float:
        """The sum of what they are worth."""
        return float(sum(getattr(weights, sign) for sign in self.shown))


def signs_around(words: Sequence[Word], first: int, last: int) -> list[str]:
    """The signs that the words around a name show."""
    shown = []
    before = words[first - 1] if first else None
    behind = words[last + 1] if last + 1 < len(words) else None
    if before is not None and words[first].gap in {" ", "\n"}:
        if before.lower in _IN:
            shown.append("in_front")
        elif before.lower in _AT:
            shown.append("at_front")
        elif before.is_capital and first > 1:
            shown.append("capital_before")
    if behind is not None and not words[last].is_possessive:
        if behind.gap == " " and behind.lower in _BEHIND:
            shown.append("behind")
        elif behind.gap == " " and behind.is_capital and not behind.is_all_capitals:
            shown.append("capital_behind")
    if words[last].text.lower().endswith(tuple(_BASED)):
        shown.append("behind")
    return shown
