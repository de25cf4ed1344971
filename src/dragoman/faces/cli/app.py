"""The commands, in the order a newcomer meets them, and what happens to their errors."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

import typer

from dragoman.faces.cli import (
    actors,
    add,
    claims,
    demo,
    doctor,
    document,
    evaluate,
    event,
    events,
    export,
    read,
    search,
)
from dragoman.faces.cli.screen import errors
from dragoman.terms import DragomanError

COMMANDS: list[tuple[str, Callable[..., None]]] = [
    ("demo", demo.demo),
    ("add", add.add),
    ("events", events.events),
    ("event", event.event),
    ("document", document.document),
    ("actors", actors.actors),
    ("claims", claims.claims),
    ("search", search.search),
    ("read", read.read),
    ("export", export.export),
    ("evaluate", evaluate.evaluate),
    ("doctor", doctor.doctor),
]

USER_ERROR = 2
INTERRUPTED = 128 + signal.SIGINT

app = typer.Typer(
    name="dragoman",
    help="Reads the news as it really arrives and keeps a sourced record of who did what to whom, when, "
    "and who says so.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for _name, _command in COMMANDS:
    app.command(_name)(_command)


def main() -> None:
    """Run the command line; errors meant for the user are one line and exit status 2."""
    try:
        app()
    except DragomanError as error:
        errors().print(f"[bold red]dragoman:[/] {_escaped(error)}", soft_wrap=True)
        sys.exit(USER_ERROR)
    except KeyboardInterrupt:
        errors().print("[bold]Stopped.[/] What was read so far is kept; run the same command to go on.")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output went away ("dragoman events | head"); say nothing, to nobody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def _escaped(error: DragomanError) -> str:
    return str(error).replace("[", r"\[")
