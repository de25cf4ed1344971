"""The merged happening."""

from __future__ import annotations

import msgspec

from dragoman.terms.entity import Mention
from dragoman.terms.interval import Interval
from dragoman.terms.plover import EventType, Status


class Event(msgspec.Struct, frozen=True):
    """What happened, once, however many reports tell it.

    Attributes:
        id: hash of what is told, stable under re-reading.
        when: when it happened; unknown stays unknown.
        reported: when the first report of it appeared, as far as that is known.
        tellings: ids of the event mentions joined here, sorted.
        documents: ids of the documents they stand in, sorted.
        outlets: the distinct newspapers, sorted; copies included.
        reports: independent reports; exact copies count once.
        said_by: the distinct sources in the text, empty when every telling speaks in its own voice.
        sentence: the evidence of the first telling, as written.
    """

    id: str
    type: EventType
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    status: Status
    when: Interval
    tellings: tuple[str, ...]
    documents: tuple[str, ...]
    outlets: tuple[str, ...]
    reports: int
    said_by: tuple[str, ...] = ()
    reported: Interval = Interval()
    mode: str | None = None
    where: Mention | None = None
    confidence: float = 0.5
    sentence: str = ""
