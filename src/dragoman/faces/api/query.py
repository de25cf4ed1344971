"""Filters as people write them, checked and turned into an `EventQuery`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import TypedDict, TypeVar

from dragoman.faces.nearest import nearest
from dragoman.terms import (
    DragomanError,
    EntityKind,
    EventQuery,
    EventType,
    Interval,
    Status,
    UnknownName,
)
from dragoman.world import load

Choice = TypeVar("Choice", bound=StrEnum)


class EventFilters(TypedDict, total=False):
    """The filters every face knows by these names; see `dragoman.terms.EventQuery`."""

    actor: str
    recipient: str
    about: str
    type: str | Sequence[str]
    status: str | Sequence[str]
    outlet: str
    said_by: str
    text: str
    since: str | date
    until: str | date
    story: str
    disputed: bool
    undated: bool
    members: bool
    limit: int
    offset: int


FILTERS = tuple(EventFilters.__annotations__)


def build_query(**filters: object) -> EventQuery:
    """The query these filters ask for.

    Actors may be written in any way the world knows ("Kazakhstan", "KAZ", "kz"); types and statuses in
    any case, several parted by commas; days as YYYY, YYYY-MM or YYYY-MM-DD. With ``members`` a bloc or region
    also finds its members, as of the last day asked for.

    Raises:
        UnknownName: a filter, actor, type or status nobody knows; the nearest ones are named.
        DragomanError: a day that is none.
    """
    given = {name: value for name, value in filters.items() if value not in (None, "", ())}
    for name in given:
        if name not in FILTERS:
            raise UnknownName("filter", name, nearest(name, FILTERS))
    actor, recipient, about = (_entity(given.get(name)) for name in ("actor", "recipient", "about"))
    since, until = _day(given.get("since"), last=False), _day(given.get("until"), last=True)
    named = [entity for entity in (actor, recipient, about) if entity and given.get("members")]
    return EventQuery(
        actor=actor,
        recipient=recipient,
        about=about,
        type=choices(given.get("type"), EventType, "event type"),
        status=choices(given.get("status"), Status, "status"),
        outlet=_words(given.get("outlet")),
        said_by=_source(given.get("said_by")),
        text=_words(given.get("text")),
        since=since,
        until=until,
        story=_words(given.get("story")),
        disputed=bool(given.get("disputed")),
        undated=bool(given.get("undated")),
        behind=tuple((entity, load().expand(entity, until or since)) for entity in dict.fromkeys(named)),
        limit=_number(given.get("limit")),
        offset=_number(given.get("offset")) or 0,
    )


def _entity(value: object) -> str | None:
    return None if value is None else load().resolve(str(value)).id


def _source(value: object) -> str | None:
    """Who says so: a person by id, so that "he" is found as well; anybody else by words as written."""
    if value is None:
        return None
    try:
        entity = load().resolve(str(value))
    except UnknownName:
        return str(value)
    return entity.id if entity.kind is EntityKind.PERSON else str(value)


def _words(value: object) -> str | None:
    return None if value is None else str(value)


def _number(value: object) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or value < 0:
        raise DragomanError(f"{value!r} is not a number of events. Give 0, 1, 2 ...")
    return value


def _day(value: object, *, last: bool) -> date | None:
    """First or last day of what was written."""
    if value is None or isinstance(value, date):
        return value
    interval = Interval.parse(str(value))
    return interval.latest if last else interval.earliest


def choices(value: object, kind: type[Choice], word: str) -> tuple[Choice, ...]:
    """The members of a list of words that are meant, in any case; several parted by commas.

    Args:
        word: what they are, for the message.

    Raises:
        UnknownName: there is none of that name; the nearest ones are named.
    """
    if value is None:
        return ()
    parts = [str(one) for one in value] if isinstance(value, (list, tuple)) else [str(value)]
    names = [name.strip() for part in parts for name in part.split(",") if name.strip()]
    return tuple(_choice(name, kind, word) for name in names)


def _folded(name: str) -> str:
    return name.lower().replace("-", "_").replace(" ", "_")


def _choice(name: str, kind: type[Choice], word: str) -> Choice:
    for member in kind:
        if _folded(member.value) == _folded(name):
            return member
    known = tuple(member.value for member in kind)
    raise UnknownName(word, name, nearest(name, known) or known)
