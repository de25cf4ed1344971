"""What may be asked of the list of events, and its addresses."""

from __future__ import annotations

import msgspec

from dragoman.faces.web.taking import Limit, Offset
from dragoman.faces.web.telling import links
from dragoman.world import load

PATH = "/events"
_NAMES = frozenset({"actor", "recipient", "about", "said_by"})  # filters whose value may be an entity


class EventFilter(msgspec.Struct, frozen=True):
    """The filters every face knows by these names; see `dragoman.terms.EventQuery`."""

    actor: str | None = None
    recipient: str | None = None
    about: str | None = None
    type: str | None = None
    status: str | None = None
    outlet: str | None = None
    said_by: str | None = None
    text: str | None = None
    since: str | None = None
    until: str | None = None
    story: str | None = None
    disputed: bool = False
    undated: bool = False
    members: bool = False


class EventsRequest(EventFilter, frozen=True):
    """The filters, and which portion of what they find."""

    limit: Limit = 50
    offset: Offset = 0


def name_of(name: str, value: str) -> str:
    """The value of a filter as people know it."""
    if name in _NAMES:
        entity = load().entities.get(value)
        return entity.name if entity else value
    return value[: links.ID_LENGTH] if name == "story" else value.replace(",", ", ").replace("_", " ")
