"""Figures that somebody states: the number, what it counts, and the words that loosen it."""

from __future__ import annotations

import re

import msgspec

from dragoman.reading.figures.acts import NONE
from dragoman.reading.figures.counted import Counted, counted, money, strong
from dragoman.reading.figures.numbers import NUMBER, Bounds, bounds, is_range, number_end
from dragoman.terms import Span

# Numbers that count nothing: years, ordinals, clock times, dates, names.
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_BEHIND_DATE = re.compile(
    rf"\s+(?:of\s+)?{_MONTH}\b(?!\s+\d{{3}})|(?:st|nd|rd|th)\b|-(?:year|day|hour)", re.I
)
_BEFORE_DATE = re.compile(rf"\b(?:{_MONTH}|aged?|article|resolution|chapter|section|flight|no\.)\s+$", re.I)
_NAME_BEFORE = re.compile(r"(?<=[\w;,:]\s)[A-Z][a-z]+\s+(?:\d\s+and\s+)?$")
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+$")
_CALENDAR = frozenset(
    "days hours minutes seconds months weeks years decades centuries o'clock january february march april "
    "may june july august september october november december times day nights quarters semesters".split()
)
_CURRENCIES = {"$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB"}
# "Moscow had spoken of less than 13,000": a number that counts what the one before it does.
_SAYS_SO = re.compile(
    r"\b(?:claim\w*|sp[eo]a?ke?n? of|speaks of|announced|said|says|report\w*|instead of|compared (?:with|to)"
    r"|than|counts?|counted|put it at|and|about|,)\s+$",
    re.I,
)
_SINGLE_ONE = re.compile(r"(?:\w+\s+){0,2}(?:the\s+)?one", re.I)
_ALONE = re.compile(
    r"\s*(?:[.,;:)\"”]|$|\s(?:on|in|at|by|have|has|had|were|was|are|who|and|so|since|of them"
    r"|of whom|to reporters)\b)",
    re.I,
)
_OF_THEM = re.compile(r"\s+of (?:them|whom)(?:\s+(?!and\b)\w+)?", re.I)
_PEOPLE = re.compile(r"\s+of\s+(?:the\s+|its\s+|a\s+|their\s+)?(?=\d|[a-z]+\s)", re.I)
_LOOK_BACK = 300  # characters: the sentence before, of ordinary length
_WINDOW = 200  # characters before a number that can say what it counts; keeps long lists of numbers linear
_LEAST_ALONE = 20  # smaller numbers without a unit are scores, list numbers, parts of names


class Figure(msgspec.Struct, frozen=True):
    """A number in a sentence.

    Attributes:
        span: the words of the figure with qualifier, unit, and the act it is told with, where that is near.
        low, high: what it allows; ``None`` is an open side.
    """

    span: Span
    low: float | None
    high: float | None
    unit: str
    qualifier: str


def find_figures(text: str, span: Span) -> list[Figure]:
    """The figures of a sentence that count something, in order.

    A number without a unit behind a word of saying counts what the figure before it does, also of the
    sentence before.
    """
    return _figures(text, span, taking_up=True)


def _figures(text: str, span: Span, *, taking_up: bool) -> list[Figure]:
    found: list[Figure] = []
    matches = _numbers(text, span)
    for number, match in enumerate(matches):
        following = matches[number + 1] if number + 1 < len(matches) else None
        figure = _figure(match, text, span, following)
        if figure is None and taking_up:
            figure = _taking_up(match, text, span, found)
        if figure is not None:
            found.append(figure)
    none = [_none(match) for match in NONE.finditer(text, span.start, span.end)]
    found = [figure for figure in found if not any(zero.span.contains(figure.span) for zero in none)]
    return _apart(sorted([*found, *none], key=lambda figure: figure.span))


def _numbers(text: str, span: Span) -> list[re.Match[str]]:
    """The numbers of a sentence; behind one that looked like a range and is none it goes on within."""
    matches: list[re.Match[str]] = []
    position = span.start
    while (match := NUMBER.search(text, position, span.end)) is not None:
        position = max(number_end(match), match.start() + 1)
        matches.append(match)
    return matches


