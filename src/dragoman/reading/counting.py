"""Who gives a figure by a verb of counting: "Zas put the force at 2,500", "Peru raised its dead to 31"."""

from __future__ import annotations

import re

from dragoman.reading.clauses import Clauses
from dragoman.reading.phrases import Phrase
from dragoman.reading.verbs import VerbGroup
from dragoman.terms import Span

# Verbs by which somebody gives a number of what others count too. "Raised" and "put" do so only beside a
# number or a toll: who raised a flag counts nothing.
_COUNTS = frozenset({"estimate", "count", "announce", "claim", "admit", "confirm"})
_SETS = frozenset({"put", "raise", "lower", "revise", "correct"})
_SET_WORDS = frozenset({"number", "toll", "count", "at"})
_AND = re.compile(r"[^.;:]{0,40}?,?\s+and\s+")
_BUREAUS = frozenset({"office", "department", "service", "bureau"})
_FAR = 8  # likewise between "put" and "at": "puts the loss at 90 million"
_NEAR = 3  # words between a verb of counting and the figure: "announced another 31"


def counters(clauses: Clauses, figure: Span) -> tuple[Phrase, ...]:
    """Who gives a figure by a verb of counting, right before it or within its words."""
    words = [i for i, token in enumerate(clauses.tokens) if figure.start < token.end <= figure.end]
    if not words:
        return ()
    for group in clauses.groups:
        if _gives(clauses, group, words) and not (group.passive or group.negated or group.infinitive):
            return tuple(_holder(clauses, phrase) for phrase in clauses.subjects(group))
    return ()


def listed(clauses: Clauses, before: Span, figure: Span, text: str) -> bool:
    """Whether "and" joins a figure to the one before: "200,000 marchers in Peru, and 90,000 in Lima"."""
    if before.end >= figure.start or not _AND.fullmatch(text, before.end, figure.start):
        return False
    between = range(before.end, figure.start)
    return not any(clauses.tokens[group.head].start in between for group in clauses.groups)


def _holder(clauses: Clauses, phrase: Phrase) -> Phrase:
    """Whose office it is: "the General Prosecutor's Office"."""
    if clauses.tokens[phrase.last].lower not in _BUREAUS:
        return phrase
    return next((p for p in clauses.phrases if p.possessive and p.last + 2 == phrase.first), phrase)


def _gives(clauses: Clauses, group: VerbGroup, words: list[int]) -> bool:
    if group.lemma in _COUNTS:
        return words[0] - _NEAR <= group.head <= words[0]
    between = any(group.head < other.head < words[0] for other in clauses.groups)
    if between or not words[0] - _FAR <= group.head <= words[-1]:
        return False
    stretch = {token.lower for token in clauses.tokens[group.head : words[-1]]}
    return group.lemma in _SETS and bool(stretch & _SET_WORDS)
