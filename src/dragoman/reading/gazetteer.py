"""Finding the names the world knows, and the common nouns that name an actor, in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.reading.tokens import Token, tokenize
from dragoman.terms import Span
from dragoman.world import Name, Office, World


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
            if is_whole(text, start, end):
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
        """The longest noun that begins at a token."""
        found, place = None, index
        node = self._nouns.get(tokens[index].lower)
        while node is not None:
            if node.sector is not None:
                found = NounHit(index, place, node.sector, node.office)
            place += 1
            node = node.longer.get(tokens[place].lower) if place < len(tokens) else None
        return found


class _NounNode(msgspec.Struct):
    """The nouns that begin with some words.

    Attributes:
        sector, office: of the noun that ends here, if one does.
        longer: by the next word.
    """

    sector: str | None = None
    office: Office | None = None
    longer: dict[str, _NounNode] = {}


def _noun_index(sectors: Mapping[str, str], offices: Mapping[str, Office]) -> Mapping[str, _NounNode]:
    """Actor nouns by their words; an office goes before a plain noun of the same words."""
    root = _NounNode()
    for noun, sector in sectors.items():
        _noun_node(root, noun).sector = sector
    for title, office in offices.items():
        node = _noun_node(root, title)
        node.sector, node.office = office.sector, office
    return root.longer


def _noun_node(root: _NounNode, noun: str) -> _NounNode:
    node = root
    for word in _words(noun):
        node = node.longer.setdefault(word, _NounNode())
    return node


def _words(noun: str) -> tuple[str, ...]:
    """The words of a noun as they stand in a sentence, where the possessive is a word of its own."""
    return (
        tuple(token.text for token in tokenize(noun, Span(0, len(noun))))
        if "'" in noun
        else tuple(noun.split())
    )


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends where words do."""
    return not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())
