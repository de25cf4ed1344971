"""Names spelt otherwise: other alphabets, other schools of transliteration, translation engines.

A name is boiled down twice. Its *sound* writes alike what transliterations confuse: ``zh``, ``j`` and ``z``;
``ph``, ``p`` and ``f``; ``kh``, ``h`` and ``k``; ``y`` and ``i``. Its *bones* are the sound without vowels, one
letter for each family of consonants; they are what a table can be asked for at once. Two names are one spelt
twice when they have the same bones and their sounds are alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources

import msgspec
from rapidfuzz import fuzz

from dragoman.terms import EntityKind
from dragoman.world import Name, NameSense, World

# How alike two sounds are (rapidfuzz ratio, 0 to 100), by judgement on names of our own choice: with nothing
# else to go by ("Fughacheva" and "Pugacheva" are 100), and where the text speaks of the country.
ALONE, SUPPORTED = 88, 78
# A short name has too many neighbours: below these lengths it is not compared at all, or only with support.
SHORTEST, LONG = 4, 6
# Two families of consonants at least; "Mali" and "Malo" share two as well, so support is asked for.
_FEWEST_BONES = 2

# In this order; each is applied to the whole word.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"c(?![hzeiy])", "k"),
        (r"c(?=[eiy])", "s"),
        (r"tsch", "c"),
        (r"shch|sch|sh|sz|ss", "s"),
        (r"tch|ch|cz|ts|tz", "c"),
        (r"dzh|dj|zh|dz|j", "z"),
        (r"ph|pf|f|v|w|b", "p"),
        (r"th|dh|d", "t"),
        (r"(?<=[aeiouy])h(?![aeiouy])", ""),
        (r"kh|gh|q|g|h", "k"),
        (r"x", "ks"),
        (r"ou|oo", "u"),
        (r"y|ee", "i"),
        (r"(.)\1+", r"\1"),
    )
)
_BONES = str.maketrans({"z": "s", "c": "s", "a": "", "e": "", "i": "", "o": "", "u": ""})
_NOT_SPELT = frozenset({NameSense.ACRONYM})
_VOWELS = frozenset("aeiou")


class Spelling(msgspec.Struct, frozen=True):
    """A known name that words come close to.

    Attributes:
        surface: the known name.
        senses: everything it can mean.
        likeness: how alike the sounds are, 0 to 100.
    """

    surface: str
    senses: tuple[Name, ...]
    likeness: float


class Spellings:
    """The names of a `World` by their bones.

    Args:
        world: where the names come from.
    """

    def __init__(self, world: World) -> None:
        senses: dict[str, list[Name]] = defaultdict(list)
        for name in world.names:
            if name.sense not in _NOT_SPELT and len(name.surface) >= SHORTEST:
                senses[name.surface].append(name)
        self._by_bones: dict[str, list[tuple[str, tuple[Name, ...]]]] = defaultdict(list)
        for surface, names in senses.items():
            for written in {bones(variant) for variant in _respelt(surface)}:
                self._by_bones[written].append((surface, tuple(names)))
        people = {entity.id for entity in world.entities.values() if entity.kind is EntityKind.PERSON}
        self._given: dict[str, set[str]] = defaultdict(set)
        self._first_names: set[str] = set()
        for name in world.names:
            if name.sense is NameSense.FULL_NAME and name.entity in people:
                first = name.surface.split()[0]
                self._first_names.add(first)
                self._given[name.entity].add(sound(first))
        self._sounds_of_given = frozenset().union(*self._given.values())

    def like(self, words: str) -> list[Spelling]:
        """The known names that words may be, the most alike first.

        None when the words are too short, or somebody's given name as it stands ("Michael").
        """
        if len(words) < SHORTEST or words in self._first_names:
            return []
        best: dict[str, Spelling] = {}
        for written in _respelt(words):
            heard, bare = sound(written), bones(written)
            for surface, names in self._by_bones.get(bare, ()) if len(bare) >= _FEWEST_BONES else ():
                if surface.count(" ") != words.count(" "):
                    continue
                likeness = fuzz.ratio(heard, sound(surface), score_cutoff=SUPPORTED)
                known = best.get(surface)
                better = likeness and (known is None or likeness > known.likeness)
                if better and not _is_of_a_woman(words, surface):
                    best[surface] = Spelling(surface, names, likeness)
        return sorted(best.values(), key=lambda spelling: (-spelling.likeness, spelling.surface))

    def is_given_name(self, word: str) -> bool:
        """Whether somebody the world knows has that given name, in this spelling or another."""
        return sound(word) in self._sounds_of_given

    def is_given_name_of(self, word: str, person: str) -> bool:
        """Whether a word may be a spelling of the person's given name."""
        heard = sound(word)
        return any(fuzz.ratio(heard, known) >= SUPPORTED for known in self._given.get(person, ()))


def is_sure(spelling: Spelling, words: str) -> bool:
    """Whether words are a spelling of the name whatever the text speaks of."""
    return spelling.likeness >= ALONE and len(words) >= LONG


@lru_cache(maxsize=1 << 16)
def sound(words: str) -> str:
    """How words sound, spaces and hyphens left out.

    >>> sound("Zhaparov"), sound("Japarow")
    ('zaparop', 'zaparop')
    """
    bare = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    heard = re.sub(r"[^a-z]", "", bare)
    for pattern, replacement in _SOUNDS:
        heard = pattern.sub(replacement, heard)
    return heard


def ordinary_words() -> frozenset[str]:
    """Words that stand in lower case in ordinary text."""
    return _table("ordinary")


def proper_names() -> frozenset[str]:
    """Names that every reader of English knows as they stand: Dallas, Harris, Christ."""
    return _table("proper")


def _table(name: str) -> frozenset[str]:
    path = resources.files("dragoman.reading").joinpath(f"tables/{name}.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _respelt(words: str) -> list[str]:
    """Words, and how else they may be meant: ``h`` is dropped by some, ``j`` is ``y`` to others."""
    found = [words]
    if "h" in words[1:].lower():
        found.append(words[0] + re.sub(r"(?<![csztp])k?h", "", words[1:]))
    if "j" in words.lower():
        found.append(words.replace("J", "Y").replace("j", "y"))
    return found


@lru_cache(maxsize=1 << 16)
def bones(words: str) -> str:
    """The consonants of words by family, behind an ``a`` for a vowel at the head.

    >>> bones("Prigozin") == bones("Prigozhin")
    True
    """
    heard = sound(words)
    head = "a" if heard[:1] in _VOWELS else ""
    return head + re.sub(r"(.)\1+", r"\1", heard.translate(_BONES))


def _is_of_a_woman(words: str, surface: str) -> bool:
    """Whether one is the other with the ending of Slavic women's surnames: Putina is not Putin."""
    longer, shorter = (words, surface) if len(words) > len(surface) else (surface, words)
    return longer[-1:] == "a" and shorter[-1:] in {"v", "n", "y", "i"} and longer[-2:-1] in {"v", "n", "y"}


def distinct(senses: Sequence[Name]) -> list[str]:
    """The entities that senses name, each once, in order."""
    return list(dict.fromkeys(name.entity for name in senses))
