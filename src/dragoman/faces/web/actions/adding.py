"""What is sent in to be read, and a job as it goes on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import msgspec
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from dragoman.faces.web.keeping.adding import Adding, Upload
from dragoman.sources import SourceOptions
from dragoman.terms import Interval, UnknownName

_LOOK_SECONDS = 0.15  # between two looks at a job
_BREATH_SECONDS = 15.0  # after which a line without meaning keeps the connection open
_MOST_FILES, _MOST_FIELDS = 1000, 20
_LONGEST_NAME = 200


async def add_to_record(request: Request) -> Response:
    """Take files (``files``) and a text (``text``, ``title``); ``outlet`` and ``published`` hold for all.

    Answers with the job as JSON where that is asked for, else with the page that shows it.
    """
    size = request.app.state.settings.max_upload
    async with request.form(max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=size) as form:
        uploads, options = await _uploads(form), _options(form)
    adding: Adding = request.app.state.adding
    state = adding.begin(uploads, options)
    if "application/json" in request.headers.get("accept", ""):
        return Response(msgspec.json.encode(state), 202, media_type="application/json")
    return RedirectResponse(f"/add?job={state.id}", 303)


async def _uploads(form: FormData) -> tuple[Upload, ...]:
    found = []
    for each in form.getlist("files"):
        if isinstance(each, UploadFile) and each.filename:
            found.append(Upload(each.filename[-_LONGEST_NAME:], await each.read()))
    text, title = _word(form, "text"), _word(form, "title")
    if text:
        # A title is the first line of a text, as in a file; the name is how the text is recognised.
        whole = f"{title}\n\n{text}" if title else text
        found.append(Upload(f"{title or 'pasted text'}.txt"[-_LONGEST_NAME:], whole.encode()))
    return tuple(found)


def _options(form: FormData) -> SourceOptions:
    published = _word(form, "published") or None
    if published is not None:
        Interval.parse(published)  # say so now, not when the job has begun
    return SourceOptions(outlet=_word(form, "outlet") or None, published=published)


def _word(form: FormData, name: str) -> str:
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


async def watch_job(request: Request) -> Response:
    """Every change of a job, until it is over."""
    adding: Adding = request.app.state.adding
    id = request.path_params["job"]
    if adding.state(id) is None:
        raise UnknownName("job", id)
    return StreamingResponse(
        _changes(adding, id), media_type="text/event-stream", headers={"X-Accel-Buffering": "no"}
    )


async def _changes(adding: Adding, id: str) -> AsyncIterator[bytes]:
    told, silent = -1, 0.0
    while (state := adding.state(id)) is not None:
        if state.version != told:
            told, silent = state.version, 0.0
            yield b"data: " + msgspec.json.encode(state) + b"\n\n"
        if state.is_over:
            return
        await asyncio.sleep(_LOOK_SECONDS)
        silent += _LOOK_SECONDS
        if silent > _BREATH_SECONDS:
            silent = 0.0
            yield b": still at work\n\n"
