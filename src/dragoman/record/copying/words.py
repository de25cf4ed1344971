"""The words of an article, as copies are compared by them: without furniture, headline, case and signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence, Set

import msgspec

from dragoman.terms import Document, Span

RUN = 5  # words; so many in the same order are hardly ever chance
_WORD = re.compile(r"[^\W_]+")
# A mark that opens, its words, a mark that closes, within a paragraph; a quotation may lack its end
_QUOTED = re.compile(r"[\"“„«](?:[^\"“”„«»\n]|\n(?!\s*\n))*[\"”»]?")
_HEADLINE_SENTENCES = 2  # of the article; further down a line that is like the title is no headline


class Word(msgspec.Struct, frozen=True):
    """A word of an article.

    Attributes:
        text: in normal form and lower case.
        is_quoted: whether it stands between quotation marks.
    """

    text: str
    span: Span
    is_quoted: bool = False


def words_of(document: Document) -> tuple[tuple[Word, ...], ...]:
    """The words of each sentence of the article, its headline and sentences without words left out."""
    quoted = _quoted(document.text)
    title = [word.text for word in _words(document.title or "", Span(0, len(document.title or "")), set())]
    sentences: list[tuple[Word, ...]] = []
    for number, span in enumerate(document.sentences):
        words = tuple(_words(document.text, span, quoted))
        is_headline = number < _HEADLINE_SENTENCES and [word.text for word in words] == title
        if words and not is_headline:
            sentences.append(words)
    return tuple(sentences)


def runs(words: Sequence[str], length: int = RUN) -> Iterator[tuple[str, ...]]:
    """Every run of so many words in a row, from the first on; all of them when they are fewer."""
    if len(words) < length:
        yield tuple(words)
    for start in range(len(words) - length + 1):
        yield tuple(words[start : start + length])


def covered(words: Sequence[str], other: Set[tuple[str, ...]]) -> list[bool]:
    """Which of the words stand in a run that the other text has too."""
    marks = [False] * len(words)
    for start, run in enumerate(runs(words)):
        if run in other:
            marks[start : start + len(run)] = [True] * len(run)
    return marks


def _words(text: str, span: Span, quoted: set[int]) -> Iterator[Word]:
    for match in _WORD.finditer(text, span.start, span.end):
        folded = unicodedata.normalize("NFKC", match[0]).casefold()
        yield Word(folded, Span(match.start(), match.end()), match.start() in quoted)


def _quoted(text: str) -> set[int]:
    """The places of the text that stand between quotation marks."""
    return {place for match in _QUOTED.finditer(text) for place in range(match.start(), match.end())}
