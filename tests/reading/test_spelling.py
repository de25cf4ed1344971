"""Names spelt otherwise."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.spelling import Spellings, is_sure, ordinary_words
from dragoman.world import load
from dragoman.world.sounds import bones, sound

PAIRS = [
    ("Lukashenka", "Lukashenko"),
    ("Prigozin", "Prigozhin"),
    ("Kassym-Zomart", "Kassym-Jomart"),
    ("Fughacheva", "Pugacheva"),
    ("Zoko", "Joko"),
    ("Zoco", "Joko"),
    ("Liman", "Lyman"),
    ("Zaporiza", "Zaporizhzhia"),
    ("Kirgizstan", "Kyrgyzstan"),
    ("Gorbatschow", "Gorbachev"),
    ("Lafrov", "Lavrov"),
    ("Mishustyn", "Mishustin"),
    ("Zaparov", "Japarov"),
    ("Harkiv", "Kharkiv"),
]


@cache
def spellings() -> Spellings:
    """The spellings of the world that ships."""
    return Spellings(load())


@pytest.mark.parametrize(("written", "known"), PAIRS)
def test_transliterations_have_the_same_bones(written: str, known: str) -> None:
    """What schools of transliteration confuse is written alike."""
    assert bones(written) == bones(known)


@pytest.mark.parametrize("written", ["Lukashenka", "Prigozin", "Fughacheva", "Gorbatschow", "Mishustyn"])
def test_long_names_are_sure(written: str) -> None:
    """A long name that sounds the same needs nothing else to go by."""
    best = spellings().like(written)[0]
    assert is_sure(best, written)


@pytest.mark.parametrize(
    ("woman", "man"), [("Putina", "Putin"), ("Lavrova", "Lavrov"), ("Medvedeva", "Medvedev")]
)
def test_a_woman_is_not_her_husband(woman: str, man: str) -> None:
    """The ending of Slavic women's surnames makes another name."""
    assert man not in [spelling.surface for spelling in spellings().like(woman)]


@pytest.mark.parametrize(("one", "other"), [("Hussein", "Hassan"), ("Marin", "Moran"), ("Petro", "Petrov")])
def test_other_names_are_other_names(one: str, other: str) -> None:
    """The same consonants do not make the same name."""
    assert other not in [spelling.surface for spelling in spellings().like(one)]


def test_short_words_are_not_compared() -> None:
    """Three letters have too many neighbours."""
    assert spellings().like("Xie") == []


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x24F), max_size=30))
def test_sound_knows_no_case_and_no_spaces(words: str) -> None:
    """Case, spaces and hyphens do not change how a name sounds."""
    plain = "".join(letter for letter in words if letter.isascii())
    assert sound(plain.upper()) == sound(plain.lower()) == sound(plain.replace(" ", "-"))


def test_ordinary_words_are_in_lower_case() -> None:
    """The table holds words, not names."""
    words = ordinary_words()
    assert len(words) > 5_000
    assert {"talks", "army"} <= words
    assert not {"putin", "moscow", "kherson"} & words
