"""Words as stems, how rare each is in news, and which verb a noun is made from.

``scripts/word_counts.py`` and ``scripts/word_families.py`` make the tables; the second is taken from WordNet
3.1 of Princeton University, whose licence stands in ``WORDNET-LICENSE``.
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from importlib import resources

import msgspec
import snowballstemmer

from dragoman.terms import WorldError

COUNTS, FAMILIES = "counts.msgpack", "families.msgpack"
_WORD = re.compile(r"[^\W_]+(?:['’][a-z]+)?")
_STEMMER = snowballstemmer.stemmer("english")
_UNSEEN = 1.0  # texts in which a stem may have stood without being counted


class Counts(msgspec.Struct, frozen=True, array_like=True):
    """Number of texts, and in how many of them each stem stands."""

    texts: int
    stems: dict[str, int]


def stems(text: str) -> list[str]:
    """The words of a text by their stems (Porter 2), in order: "troops'" and "troop" are one."""
    return [stem(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of one word, in lower case and without a genitive."""
    bare = word.lower().replace("’", "'").split("'")[0]
    found: str = _STEMMER.stemWord(bare)
    return found


def rarity(stem: str) -> float:
    """How much a stem tells about a text: ln of all texts over those it stands in; near 0 for "the".

    Inverse document frequency (Spärck Jones 1972), on counts that ship and never change with the record.
    """
    return _rarities().get(stem, _rarest())


def family(stem: str) -> str:
    """The stem of the verb that a noun is made from, "invad" for "invas"; else the stem itself.

    British and American spellings are one: "recognis" is "recogn".
    """
    one = _one_spelling(stem)
    return _families().get(one, one)


@lru_cache(maxsize=65_536)
def _one_spelling(stem: str) -> str:
    """The stem of a verb in -ise as that of the same in -ize, where such a verb is known."""
    if not stem.endswith("is"):
        return stem
    other: str = _STEMMER.stemWord(f"{stem[:-1]}ze")
    return other if other == stem[:-2] and is_known(other) else stem


def counted() -> dict[str, int]:
    """Every stem that was counted, and in how many of our texts it stands."""
    return dict(_counts().stems)


def is_known(stem: str) -> bool:
    """Whether the stem stands in enough of our texts to have been counted."""
    return stem in _counts().stems


@cache
def _families() -> dict[str, str]:
    path = resources.files("dragoman.world.words") / FAMILIES
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=dict[str, str])
    except (msgspec.DecodeError, OSError) as error:
        raise WorldError(f"the word families cannot be read: {error}. Reinstall dragoman.") from error


@cache
def _rarities() -> dict[str, float]:
    counts = _counts()
    return {stem: math.log((counts.texts + 1) / (count + 0.5)) for stem, count in counts.stems.items()}


@cache
def _rarest() -> float:
    return math.log((_counts().texts + 1) / (_UNSEEN + 0.5))


@cache
def _counts() -> Counts:
    path = resources.files("dragoman.world.words") / COUNTS
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=Counts)
    except (msgspec.DecodeError, OSError) as error:
        raise WorldError(f"the word counts cannot be read: {error}. Reinstall dragoman.") from error
