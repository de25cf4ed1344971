"""Short ways to read a sentence in a test."""

from __future__ import annotations

from functools import cache

from dragoman.reading import RuleReader
from dragoman.reading.clauses import Clauses
from dragoman.reading.discourse import Discourse
from dragoman.reading.sentence import Sentence
from dragoman.terms import Document, EventMention, Interval, Mention, Published, Reading, Span


@cache
def reader() -> RuleReader:
    """One reader for all tests of this process."""
    return RuleReader()


def document(*sentences: str, published: str | None = None, gap: str = "\n\n") -> Document:
    """A document of these sentences, one paragraph each."""
    text, spans, start = gap.join(sentences), list[Span](), 0
    for sentence in sentences:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + len(gap)
    dated = Published(Interval.parse(published)) if published else Published()
    return Document("doc", "print", text, "test", published=dated, sentences=tuple(spans))


def read(*sentences: str, published: str | None = None) -> Reading:
    """What the rule reader finds in these sentences."""
    return reader().read([document(*sentences, published=published)])[0]


def events(*sentences: str, published: str | None = None) -> tuple[EventMention, ...]:
    """The events of these sentences."""
    return read(*sentences, published=published).events


def clauses(sentence: str) -> Clauses:
    """One sentence laid out."""
    laid = document(sentence)
    hits = reader().gazetteer.names(sentence)
    return Sentence(reader(), laid, laid.sentences[0], hits, Discourse()).clauses


def mentions(*sentences: str, published: str | None = None) -> dict[str, Mention]:
    """Whom the sentences name, by the words; the last mention of the same words."""
    return {mention.text: mention for mention in read(*sentences, published=published).actors}
