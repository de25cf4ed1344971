"""Figures: what somebody states, and what reports disagree on."""

from __future__ import annotations

import msgspec

from dragoman.faces.web.keeping.disputed import DISPUTES, Asked, Found
from dragoman.faces.web.page import Context
from dragoman.faces.web.pages.choosing import Filters, Set
from dragoman.faces.web.settings import Settings
from dragoman.faces.web.taking import Limit, Offset
from dragoman.faces.web.telling import links
from dragoman.faces.web.telling.figures import (
    DisputeLine,
    DisputeRow,
    FigureLine,
    dispute_line,
    dispute_rows,
    figure_lines,
)
from dragoman.store import FigureQuery
from dragoman.terms import DragomanError

PATH = "/figures"


class FiguresRequest(msgspec.Struct, frozen=True):
    """Which figures; with ``disputed`` only quantities on which reports disagree, side by side."""

    about: str | None = None
    outlet: str | None = None
    story: str | None = None
    document: str | None = None
    disputed: bool = False
    limit: Limit = 25
    offset: Offset = 0


class FiguresPage(msgspec.Struct, frozen=True):
    """A page of figures, or of quantities in dispute.

    Attributes:
        portion: which of them; of quantities in dispute, which of those that were found so far.
        compared, documents: how many documents were compared so far, of how many.
        is_over: whether all were compared.
        is_waiting: whether more of this page is being looked for; then ask again.
        sets: the filters that are set.
    """

    request: FiguresRequest
    portion: links.Portion
    figures: tuple[FigureLine, ...]
    disputes: tuple[DisputeLine, ...]
    compared: int
    documents: int
    is_over: bool
    is_waiting: bool
    sets: tuple[Set, ...]

    @property
    def title(self) -> str:
        """See `PageRecord`."""
        return "Figures in dispute" if self.request.disputed else "Figures"

    @property
    def rows(self) -> tuple[FigureLine, ...] | tuple[DisputeRow, ...]:
        """See `PageRecord`."""
        return dispute_rows(self.disputes) if self.request.disputed else self.figures


async def wait_for_figures(settings: Settings, request: FiguresRequest, patience: float | None) -> None:
    """Until the disputes of the page are found, or for so many seconds."""
    if request.disputed:
        asked, wanted = _asked(request), request.offset + request.limit + 1
        await DISPUTES.wait(settings.record, asked, wanted, patience)


def figures(context: Context, request: FiguresRequest) -> FiguresPage:
    """The page `/figures`."""
    return _disputed(context, request) if request.disputed else _stated(context, request)


def _asked(request: FiguresRequest) -> Asked:
    if request.outlet or request.document:
        raise DragomanError(
            "figures in dispute stand in several documents, so outlet and document cannot be asked for with "
            "them. Leave out disputed, or those two."
        )
    return Asked(request.about, request.story)


def _stated(context: Context, request: FiguresRequest) -> FiguresPage:
    record = context.record
    query = record.events(outlet=request.outlet or "", story=request.story or "").query
    document = record.document(request.document).id if request.document else None
    found = record.store.list_figures(
        FigureQuery(
            about=request.about,
            outlet=query.outlet,
            story=query.story,
            document=document,
            limit=request.limit,
            offset=request.offset,
        )
    )
    return FiguresPage(
        request=request,
        portion=links.portion(PATH, request, request.limit, request.offset, found.total),
        figures=figure_lines(record, found.figures),
        disputes=(),
        compared=0,
        documents=0,
        is_over=True,
        is_waiting=False,
        sets=_sets(context, request),
    )


def _disputed(context: Context, request: FiguresRequest) -> FiguresPage:
    found = DISPUTES.now(context.settings.record, _asked(request))
    end = request.offset + request.limit
    return FiguresPage(
        request=request,
        portion=links.portion(PATH, request, request.limit, request.offset, len(found.disputes)),
        figures=(),
        disputes=tuple(dispute_line(each) for each in found.disputes[request.offset : end]),
        compared=found.done,
        documents=found.total,
        is_over=found.is_over,
        is_waiting=_is_waiting(found, end),
        sets=_sets(context, request),
    )


def _is_waiting(found: Found, end: int) -> bool:
    return not found.is_over and len(found.disputes) <= end


def _sets(context: Context, request: FiguresRequest) -> tuple[Set, ...]:
    def name(filter: str, value: str) -> str:
        if filter == "story":
            return context.record.headline(context.record.story_id(value))
        if filter == "document":
            return context.record.document(value).title or value[: links.ID_LENGTH]
        return value

    return tuple(each for each in Filters(PATH, request, name).sets if each.filter != "disputed")
