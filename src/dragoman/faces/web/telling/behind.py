"""The events and imported rows behind a figure of the system, as a list on its page.

The list is taken from the same ledger as the figure, so that it holds what was counted and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec
import numpy as np

from dragoman.faces import wording
from dragoman.faces.api import Record
from dragoman.faces.api.query import choices
from dragoman.faces.web.telling import crosswalk, links
from dragoman.store import CodedRow
from dragoman.system.ledger import COUNTED, READ, Ledger
from dragoman.terms import Event, EventType, Interval, Status
from dragoman.world import plover

# What may be asked for, as people write it, with the quad categories it means
KINDS: Mapping[str, tuple[int, ...]] = {
    "cooperation": (0, 1),
    "conflict": (2, 3),
    "verbal": (0, 2),
    "material": (1, 3),
    "verbal cooperation": (0,),
    "material cooperation": (1,),
    "verbal conflict": (2,),
    "material conflict": (3,),
}
_ANY = "any"


class Line(msgspec.Struct, frozen=True):
    """An event that was read, or a row that was imported.

    Attributes:
        id: of the event; of a row the name of its table and its key in it.
        is_read: whether it was read here, and has a sentence.
        day: when it happened, or that only its report is known.
        who, arrow, whom: "Kazakhstan", "→", "Russia".
        words: the sentence; of a row what its table calls the act.
        outlets: newspapers that have it; ``share`` is their part of all such mentions in the list, 0 to 1.
        source: the outlets by name; of a row the host or newspaper.
        link: its page.
        url: of a row where to read it; empty where that is not known.
    """

    id: str
    is_read: bool
    day: str
    type: EventType
    mode: str
    quad: str
    status: Status
    who: str
    arrow: str
    whom: str
    words: str
    outlets: int
    share: float | None
    source: str
    link: str
    url: str = ""


class Behind(msgspec.Struct, frozen=True):
    """The list.

    Attributes:
        words: what is listed.
        outlets: mentions by newspapers of everything in the list.
    """

    words: str
    lines: tuple[Line, ...]
    portion: links.Portion
    outlets: int


def chosen(
    ledger: Ledger,
    *,
    kind: str | None = None,
    status: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Ledger:
    """The rows of a ledger that pass filters.

    Args:
        kind: one of `KINDS`, or an event type.
        status: ``any``, or as everywhere; what happened or goes on unless said otherwise.
        since, until: days, inclusive.

    Raises:
        UnknownName: a kind or a status nobody knows.
        DragomanError: a day that is none.
    """
    rows = ledger
    if status != _ANY:
        rows = rows.with_status(choices(status or None, Status, "status") or COUNTED)
    if kind is not None and kind in KINDS:
        rows = rows.where(np.isin(rows.quad, KINDS[kind]))
    elif kind:
        rows = rows.of_types(choices(kind, EventType, "event type"))
    first, last = _ordinal(since, last=False), _ordinal(until, last=True)
    if first is not None:
        rows = rows.where(rows.last >= first)
    return rows if last is None else rows.where(rows.first <= last)


def _ordinal(day: str | None, *, last: bool) -> int | None:
    if day is None:
        return None
    interval = Interval.parse(day)
    found: date | None = interval.latest if last else interval.earliest
    return None if found is None else found.toordinal()


def behind(record: Record, rows: Ledger, words: str, path: str, request: msgspec.Struct) -> Behind:
    """The list of what stands in some rows, those of most outlets first; ``request`` has limit and offset."""
    order = np.lexsort((rows.event, rows.origin, -rows.first, -rows.outlets))
    number = rows.origin.astype(np.int64)[order] << 48 | rows.event[order]
    each = order[np.sort(np.unique(number, return_index=True)[1])]
    limit, offset = int(getattr(request, "limit", 25)), int(getattr(request, "offset", 0))
    mentions = int(rows.outlets[each].sum())
    portion = links.portion(path, request, limit, offset, len(each))
    if portion.before or portion.after:
        portion = msgspec.structs.replace(
            portion,
            **{
                side: f"{to}#events"
                for side, to in (("before", portion.before), ("after", portion.after))
                if to
            },
        )
    return Behind(
        words, _lines(record, rows.where(each[offset : offset + limit]), mentions), portion, mentions
    )


def _lines(record: Record, rows: Ledger, mentions: int) -> tuple[Line, ...]:
    read = [int(number) for number in rows.event[rows.origin == READ]]
    events = record.store.events_numbered(read)
    coded = {
        row.number: row
        for row in record.store.coded([int(number) for number in rows.event[rows.origin != READ]])
    }
    found: list[Line] = []
    for number, origin, outlets in zip(
        rows.event.tolist(), rows.origin.tolist(), rows.outlets.tolist(), strict=True
    ):
        share = outlets / mentions if mentions else None
        if origin == READ and number in events:
            found.append(of_event(events[number], outlets, share))
        elif origin != READ and number in coded:
            found.append(of_row(coded[number], outlets, share))
    return tuple(found)


def of_event(event: Event, outlets: int, share: float | None) -> Line:
    """The line of an event that was read."""
    sides = wording.sides(event)
    day = wording.days(event.when)
    if event.when.is_unknown and not event.reported.is_unknown:
        day = f"reported {event.reported}"
    return Line(
        id=event.id,
        is_read=True,
        day=day.replace("/", " to "),
        type=event.type,
        mode=event.mode or "",
        quad=quad_words(event.type),
        status=event.status,
        who=wording.names(sides.left),
        arrow=sides.arrow,
        whom=wording.names(sides.right),
        words=" ".join(event.sentence.split()),
        outlets=outlets,
        share=share,
        source=_listed(event.outlets),
        link=links.event(event.id),
    )


def of_row(row: CodedRow, outlets: int, share: float | None) -> Line:
    """The line of a row that was imported."""
    return Line(
        id=f"{row.kind} {row.key}",
        is_read=False,
        day=str(row.day).replace("/", " to "),
        type=row.type,
        mode=row.mode or "",
        quad=quad_words(row.type),
        status=row.status,
        who=parties(row.actors),
        arrow="→",
        whom=parties(row.recipients) if row.recipients else wording.NOBODY,
        words=crosswalk.words(row.kind, row.code) + (f", in {row.place}" if row.place else ""),
        outlets=outlets,
        share=share,
        source=row.outlet or "",
        link=links.imported(row.number),
        url=row.url if row.url and links.is_web(row.url) else "",
    )


def parties(written: str) -> str:
    """The parties of a row by the names people know, where the table gives no more than their codes."""
    return ", ".join(wording.speaker(each.strip()) for each in written.split(";"))


def _listed(names: Sequence[str], shown: int = 4) -> str:
    more = f" and {len(names) - shown} more" if len(names) > shown else ""
    return ", ".join(names[:shown]) + more


def quad_words(type: EventType) -> str:
    """The quad category of a type in words: "verbal cooperation"."""
    return plover.quad(type).name.lower().replace("_", " ")


def filter_words(kind: str | None, status: str | None, since: str | None, until: str | None) -> str:
    """The filters of a list in words: ", conflict, from 2022-10-03 to 2022-10-09"."""
    told = [] if status in (None, _ANY) else [str(status).replace("_", " ").replace(",", " or ")]
    told += [kind] if kind else []
    if since and until and since == until:
        told.append(f"on {since}")
    elif since or until:
        told.append(" ".join((*(("from", since) if since else ()), *(("to", until) if until else ()))))
    return "".join(f", {each}" for each in told)
