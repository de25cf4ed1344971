"""Counts beside a list of events, each of which leads to the list with that choice made or taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from dragoman.faces.web.pages.events_request import EventsRequest, changed, name_of
from dragoman.store import Count, Facets
from dragoman.terms import EventQuery, EventType, Status

_MONTHS = 36  # of more of them years are shown


class Choice(msgspec.Struct, frozen=True):
    """A value of a filter that may be chosen, or taken back.

    Attributes:
        number: how many events have it; about so many where they were counted in a part of them.
        link: the page with it chosen, or without it where it is.
    """

    value: str
    name: str
    number: int
    chosen: bool
    link: str


class Facet(msgspec.Struct, frozen=True):
    """A filter with what may be chosen."""

    filter: str
    name: str
    choices: tuple[Choice, ...]


def facets_of(request: EventsRequest, query: EventQuery, counted: Facets, scale: float) -> tuple[Facet, ...]:
    """The facets of a page.

    Args:
        request, query: what is asked, as written and as understood.
        counted: in some of the events.
        scale: how many events each of those stands for.
    """

    def facet(name: str, title: str, counts: Iterable[Count], chosen: Sequence[str], link: _Link) -> Facet:
        choices = (
            Choice(
                value=each.name,
                name=name_of(name, each.name),
                number=round(each.number * scale),
                chosen=each.name in chosen,
                link=link(request, name, chosen, each.name),
            )
            for each in counts
        )
        return Facet(name, title, tuple(choices))

    types, statuses = ([each.value for each in asked] for asked in (query.type, query.status))
    about, outlet = ([asked] if asked else [] for asked in (query.about, query.outlet))
    period = [request.since] if request.since and request.since == request.until else []
    return (
        facet("about", "Who", counted.actors, about, _one),
        facet("type", "What", _in_order(counted.types, types, EventType), types, _several),
        facet("status", "Status", _in_order(counted.statuses, statuses, Status), statuses, _several),
        facet("outlet", "Outlet", counted.outlets, outlet, _one),
        facet("since", "When", _stretches(counted.months), period, _period),
    )


_Link = Callable[[EventsRequest, str, Sequence[str], str], str]


def _one(request: EventsRequest, name: str, chosen: Sequence[str], value: str) -> str:
    """Of a filter that takes one value."""
    return changed(request, **{name: None if value in chosen else value})


def _several(request: EventsRequest, name: str, chosen: Sequence[str], value: str) -> str:
    """Of a filter that takes several, parted by commas."""
    left = [each for each in chosen if each != value] if value in chosen else [*chosen, value]
    return changed(request, **{name: ",".join(left) or None})


def _period(request: EventsRequest, name: str, chosen: Sequence[str], value: str) -> str:
    """Of a month or year, which is a first and a last day."""
    day = None if value in chosen else value
    return changed(request, since=day, until=day)


def _in_order(counts: Iterable[Count], chosen: Sequence[str], every: Iterable[str]) -> list[Count]:
    """The counts in the order of the manual, with those that are chosen although none is left."""
    numbers = dict.fromkeys(chosen, 0) | {each.name: each.number for each in counts}
    return [Count(str(name), numbers[str(name)]) for name in every if str(name) in numbers]


def _stretches(months: Sequence[Count]) -> list[Count]:
    """Months, or years when there are too many."""
    length = len("2022-10") if len(months) <= _MONTHS else len("2022")
    found: dict[str, int] = {}
    for each in months:
        found[each.name[:length]] = found.get(each.name[:length], 0) + each.number
    return [Count(name, number) for name, number in found.items()]