def _figure(match: re.Match[str], text: str, span: Span, following: re.Match[str] | None) -> Figure | None:
    end = number_end(match)
    if _counts_nothing(match, text, span, end):
        return None
    allowed = bounds(match, _before_number(match, text, span))
    what = _what(match, text, span, end, allowed, following)
    if what is None or what.unit.split()[-1] in _CALENDAR or what.unit.split()[0] in _CALENDAR:
        return None
    if _YEAR.fullmatch(match["number"] or "") and not (
        match["qualifier"] or match["currency"] or is_range(match)
    ):
        return None
    return _made(match, what, allowed)


def _before_number(match: re.Match[str], text: str, span: Span) -> str:
    """The words of the sentence before a number, as far as they can bear on it."""
    return text[max(span.start, match.start() - _WINDOW) : match.start()]


def _made(match: re.Match[str], what: Counted, allowed: Bounds) -> Figure:
    qualifier = " ".join((match["qualifier"] or "").lower().split())
    return Figure(Span(what.start, what.end), allowed.low, allowed.high, what.unit, qualifier)


def _what(
    match: re.Match[str], text: str, span: Span, end: int, allowed: Bounds, following: re.Match[str] | None
) -> Counted | None:
    if match["currency"]:
        return Counted(
            _CURRENCIES[match["currency"].lower()],
            *money(text, max(span.start, match.start() - _WINDOW), match.start(), end, span.end),
        )
    if text[end : end + 7] == "-strong":
        noun = strong(text, end + 7, span.end)
        return Counted(
            noun["unit"].lower() if noun else "strong", match.start(), noun.end() if noun else end + 7
        )
    start = match.start()
    of = _PEOPLE.match(text, end, span.end)
    if (
        of
        and following is not None
        and 0 <= of.end() - following.start() <= len("the ")
        and not allowed.is_share
    ):
        end = number_end(following)  # "41 of 75 missiles"
    one = bool(_SINGLE_ONE.fullmatch(match[0].strip()))
    return counted(
        text, max(span.start, start - _WINDOW), start, end, span.end, one=one, share=allowed.is_share
    )


def _counts_nothing(match: re.Match[str], text: str, span: Span, end: int) -> bool:
    before = _before_number(match, text, span)
    if match["qualifier"] and not match["apart"]:
        return bool(_BEHIND_DATE.match(text, end, span.end))
    if _BEHIND_DATE.match(text, end, span.end) or (_BEFORE_DATE.search(before) and not match["scale"]):
        return True
    small = len(match["number"] or "00") == 1 and not match["currency"] and not match["scale"]
    return small and bool(_NAME_BEFORE.search(before)) and not _WEEKDAY.search(before)


def _taking_up(match: re.Match[str], text: str, span: Span, found: list[Figure]) -> Figure | None:
    """A number that counts what the figure before it does: "the ministry announced 498"."""
    end = number_end(match)
    written = match["number"] or ""
    allowed = bounds(match, _before_number(match, text, span))
    if not written or allowed.is_share or match["currency"] or _counts_nothing(match, text, span, end):
        return None
    is_year = bool(_YEAR.fullmatch(written)) and not match["qualifier"]
    if is_year or (allowed.high or allowed.low or 0) < _LEAST_ALONE or not _ALONE.match(text, end, span.end):
        return None
    of_them = _OF_THEM.match(text, end, span.end)
    if not match["qualifier"] and not of_them and not _SAYS_SO.search(_before_number(match, text, span)):
        return None
    earlier = found or _before(text, span)
    if not earlier or earlier[-1].unit == "percent" or len(earlier[-1].unit) == len("USD"):
        return None
    return _made(match, Counted(earlier[-1].unit, match.start(), of_them.end() if of_them else end), allowed)


def _before(text: str, span: Span) -> list[Figure]:
    """The figures of the last sentence before, in the same paragraph."""
    paragraph = text.rfind("\n", 0, span.start) + 1
    start = max(paragraph, span.start - _LOOK_BACK)
    return _figures(text, Span(start, span.start), taking_up=False) if start < span.start else []


def _none(match: re.Match[str]) -> Figure:
    who = match["who"] or match["one"]
    unit = match["thing"] or (f"{who} {match['act']}" if who else match["act"])
    return Figure(Span(*match.span()), 0.0, 0.0, unit.lower(), "")


def _apart(figures: list[Figure]) -> list[Figure]:
    """Each figure once; two that would begin at the same character with the same unit are one."""
    kept: dict[tuple[int, str], Figure] = {}
    for figure in figures:
        kept.setdefault((figure.span.start, figure.unit), figure)
    return list(kept.values())
