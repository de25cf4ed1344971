"""dragoman read: read a text without keeping it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dragoman.faces.api import read as read_text
from dragoman.faces.cli.document import marked
from dragoman.faces.cli.options import Json
from dragoman.faces.cli.screen import act, console, print_json, who


def read(
    text: Annotated[str, typer.Argument(help="The text, or - for standard input.")],
    published: Annotated[
        str | None, typer.Option(help="When it appeared: YYYY-MM-DD.", show_default=False)
    ] = None,
    json: Json = False,
) -> None:
    """Read a text and show who did what to whom in it.

    Example:

      dragoman read "Putin met Tokayev in Astana on Friday." --published 2022-10-14
    """
    words = sys.stdin.read() if text == "-" else text
    reading = read_text(words, published=published)
    if json:
        print_json(reading.events)
        return
    out = console()
    out.print(marked(reading.document, reading.reading))
    for event in reading.events:
        out.print()
        out.print(f"[bold]{who(event.actors)}[/] → [bold]{who(event.recipients)}[/]", act(event))
        said = ", ".join(attribution.source.text for attribution in event.said_by)
        when = "day unknown" if event.when.is_unknown else str(event.when)
        out.print(f"[dim]{event.status.value}, {when}{f', says {said}' if said else ''}[/]")
