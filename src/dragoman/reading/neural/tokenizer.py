"""Texts as word pieces, with the way back to characters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dragoman.reading.neural.layout import MAX_TOKENS
from dragoman.terms import Span


class Pieces(msgspec.Struct, frozen=True, dict=True):
    """One text as the model sees it.

    Attributes:
        ids: word pieces, the opening and closing marks included.
        starts, ends: character offsets of each piece; 0 and 0 for the two marks.
        firsts: indices of the pieces that begin a word, in order.
    """

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    firsts: NDArray[np.int64]

    @cached_property
    def word_ends(self) -> NDArray[np.int64]:
        """Character offset where the word of each of ``firsts`` ends."""
        lasts = np.append(self.firsts[1:], len(self.ids) - 1) - 1
        found: NDArray[np.int64] = self.ends[lasts]
        return found

    def covered(self, span: Span) -> NDArray[np.int64]:
        """Indices of the pieces that share a character with a span."""
        return np.flatnonzero((self.starts < span.end) & (self.ends > span.start))


class PieceTokenizer:
    """Cuts texts into the word pieces of the model's vocabulary.

    Args:
        path: a ``tokenizer.json``.
    """

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_TOKENS)

    def cut(self, texts: Sequence[str]) -> list[Pieces]:
        """Each text as pieces; what goes beyond ``MAX_TOKENS`` is left out."""
        found = []
        for encoding in self._tokenizer.encode_batch(list(texts)):
            offsets = np.array(encoding.offsets, dtype=np.int64)
            words = np.array([-1 if word is None else word for word in encoding.word_ids])
            firsts = np.flatnonzero((words >= 0) & (words != np.roll(words, 1)))
            found.append(Pieces(np.array(encoding.ids, dtype=np.int64), offsets[:, 0], offsets[:, 1], firsts))
        return found
