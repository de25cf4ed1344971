"""Short ways to read a sentence in a test."""

from __future__ import annotations

from functools import cache

from dragoman.reading import RuleReader
from dragoman.terms import Document, EventMention, Interval, Published, Reading, Span


@cache
def reader() -> RuleReader:
    """One reader for all tests of this process."""
    return RuleReader()


def document(*sentences: str, published: str | None = None) -> Document:
    """A document of these sentences, one paragraph each."""
    text, spans, start = "\n\n".join(sentences), [], 0
    for sentence in sentences:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + 2
    dated = Published(Interval.parse(published)) if published else Published()
    return Document("doc", "print", text, "test", published=dated, sentences=tuple(spans))


def read(*sentences: str, published: str | None = None) -> Reading:
    """What the rule reader finds in these sentences."""
    return reader().read([document(*sentences, published=published)])[0]


def events(*sentences: str, published: str | None = None) -> tuple[EventMention, ...]:
    """The events of these sentences."""
    return read(*sentences, published=published).events
