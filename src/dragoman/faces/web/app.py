"""The application: the table of routes, served."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial
from hashlib import sha256
from importlib import resources
from math import inf
from typing import Any

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import State
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dragoman.faces.api import Record
from dragoman.faces.web import openapi, rendering
from dragoman.faces.web.guard import Guard, TooLargeError
from dragoman.faces.web.keeping.adding import Adding
from dragoman.faces.web.keeping.catalogues import Catalogues
from dragoman.faces.web.keeping.desk import SAID, BusyError, Desk
from dragoman.faces.web.keeping.later import Later
from dragoman.faces.web.keeping.overview import Overviews
from dragoman.faces.web.keeping.readers import Readers
from dragoman.faces.web.page import Context, Page
from dragoman.faces.web.routes import ACTIONS, PAGES
from dragoman.faces.web.settings import Settings
from dragoman.faces.web.site import Site
from dragoman.faces.web.taking import taken
from dragoman.faces.web.visitor import name_in
from dragoman.terms import BrokenRecord, DragomanError, UnknownName
from dragoman.world import load
from dragoman.world.atlas import load_atlas

Answer = Callable[[Request], Awaitable[Response]]
_MEDIA = {"html": "text/html", "json": "application/json", "csv": "text/csv"}
_STATIC_MEDIA = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_TOO_LARGE = 413
_PATIENCE = 0.05  # seconds that somebody waits for a page of a large record before it comes later


class Failure(msgspec.Struct, frozen=True):
    """What went wrong, as JSON says it.

    Attributes:
        nearest: known names like the one that is not known.
    """

    error: str
    nearest: tuple[str, ...] = ()


class StaticFile(msgspec.Struct, frozen=True):
    """A file that is sent as it is."""

    content: bytes
    media: str
    tag: str


def create_app(settings: Settings) -> Starlette:
    """The web face of a record, as an ASGI application.

    Raises:
        DragomanError: it could be reached from elsewhere, and has no token.
    """
    settings.checked()
    templates = rendering.environment()
    routes = [route for page in PAGES for route in _routes(page)]
    routes += [Route(action.path, action.answer, methods=[action.method]) for action in ACTIONS]
    routes += [Route("/openapi.json", _openapi), Route("/static/{name}", _static)]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Guard, settings=settings)],
        exception_handlers={DragomanError: _failed, HTTPException: _failed, Exception: _broken},
        lifespan=_lifespan,
    )
    app.state.settings, app.state.templates, app.state.files = settings, templates, _files()
    app.state.openapi = msgspec.json.encode(openapi.document(PAGES, ACTIONS))
    return app


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    settings: Settings = app.state.settings
    catalogues = Catalogues(settings.record)
    overviews = Overviews(settings.record, catalogues)
    readers = Readers(settings.record, settings.readers, catalogues)
    later = Later(settings.record, catalogues)
    adding, desk = Adding(settings.record, overviews), Desk(settings.record)
    app.state.overviews, app.state.readers, app.state.adding = overviews, readers, adding
    app.state.desk, app.state.catalogues, app.state.later = desk, catalogues, later
    if settings.warm:
        await readers.ask(partial(_warm, app))
        await run_in_threadpool(catalogues.load)
        await run_in_threadpool(overviews.begin)
    begun = asyncio.create_task(_begin(app)) if settings.warm else None
    try:
        yield
    finally:
        if begun is not None:
            begun.cancel()
        for each in (adding, desk, readers, later, overviews, catalogues):
            await run_in_threadpool(each.close)


async def _begin(app: Starlette) -> None:
    """Make the pages that take longest before anybody asks for them; of a large record only the system.

    Of a small one its model stays, with what all forecasts have in common.
    """
    with suppress(DragomanError):  # whoever asks for them is told
        seen = (await _ahead(app.state, "/system")).overview
        if seen is None or not seen.relations or app.state.catalogues.is_large:
            return
        one, other = seen.relations[0].sides
        await _ahead(app.state, "/dyad/{one}/{other}", one=one, other=other)


async def _ahead(state: State, path: str, **asked: str) -> Any:
    """A page, made by the threads of what comes later."""
    page = next(page for page in PAGES if page.path == path)
    wanted = taken(page.takes, asked, [])
    make = partial(_made, state, page, wanted, "")
    return await state.later.made((page.path, wanted), make, patience=None, keep=True)


def _warm(app: Starlette, record: Record) -> None:
    """Load what the first pages need: the world, the merging, the grammar of times."""
    from dragoman.faces.brief import build  # noqa: F401 - takes longer to load than a page may take
    from dragoman.reading import find_times

    find_times("on Friday")
    load_atlas()
    load().resolve("RUS")
    record.outlets()
    event_page = next(page for page in PAGES if page.path == "/events/{id}")
    for event in record.store.latest_events(1):
        _made(app.state, event_page, taken(event_page.takes, {"id": event.id}, []), "", record)
    for template in resources.files("dragoman.faces.web").joinpath("templates").iterdir():
        app.state.templates.get_template(template.name)  # with the parts that others take in


def _routes(page: Page[Any, Any]) -> list[Route]:
    """A page and its twins; the twins first, since an id could end like them."""
    twins = [
        Route(page.twin(kind), _answer(page, kind), name=f"{page.path}:{kind}") for kind in ("json", "csv")
    ]
    return [*twins, Route(page.path, _answer(page, "html"), name=page.path)]


def _answer(page: Page[Any, Any], kind: str) -> Answer:
    async def answer(request: Request) -> Response:
        state, visitor = request.app.state, name_in(request.cookies)
        asked = [each for each in request.query_params.multi_items() if each[0] != SAID]
        wanted = taken(page.takes, request.path_params, asked)
        if page.awaits is not None:
            await page.awaits(state.settings, wanted, _patience(state, kind))

        made = partial(_made, state, page, wanted, visitor)

        def shown(record: Record) -> tuple[Any, bytes]:
            given = made(record)
            return given, _rendered(request, page, kind, given)

        is_early = page.is_of_all and (state.catalogues.is_missing or not state.overviews.has_one)
        if state.catalogues.is_large and (page.takes_seconds or is_early):
            key, keep = (page.path, wanted), page.takes_seconds and not page.is_personal
            patience = _patience(state, kind)
            given = await state.later.made(key if keep else (*key, visitor), made, patience, keep=keep)
            if given is None:
                return _waiting(request, page)
            content = await run_in_threadpool(_rendered, request, page, kind, given)
        else:
            given, content = await state.readers.ask(shown)
        return Response(content, getattr(given, "http_status", 200), media_type=_MEDIA[kind])

    return answer


def _patience(state: State, kind: str) -> float | None:
    """How long somebody waits for what takes long: a program to the end, a person for a moment."""
    if kind != "html":
        return None
    return _PATIENCE if state.catalogues.is_large else inf


def _made(state: State, page: Page[Any, Any], wanted: Any, visitor: str, record: Record) -> Any:
    """The page record that a request asks for."""
    context = Context(record, state.overviews, state.adding, state.settings, state.desk, visitor)
    return page.show(context, wanted)


def _rendered(request: Request, page: Page[Any, Any], kind: str, given: Any) -> bytes:
    """A page record in one of its three forms."""
    if kind == "json":
        return rendering.as_json(given)
    if kind == "csv":
        return rendering.as_csv(given.rows).encode(errors="replace")
    state = request.app.state
    template = state.templates.get_template(page.template)
    notice = state.desk.notice(request.query_params.get(SAID, ""))
    html: str = template.render(
        page=given, site=_site(request, page), visitor=name_in(request.cookies), notice=notice
    )
    return html.encode(errors="replace")


def _waiting(request: Request, page: Page[Any, Any]) -> Response:
    """What is shown of a page that is still being made; it asks again by itself."""
    template = request.app.state.templates.get_template("waiting.html")
    headers = {"Retry-After": "2", "Cache-Control": "no-store"}
    return Response(template.render(site=_site(request, page)), 202, headers, media_type="text/html")


def _site(request: Request, page: Page[Any, Any]) -> Site:
    return Site.of(PAGES, page, request.url.path, request.url.query, request.app.state.settings)


async def _openapi(request: Request) -> Response:
    return Response(request.app.state.openapi, media_type="application/json")


def _files() -> dict[str, StaticFile]:
    """The static files by name. They are looked up in here, so no path of a request reaches the disk."""
    found = {}
    for file in resources.files("dragoman.faces.web").joinpath("static").iterdir():
        media = _STATIC_MEDIA.get(file.name.rpartition(".")[2])
        if media:
            content = file.read_bytes()
            found[file.name] = StaticFile(content, media, f'"{sha256(content).hexdigest()[:16]}"')
    return found


async def _static(request: Request) -> Response:
    file = request.app.state.files.get(request.path_params["name"])
    if file is None:
        raise HTTPException(404)
    headers = {"ETag": file.tag, "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == file.tag:
        return Response(status_code=304, headers=headers)
    return Response(file.content, media_type=file.media, headers=headers)


async def _failed(request: Request, error: Exception) -> Response:
    """An error meant for the user, in the form that was asked for."""
    if isinstance(error, HTTPException):
        words = {404: "There is no such page.", 405: "This page cannot be written to."}
        status, failure = error.status_code, Failure(words.get(error.status_code, str(error.detail)))
    else:
        assert isinstance(error, DragomanError)  # noqa: S101 - what it is registered for
        status = _TOO_LARGE if isinstance(error, TooLargeError) else _refused(error)
        near = error.nearest if isinstance(error, UnknownName) else ()
        failure = Failure(str(error), tuple(near))
    return _shown(request, failure, status)


def _refused(error: DragomanError) -> int:
    """The HTTP status of an error."""
    if isinstance(error, BrokenRecord | BusyError):
        return 503
    things = ("event", "document", "event mention", "imported row", "job")
    if isinstance(error, UnknownName) and error.kind in things:
        return 404
    return 400


async def _broken(request: Request, error: Exception) -> Response:
    """A mistake of the program. The traceback goes to the terminal, and nothing of it to the visitor."""
    return _shown(request, Failure("Something in Dragoman broke. The terminal says where."), 500)


def _shown(request: Request, failure: Failure, status: int) -> Response:
    state, path = request.app.state, request.url.path
    if path.endswith(".json") or "application/json" in request.headers.get("accept", ""):
        return Response(msgspec.json.encode(failure), status, media_type="application/json")
    if path.endswith(".csv"):
        return Response(failure.error + "\n", status, media_type="text/plain")
    site = Site.of(PAGES, None, path, "", state.settings)
    page = state.templates.get_template("error.html").render(failure=failure, status=status, site=site)
    return Response(page, status, media_type="text/html")
