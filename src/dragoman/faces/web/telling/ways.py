"""The pages that show what a brief says can be looked up."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.faces import wording
from dragoman.faces.brief import Lookup, Verb
from dragoman.faces.web.telling import links
from dragoman.faces.web.telling.events_request import PATH as EVENTS
from dragoman.faces.web.telling.events_request import EventsRequest
from dragoman.faces.web.telling.moment import Moment


class Way(msgspec.Struct, frozen=True):
    """A page, and what is there in a word or two."""

    words: str
    link: str


def ways(lookups: Iterable[Lookup]) -> tuple[Way, ...]:
    """The page of each of them."""
    return tuple(map(_way, lookups))


def _way(lookup: Lookup) -> Way:
    moment = Moment(str(lookup.at) if lookup.at else None)
    match lookup.verb, lookup.sides:
        case Verb.EVENTS, _:
            return Way(_whose(lookup), _events(lookup))
        case Verb.EVENT, _:
            return Way("the event", links.event(lookup.event))
        case Verb.CLAIMS, _:
            return Way("figures in dispute", links.address("/figures", disputed=True))
        case Verb.REVIEW, _:
            return Way("review", "/review")
        case Verb.FORECAST, (one, other):
            return Way("the forecast", moment.dyad(one, other))
        case Verb.RELATIONS, (one, other):
            return Way("how the two stand", moment.dyad(one, other))
        case _:
            return Way("the system", moment.system(centre=next(iter(lookup.sides), None)))


def _events(lookup: Lookup) -> str:
    filters = {name: getattr(lookup, name, None) for name in EventsRequest.__struct_fields__}
    return links.address(EVENTS, None, **filters)


def _whose(lookup: Lookup) -> str:
    """ "the events", or those of one direction."""
    if lookup.actor and lookup.recipient:
        return f"{wording.speaker(lookup.actor)} → {wording.speaker(lookup.recipient)}"
    return "the events"
