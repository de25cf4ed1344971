"""What may be asked of the lists of documents and figures, and what they answer."""

from __future__ import annotations

from datetime import date

import msgspec

from dragoman.store.answers import Count
from dragoman.terms import Claim, Copy, Published


class DocumentQuery(msgspec.Struct, frozen=True):
    """Which documents are wanted; an empty field asks for nothing.

    Attributes:
        outlet: a newspaper it appeared in.
        language: ISO 639-1 code.
        story: id of the story it tells.
        copies: only those that were taken from another.
        text: words it holds, by their stems.
        since, until: days, inclusive; one whose days of publication touch the period is found, one without
            a day is left out as soon as either is given.
        undated: only those without any day.
        from_first: in the order of their days instead.
        limit, offset: at most ``limit`` documents, after ``offset`` others.
    """

    outlet: str | None = None
    language: str | None = None
    story: str | None = None
    copies: bool = False
    text: str | None = None
    since: date | None = None
    until: date | None = None
    undated: bool = False
    from_first: bool = False
    limit: int | None = None
    offset: int = 0


class ListedDocument(msgspec.Struct, frozen=True):
    """A document without its text.

    Attributes:
        title: empty where it has none.
        begins: its first two sentences; often the headline is one of them.
        outlets: the newspapers it appeared in.
        events, figures: how many it tells and states.
        story: id of the story it tells; empty when nobody else tells it.
        copies: what it was taken from, the largest share first.
    """

    id: str
    title: str
    begins: str
    outlets: tuple[str, ...]
    language: str
    published: Published
    events: int
    figures: int
    story: str
    copies: tuple[Copy, ...]


class DocumentFacets(msgspec.Struct, frozen=True):
    """How many of some documents there are of each sort, most first; of a long list the first.

    Attributes:
        stories: by id.
        months: ``2022-10``, in order; a document counts in all in which it can have been published.
        years: likewise.
    """

    outlets: tuple[Count, ...] = ()
    languages: tuple[Count, ...] = ()
    stories: tuple[Count, ...] = ()
    months: tuple[Count, ...] = ()
    years: tuple[Count, ...] = ()


class DocumentSelection(msgspec.Struct, frozen=True):
    """A page of the documents that a query finds; those without a day come last.

    Attributes:
        total: how many it finds in all.
        counted: how many of them the facets were counted in.
    """

    documents: tuple[ListedDocument, ...]
    total: int
    counted: int
    facets: DocumentFacets


class FigureQuery(msgspec.Struct, frozen=True):
    """Which figures are wanted; an empty field asks for nothing.

    Attributes:
        about: a part of the words counted, or of the unit.
        outlet: a newspaper that its document appeared in.
        story, document: ids.
        limit, offset: at most ``limit`` figures, after ``offset`` others.
    """

    about: str | None = None
    outlet: str | None = None
    story: str | None = None
    document: str | None = None
    limit: int | None = None
    offset: int = 0


class FigureSelection(msgspec.Struct, frozen=True):
    """A page of the figures that a query finds, those of the latest documents first, and their number."""

    figures: tuple[Claim, ...]
    total: int
