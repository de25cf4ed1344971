"""What documents are compared by, worked out once for each."""

from __future__ import annotations

from datetime import date

import msgspec

from dragoman.record.copying.facts import Fact, facts_of
from dragoman.record.copying.words import covered, runs, words_of
from dragoman.record.dating import OTHER_DOCUMENT
from dragoman.terms import Document, Reading

_OWN = 1 / 3  # of the words; when fewer stand outside quotation marks, a statement is printed in full


class Essence(msgspec.Struct, frozen=True):
    """A document as it is compared.

    Attributes:
        words: of the article without headline and furniture.
        own: the places of the words that stand outside quotation marks.
        runs: every run of five words.
        day: the first or likeliest day of publication; ``None`` when more than two months are possible.
    """

    id: str
    fingerprint: str
    words: tuple[str, ...]
    own: tuple[int, ...]
    runs: frozenset[tuple[str, ...]]
    facts: tuple[Fact, ...]
    day: date | None


def essence(document: Document, reading: Reading | None = None) -> Essence:
    """What a document is compared by; without a reading its facts are numbers and capitalised words."""
    sentences = words_of(document)
    words = tuple(word.text for sentence in sentences for word in sentence)
    quoted = [word.is_quoted for sentence in sentences for word in sentence]
    return Essence(
        document.id,
        document.fingerprint,
        words,
        tuple(place for place, is_quoted in enumerate(quoted) if not is_quoted),
        frozenset(runs(words)),
        facts_of(document, reading),
        _day(document),
    )


class Overlap(msgspec.Struct, frozen=True):
    """What of one document stands in another.

    Attributes:
        count: words that stand in runs of the other.
        all_words: their share of all words.
        share: the smaller of that and the share of the words outside quotation marks: two reporters quote the
            same statement.
    """

    count: int = 0
    all_words: float = 0.0
    share: float = 0.0


def overlap(one: Essence, other: Essence) -> Overlap:
    """What of one document stands in another."""
    marks = covered(one.words, other.runs)
    count = sum(marks)
    if not count:
        return Overlap()
    share = all_words = count / len(marks)
    if len(one.own) >= len(one.words) * _OWN:
        share = min(share, sum(marks[place] for place in one.own) / len(one.own))
    return Overlap(count, all_words, share)


def _day(document: Document) -> date | None:
    """When it appeared, unless that is only known from documents with the same sentences."""
    if not document.published.is_sure and any(
        clue.kind == OTHER_DOCUMENT for clue in document.published.clues
    ):
        return None
    days = document.published.anchor
    return document.published.best or days.earliest if not days.is_unknown else None
