"""How numbers are written: digits, words, fractions, ranges, and the words that loosen them."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "mln": 1e6, "bln": 1e9, "mn": 1e6, "bn": 1e9, "m": 1e6, "k": 1e3,
}  # fmt: skip
_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_WHOLE = {"half a dozen": 6, "a dozen": 12, "two dozen": 24, "three dozen": 36, "half a million": 500_000}
_VAGUE = {
    "dozens": (20, 99), "scores": (40, 199), "hundreds": (200, 999), "thousands": (2_000, 9_999),
    "tens of thousands": (20_000, 99_999), "hundreds of thousands": (200_000, 999_999),
    "millions": (2_000_000, 9_999_999), "several dozen": (24, 99), "a few dozen": (24, 60),
    "several hundred": (200, 999), "a few hundred": (200, 600), "several thousand": (2_000, 9_999),
    "a few thousand": (2_000, 6_000), "several million": (2e6, 9e6),
}  # fmt: skip
# Shares in words, in per cent; they count only before "of" or behind "more than".
_FRACTIONS = {
    "half": 50.0, "a third": 100 / 3, "one third": 100 / 3, "one-third": 100 / 3, "two thirds": 200 / 3,
    "two-thirds": 200 / 3, "a quarter": 25.0, "one quarter": 25.0, "three quarters": 75.0,
    "three-quarters": 75.0, "a fifth": 20.0, "one in five": 20.0, "a tenth": 10.0, "four fifths": 80.0,
}  # fmt: skip
_MORE = (
    "at least", "no fewer than", "no less than", "not less than", "a minimum of", "more than", "over",
    "upwards of", "in excess of", "above", "just over", "well over", "exceeds", "exceeded", "exceeding",
    "greater than", "not fewer than",
)  # fmt: skip
_LESS = (
    "up to", "at most", "as many as", "as much as", "no more than", "not more than", "a maximum of",
    "fewer than", "less than", "under", "below", "just under", "not quite", "does not exceed",
    "did not exceed", "not exceeding",
)  # fmt: skip
_ABOUT = (
    "about", "around", "some", "approximately", "roughly", "nearly", "almost", "an estimated", "estimated",
    "close to", "only", "exactly", "a total of", "another", "just", "all", "together", "probably",
)  # fmt: skip


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


# "Handed over 55 prisoners" is no "over 55".
_NO_MORE = "".join(
    f"(?<!{verb} )" for verb in ("handed", "hands", "hand", "handing", "turned", "took", "gave")
)
_QUALIFIER = _any((*_MORE, *_LESS, *_ABOUT)).replace("|over|", f"|{_NO_MORE}over|")
_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d{1,3}(?:[ ]\d{3})+(?!\d)|\d+(?:\.\d+)?"
_SMALL = rf"(?:(?:{_any(_TENS)})(?:[\s-](?:{_any(_ONES)}))?|{_any(_TEENS)}|{_any(_ONES)})"
_SPELT = (
    rf"(?:{_any(_WHOLE)}|(?:{_SMALL}|a)\s+hundred(?:\s+and\s+{_SMALL})?|{_SMALL}"
    rf"|a(?=\s+(?:thousand|million|billion|trillion)\b))"
)
_SCALE = r"hundred|thousand|million|billion|trillion|mln|bln|mn|bn"
_FRACTION = (
    rf"(?:{_any(_FRACTIONS)})\b(?=\s+of\b(?!\s+an?\s))"
    rf"|(?<=than )(?:{_any(_FRACTIONS)})\b(?!\s+(?:an?|hour)\b)"
)
_JOIN = r"\s+(?:and|to)\s+|\s?[–—-]\s?|\s+or\s+"
NUMBER = re.compile(
    rf"(?<![\w.,:/-])(?:(?P<qualifier>{_QUALIFIER})\s+)?(?:the\s+)?"
    rf"(?:(?P<apart>between|from)\s+)?(?P<currency>US\$|[$€£¥₽])?"
    rf"(?:(?P<vague>{_any(_VAGUE)})\b|(?P<fraction>{_FRACTION})"
    rf"|(?:(?P<number>{_DIGITS})|(?P<spelt>{_SPELT})(?![\w-]))(?![\d:])"
    rf"(?:[\s-](?P<scale>{_SCALE})\b|(?<=\d)(?P<short>m|bn|k|mn)\b)?(?P<sign>\s?%)?"
    rf"(?:(?P<join>{_JOIN})[$€£¥₽]?(?P<high>{_DIGITS}|{_SPELT}(?!\w))(?![\d:])"
    rf"(?:[\s-](?P<highscale>{_SCALE})\b)?(?P<highsign>\s?%)?)?)"
    r"(?P<more>\s+or\s+more\b|\+)?(?:\s?(?P<percent>%|per\s?cent\b|percent\b|pct\b))?",
    re.IGNORECASE,
)
# "from 10 to 13 percent" behind one of these is a way and not a range.
_MOVES = re.compile(
    r"\b(?:rose|rise|rises|risen|fell|falls?|fallen|lift\w*|rais\w+|cut|cuts|lower\w*|increas\w+|grew|grown"
    r"|climb\w*|jump\w*|drop\w*|went|gone|mov\w+|slid|edged|declin\w+|reduc\w+|expand\w+|doubl\w+)\b[^.;]{0,60}$",
    re.IGNORECASE,
)


class Bounds(msgspec.Struct, frozen=True):
    """The values that words allow; ``None`` is an open side."""

    low: float | None
    high: float | None
    is_share: bool = False


def bounds(match: re.Match[str], before: str) -> Bounds:
    """The values a number allows.

    Args:
        match: of `NUMBER`.
        before: the words of the sentence before it, which show "rose from 10 to 13" to be no range.
    """
    if match["vague"]:
        low, high = _VAGUE[" ".join(match["vague"].lower().split())]
        return Bounds(low, high)
    share = bool(match["fraction"] or match["sign"] or match["highsign"] or match["percent"])
    if match["fraction"]:
        value = _FRACTIONS[" ".join(match["fraction"].lower().split())]
    else:
        value = value_of(match["number"] or match["spelt"]) * _scale(match)
    if is_range(match):
        high = value_of(match["high"]) * SCALES.get((match["highscale"] or match["scale"] or "").lower(), 1.0)
        low = value_of(match["number"] or match["spelt"]) * _low_scale(match)
        moved = (match["apart"] or "").lower() == "from" and _MOVES.search(before)
        return Bounds(high, high, share) if moved else Bounds(low, high, share)
    qualifier = (match["qualifier"] or "").lower()
    if qualifier in _MORE or match["more"]:
        return Bounds(value, None, share)
    return Bounds(None, value, share) if qualifier in _LESS else Bounds(value, value, share)


def is_range(match: re.Match[str]) -> bool:
    """Whether two numbers are the ends of one range: the second is the larger."""
    if not match["high"]:
        return False
    joined = match["join"].strip().lower()
    if joined in ("and", "or") and not (match["apart"] and joined == "and"):
        return False
    high = value_of(match["high"]) * SCALES.get((match["highscale"] or "").lower(), 1.0)
    low = value_of(match["number"] or match["spelt"]) * _scale(match)
    return low < high or bool(match["apart"])


def number_end(match: re.Match[str]) -> int:
    """Where the number ends; before a second one that is not the end of a range."""
    if not match["high"] or is_range(match):
        return match.end()
    return match.start("join")


def value_of(written: str) -> float:
    """A number in digits or words: "1,300", "100 000", "twenty-five", "three hundred and fifty"."""
    if written[0].isdigit():
        return float(re.sub(r"[,\s]", "", written))
    words = " ".join(written.lower().split())
    if words in _WHOLE:
        return float(_WHOLE[words])
    total = 0
    for word in re.split(r"[\s-]+", words):
        if word == "hundred":
            total = (total or 1) * 100
        else:
            total += {**_ONES, **_TEENS, **_TENS}.get(word, 0)
    return float(total or 1)  # "a million"


def _scale(match: re.Match[str]) -> float:
    return SCALES.get((match["scale"] or match["short"] or "").lower(), 1.0)


def _low_scale(match: re.Match[str]) -> float:
    """The scale of the lower end: "2 to 3 million" says it once."""
    own = match["scale"] or match["short"] or match["highscale"] or ""
    return SCALES.get(own.lower(), 1.0)
