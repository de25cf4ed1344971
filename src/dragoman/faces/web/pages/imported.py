"""Imported: one row of an event table that others coded, in full, and how it was read here."""

from __future__ import annotations

from typing import Annotated

import msgspec

from dragoman.faces import wording
from dragoman.faces.web.page import Context
from dragoman.faces.web.telling import crosswalk, links
from dragoman.faces.web.telling.behind import parties, quad_words
from dragoman.faces.web.telling.moment import Moment
from dragoman.store import CodedRow, Import
from dragoman.terms import EventType, Interval, Status, UnknownName
from dragoman.world import plover

Number = Annotated[int, msgspec.Meta(ge=1, le=2**62, description="Number of the row in the record.")]
_TABLES = {"gdelt": "GDELT", "icews": "ICEWS", "polecat": "POLECAT", "acled": "ACLED"}
_SCORES = {"gdelt": "Goldstein value", "icews": "intensity", "polecat": "intensity"}


class ImportedRequest(msgspec.Struct, frozen=True):
    """Which row."""

    number: Number


class Given(msgspec.Struct, frozen=True):
    """A cell of the row as the table gives it."""

    field: str
    value: str


class SideLink(msgspec.Struct, frozen=True):
    """A side that the names of the row mean; ``link`` leads to its events."""

    side: str
    name: str
    link: str


class ImportedPage(msgspec.Struct, frozen=True):
    """A row in full.

    Attributes:
        table: name of the kind of table; ``file`` the one it came in, ``at`` when.
        key: the row's own id in its table, or its line.
        given: what stands in the row.
        code, means: what the table calls the act, and what that is in our words, unless it speaks PLOVER.
        type, mode, quad, status: what the crosswalk makes of it, and ``why`` where that is not plain.
        actors, recipients: the sides that the names mean.
        dyad: how the two stand, where there are two.
        repeated: how many other rows said the same.
        url: where to read it; empty where the row names no address.
    """

    request: ImportedRequest
    table: str
    kind: str
    key: str
    file: str
    at: str
    given: tuple[Given, ...]
    day: Interval
    who: str
    arrow: str
    whom: str
    code: str
    means: str
    type: EventType
    mode: str
    quad: str
    status: Status
    type_means: str
    why: str
    actors: tuple[SideLink, ...]
    recipients: tuple[SideLink, ...]
    dyad: str
    repeated: int
    url: str

    @property
    def title(self) -> str:
        """See `PageRecord`."""
        return f"{self.table} {self.key}"

    @property
    def rows(self) -> tuple[Given, ...]:
        """See `PageRecord`."""
        return self.given


def imported(context: Context, request: ImportedRequest) -> ImportedPage:
    """The page `/imported/{number}`."""
    store = context.record.store
    row = next(iter(store.coded([request.number])), None)
    if row is None:
        raise UnknownName(
            "imported row", str(request.number), (), "Its import may have been forgotten since then."
        )
    source = next(iter(store.imports(row.source)), None)
    known = crosswalk.meaning(row.kind, row.code)
    actors, recipients = _sides(row.actor_sides), _sides(row.recipient_sides)
    pair = [each.side for each in (*actors, *recipients)]
    return ImportedPage(
        request=request,
        table=_TABLES.get(row.kind, row.kind),
        kind=row.kind,
        key=row.key,
        file="" if source is None else source.file,
        at="" if source is None else source.at[:10],
        given=_given(row, source),
        day=row.day,
        who=parties(row.actors),
        arrow="→",
        whom=parties(row.recipients) if row.recipients else wording.NOBODY,
        code=row.code,
        means="" if known is None else known.means,
        type=row.type,
        mode=row.mode or "",
        quad=quad_words(row.type),
        status=row.status,
        type_means=plover.load().type(row.type).definition,
        why="" if known is None else known.why,
        actors=actors,
        recipients=recipients,
        dyad=Moment().dyad(*pair) if len(pair) == 2 and pair[0] != pair[1] else "",
        repeated=row.repeated,
        url=row.url if row.url and links.is_web(row.url) else "",
    )


def _sides(written: str | None) -> tuple[SideLink, ...]:
    sides = [each.strip() for each in (written or "").split(";") if each.strip()]
    return tuple(SideLink(each, wording.speaker(each), Moment().events(side=each)) for each in sides)


def _given(row: CodedRow, source: Import | None) -> tuple[Given, ...]:
    """The cells that hold anything, in the order in which one asks: when, who, what, where, by whom told."""
    where = ", ".join(part for part in (row.place, row.country) if part)
    if row.latitude is not None and row.longitude is not None:
        where += f" ({row.latitude:g}, {row.longitude:g})"
    cells = (
        ("row", row.key),
        ("file", "" if source is None else source.file),
        ("day", str(row.day).replace("/", " to ")),
        ("known since", row.known or ""),
        ("actors", row.actors),
        ("recipients", row.recipients),
        ("code", row.code),
        (_SCORES.get(row.kind, "score"), "" if row.score is None else f"{row.score:g}"),
        ("place", where.strip()),
        ("people killed", "" if row.fatalities is None else str(row.fatalities)),
        ("newspaper", row.outlet or ""),
        ("newspapers", str(row.outlets)),
        ("articles", str(row.reports)),
        ("address or article", row.url or ""),
    )
    return tuple(Given(field, value) for field, value in cells if value)
