"""What is taken along: a brief in its forms, and the events of a list in the formats of others."""

from __future__ import annotations

import io
from pathlib import Path
from typing import BinaryIO

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from dragoman.faces.api import EventFilters, Record, open_record
from dragoman.faces.brief import FORMS, Form
from dragoman.faces.export import Exporter, RecordBacking, exporter, pack, stream_to
from dragoman.faces.web.actions.exports import ExportRequest, attachment, file_name, period
from dragoman.faces.web.actions.piped import sent
from dragoman.faces.web.keeping.briefs import BRIEFS, BriefRequest, wait_for_brief
from dragoman.faces.web.settings import Settings
from dragoman.faces.web.taking import taken
from dragoman.terms import DragomanError, EventQuery
from dragoman.world import load

_MEDIA = {"md": "text/markdown", "html": "text/html", "pdf": "application/pdf"}
_NOBODY = "a brief needs somebody or a story. Open /brief and choose, or add ?about=SIDE or ?story=ID."


async def download_brief(request: Request) -> Response:
    """A brief in the form that the path ends in."""
    wanted = taken(BriefRequest, {}, request.query_params.multi_items())
    (form,) = (each for each in FORMS if request.url.path.endswith(each.ending))
    if not wanted.names_something:
        raise DragomanError(_NOBODY)
    settings = request.app.state.settings
    await wait_for_brief(settings, wanted, patience=None)
    content = await run_in_threadpool(_formed, settings, wanted, form)
    name = file_name(("brief", *_named(wanted)), form.ending)
    return Response(content, media_type=_MEDIA[form.name], headers=attachment(name))


def _formed(settings: Settings, wanted: BriefRequest, form: Form) -> bytes:
    return form.write(BRIEFS.asked(settings, wanted).result())


def _named(wanted: BriefRequest) -> tuple[str | None, ...]:
    sides = (load().resolve(side).id if side else None for side in (wanted.about, wanted.other))
    return (*sides, wanted.story and wanted.story[:8], period(wanted.since, wanted.until))


async def download_events(request: Request) -> Response:
    """The events that pass the filters, in a format, sent while they are written."""
    return await _download(request, is_packed=False)


async def download_package(request: Request) -> Response:
    """The same as a ZIP, with the description of every field beside the file."""
    return await _download(request, is_packed=True)


async def _download(request: Request, *, is_packed: bool) -> Response:
    wanted = taken(ExportRequest, request.path_params, request.query_params.multi_items())
    chosen = exporter(wanted.format)
    if chosen.missing:
        raise DragomanError(f"{chosen.name} needs a library that is not installed. Run: {chosen.missing}")
    state = request.app.state
    query = await state.readers.ask(lambda record: _query(record, wanted))
    ending = ".zip" if is_packed else f".{chosen.file.partition('.')[2]}"
    name = file_name(_parts(wanted, query, chosen.name if is_packed else None), ending)
    media = "application/zip" if is_packed else chosen.layout.media
    if request.method == "HEAD":
        return Response(media_type=media, headers=attachment(name))
    path, write = state.settings.record, _write_package if is_packed else _write_events
    pieces = await sent(lambda stream: write(path, wanted, chosen, stream))
    return StreamingResponse(pieces, media_type=media, headers=attachment(name))


def _query(record: Record, wanted: ExportRequest) -> EventQuery:
    """What is asked for, so that an unknown name is refused before anything is sent."""
    return record.events(**_filters(wanted)).query


def _filters(wanted: ExportRequest) -> EventFilters:
    given = msgspec.structs.asdict(wanted)
    del given["format"]
    found: EventFilters = {}
    found.update(given)  # type: ignore[typeddict-item]  # a test holds the names together
    return found


def _parts(wanted: ExportRequest, query: EventQuery, more: str | None) -> tuple[str | None, ...]:
    """What the name of the file says."""
    return (
        more,
        query.about,
        query.actor,
        query.recipient and f"to {query.recipient}",
        *(each.value for each in query.type),
        *(each.value for each in query.status),
        query.outlet,
        query.said_by,
        query.text,
        query.story and query.story[:8],
        "disputed" if query.disputed else None,
        "undated" if query.undated else None,
        period(wanted.since, wanted.until),
    )


def _write_events(path: Path, wanted: ExportRequest, chosen: Exporter, stream: BinaryIO) -> None:
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    with open_record(path, create=False, read_only=True) as record:
        stream_to(record.events(**_filters(wanted)), text, chosen, RecordBacking(record.store))
    text.flush()
    text.detach()


def _write_package(path: Path, wanted: ExportRequest, chosen: Exporter, stream: BinaryIO) -> None:
    with open_record(path, create=False, read_only=True) as record:
        pack(record.events(**_filters(wanted)), stream, chosen, RecordBacking(record.store))
