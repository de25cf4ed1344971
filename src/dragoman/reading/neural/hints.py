"""What the tables know about the words of a text, told to the network beside the words.

A small network has read few of the ways to name an act and knows few names. The cue tables and the world know
many, but not when they hold: "strike" is a cue whether workers or gamblers strike. So each word piece carries
two hints: which act some cue takes it for, and what kind of name it is part of. The network learns how far to
believe them; in training each kind is missing from a fourth of the texts, so that it reads without them too.
"""

from __future__ import annotations

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.reading.cues import CueTable, longest
from dragoman.reading.gazetteer import NameHit
from dragoman.reading.lexis import Lexis
from dragoman.reading.neural.layout import TYPES
from dragoman.reading.neural.tokenizer import Pieces
from dragoman.reading.tokens import Token, tokenize
from dragoman.terms import EntityKind, Span
from dragoman.world import NameSense
from dragoman.world.language import SayingCue
from dragoman.world.language import load as load_language

# Acts: nothing, the sixteen types, a false friend, reporting words.
FALSE_FRIEND, SAYING = 1 + len(TYPES), 2 + len(TYPES)
ACTS = 3 + len(TYPES)
# Names: nothing, then these; a common noun for an actor is the last.
_OF_STATES = {
    NameSense.ADJECTIVE: 2,
    NameSense.DEMONYM: 2,
    NameSense.CAPITAL: 3,
    NameSense.SEAT: 3,
}
_STATE, _NOUN = 1, 7
# Towns came into the world's files after the training.
_OF_KINDS = {
    EntityKind.BLOC: 4,
    EntityKind.REGION: 4,
    EntityKind.GROUP: 5,
    EntityKind.PERSON: 6,
    EntityKind.PLACE: 0,
}
NAMES = 8


class Hints(msgspec.Struct, frozen=True):
    """For each piece of a text, a number below `ACTS` and one below `NAMES`; 0 says nothing."""

    acts: NDArray[np.int64]
    names: NDArray[np.int64]


class HintFinder(Lexis):
    """Finds the hints of texts by the tables that ship."""

    def __init__(self) -> None:
        super().__init__()
        self._sayings: CueTable[SayingCue] = CueTable(load_language().saying)

    def find(self, text: str, pieces: Pieces) -> Hints:
        """The hints of one text."""
        acts, names = np.zeros((2, len(pieces.ids)), dtype=np.int64)
        tokens = tokenize(text, Span(0, len(text)))
        for saying in self._sayings.matches(tokens):
            _paint(acts, pieces, tokens, saying.words, SAYING)
        for match in longest(self.cues.matches(tokens), prefer=self.false_friends):
            event_type = self.types[id(match.row)]
            code = FALSE_FRIEND if event_type is None else 1 + TYPES.index(event_type)
            _paint(acts, pieces, tokens, match.words, code)
        for noun in self.gazetteer.nouns(tokens):
            _paint(names, pieces, tokens, tuple(range(noun.first, noun.last + 1)), _NOUN)
        for hit in self.gazetteer.names(text):
            names[pieces.covered(hit.span)] = self._kind(hit)
        return Hints(acts, names)

    def _kind(self, hit: NameHit) -> int:
        sense = hit.senses[0]
        kind = self.world.entities[sense.entity].kind
        return _OF_STATES.get(sense.sense, _STATE) if kind is EntityKind.STATE else _OF_KINDS[kind]


def _paint(
    row: NDArray[np.int64], pieces: Pieces, tokens: tuple[Token, ...], words: tuple[int, ...], code: int
) -> None:
    for word in words:
        row[pieces.covered(Span(tokens[word].start, tokens[word].end))] = code
