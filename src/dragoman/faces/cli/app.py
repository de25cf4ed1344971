"""The commands, in the order a newcomer meets them, and what happens to their errors."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable
from typing import Annotated

import typer

from dragoman import __version__
from dragoman.faces.cli import (
    actors,
    add,
    brief,
    claims,
    copies,
    date,
    demo,
    doctor,
    document,
    evaluate,
    event,
    events,
    export,
    forecast,
    importing,
    judgements,
    movers,
    next_contact,
    orbits,
    read,
    rebuild,
    relations,
    reread,
    review,
    search,
    serve,
    skips,
    stories,
    system,
    train,
)
from dragoman.faces.cli.manual import help_of
from dragoman.faces.cli.screen import errors, leave_quietly
from dragoman.terms import DragomanError

COMMANDS: list[tuple[str, Callable[..., None]]] = [
    ("demo", demo.demo),
    ("add", add.add),
    ("serve", serve.serve),
    ("events", events.events),
    ("event", event.event),
    ("document", document.document),
    ("stories", stories.stories),
    ("copies", copies.copies),
    ("date", date.date),
    ("review", review.review),
    ("judgements", judgements.judgements),
    ("actors", actors.actors),
    ("claims", claims.claims),
    ("search", search.search),
    ("skips", skips.skips),
    ("system", system.system),
    ("relations", relations.relations),
    ("orbits", orbits.orbits),
    ("movers", movers.movers),
    ("forecast", forecast.forecast),
    ("next", next_contact.next_contact),
    ("brief", brief.brief),
    ("import", importing.import_),
    ("imports", importing.imports),
    ("reread", reread.reread),
    ("rebuild", rebuild.rebuild),
    ("read", read.read),
    ("export", export.export),
    ("evaluate", evaluate.evaluate),
    ("train", train.train),
    ("doctor", doctor.doctor),
]

USER_ERROR = 2

app = typer.Typer(
    name="dragoman",
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def dragoman(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version.")
    ] = False,
    reader: Annotated[
        str | None,
        typer.Option(
            "--reader",
            metavar="NAME",
            help="What reads: trained, rules or endpoint. Default: $DRAGOMAN_READER, or trained.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Reads the news as it really arrives and keeps a sourced record of who did what to whom, when, and who
    says so.
    """
    if reader is not None:
        from dragoman.reading import ENVIRONMENT, reader_kind

        os.environ[ENVIRONMENT] = reader_kind(reader).name  # worker processes inherit it


for _name, _command in COMMANDS:
    app.command(_name, help=help_of(_command))(_command)


def main() -> None:
    """Run the command line; errors meant for the user are one line and exit status 2."""
    _survive_any_encoding()
    warnings.showwarning = _show_warning  # type: ignore[assignment]  # where it was raised helps no user
    try:
        app(sys.argv[1:] or ["--help"], prog_name="dragoman")
    except DragomanError as error:
        errors().print("dragoman:", end=" ", style="bold red")
        errors().print(str(error), markup=False, soft_wrap=True)
        sys.exit(USER_ERROR)
    except BrokenPipeError:
        leave_quietly()


def _show_warning(message: Warning | str, category: type[Warning], *_: object) -> None:
    """A warning as one line for the user; those of libraries are theirs and left out."""
    if category.__module__.startswith("dragoman."):
        errors().print("dragoman:", end=" ", style="bold yellow")
        errors().print(str(message), markup=False, soft_wrap=True)


def _survive_any_encoding() -> None:
    """Characters that the terminal cannot show become question marks, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
