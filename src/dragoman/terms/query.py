"""What may be asked of a record; every face uses the same names."""

from __future__ import annotations

from datetime import date

import msgspec

from dragoman.terms.plover import EventType, Status


class EventQuery(msgspec.Struct, frozen=True):
    """Which events are wanted; an empty field asks for nothing.

    Attributes:
        actor, recipient: an entity id or an alpha-3 country; a country also finds its people,
            ministries and armies. A party of a mutual act, in which several act and nobody receives, is
            found on either side.
        about: an entity or country on either side.
        type: any of these types.
        status: any of these.
        outlet: a newspaper that tells it.
        said_by: an entity id, or a part of the words that name the source.
        text: words that stand in the evidence.
        since, until: days, inclusive; an event whose interval touches the period is found. An event
            whose own day is unknown counts on the day of its first report; one without either is left
            out as soon as a day is given.
        story: id of the story it belongs to.
        disputed: only those about which voices contradict each other.
        undated: only those whose own day is unknown, whenever they were reported.
        behind: for a bloc or region among the three above, the states that count as it, beside its id.
        limit, offset: at most ``limit`` events, after ``offset`` others.
    """

    actor: str | None = None
    recipient: str | None = None
    about: str | None = None
    type: tuple[EventType, ...] = ()
    status: tuple[Status, ...] = ()
    outlet: str | None = None
    said_by: str | None = None
    text: str | None = None
    since: date | None = None
    until: date | None = None
    story: str | None = None
    disputed: bool = False
    undated: bool = False
    behind: tuple[tuple[str, tuple[str, ...]], ...] = ()
    limit: int | None = None
    offset: int = 0
