"""Figures that somebody states: the number, what it counts, and the words that loosen it."""

from __future__ import annotations

import re

import msgspec

from dragoman.terms import Span

_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "mln": 1e6,
    "bln": 1e9,
}
_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "a dozen": 12, "half a million": 500_000,
}  # fmt: skip
_VAGUE = {
    "dozens": (20, 99), "hundreds": (200, 999), "thousands": (2_000, 9_999),
    "tens of thousands": (20_000, 99_999), "hundreds of thousands": (200_000, 999_999),
    "millions": (2_000_000, 9_999_999), "more than half": (0.5, 1.0), "less than half": (0.0, 0.5),
}  # fmt: skip
_AT_LEAST = ("at least", "no fewer than", "no less than", "a minimum of")
_MORE = ("more than", "over", "upwards of", "in excess of", "above")
_AT_MOST = ("up to", "at most", "as many as", "as much as", "no more than", "a maximum of")
_LESS = ("fewer than", "less than", "under", "below")
_ABOUT = (
    "about", "around", "some", "approximately", "roughly", "nearly", "almost", "an estimated", "estimated",
    "close to", "only", "exactly", "a total of", "another", "just",
)  # fmt: skip
_QUALIFIER = "|".join(sorted((*_AT_LEAST, *_MORE, *_AT_MOST, *_LESS, *_ABOUT), key=len, reverse=True))
_SCALE = "|".join(_SCALES)
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_VAGUE_WORD = "|".join(sorted(_VAGUE, key=len, reverse=True))
_UNIT = (
    r"(?P<unit>(?:[a-z][a-z'-]*[ ]){0,3}?[a-z][a-z'-]+s"
    r"|people|men|women|children|percent|per cent|police|troops)"
)
_MONEY = r"(?P<currency>[$€£¥]|US\$)"
_FIGURE = re.compile(
    rf"(?:\b(?P<qualifier>{_QUALIFIER})\s+)?"
    rf"(?:(?:between|from)\s+(?P<low>{_NUMBER})\s+(?:and|to)\s+(?P<high>{_NUMBER})"
    rf"|{_MONEY}?\b(?P<number>{_NUMBER})|\b(?P<word>{_WORD})\b|\b(?P<vague>{_VAGUE_WORD})(?:\s+of)?)"
    rf"(?:[\s-](?P<scale>{_SCALE})\b)?(?P<percent>\s?%)?(?:\s+(?:of\s+)?(?:the\s+|its\s+|their\s+)?{_UNIT}\b)?",
    re.IGNORECASE,
)
# Numbers that count nothing: years, ordinals, clock times, dates.
_NOT_A_FIGURE = re.compile(r"^(?:19|20)\d\d$")
_CALENDAR = frozenset(
    "days hours minutes months weeks years o'clock january february march april may june july august "
    "september october november december".split()
)


class Figure(msgspec.Struct, frozen=True):
    """A number in a sentence.

    Attributes:
        span: the words of the figure with qualifier and unit.
        low, high: what it allows; ``None`` is an open side.
    """

    span: Span
    low: float | None
    high: float | None
    unit: str
    qualifier: str


def find_figures(text: str, span: Span) -> list[Figure]:
    """The figures of a sentence that count something, in order."""
    figures = (_figure(match, text) for match in _FIGURE.finditer(text, span.start, span.end))
    return [figure for figure in figures if figure is not None]


def _figure(match: re.Match[str], text: str) -> Figure | None:
    unit = _unit(match)
    follows = text[match.end() : match.end() + 3]
    plain = match["number"] or ""
    if not unit or _NOT_A_FIGURE.match(plain) or follows[:2] in ("st", "nd", "rd", "th"):
        return None
    low, high = _bounds(match)
    return Figure(Span(*match.span()), low, high, unit, (match["qualifier"] or "").lower())


def _unit(match: re.Match[str]) -> str:
    if match["percent"]:
        return "percent"
    words = (match["unit"] or "").lower().strip()
    if match["currency"]:
        return {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}[match["currency"]]
    return "" if not words or words.split()[-1] in _CALENDAR else words


def _bounds(match: re.Match[str]) -> tuple[float | None, float | None]:
    """Lowest and highest value the words allow; open where they name only one side."""
    scale = _SCALES[match["scale"].lower()] if match["scale"] else 1.0
    if match["low"]:
        return _value(match["low"]) * scale, _value(match["high"]) * scale
    if match["vague"]:
        return _VAGUE[match["vague"].lower()]
    value = (_value(match["number"]) if match["number"] else float(_WORDS[match["word"].lower()])) * scale
    qualifier = (match["qualifier"] or "").lower()
    if qualifier in (*_AT_LEAST, *_MORE):
        return value, None
    if qualifier in (*_AT_MOST, *_LESS):
        return None, value
    return value, value


def _value(number: str) -> float:
    return float(number.replace(",", ""))
