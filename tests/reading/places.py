"""Documents for the tests of place names."""

from __future__ import annotations

from dragoman.reading.places import Toponym, find_toponyms
from dragoman.terms import Document
from dragoman.text.sentences import split


def document(text: str, url: str | None = None, outlet: str | None = None) -> Document:
    """A document of a text."""
    return Document("", "", text, "test", url=url, outlet=outlet, sentences=split(text))


def found(text: str, url: str | None = None, outlet: str | None = None) -> list[Toponym]:
    """The place names of a text."""
    return find_toponyms(document(text, url, outlet))


def names(text: str, url: str | None = None) -> list[str]:
    """The words of its place names."""
    return [toponym.span.of(text) for toponym in found(text, url)]


def places(text: str, url: str | None = None, outlet: str | None = None) -> dict[str, str | None]:
    """The id of the place of each name."""
    toponyms = found(text, url, outlet)
    return {each.span.of(text): each.place.id if each.place else None for each in toponyms}
