"""The merged happening."""

from __future__ import annotations

import msgspec

from dragoman.terms.entity import Mention
from dragoman.terms.interval import Interval
from dragoman.terms.plover import EventType, Status


class StatusStep(msgspec.Struct, frozen=True):
    """From when on reports give an event a status: planned, then happened.

    Attributes:
        reported: when the first report that gives it appeared.
        tellings: ids of the event mentions that give it, sorted.
    """

    status: Status
    reported: Interval
    tellings: tuple[str, ...]


class Event(msgspec.Struct, frozen=True):
    """What happened, once, however many reports tell it.

    Attributes:
        id: that of the telling whose id is the smallest; the id of every telling finds the event.
        when: when it happened; unknown stays unknown.
        reported: when the first report of it appeared, as far as that is known.
        tellings: ids of the event mentions joined here, sorted.
        documents: ids of the documents they stand in, sorted.
        outlets: the distinct newspapers, sorted; copies included.
        reports: independent reports; copies, excerpts and translations of one dispatch count once.
        said_by: the distinct sources in the text, empty when every telling speaks in its own voice.
        sentence: the evidence of the first telling, as written.
        voices: who says so, each counted once: a ministry quoted by two newspapers is one voice.
        disputed: the fields in which voices contradict each other: ``when``, ``where``, ``status`` ...
        history: the statuses it was given, in the order of the reports.
        story: id of the story it belongs to; empty when it stands alone.
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
    voices: int = 1
    disputed: tuple[str, ...] = ()
    history: tuple[StatusStep, ...] = ()
    story: str = ""
