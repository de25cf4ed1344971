"""What two spellings of one place name have in common."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a",
     "ħ": "h", "-": " ", "–": " ", "‐": " ", "/": " ", ".": "", "'": "", "’": "", "‘": "", "ʼ": "", "`": "",
     "ʻ": "", "´": "", "ʹ": "", "′": "", ",": " "}
)  # fmt: skip
_MARKS = re.compile(r"[\u0300-\u036f]")
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft", "&": "and"}
_NEEDS_WORK = re.compile(r"\b(?:saint|sainte|mount|fort)\b|&|  |^the |^ | $")


@lru_cache(maxsize=1 << 16)  # a document asks for the same few hundred again and again
def fold(name: str) -> str:
    """A name without case, marks, stops and hyphens, with "St", "Mt" and "Ft" for what they stand for.

    "Saint-Étienne", "St. Etienne" and "st etienne" are folded alike.
    """
    folded = name.lower()
    if not folded.isascii():
        folded = _MARKS.sub("", unicodedata.normalize("NFKD", folded))
    folded = folded.translate(_LETTERS)
    if _NEEDS_WORK.search(folded):
        words = folded.split()
        if len(words) > 1 and words[0] == "the":
            del words[0]
        folded = " ".join(_SHORT.get(word, word) for word in words)
    return folded
