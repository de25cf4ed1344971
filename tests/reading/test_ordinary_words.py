"""The commonest words of English name nobody."""

from __future__ import annotations

import pytest

from dragoman.terms import EntityKind
from dragoman.world import load
from tests.reading.readings import reader

wordfreq = pytest.importorskip("wordfreq", reason="needs wordfreq, a tool of development")

# Capitalised, these are names and nothing else: who and what is named so in nearly all news.
NAMES = frozenset("Trump Obama Facebook Google Instagram Twitter Microsoft Harvard Youtube Disney".split())


def common() -> list[str]:
    """The 5,000 commonest words of three letters or more."""
    words = [word for word in wordfreq.top_n_list("en", 8_000) if word.isalpha() and len(word) > 2]
    return words[:5_000]


def found(words: list[str]) -> dict[str, str]:
    """Whom each word is taken for at the head of a sentence."""
    casting = reader().casting
    hits = {word: casting.names(f"{word} left.", None) for word in words}
    return {word: names[0].senses[0].entity for word, names in hits.items() if names}


def test_no_common_word_names_anybody() -> None:
    """In lower case none does."""
    assert found(common()) == {}


def test_capitalised_they_name_countries_and_towns_only() -> None:
    """At the head of a sentence a word is a name only when English has no other use for it."""
    world = load()
    kinds = {EntityKind.STATE, EntityKind.REGION, EntityKind.PLACE}
    taken = found([word.capitalize() for word in common()])
    others = {word: entity for word, entity in taken.items() if world.entities[entity].kind not in kinds}
    assert set(others) <= NAMES, others
