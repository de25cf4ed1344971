"""Task ``attribution``: who says what.

Gold: JSON Lines with ``text`` and ``attributions``: lists of ``source``, ``cue`` and ``content`` stretches,
[start, end) in characters; the format of the PolNeAR corpus of Newell et al. (2018). The three F1 values
count tokens (words and marks) that belong to some source, cue or content. ``exact_f1`` counts whole
attributions: right when all three parts cover the same tokens.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

from dragoman.evaluation.gold import read_lines
from dragoman.evaluation.metrics import micro
from dragoman.reading import Annotator, AttributionMark, attributions
from dragoman.terms import GoldError, Span
from dragoman.text import sentences

_EXPECTED = (
    '{"text": "He said so.", "attributions": [{"source": [[0, 2]], "cue": [[3, 7]], "content": [[8, 10]]}]}'
)
Spans = Sequence[Span]
Covered = tuple[frozenset[int], ...]  # tokens of source, cue and content

_TOKEN = re.compile(r"\w+|[^\w\s]")


class AttributionScore(msgspec.Struct, frozen=True):
    """F1 of tokens of each part, and of whole attributions; ``n`` attributions."""

    source_f1: float
    cue_f1: float
    content_f1: float
    exact_f1: float
    documents: int
    n: int


class _Gold(msgspec.Struct, frozen=True):
    source: list[tuple[int, int]] = []
    cue: list[tuple[int, int]] = []
    content: list[tuple[int, int]] = []


class _Row(msgspec.Struct, frozen=True):
    text: str
    attributions: list[_Gold]


_PARTS = ("source", "cue", "content")


def evaluate(paths: Sequence[Path], annotator: Annotator) -> AttributionScore:
    """How well attributions are found.

    Raises:
        GoldError: a file is not in the format above, or holds no text.
    """
    rows = list(read_lines(paths, _Row, _EXPECTED))
    if not rows:
        raise GoldError(f"no text in {', '.join(map(str, paths))}; expected {_EXPECTED}")
    tokens = [[Span(*match.span()) for match in _TOKEN.finditer(row.text)] for row in rows]
    gold = [
        [_covered(own, _gold_parts(one)) for one in row.attributions]
        for own, row in zip(tokens, rows, strict=True)
    ]
    found = [
        [_covered(own, (one.source, one.cue, one.content)) for one in _read(row.text, annotator)]
        for own, row in zip(tokens, rows, strict=True)
    ]
    scores = {
        f"{part}_f1": micro(*([_joined(marks, number) for marks in side] for side in (gold, found))).f1
        for number, part in enumerate(_PARTS)
    }
    return AttributionScore(
        **scores,
        exact_f1=micro(gold, found).f1,
        documents=len(rows),
        n=sum(len(row.attributions) for row in rows),
    )


def _read(text: str, annotator: Annotator) -> list[AttributionMark]:
    """The attributions of a whole text."""
    places = sentences.split(text)
    return attributions(places, annotator.annotate([place.of(text) for place in places]))


def _gold_parts(gold: _Gold) -> tuple[Spans, ...]:
    return tuple(tuple(Span(*stretch) for stretch in getattr(gold, part)) for part in _PARTS)


def _covered(tokens: Sequence[Span], parts: Sequence[Spans]) -> Covered:
    """The tokens that each part of an attribution holds."""
    wanted = [{offset for span in part for offset in range(span.start, span.end)} for part in parts]
    return tuple(frozenset(i for i, token in enumerate(tokens) if token.start in own) for own in wanted)


def _joined(marks: Sequence[Covered], part: int) -> frozenset[int]:
    """The tokens of one part in all attributions of a text."""
    return frozenset(token for mark in marks for token in mark[part])
