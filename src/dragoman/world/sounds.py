"""How a name sounds, whatever alphabet and school of transliteration it came through.

A name is boiled down twice. Its *sound* writes alike what transliterations confuse: ``zh``, ``j`` and ``z``;
``ph``, ``p`` and ``f``; ``kh``, ``h`` and ``k``; ``y`` and ``i``. Its *bones* are the sound without
vowels, one letter for each family of consonants; they are what a table can be asked for at once.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Shorter names have too many neighbours to be compared.
SHORTEST = 4

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
# Letters that lose nothing but a stroke, which the normal form does not take away
_STROKES = str.maketrans("łŁøØđĐıİßæÆœŒ", "lLoOdDiIsaAoO")
_VOWELS = frozenset("aeiou")


@lru_cache(maxsize=1 << 16)
def sound(words: str) -> str:
    """How words sound, spaces and hyphens left out.

    >>> sound("Zhaparov"), sound("Japarow")
    ('zaparop', 'zaparop')
    """
    bare = unicodedata.normalize("NFKD", words.translate(_STROKES)).encode("ascii", "ignore").decode().lower()
    heard = re.sub(r"[^a-z]", "", bare)
    for pattern, replacement in _SOUNDS:
        heard = pattern.sub(replacement, heard)
    return heard


def skeletons(words: str) -> tuple[str, ...]:
    """The bones of words and of how else they may be meant, each once."""
    return tuple(dict.fromkeys(bones(written) for written in respelt(words)))


def respelt(words: str) -> list[str]:
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
