"""Finding the names the world knows, and the common nouns that name an actor, in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.reading.tokens import Token, tokenize
from dragoman.terms import Span
from dragoman.world import Name, Office, World, load


class NameHit(msgspec.Struct, frozen=True):
    """A known name in the text and everything it can mean.

    Attributes:
        span: where it stands.
        senses: what it can mean, the likeliest first once the whole text has been looked at.
        why: why the first of them is the likeliest, where that is not plain.
        open: whether nothing tells the first from the second.
        doubt: why the words may not mean what they say; empty when nothing is wrong with them.
    """

    span: Span
    senses: tuple[Name, ...]
    why: str = ""
    open: bool = False
    doubt: str = ""


class NounHit(msgspec.Struct, frozen=True):
    """A common noun that names an actor ("troops", "foreign minister"), as token indices, both inclusive."""

    first: int
    last: int
    sector: str
    office: Office | None = None


class Gazetteer:
    """The names of a `World`, ready to be found.

    Args:
        world: where the names come from.
    """

    def __init__(self, world: World) -> None:
        senses: dict[str, list[Name]] = defaultdict(list)
        for name in world.names:
            senses[name.surface].append(name)
        self._surfaces = tuple(senses)
        self._senses = tuple(tuple(found) for found in senses.values())
        self._automaton = AhoCorasick(self._surfaces, matchkind=MatchKind.LeftmostLongest)
        self._nouns = _noun_index(world.sector_nouns, world.offices)

    def names(self, text: str) -> list[NameHit]:
        """Known names in order, the longest at each place, whole words only. Case counts."""
        hits = []
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            if _is_whole(text, start, end):
                hits.append(NameHit(Span(start, end), self._senses[index]))
        return hits

    def nouns(self, tokens: Sequence[Token]) -> list[NounHit]:
        """Actor nouns in order, the longest at each place; case does not count."""
        hits: list[NounHit] = []
        index = 0
        while index < len(tokens):
            hit = self._noun_at(tokens, index)
            if hit is not None:
                hits.append(hit)
                index = hit.last
            index += 1
        return hits

    def _noun_at(self, tokens: Sequence[Token], index: int) -> NounHit | None:
        found = self._nouns.get(tokens[index].lower)
        for words, sector, office in found or ():
            if len(words) == 1 or all(
                index + i < len(tokens) and tokens[index + i].lower == word for i, word in enumerate(words)
            ):
                return NounHit(index, index + len(words) - 1, sector, office)
        return None


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the world that ships."""
    return Gazetteer(load())


_NounEntry = tuple[tuple[str, ...], str, Office | None]


def _noun_index(
    sectors: Mapping[str, str], offices: Mapping[str, Office]
) -> Mapping[str, tuple[_NounEntry, ...]]:
    """Actor nouns by their first word, longest first."""
    entries: dict[tuple[str, ...], tuple[str, Office | None]] = {
        _words(noun): (sector, None) for noun, sector in sectors.items()
    }
    entries.update({_words(title): (office.sector, office) for title, office in offices.items()})
    index: dict[str, list[_NounEntry]] = defaultdict(list)
    for words, (sector, office) in sorted(entries.items(), key=lambda entry: -len(entry[0])):
        index[words[0]].append((words, sector, office))
    return {first: tuple(found) for first, found in index.items()}


def _words(noun: str) -> tuple[str, ...]:
    """The words of a noun as they stand in a sentence, where the possessive is a word of its own."""
    return (
        tuple(token.text for token in tokenize(noun, Span(0, len(noun))))
        if "'" in noun
        else tuple(noun.split())
    )


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())
