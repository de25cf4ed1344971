"""What a document is looked up by: only documents that share a print are compared.

Three sorts, because copies are changed in three ways. Bands of a MinHash (Broder 1997; Leskovec, Rajaraman
and Ullman, Mining of Massive Datasets, 3.4) are shared by texts that have most of their word runs in
common. The lowest run of each long sentence is shared wherever a sentence was taken over, also slightly
changed. The lowest threes of neighbouring facts are shared by translations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b

from rensa import RMinHash

from dragoman.record.copying.facts import STATE, Fact, facts_of
from dragoman.record.copying.words import runs, words_of
from dragoman.terms import Document, Reading

# Two texts with a share s of their word runs in common share a band with 1 - (1 - s^3)^12: .80 at a half, .09
# at a fifth
_BANDS, _ROWS, _SEED = 12, 3, 1
_BAND_RUN, _SENTENCE_RUN = 3, 6  # words
_LONG_SENTENCE = 40  # letters and digits
# Pairs of facts brought 203 of the 2,556 pairs of bundled reports together, threes 34, of which 27 are no
# copies. Of the nine translations that these were chosen on, each shares at least 7 threes with its original;
# with the lowest 24 of some 45 one of them is hardly ever missed.
_THREES, _NEAR = 24, ((1, 2), (1, 3), (2, 3))
_COUNTED = 10  # a smaller number is in every article


def prints(document: Document, reading: Reading | None = None) -> tuple[int, ...]:
    """The prints of a document, signed 64-bit integers in ascending order, each once."""
    sentences = [[word.text for word in sentence] for sentence in words_of(document)]
    found = {
        *_bands([word for sentence in sentences for word in sentence]),
        *_sentences(sentences),
        *_threes(facts_of(document, reading)),
    }
    return tuple(sorted(found))


def _bands(words: Sequence[str]) -> Iterator[int]:
    """Hashes of the bands of the MinHash of the article's word runs."""
    if not words:
        return
    sketch = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    sketch.update(sorted({" ".join(run) for run in runs(words, _BAND_RUN)}))
    digest = sketch.digest()
    for band in range(_BANDS):
        rows = digest[band * _ROWS : (band + 1) * _ROWS]
        yield _hash(f"band {band}", *map(str, rows))


def _sentences(sentences: Sequence[Sequence[str]]) -> Iterator[int]:
    """The lowest hash of the word runs of each long sentence."""
    for words in sentences:
        if sum(map(len, words)) >= _LONG_SENTENCE:
            yield min(_hash("run", *run) for run in runs(words, _SENTENCE_RUN))


def _threes(facts: Sequence[Fact]) -> list[int]:
    """The lowest hashes of three facts close to each other, in whatever order.

    States and small numbers are left out: they are in every article.
    """
    told = [fact.keys[0] for fact in facts if fact.weight > STATE and not _is_small(fact)]
    threes = {
        tuple(sorted((first, told[place + second], told[place + third])))
        for place, first in enumerate(told)
        for second, third in _NEAR
        if place + third < len(told)
    }
    return sorted(_hash("facts", *three) for three in threes)[:_THREES]


def _is_small(fact: Fact) -> bool:
    key = fact.keys[0]
    return key.isdecimal() and int(key) < _COUNTED


def _hash(*parts: str) -> int:
    digest = blake2b("\x1f".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
