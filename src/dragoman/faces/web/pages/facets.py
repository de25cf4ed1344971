"""Counts beside the list of events."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from dragoman.faces.web.pages.choosing import Facet, Filters, in_order
from dragoman.faces.web.telling.events_request import EventsRequest
from dragoman.store import Count, Facets
from dragoman.terms import EventQuery, EventType, Status

_NO_DAY: dict[str, object] = {"since": None, "until": None}


def beside(query: EventQuery, found: Facets, counted: Callable[[EventQuery], Facets]) -> Facets:
    """What a query finds, counted; and beside each filter that is set, what its other values would find.

    Args:
        counted: what another query finds.
    """

    def without(is_set: object, changes: dict[str, object]) -> Facets:
        return counted(msgspec.structs.replace(query, limit=0, offset=0, **changes)) if is_set else found

    period = without(query.since or query.until, _NO_DAY)
    return Facets(
        types=without(query.type, {"type": ()}).types,
        statuses=without(query.status, {"status": ()}).statuses,
        actors=without(query.about, {"about": None}).actors,
        outlets=without(query.outlet, {"outlet": None}).outlets,
        months=period.months,
        years=period.years,
    )


def scaled(counted: Facets, times: float) -> Facets:
    """What was counted in a part of what was found, as of all of it."""
    if times == 1.0:
        return counted
    return Facets(
        *(
            tuple(Count(each.name, round(each.number * times)) for each in getattr(counted, name))
            for name in Facets.__struct_fields__
        )
    )


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
        filters.period(counted.months, counted.years, request.since, request.until),
    )
