"""Words of a text that name persons, so that they are not taken for places."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources

from dragoman.reading.places.words import Word
from dragoman.terms import EntityKind
from dragoman.world import NameSense, World

_TITLES = frozenset(
    "mr mrs ms miss dr prof professor rev reverend fr father sister brother pastor rabbi imam sheikh "
    "bishop archbishop "
    "cardinal pope sir lord lady dame baron king queen prince princess president vice-president "
    "chancellor premier minister secretary ambassador senator sen representative rep congressman "
    "congresswoman governor gov lt lieutenant mayor councilman councilwoman councillor councilor alderman "
    "commissioner sheriff deputy chief officer detective sergeant sgt capt captain cpl corporal maj major "
    "col colonel gen general adm admiral judge justice attorney atty coach manager director chairman "
    "chairwoman chairperson superintendent principal trooper pvt private spc constable inspector "
    "actor actress singer author spokesman spokeswoman spokesperson candidate quarterback pitcher "
    "defendant victim suspect leader founder ceo trustee treasurer marshal prosecutor assemblyman "
    "assemblywoman delegate supervisor".split()
)
# What people do and places do not.
_SAYING = frozenset(
    "said says told added asked wrote testified recalled replied noted explained admitted joked insisted "
    "argued pleaded scored threw hit ran rushed caught passed batted pitched hopes thinks believes hoped "
    "thought smiled laughed knows knew died grew married graduated".split()
)
_OF_A_NAME = frozenset(
    {"de", "da", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "di", "del"}
)
_MOST_WORDS = 3


class People:
    """Finds persons by given names, titles and what they do.

    Args:
        world: its people lend their given names.
    """

    def __init__(self, world: World) -> None:
        persons = {entity.id for entity in world.entities.values() if entity.kind is EntityKind.PERSON}
        own = {
            name.surface.partition(" ")[0]
            for name in world.names
            if name.sense is NameSense.FULL_NAME and name.entity in persons and " " in name.surface
        }
        self._given = given_names() | {name for name in own if len(name) > 2}
        self._surnames = {name.surface for name in world.names if name.sense is NameSense.SURNAME}

    def is_given(self, word: str) -> bool:
        """Whether somebody is called so by first name."""
        return word in self._given

    def is_surname(self, word: str) -> bool:
        """Whether the world knows somebody of that surname."""
        return word in self._surnames

    def in_sentence(self, words: Sequence[Word]) -> tuple[set[int], set[str]]:
        """The words of a sentence that belong to names of persons, and the surnames these persons have."""
        taken: set[int] = set()
        surnames: set[str] = set()
        for index, word in enumerate(words):
            if index in taken or not word.is_capital:
                continue
            last = self._end(words, index)
            if last is not None:
                taken.update(range(index, last + 1))
                if words[last].text not in self._given or last > index:
                    surnames.add(words[last].text)
        return taken, surnames

    def _end(self, words: Sequence[Word], index: int) -> int | None:
        """The last word of the name that begins at a word; ``None`` when none does."""
        word = words[index]
        if word.lower.rstrip(".") in _TITLES and not word.ends_with_comma:
            following = index + 1
            if following < len(words) and _goes_on(words, following):
                return self._surname_end(words, following)
            return None
        if word.text in self._given:
            following = index + 1
            while following < len(words) and words[following].is_initial:
                following += 1
            if following < len(words) and _goes_on(words, following):
                return self._surname_end(words, following)
        if word.is_initial and index + 1 < len(words) and _goes_on(words, index + 1):
            return index + 1
        return None

    def _surname_end(self, words: Sequence[Word], index: int) -> int:
        """The last word of a name of which one word is reached."""
        last = index
        while (
            last + 1 < len(words)
            and last - index + 1 < _MOST_WORDS
            and _goes_on(words, last + 1)
            and (words[last].text in self._given or words[last].is_initial or words[last].lower in _OF_A_NAME)
        ):
            last += 1
        return last


def says(words: Sequence[Word], behind: int) -> bool:
    """Whether the word at an index is what persons do."""
    return behind < len(words) and words[behind].lower in _SAYING


def _goes_on(words: Sequence[Word], index: int) -> bool:
    """Whether a word may belong to the name of which the word before it is part."""
    word, before = words[index], words[index - 1]
    if before.ends_with_comma or word.gap != " " or word.lower.rstrip(".") in _TITLES:
        return False
    if any(character.isdigit() for character in word.text):
        return False
    return (word.is_capital and not word.is_all_capitals) or (
        word.lower in _OF_A_NAME and index + 1 < len(words) and words[index + 1].is_capital
    )


@cache
def given_names() -> frozenset[str]:
    """Common given names."""
    path = resources.files("dragoman.reading").joinpath("tables/given.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
