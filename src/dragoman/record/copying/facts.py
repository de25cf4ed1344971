"""The names, numbers and days of an article in order: what is left of a dispatch in any language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

import msgspec

from dragoman.terms import Document, Mention, Reading, Span
from dragoman.world.sounds import bones, skeletons

# Chosen, not tuned: a state is in every article; a small number, a weekday or an unknown name in many
STATE, SMALL, PLAIN = 0.2, 0.5, 1.0
_SMALL_NUMBER = 10
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NOT_NAMES = frozenset(
    "january february march april may june july august september october november december "
    "president minister ministry foreign defence defense prime secretary state general".split()
)
_NUMBERS = {
    word: value
    for value, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split(),
        start=2,
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_TOKEN = re.compile(
    r"(?P<digits>\d{1,3}(?:[,\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*)"
)
_SCALE = re.compile(r"[ -](hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)


class Fact(msgspec.Struct, frozen=True):
    """Something named in an article that a translation names too.

    Attributes:
        keys: what it may be known by, the most general first; two facts are the same when they share one.
        weight: 0 to 1; how little chance there is that another article names it.
    """

    keys: tuple[str, ...]
    weight: float

    def is_same(self, other: Fact) -> bool:
        """Whether both may be one fact."""
        return not set(self.keys).isdisjoint(other.keys)


def facts_of(document: Document, reading: Reading | None) -> tuple[Fact, ...]:
    """The facts of the article below its headline, in order; what is said twice in a row stands once."""
    mentions = [m for m in (reading.actors if reading else ()) if m.span and m.entity]
    found: list[Fact] = []
    for span in _below_headline(document):
        inside = [m for m in mentions if m.span and span.contains(m.span)]
        for fact in _facts(document, span, inside):
            if not found or not found[-1].is_same(fact):
                found.append(fact)
    return tuple(found)


def _below_headline(document: Document) -> Sequence[Span]:
    first, *rest = document.sentences or (Span(0, 0),)
    is_headline = document.title and first.of(document.text).strip() == document.title.strip()
    return rest if is_headline else document.sentences


def _facts(document: Document, span: Span, mentions: Sequence[Mention]) -> Iterator[Fact]:
    """The facts of one sentence, by their place."""
    placed = [(m.span.start, _named(m)) for m in mentions if m.span]
    taken = [m.span for m in mentions if m.span]
    for match in _TOKEN.finditer(document.text, span.start, span.end):
        here = Span(match.start(), match.end())
        fact = _other(document, match, is_first=here.start == span.start)
        if fact and not (any(here.overlaps(other) for other in taken) and match["word"]):
            placed.append((here.start, fact))
    return (fact for _, fact in sorted(placed, key=lambda pair: pair[0]))


def _named(mention: Mention) -> Fact:
    entity = mention.entity or ""
    if len(entity) == 3 and entity.isupper():
        return Fact((entity,), STATE)
    bare = entity.partition(" (")[0].split()
    word = bare[0] if "(" in entity else bare[-1]
    return Fact((f"~{bones(word)}", entity), PLAIN)


def _other(document: Document, match: re.Match[str], *, is_first: bool) -> Fact | None:
    """A number, a day, or a name that nobody knows."""
    if match["digits"]:
        return _number(float(re.sub(r"[,\u202f]", "", match["digits"])), document.text, match.end())
    word = match["word"].lower()
    if word in _NUMBERS:
        return _number(float(_NUMBERS[word]), document.text, match.end())
    if word in _DAYS:
        return Fact((*_day_of(document, _DAYS.index(word)), word), SMALL)
    if is_first or not match["word"][0].isupper() or len(word) < 4 or word in _NOT_NAMES:
        return None
    loose = [*skeletons(word), *skeletons(word.replace("ch", "kh"))]
    return Fact(tuple(f"~{each}" for each in dict.fromkeys(loose)), SMALL)


def _number(value: float, text: str, end: int) -> Fact:
    scale = _SCALE.match(text, end)
    value *= _SCALES[scale[1].lower()] if scale else 1
    return Fact((f"{value:.6g}",), PLAIN if value >= _SMALL_NUMBER else SMALL)


def _day_of(document: Document, weekday: int) -> list[str]:
    """The day of the month of the last such weekday up to the day of publication, where that is sure."""
    published = document.published.interval
    if not document.published.is_sure or published.width_days != 1 or published.latest is None:
        return []
    day = published.latest - timedelta(days=(published.latest.weekday() - weekday) % 7)
    return [f"{day.day}"]


def aligned(one: Sequence[Fact], other: Sequence[Fact]) -> tuple[float, int]:
    """The weight of the facts that both have in the same order, and how many of them are no states.

    The longest common subsequence by weight (Wagner and Fischer 1974), a pair weighing as its lighter half.
    """
    best: list[tuple[float, int]] = [(0.0, 0)] * (len(other) + 1)
    for fact in one:
        corner = best[0]
        for column, opposite in enumerate(other, start=1):
            above = best[column]
            found = max(above, best[column - 1])
            if fact.is_same(opposite):
                weight = min(fact.weight, opposite.weight)
                found = max(found, (corner[0] + weight, corner[1] + (weight > STATE)))
            corner, best[column] = above, found
    return best[-1]
