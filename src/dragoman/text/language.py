"""Which language an article is in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import msgspec

from dragoman.text.language_names import LANGUAGES
from dragoman.text.language_words import ENGLISH as ENGLISH_WORDS
from dragoman.text.language_words import FOREIGN, ONLY_ENGLISH

ENGLISH = "en"
# Characters looked at: enough for certainty, and most of a millisecond cheaper than a whole article.
_SAMPLE = 1000
_WIDE_SAMPLE = 20_000
# A menu line is shorter than this, a line of an article longer.
_BODY_LINE = 60
_WORD = re.compile(r"[^\W\d_]+")
# 400 English news articles have .09 to .33 of such words, 99 in 100 of them .14 and more; openings in sixteen
# other languages of Latin script written for the tests .08 and less ("for" and "have" exist elsewhere).
_ENGLISH_SHARE = 0.14
_FEW_WORDS = 12
# Without a single foreign function word, one word in so many that only English has settles it too.
_ONE_IN = 8
# Below this many letters the identifier is led by a name or two, so that English is believed when it comes
# this close to the best (difference of log-likelihoods). Short English headlines and sentences written for
# the tests come within 6.3, short sentences in ten other languages stay 14 away.
_SHORT = 120
_CLOSE = 8.0


class Language(msgspec.Struct, frozen=True):
    """A language: its ISO 639 code, ``und`` when there are no words, and its English name."""

    code: str
    name: str

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"


_NONE = Language("und", "no language")
_NO_WORDS = "zxx"  # the identifier's code for what is no language: numbers, addresses


def identify(text: str) -> Language:
    """The language of an article, judged on its body rather than on the menus around it.

    Its beginning and its middle are looked at; where they differ, most of the text decides.
    """
    first = _judge(_body(text, 0, _SAMPLE))
    if len(text) <= 2 * _SAMPLE:
        return first
    second = _judge(_body(text, len(text) // 2, _SAMPLE))
    return first if first == second else _judge(_body(text, 0, _WIDE_SAMPLE))


def _judge(sample: str) -> Language:
    words = _WORD.findall(sample.casefold())
    if not words:
        return _NONE
    if _reads_english(words):
        return _named(ENGLISH)
    code = _identifier().classify(sample)[0]
    if code == _NO_WORDS:
        return _NONE
    short = sum(map(len, words)) < _SHORT
    if code != ENGLISH and short and FOREIGN.isdisjoint(words) and _may_be_english(sample):
        return _named(ENGLISH)
    return _named(code)


def _body(text: str, start: int, limit: int) -> str:
    """Characters of the lines from ``start`` on that are long enough to belong to an article.

    Without such lines, whatever stands there.
    """
    taken: list[str] = []
    size = 0
    at = start
    while at < len(text) and size < limit:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if end - at >= _BODY_LINE:
            taken.append(text[at : min(end, at + limit)])
            size += len(taken[-1])
        at = end + 1
    return "\n".join(taken) if taken else text[start : start + limit]


def _reads_english(words: list[str]) -> bool:
    """Whether common words settle it, which saves asking the identifier."""
    english = sum(word in ENGLISH_WORDS for word in words)
    if len(words) >= _FEW_WORDS and english >= len(words) * _ENGLISH_SHARE and "the" in words:
        return True
    telling = sum(word in ONLY_ENGLISH for word in words)
    return telling * _ONE_IN >= len(words) and FOREIGN.isdisjoint(words)


def _may_be_english(sample: str) -> bool:
    ranked = _identifier().rank(sample)
    best = ranked[0][1]
    return any(code == ENGLISH and best - score <= _CLOSE for code, score in ranked)


def _named(code: str) -> Language:
    return Language(code, LANGUAGES.get(code, code))


@cache
def _identifier() -> Any:
    """The model, loaded when first needed (about half a second)."""
    import py3langid

    py3langid.set_languages([*LANGUAGES, _NO_WORDS])
    return py3langid
