"""A sentence laid out: its tokens, phrases and verb groups, and what stands next to what."""

from __future__ import annotations

from enum import Enum, auto

import msgspec

from dragoman.reading.phrases import Phrase
from dragoman.reading.tokens import Token
from dragoman.reading.verbs import VerbGroup

QUOTES = frozenset({'"', "“", "”", "„", "«", "»", "``", "''"})
STOPS = frozenset({";", ":", "—", "…"}) | QUOTES
RELATIVE = frozenset({"who", "which", "that", "whom"})
PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "across", "inside", "around", "throughout", "outside", "via", "along"}
)
_ARTICLES = frozenset("the a an its their his her our both also then".split())


class Join(Enum):
    """How two neighbouring phrases hang together."""

    NONE = auto()
    COMMA = auto()
    AND = auto()


class Layout(msgspec.Struct, frozen=True):
    """A sentence with its phrases and verb groups.

    Attributes:
        tokens: the sentence.
        phrases: noun phrases in order.
        groups: verb groups in order.
    """

    tokens: tuple[Token, ...]
    phrases: tuple[Phrase, ...]
    groups: tuple[VerbGroup, ...]

    def group_at(self, head: int) -> VerbGroup | None:
        """The verb group that has a token among its words."""
        return next((group for group in self.groups if group.first <= head <= group.head), None)

    def coordinated(self, position: int) -> tuple[Phrase, ...]:
        """A phrase and those joined to it on the right; commas join only when an "and" closes the list."""
        found, closed = [self.phrases[position]], 1
        for phrase in self.phrases[position + 1 :]:
            join = self.join(found[-1], phrase)
            if join is Join.NONE:
                break
            found.append(phrase)
            closed = len(found) if join is Join.AND else closed
        return tuple(found[:closed])

    def coordinated_back(self, position: int) -> tuple[Phrase, ...]:
        """A phrase and those joined to it on the left; the nearest join must be an "and"."""
        found = [self.phrases[position]]
        for phrase in reversed(self.phrases[:position]):
            join = self.join(phrase, found[0])
            if join is Join.NONE or (len(found) == 1 and join is Join.COMMA):
                break
            found.insert(0, phrase)
        return tuple(found)

    def join(self, left: Phrase, right: Phrase) -> Join:
        between = [token.lower for token in self.tokens[left.last + 1 : right.first]]
        words = [word for word in between if word not in _ARTICLES]
        if left.possessive or not words or len(words) > 3:
            return Join.NONE
        if words == [","]:
            return Join.COMMA
        if words not in (["and"], ["or"], [",", "and"], ["as", "well", "as"], ["-"], ["–"], ["&"], ["/"]):
            return Join.NONE
        apart = words == [",", "and"] and self.starts_clause(right)
        return Join.NONE if apart else Join.AND

    def starts_clause(self, phrase: Phrase) -> bool:
        """Whether a finite verb follows the phrase at once, so that it is a subject of its own."""
        return any(group.is_finite and group.first == phrase.last + 1 for group in self.groups)

    def phrase_ending(self, index: int) -> int | None:
        """Position of the phrase that ends there, a bracket behind it left out: "the CSTO (a pact)"."""
        if index > 0 and self.tokens[index].text == ")":
            index = next((i - 1 for i in range(index, 0, -1) if self.tokens[i].text == "("), index)
        return next((i for i, phrase in enumerate(self.phrases) if phrase.last == index), None)

    def phrase_just_before(self, first: int) -> int | None:
        """A phrase that ends right before a position, a comma allowed between."""
        for index in (first - 1, first - 2):
            if index >= 0 and (index == first - 1 or self.tokens[first - 1].text == ","):
                position = self.phrase_ending(index)
                if position is not None:
                    return position
        return None

    def is_relative(self, index: int) -> bool:
        return (
            self.tokens[index].lower in RELATIVE and index > 0 and self.phrase_ending(index - 1) is not None
        )

    def has_stop(self, start: int, end: int) -> bool:
        return any(t.text in STOPS or t.text == "," for t in self.tokens[start:end])
