"""Events: searched by words and filters, with counts to choose from."""

from __future__ import annotations

from functools import partial

import msgspec

from dragoman.faces.api import EventFilters, Record
from dragoman.faces.web.charts.lines import Day, EventLine, by_day, line
from dragoman.faces.web.page import Context
from dragoman.faces.web.pages.choosing import Facet, Filters, Set
from dragoman.faces.web.pages.facets import beside, facets_of, scaled
from dragoman.faces.web.telling import links
from dragoman.faces.web.telling.downloads import Export, exports_of
from dragoman.faces.web.telling.events_request import PATH, EventsRequest, name_of
from dragoman.faces.web.telling.marks import Segment, snippet
from dragoman.store import Facets
from dragoman.terms import EventQuery, Interval

_DOCUMENTS = 5  # that hold the words, beside the events
_MARKS = ("\x02", "\x03")  # texts of a record hold no controls, so these are ours
_SAMPLE = 2500
_ALL = 20_000  # a record of more is counted in full in any case


class Hit(msgspec.Struct, frozen=True):
    """A document that holds the words searched for, and some of its words."""

    document: str
    title: str
    outlet: str
    published: Interval
    words: tuple[Segment, ...]


class EventsPage(msgspec.Struct, frozen=True):
    """A page of events.

    Attributes:
        portion: which of them.
        counted: in how many of them the facets were counted; all, or an even part of many.
        documents: those that hold the words of ``text`` anywhere, best first.
        headline: of the story, where only its events are shown.
        exports: what the whole list can be had as.
        brief: an account of the same; empty where no side and no story is chosen.
    """

    request: EventsRequest
    portion: links.Portion
    days: tuple[Day, ...]
    sets: tuple[Set, ...]
    facets: tuple[Facet, ...]
    counted: int
    documents: tuple[Hit, ...]
    headline: str
    exports: tuple[Export, ...]
    brief: str

    @property
    def title(self) -> str:
        """See `PageRecord`."""
        return ", ".join(("Events", *(f"{each.filter} {each.value}" for each in self.sets)))

    @property
    def rows(self) -> tuple[EventLine, ...]:
        """See `PageRecord`."""
        return tuple(event for day in self.days for event in day.events)


def events(context: Context, request: EventsRequest) -> EventsPage:
    """The page `/events`."""
    record = context.record
    query = record.events(**_filters(request)).query
    everything = _is_unfiltered(query)
    selection = record.store.browse(query, 0 if everything else _SAMPLE)
    facets, counted = selection.facets, selection.counted
    if everything:  # these are at hand, counted in more of them
        facets, counted = context.overview.facets, context.overview.counted
    facets = scaled(facets, selection.total / counted if counted else 1.0)
    filters = Filters(PATH, request, name_of)
    return EventsPage(
        request=request,
        portion=links.portion(PATH, request, request.limit, request.offset, selection.total),
        days=by_day(line(event) for event in selection.events),
        sets=filters.sets,
        facets=facets_of(filters, request, query, beside(query, facets, partial(_counted, context))),
        counted=counted,
        documents=_documents(record, request.text) if request.text else (),
        headline=record.headline(query.story) if query.story else "",
        exports=exports_of(request),
        brief=_brief(request, query),
    )


def _counted(context: Context, query: EventQuery) -> Facets:
    """What a query finds, counted in all of it; of everything that is at hand."""
    overview = context.overview
    if _is_unfiltered(query) and overview.counted == overview.summary.events:
        return overview.facets
    return context.record.store.browse(query, _ALL).facets


def _brief(request: EventsRequest, query: EventQuery) -> str:
    about, other = query.about or query.actor or query.recipient, query.recipient if query.actor else None
    if not about and not query.story:
        return ""
    other = None if query.about or other == about else other
    asked: dict[str, object] = {"about": about, "with": other, "story": query.story}
    return links.address("/brief", None, **asked, since=request.since, until=request.until)


def _filters(request: EventsRequest) -> EventFilters:
    found: EventFilters = {}
    found.update(msgspec.structs.asdict(request))  # type: ignore[typeddict-item]  # a test holds the names together
    return found


def _is_unfiltered(query: EventQuery) -> bool:
    return msgspec.structs.replace(query, limit=None, offset=0, behind=()) == EventQuery()


def _documents(record: Record, words: str) -> tuple[Hit, ...]:
    return tuple(
        Hit(
            document=each.document,
            title=" ".join((each.title or "").split()),
            outlet=each.outlet or "",
            published=each.published,
            words=snippet(" ".join(each.snippet.split(" ")), _MARKS),
        )
        for each in record.store.search(words, limit=_DOCUMENTS, marks=_MARKS)
    )
