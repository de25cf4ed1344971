"""Words that name nobody: a pronoun that takes up nobody known, "each side", "some of them", a number."""

from __future__ import annotations

import re

from dragoman.terms import Mention

_WORD = re.compile(r"[^\W\d_]+")
_STANDING_IN = frozenset(
    "he she it they him her them we us i me you who whom which that this these those himself herself itself "
    "themselves ourselves somebody someone anybody anyone everybody everyone nobody whoever one ones another "
    "others other former latter".split()
)
_HOW_MANY = frozenset("all any both each either every few many most neither none part several some".split())
_NUMBERS = frozenset("two three four five six seven eight nine ten".split())
_LINKING = frozenset("a an the of and or".split())
_SIDES = frozenset({"side", "sides"})
# "Both countries" says no more than "both", for who is meant stands before; "three countries" says how many
_ONLY_TAKEN_UP = frozenset({"both", "each", "either", "neither", "other"})
_PARTIES = frozenset(
    "party parties country countries nation nations state states neighbour neighbours".split()
)
_EMPTY = _STANDING_IN | _HOW_MANY | _NUMBERS | _LINKING | _SIDES


def names_somebody(mention: Mention) -> bool:
    """Whether it is known who is meant, or the words say what he is at least: "soldiers", "three states"."""
    return bool(mention.entity or mention.country) or not is_empty(mention.text)


def is_empty(words: str) -> bool:
    """Whether words by themselves say of nobody who or what he is."""
    said = set(_WORD.findall(words.lower()))
    return said <= (_EMPTY | _PARTIES if said & _ONLY_TAKEN_UP else _EMPTY)
