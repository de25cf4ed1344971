"""Names spelt otherwise: other alphabets, other schools of transliteration, translation engines.

Two names are one spelt twice when they have the same bones and their sounds are alike
(`dragoman.world.sounds`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from importlib import resources

import msgspec
from rapidfuzz import fuzz

from dragoman.terms import EntityKind
from dragoman.world import Name, NameSense, World
from dragoman.world.sounds import SHORTEST, bones, respelt, sound

# How alike two sounds are (rapidfuzz ratio, 0 to 100), by judgement on names of our own choice: with nothing
# else to go by ("Fughacheva" and "Pugacheva" are 100), and where the text speaks of the country.
ALONE, SUPPORTED = 88, 78
# A shorter name has too many neighbours to go without support.
LONG = 6
# Two families of consonants at least; "Mali" and "Malo" share two as well, so support is asked for.
_FEWEST_BONES = 2


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
        by_bones: dict[str, dict[str, None]] = defaultdict(dict)
        for name in world.names:
            if name.bones:
                senses[name.surface].append(name)
                for each in name.bones:
                    by_bones[each][name.surface] = None
        self._senses = {surface: tuple(names) for surface, names in senses.items()}
        self._by_bones = {each: tuple(surfaces) for each, surfaces in by_bones.items()}
        people = {entity.id for entity in world.entities.values() if entity.kind is EntityKind.PERSON}
        self._given: dict[str, dict[str, None]] = defaultdict(dict)
        for name in world.names:
            if name.sense is NameSense.FULL_NAME and name.entity in people:
                self._given[name.entity][name.surface.partition(" ")[0]] = None
        self._given_names = frozenset(given for names in self._given.values() for given in names)

    def like(self, words: str) -> list[Spelling]:
        """The known names that words may be, the most alike first.

        None when the words are too short, or somebody's given name as it stands ("Michael").
        """
        if len(words) < SHORTEST or words in self._given_names:
            return []
        if words.endswith("a") and words[:-1] in self._senses:
            return []  # Putina is not Putin, nor anybody spelt like her
        best: dict[str, Spelling] = {}
        for written in respelt(words):
            heard, bare = sound(written), bones(written)
            for surface in self._by_bones.get(bare, ()) if len(bare) >= _FEWEST_BONES else ():
                if surface.count(" ") != words.count(" "):
                    continue
                likeness = fuzz.ratio(heard, sound(surface), score_cutoff=SUPPORTED)
                known = best.get(surface)
                better = likeness and (known is None or likeness > known.likeness)
                if better and not _is_of_a_woman(words, surface):
                    best[surface] = Spelling(surface, self._senses[surface], likeness)
        return sorted(best.values(), key=lambda spelling: (-spelling.likeness, spelling.surface))

    def is_given_name(self, word: str) -> bool:
        """Whether somebody the world knows has that given name."""
        return word in self._given_names

    def is_given_name_of(self, word: str, person: str) -> bool:
        """Whether a word may be a spelling of the person's given name."""
        heard = sound(word)
        return any(fuzz.ratio(heard, sound(known)) >= SUPPORTED for known in self._given.get(person, ()))


def is_sure(spelling: Spelling, words: str) -> bool:
    """Whether words are a spelling of the name whatever the text speaks of."""
    return spelling.likeness >= ALONE and len(words) >= LONG


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


def _is_of_a_woman(words: str, surface: str) -> bool:
    """Whether one is the other with the ending of Slavic women's surnames: Putina is not Putin."""
    longer, shorter = (words, surface) if len(words) > len(surface) else (surface, words)
    return longer[-1:] == "a" and shorter[-1:] in {"v", "n", "y", "i"} and longer[-2:-1] in {"v", "n", "y"}


def distinct(senses: Sequence[Name]) -> list[str]:
    """The entities that senses name, each once, in order."""
    return list(dict.fromkeys(name.entity for name in senses))
