"""Counts beside the list of events."""

from __future__ import annotations

from dragoman.faces.web.pages.choosing import Facet, Filters, in_order
from dragoman.faces.web.pages.events_request import EventsRequest
from dragoman.store import Facets
from dragoman.terms import EventQuery, EventType, Status


def facets_of(
    filters: Filters, request: EventsRequest, query: EventQuery, counted: Facets
) -> tuple[Facet, ...]:
    """The facets of a page.

    Args:
        request, query: what is asked, as written and as understood.
        counted: in some of the events.
    """
    types, statuses = ([each.value for each in asked] for asked in (query.type, query.status))
    about, outlet = ([asked] if asked else [] for asked in (query.about, query.outlet))
    statuses_found = in_order(counted.statuses, statuses, Status)
    return (
        filters.facet("about", "Who", counted.actors, about),
        filters.facet("type", "What", in_order(counted.types, types, EventType), types, several=True),
        filters.facet("status", "Status", statuses_found, statuses, several=True),
        filters.facet("outlet", "Outlet", counted.outlets, outlet),
        filters.period("When", counted.months, request.since, request.until),
    )
