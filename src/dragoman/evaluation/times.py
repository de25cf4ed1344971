"""Task ``times``: the words that name times, and what they mean.

Gold: JSON Lines, one document each: ``text``, ``dct`` (the day it was published, which relative expressions
are counted from) and ``timex`` = [{s, e (characters), type, value}, ...].

Scored as TempEval-3 scores time expressions (UzZaman et al. 2013, section 4): strict when the words agree
exactly, relaxed when they overlap, one to one; a value counts when the words overlap and the TIMEX3 values
are the same text. Expressions that TimeML does not mark, such as "70th birthday", are left out of what was
found.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from dragoman.evaluation.gold import read_lines
from dragoman.evaluation.metrics import Prf, match_one_to_one
from dragoman.reading.times import RULES, find_times
from dragoman.terms import DragomanError, GoldError, Interval, Span, TimeExpression

_EXPECTED = (
    '{"text": "...", "dct": "1998-02-27", "timex": [{"s": 0, "e": 5, "type": "DATE", "value": "1998"}]}'
)
_BESIDE_TIMEML = frozenset(rule.name for rule in RULES if not rule.in_timeml)


class TimesScore(msgspec.Struct, frozen=True):
    """How well time expressions were found and read.

    Attributes:
        strict_f1, relaxed_f1: of the words, all of them or some.
        value_f1: words overlap and the value is right.
        type_f1: words overlap and the type is right.
        precision, recall: of the relaxed match.
        value_accuracy: share of the relaxed matches with the right value.
        n: gold expressions.
        documents: documents read.
    """

    strict_f1: float
    relaxed_f1: float
    value_f1: float
    type_f1: float
    precision: float
    recall: float
    value_accuracy: float
    n: int
    documents: int


class GoldTime(msgspec.Struct, frozen=True):
    """One marked expression."""

    s: int
    e: int
    type: str
    value: str | None


class GoldDocument(msgspec.Struct, frozen=True):
    """One document with its marked expressions."""

    text: str
    dct: str | None
    timex: list[GoldTime]


class Compared(msgspec.Struct, frozen=True):
    """One document's expressions beside those of the gold; ``pairs`` holds (gold, found) that overlap."""

    gold: list[GoldTime]
    found: list[TimeExpression]
    pairs: list[tuple[int, int]]


def evaluate(paths: Sequence[Path]) -> TimesScore:
    """How well `dragoman.reading.times.find_times` reads the documents in ``paths``.

    Raises:
        GoldError: a file cannot be read, is not in the format above, or there is no document at all.
    """
    documents = [compare(document) for document in read_lines(paths, GoldDocument, _EXPECTED)]
    if not documents:
        raise GoldError(f"no document in {', '.join(map(str, paths)) or 'no file'}: expected {_EXPECTED}")
    pairs = [(one.gold[g], one.found[f]) for one in documents for g, f in one.pairs]
    found = sum(len(one.found) for one in documents)
    expected = sum(len(one.gold) for one in documents)

    def score(hits: int) -> Prf:
        return Prf.of(hits, found, expected)

    values = sum(gold.value == time.value for gold, time in pairs)
    return TimesScore(
        strict_f1=score(sum(Span(g.s, g.e) == time.span for g, time in pairs)).f1,
        relaxed_f1=score(len(pairs)).f1,
        value_f1=score(values).f1,
        type_f1=score(sum(gold.type == time.kind for gold, time in pairs)).f1,
        precision=score(len(pairs)).precision,
        recall=score(len(pairs)).recall,
        value_accuracy=values / len(pairs) if pairs else 0.0,
        n=expected,
        documents=len(documents),
    )


def compare(document: GoldDocument) -> Compared:
    """What was found in a document beside what should have been."""
    found = [t for t in find_times(document.text, _published(document)) if t.rule not in _BESIDE_TIMEML]
    scores = {
        (g, f): 2.0 if Span(gold.s, gold.e) == time.span else 1.0
        for g, gold in enumerate(document.timex)
        for f, time in enumerate(found)
        if Span(gold.s, gold.e).overlaps(time.span)
    }
    return Compared(document.timex, found, match_one_to_one(scores))


def _published(document: GoldDocument) -> Interval:
    try:
        return Interval.parse((document.dct or "/")[:10])
    except DragomanError as error:
        raise GoldError(f"dct {document.dct!r}: {error}") from error
