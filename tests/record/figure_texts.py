"""Figures of sentences, with the names around them, for tests."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from dragoman.reading.places import ToponymSense, find_toponyms
from dragoman.record.figures import Relation, Stated, counted_words, proper_names
from dragoman.terms import Claim, Document, Interval, Mention, Span
from tests.reading.readings import document, reader

_MARK = re.compile(r"\[\[(.*?)\]\]")


class Told(msgspec.Struct, frozen=True):
    """A sentence whose figure stands in ``[[ ]]``, and the day it was printed on."""

    sentence: str
    published: str


class FigurePair(msgspec.Struct, frozen=True):
    """Two sentences and how their figures stand to each other."""

    expected: Relation
    one: Told
    other: Told


def pairs() -> list[FigurePair]:
    """The pairs of figure_pairs.jsonl, all invented."""
    lines = (Path(__file__).parent / "figure_pairs.jsonl").read_text(encoding="utf-8").splitlines()
    return [msgspec.json.decode(line, type=FigurePair) for line in lines]


def stated(
    sentence: str, published: str = "2023-05-03", outlet: str = "Invented Post", name: str = ""
) -> Stated:
    """The marked figure of a sentence, read.

    Raises:
        AssertionError: no figure is read where the mark is.
    """
    mark = _MARK.search(sentence)
    assert mark is not None, sentence
    article = document(_MARK.sub(r"\1", sentence), published=published)
    article = msgspec.structs.replace(article, id=name or sentence)
    reading = reader().read([article])[0]
    where = Span(mark.start(), mark.start() + len(mark[1]))
    claims = [claim for claim in reading.claims if claim.span.overlaps(where)]
    assert claims, sentence
    claim = min(claims, key=lambda each: _outside(each, where))
    return Stated(
        claim=claim,
        document=article.id,
        outlet=outlet,
        published=Interval.parse(published),
        sentence=article.text,
        counted=_ids(
            [m for m in reading.actors if m.text != m.text.lower()], *counted_words(claim, article.text)
        ),
        entities=_ids(reading.actors, claim.evidence),
        places=_places(article),
        around=tuple(sorted({*_ids(reading.actors, claim.evidence), *proper_names(article.text)})),
    )


def _outside(claim: Claim, where: Span) -> int:
    return abs(claim.span.start - where.start) + abs(claim.span.end - where.end)


def _places(article: Document) -> tuple[str, ...]:
    found = [toponym for toponym in find_toponyms(article) if toponym.sense is ToponymSense.PLACE]
    return tuple(sorted({toponym.place.id for toponym in found if toponym.place}))


def _ids(mentions: list[Mention] | tuple[Mention, ...], *spans: Span) -> tuple[str, ...]:
    named = [m for m in mentions if m.span is not None and any(span.overlaps(m.span) for span in spans)]
    return tuple(sorted({id for m in named for id in (m.entity, m.country) if id}))
