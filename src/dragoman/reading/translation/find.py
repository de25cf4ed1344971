"""A text looked at as a translation: from which language, and which words of it are doubtful."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from dragoman.reading.translation.left import left_words
from dragoman.reading.translation.names import names
from dragoman.reading.translation.row import Row, Strength
from dragoman.reading.translation.table import candidates
from dragoman.terms import Document, Doubt, DoubtKind, Mention, Reading, Span, Translation

# By judgement on sentences of our own: what speaks for a language must weigh this much, in this many
# different rows; a longer text has more chances to look foreign.
ENOUGH, FEWEST_SIGNS = 2.0, 2
_WORDS_FOR_MORE = 600
# Languages whose signs weigh nearly as much are named together, a few at most.
_NEAR, _MOST_NAMED = 0.5, 3
# Below this a doubt is not shown.
SHOWN = 0.5
_NAME_WEIGHT, _LEFT_WEIGHT, _MOST_NAMES = 0.7, 1.5, 3
_STRANGE = 0.75  # a sure row of another language than the text's says less
# So many characters are looked at, some 6,500 words; what has no space for so long is no word.
LONGEST = 40_000
_NO_WORD = re.compile(r"\S{80,}")
_SPACE = re.compile(r"(?<!\n)\n(?!\n)|[ \t]")


class _Hit(msgspec.Struct, frozen=True):
    """A place where a row holds."""

    row: Row
    span: Span
    says: str
    likely: str


def as_translation(document: Document, reading: Reading | None = None) -> Translation:
    """What of a document's English is doubtful, and what it seems to be translated from.

    Args:
        reading: what was read in it; names spelt otherwise come from it.
    """
    return _looked(document.text, document.furniture, reading.actors if reading else ())


# An event with twenty tellings asks for twenty documents, and its page is opened again.
@lru_cache(maxsize=128)
def _looked(text: str, furniture: tuple[Span, ...], mentions: tuple[Mention, ...]) -> Translation:
    return look(text, furniture, mentions)


def look(text: str, furniture: Sequence[Span] = (), mentions: Sequence[Mention] = ()) -> Translation:
    """`as_translation` of bare text; of a very long one the beginning."""
    flat = _NO_WORD.sub(lambda match: " " * len(match.group()), _SPACE.sub(" ", text[:LONGEST]))
    aside = _Aside(furniture)
    hits = [hit for hit in _hits(flat) if not aside.has(hit.span)]
    left = [each for each in left_words(flat) if not aside.has(each.span)]
    named = [each for each in names(mentions) if not aside.has(each.span)]
    weights, signs = _weights(hits, left, named)
    languages = _languages(weights, signs, len(flat.split()))
    doubts = [*_doubts(hits, languages), *left, *(_weighed(each, languages) for each in named)]
    shown = _apart(each for each in doubts if each.confidence >= SHOWN)
    return Translation(languages, signs[languages[0]] if languages else 0, tuple(shown))


class _Aside:
    """The parts of a text that are not the article."""

    def __init__(self, furniture: Sequence[Span]) -> None:
        self._furniture = furniture

    def has(self, span: Span) -> bool:
        """Whether a span touches one of them."""
        return any(span.overlaps(each) for each in self._furniture)


def _hits(flat: str) -> Iterator[_Hit]:
    for row in candidates(flat):
        for match in row.places(flat):
            start, end = match.start(), match.start() + len(match.group().rstrip())
            if row.unquoted and _is_quoted(flat, start):
                continue
            if row.exception is not None and row.exception.search(_sentence(flat, start, end)):
                continue
            yield _Hit(row, Span(start, end), flat[start:end], match.expand(row.likely).strip())


def _sentence(flat: str, start: int, end: int) -> str:
    before = max(flat.rfind(mark, 0, start) for mark in (". ", "! ", "? ", "\n"))
    behind = [place for mark in (".", "!", "?", "\n") if (place := flat.find(mark, end)) >= 0]
    return flat[before + 1 : min(behind, default=len(flat))].lstrip()


def _is_quoted(flat: str, start: int) -> bool:
    """Whether a quotation of the paragraph is open."""
    before = flat[flat.rfind("\n", 0, start) + 1 : start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _weights(
    hits: Sequence[_Hit], left: Sequence[Doubt], named: Sequence[Doubt]
) -> tuple[dict[str, float], Counter[str]]:
    """What speaks for each language, and in how many rows; a row that holds again adds half, once."""
    weights: dict[str, float] = defaultdict(float)
    signs: Counter[str] = Counter()
    for row, times in Counter(hit.row for hit in hits).items():
        for language in row.languages:
            weights[language] += row.strength.weight * (1.5 if times > 1 else 1)
            signs[language] += 1
    words = {(each.says, each.languages): _LEFT_WEIGHT for each in left}
    spelt = {(each.says, each.languages): _NAME_WEIGHT for each in named if each.languages}
    words.update(list(spelt.items())[:_MOST_NAMES])
    for (_, languages), weight in words.items():
        for language in languages:
            weights[language] += weight
            signs[language] += 1
    return weights, signs


def _languages(weights: Mapping[str, float], signs: Counter[str], words: int) -> tuple[str, ...]:
    """The languages that enough speaks for; none where too many do alike."""
    enough = ENOUGH + max(0.0, words / _WORDS_FOR_MORE - 1)
    best = max(weights.values(), default=0.0)
    near = [
        language
        for language, weight in sorted(weights.items(), key=lambda each: (-each[1], each[0]))
        if weight >= max(enough, best - _NEAR) and signs[language] >= FEWEST_SIGNS
    ]
    return tuple(near) if len(near) <= _MOST_NAMED else ()


def _doubts(hits: Iterable[_Hit], languages: Sequence[str]) -> Iterator[Doubt]:
    for hit in hits:
        row, span = hit.row, hit.span
        if row.strength is Strength.SIGN:
            continue
        fits = not row.languages or not set(row.languages).isdisjoint(languages)
        confidence = row.strength.confidence(fits and bool(languages))
        if languages and not fits:
            confidence *= _STRANGE
        yield Doubt(span, row.kind, hit.says, hit.likely, row.why, row.languages, confidence)


def _weighed(doubt: Doubt, languages: Sequence[str]) -> Doubt:
    """A name spelt otherwise: doubtful in a translation, unless it was the ear of another language."""
    if doubt.kind is not DoubtKind.NAME or not doubt.likely or doubt.confidence >= SHOWN:
        return doubt
    fits = bool(languages) and (not doubt.languages or not set(doubt.languages).isdisjoint(languages))
    return msgspec.structs.replace(doubt, confidence=Strength.LIKELY.confidence(fits))


def _apart(doubts: Iterable[Doubt]) -> list[Doubt]:
    """Doubts in the order of the text, of overlapping ones the surest and then the longest."""
    kept: list[Doubt] = []
    for doubt in sorted(doubts, key=lambda each: (-each.confidence, -len(each.span), each.span)):
        if not any(doubt.span.overlaps(other.span) for other in kept):
            kept.append(doubt)
    return sorted(kept, key=lambda each: each.span)
