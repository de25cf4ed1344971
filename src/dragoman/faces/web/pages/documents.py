"""Documents: all of them, the latest first, with filters and counts to choose from."""

from __future__ import annotations

import msgspec

from dragoman.faces.web.keeping.overview import DOCUMENTS
from dragoman.faces.web.page import Context
from dragoman.faces.web.pages.choosing import Facet, Filters, Set
from dragoman.faces.web.taking import Limit, Offset
from dragoman.faces.web.telling import links, papers
from dragoman.faces.web.telling.papers import DocumentLine
from dragoman.store import DocumentFacets, DocumentQuery

PATH = "/documents"
_STORIES = 8  # that may be chosen


class DocumentsRequest(msgspec.Struct, frozen=True):
    """The filters of documents; see `dragoman.store.DocumentQuery`."""

    outlet: str | None = None
    language: str | None = None
    story: str | None = None
    text: str | None = None
    since: str | None = None
    until: str | None = None
    copies: bool = False
    undated: bool = False
    limit: Limit = 50
    offset: Offset = 0


class DocumentsPage(msgspec.Struct, frozen=True):
    """A page of documents.

    Attributes:
        portion: which of them.
        counted: in how many of them the facets were counted; all, or an even part of many.
        headline: of the story, where only its documents are shown.
    """

    request: DocumentsRequest
    portion: links.Portion
    documents: tuple[DocumentLine, ...]
    sets: tuple[Set, ...]
    facets: tuple[Facet, ...]
    counted: int
    headline: str

    @property
    def title(self) -> str:
        """See `PageRecord`."""
        return ", ".join(("Documents", *(f"{each.filter} {each.value}" for each in self.sets)))

    @property
    def rows(self) -> tuple[DocumentLine, ...]:
        """See `PageRecord`."""
        return self.documents


def documents(context: Context, request: DocumentsRequest) -> DocumentsPage:
    """The page `/documents`."""
    record, query = context.record, _query(context, request)
    is_all = msgspec.structs.replace(query, limit=None, offset=0) == DocumentQuery()
    found = record.store.list_documents(query, 0 if is_all else DOCUMENTS)
    facets, counted = found.facets, found.counted
    if is_all:  # these are at hand
        facets, counted = context.overview.documents, context.overview.documents_counted
    headline = record.headline(query.story) if query.story else ""
    titles = _titles(context, query, facets, headline)

    def name(filter: str, value: str) -> str:
        return (titles.get(value) or value[: links.ID_LENGTH]) if filter == "story" else value

    filters = Filters(PATH, request, name, found.total / counted if counted else 1.0)
    return DocumentsPage(
        request=request,
        portion=links.portion(PATH, request, request.limit, request.offset, found.total),
        documents=papers.lines(record, found.documents),
        sets=filters.sets,
        facets=_facets(filters, request, query, facets),
        counted=counted,
        headline=headline,
    )


def _query(context: Context, request: DocumentsRequest) -> DocumentQuery:
    """What is asked, with outlet, story and days understood as in every list of events."""
    found = context.record.events(
        outlet=request.outlet or "",
        story=request.story or "",
        since=request.since or "",
        until=request.until or "",
    ).query
    return DocumentQuery(
        outlet=found.outlet,
        language=request.language,
        story=found.story,
        copies=request.copies,
        text=request.text,
        since=found.since,
        until=found.until,
        undated=request.undated,
        limit=request.limit,
        offset=request.offset,
    )


def _titles(context: Context, query: DocumentQuery, counted: DocumentFacets, headline: str) -> dict[str, str]:
    """What stories are called: as on the first page, else by the report that they are named after."""
    ids = [each.name for each in counted.stories]
    titles = dict(zip(ids, context.record.store.titles(ids), strict=True))
    titles |= {each.id: each.headline for each in context.overview.stories if each.headline}
    return titles | ({query.story: headline} if query.story else {})


def _facets(
    filters: Filters, request: DocumentsRequest, query: DocumentQuery, counted: DocumentFacets
) -> tuple[Facet, ...]:
    outlet, language, story = (
        [asked] if asked else [] for asked in (query.outlet, query.language, query.story)
    )
    stories = [each for each in counted.stories if each.number > 1 or each.name in story]
    # What another outlet would find was not counted: these share reports with the one that is chosen.
    outlets = [each for each in counted.outlets if not outlet or each.name in outlet]
    period = filters.period(counted.months, counted.years, request.since, request.until)
    return (
        filters.facet("outlet", "Outlet", outlets, outlet),
        filters.facet("language", "Language", counted.languages, language),
        msgspec.structs.replace(period, choices=tuple(each for each in period.choices if each.chosen))
        if request.since or request.until
        else period,
        filters.facet("story", "Story", stories[:_STORIES], story),
    )
