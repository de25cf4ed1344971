"""Events: searched by words and filters, with counts to choose from."""

from __future__ import annotations

import msgspec

from dragoman.faces.api import EventFilters, Record
from dragoman.faces.web import links
from dragoman.faces.web.lines import Day, EventLine, by_day, line
from dragoman.faces.web.marks import Segment, snippet
from dragoman.faces.web.page import Context
from dragoman.faces.web.pages.events_request import PATH, EventsRequest, name_of, without
from dragoman.faces.web.pages.facets import Facet, facets_of
from dragoman.terms import EventQuery, Interval

_DOCUMENTS = 5  # that hold the words, beside the events
_MARKS = ("\x02", "\x03")  # texts of a record hold no controls, so these are ours
_SAMPLE = 2500


class Hit(msgspec.Struct, frozen=True):
    """A document that holds the words searched for, and some of its words."""

    document: str
    title: str
    outlet: str
    published: Interval
    words: tuple[Segment, ...]


class Set(msgspec.Struct, frozen=True):
    """A filter that is set, in words, and the page without it."""

    filter: str
    value: str
    link: str


class EventsPage(msgspec.Struct, frozen=True):
    """A page of events.

    Attributes:
        portion: which of them.
        counted: in how many of them the facets were counted; all, or an even part of many.
        documents: those that hold the words of ``text`` anywhere, best first.
        headline: of the story, where only its events are shown.
    """

    request: EventsRequest
    portion: links.Portion
    days: tuple[Day, ...]
    sets: tuple[Set, ...]
    facets: tuple[Facet, ...]
    counted: int
    documents: tuple[Hit, ...]
    headline: str

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
    scale = selection.total / counted if counted else 1.0
    return EventsPage(
        request=request,
        portion=links.portion(PATH, request, request.limit, request.offset, selection.total),
        days=by_day(line(event) for event in selection.events),
        sets=_sets(request),
        facets=facets_of(request, query, facets, scale),
        counted=counted,
        documents=_documents(record, request.text) if request.text else (),
        headline=record.headline(query.story) if query.story else "",
    )


def _filters(request: EventsRequest) -> EventFilters:
    found: EventFilters = {}
    found.update(msgspec.structs.asdict(request))  # type: ignore[typeddict-item]  # a test holds the names together
    return found


def _is_unfiltered(query: EventQuery) -> bool:
    return msgspec.structs.replace(query, limit=None, offset=0) == EventQuery()


def _sets(request: EventsRequest) -> tuple[Set, ...]:
    found = []
    for name in request.__struct_fields__:
        value = getattr(request, name)
        if value and name not in ("limit", "offset"):
            words = name_of(name, str(value)) if value is not True else "yes"
            found.append(Set(name.replace("_", " "), words, without(request, name)))
    return tuple(found)


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
