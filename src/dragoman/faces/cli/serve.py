"""dragoman serve: the record in a browser."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from dragoman.faces.cli.options import RecordPath, opened_to_write, record_to_write
from dragoman.faces.cli.screen import console
from dragoman.terms import BrokenRecord, DragomanError

_PORT = 8521


def serve(
    record: RecordPath = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any that is free.")] = _PORT,
    host: Annotated[
        str, typer.Option(help="What to listen on. Anything but this computer needs --token.")
    ] = "127.0.0.1",
    token: Annotated[
        str,
        typer.Option(
            help="A word of 12 or more characters that visitors must have.",
            envvar="DRAGOMAN_TOKEN",
            show_default=False,
        ),
    ] = "",
) -> None:
    """Open the record in a browser: events, documents, and a page to add more.

    It listens on this computer only, needs no network, and runs until Ctrl-C.

    Examples:

      dragoman serve --record cis.dragoman

      dragoman serve --host 0.0.0.0 --token "a long word of ours"
    """
    import uvicorn

    from dragoman.faces.web import Settings, create_app

    Settings(Path(), host, port, token).checked()  # before a record is made for nothing
    path = _ready(record)
    with bound(host, port) as listening, errors_shown():
        settings = Settings(path, host, listening.getsockname()[1], token)
        app = create_app(settings)
        out = console()
        out.print(f"{path} is open at {settings.address}", soft_wrap=True, highlight=False, markup=False)
        out.print("Stop with Ctrl-C.", style="dim")
        # An access log would hold the token of first visits
        config = uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=2)
        try:
            uvicorn.Server(config).run(sockets=[listening])
        except KeyboardInterrupt:
            out.print("Stopped.", style="dim")


@contextmanager
def errors_shown() -> Iterator[None]:
    """Meanwhile what breaks in a thread of the server is told on standard error, with its traceback."""
    log, handler = logging.getLogger("dragoman"), logging.StreamHandler()
    handler.setFormatter(logging.Formatter("dragoman: %(message)s"))
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)


def _ready(record: Path | None) -> Path:
    """The record to serve; made when there is none, brought up to date when it is old and may be written."""
    path = record_to_write(record)
    try:
        opened_to_write(path, create=True).close()
    except BrokenRecord:
        from dragoman.faces.api import open_record

        open_record(path, create=False, read_only=True).close()  # a finished one that nobody may write to
    return path


def bound(host: str, port: int) -> socket.socket:
    """A socket on that address; bound here, so that a port in use is told in our words.

    Raises:
        DragomanError: it cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise DragomanError(
            f"cannot listen on {host}, port {port}: {error.strerror or error}. Try another --port."
        ) from None
    return listening
