"""Cue patterns: the words that name an act, matched on the tokens of a sentence.

A pattern is a few words: ``a|b`` either word, ``word?`` optional, ``...`` none to four words that are
skipped, as few as will do. In a verb cue the first word stands in any inflection; in a noun cue every word
in either number. A verb cue with an object ("impose ... sanctions on") is also found in the passive
("sanctions were imposed on").

Of two matches that share a word the one of more words stays; of equally long ones a false friend, then the
one that begins further left, then the active before the passive. What is still tied goes by the order of the
rows: files by name, rows as they stand in them.
The rows are tables (`dragoman.world.plover`, `dragoman.world.language`); here they are only matched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from typing import Generic, Protocol, TypeVar

import msgspec

from dragoman.reading.inflect import is_participle, noun_forms, verb_forms
from dragoman.reading.tokens import Token
from dragoman.reading.verbs import QUOTATION_MARKS
from dragoman.world.plover import CueKind

GAP_WORDS = 4
_PREPOSITIONS = frozenset(
    "of on against with to for from by in at into over upon between among under after about toward towards "
    "as out off up down away back through around across near within without that the a an its their".split()
)


class CueLike(Protocol):
    """What a table row must have to be matched."""

    @property
    def cue(self) -> str: ...
    @property
    def kind(self) -> CueKind: ...


RowT = TypeVar("RowT", bound=CueLike)


class _Element(msgspec.Struct, frozen=True):
    """One word of a pattern, or a gap when it has no forms."""

    forms: frozenset[str]

    @property
    def is_gap(self) -> bool:
        return not self.forms


class _Pattern(msgspec.Struct, Generic[RowT], frozen=True):
    row: RowT
    elements: tuple[_Element, ...]
    verb: int | None = None  # place of the verb among the words of a passive pattern

    @property
    def closing(self) -> frozenset[str]:
        """The forms of its last word; no sentence without one of them can match."""
        return next(element.forms for element in reversed(self.elements) if not element.is_gap)


class CueMatch(msgspec.Struct, Generic[RowT], frozen=True):
    """A cue found in a sentence.

    Attributes:
        row: the table row.
        words: indices of the tokens that matched, gaps left out, in order.
        head: index of the verb (verb cues), the noun (noun cues) or the first word (fixed ones).
        turned: whether a verb cue was found in the passive, its object in front.
    """

    row: RowT
    words: tuple[int, ...]
    head: int
    turned: bool = False

    @property
    def first(self) -> int:
        return self.words[0]

    @property
    def last(self) -> int:
        return self.words[-1]


class CueTable(Generic[RowT]):
    """All patterns of a table, indexed by their first word."""

    def __init__(self, rows: Iterable[RowT]) -> None:
        self._by_first: dict[str, list[tuple[frozenset[str], _Pattern[RowT]]]] = defaultdict(list)
        for row in rows:
            for pattern in (*_compile(row), *_turned(row)):
                for form in pattern.elements[0].forms:
                    self._by_first[form].append((pattern.closing, pattern))

    def matches(self, tokens: Sequence[Token]) -> Iterator[CueMatch[RowT]]:
        """Every match of every pattern, overlapping ones included, by position of the first word."""
        standing = frozenset(token.lower for token in tokens)
        for start, token in enumerate(tokens):
            for closing, pattern in self._by_first.get(token.lower, ()):
                if closing.isdisjoint(standing):
                    continue
                words = _match(pattern.elements, tokens, start)
                if words:
                    turned = pattern.verb is not None
                    head = words[pattern.verb or 0] if turned else _head(pattern.row.kind, words, tokens)
                    yield CueMatch(pattern.row, words, head, turned)

    def first_words(self) -> frozenset[str]:
        """Every surface a match can begin with."""
        return frozenset(self._by_first)


def longest(
    matches: Iterable[CueMatch[RowT]], *, prefer: frozenset[int] = frozenset()
) -> list[CueMatch[RowT]]:
    """The matches that stay when of two that share a word the longer wins, in order of position.

    Args:
        matches: as `CueTable.matches` gives them.
        prefer: ``id`` of rows that win a tie (false friends).
    """
    ranked = sorted(
        matches,
        key=lambda m: (-len(m.words), id(m.row) not in prefer, m.first, m.turned),
    )
    taken: set[int] = set()
    kept = []
    for match in ranked:
        if taken.isdisjoint(match.words):
            taken.update(match.words)
            kept.append(match)
    return sorted(kept, key=lambda m: m.head)


def _compile(row: RowT) -> Iterator[_Pattern[RowT]]:
    """The patterns of a row, one for each way to take its optional words."""
    words = row.cue.split()
    choices = [((word[:-1],), ()) if word.endswith("?") else ((word,),) for word in words]
    for choice in product(*choices):
        chosen = [word for part in choice for word in part]
        elements = tuple(_element(word, row.kind, first=i == 0) for i, word in enumerate(chosen))
        if elements and not elements[0].is_gap:
            yield _Pattern(row, elements)


def _turned(row: RowT) -> Iterator[_Pattern[RowT]]:
    """The passive of a verb cue that has an object: its noun, then the participle, then what follows."""
    if row.kind is not CueKind.VERB:
        return
    for pattern in _compile(row):
        words = list(pattern.elements[1:])
        particles = _take_while(words, lambda e: not e.is_gap and not e.forms - _PREPOSITIONS)
        _take_while(words, lambda e: e.is_gap)
        nouns = _take_while(words, lambda e: not e.is_gap and not e.forms <= _PREPOSITIONS)
        if nouns and all(not e.is_gap and e.forms <= _PREPOSITIONS for e in words):
            participle = _Element(frozenset(f for f in pattern.elements[0].forms if is_participle(f)))
            gap = _Element(frozenset())
            yield _Pattern(row, (*nouns, gap, participle, *particles, *words), len(nouns))


def _take_while(elements: list[_Element], holds: Callable[[_Element], bool]) -> list[_Element]:
    """Take the elements off the front for which something holds."""
    taken = []
    while elements and holds(elements[0]):
        taken.append(elements.pop(0))
    return taken


def _element(word: str, kind: CueKind, *, first: bool) -> _Element:
    if word == "...":
        return _Element(frozenset())
    alternatives = word.lower().split("|")
    if kind is CueKind.VERB and first:
        return _Element(frozenset(form for lemma in alternatives for form in verb_forms(lemma)))
    if kind is CueKind.FIXED:
        return _Element(frozenset(alternatives))
    return _Element(
        frozenset(
            form for noun in alternatives for form in ((noun,) if noun in _PREPOSITIONS else noun_forms(noun))
        )
    )


def _match(elements: Sequence[_Element], tokens: Sequence[Token], start: int) -> tuple[int, ...] | None:
    """Indices of the matched words, or ``None``; a gap takes as few words as it can."""
    words: list[int] = []
    position, slack = start, 0
    for element in elements:
        if element.is_gap:
            slack = GAP_WORDS
            continue
        found = _within(element, tokens, position, slack)
        if found is None:
            return None
        words.append(found)
        position, slack = found + 1, 0
    return tuple(words)


def _within(element: _Element, tokens: Sequence[Token], position: int, slack: int) -> int | None:
    index, left = position, slack
    while index < len(tokens) and left >= 0:
        if tokens[index].lower in element.forms:
            return index
        if tokens[index].text in QUOTATION_MARKS:  # "no intention" of attacking
            index += 1
            continue
        if not tokens[index].is_word and tokens[index].text not in "-'’" and tokens[index].lower != "'s":
            return None
        index, left = index + 1, left - 1
    return None


def _head(kind: CueKind, words: tuple[int, ...], tokens: Sequence[Token]) -> int:
    if kind is not CueKind.NOUN:
        return words[0]
    nouns = [index for index in words if tokens[index].lower not in _PREPOSITIONS]
    return nouns[-1] if nouns else words[-1]
