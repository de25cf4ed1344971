"""dragoman read: read a text without keeping it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dragoman.faces.api import read as read_text
from dragoman.faces.cli.document import legend, marked, told
from dragoman.faces.cli.options import Json
from dragoman.faces.cli.screen import console, errors, print_json


def read(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The text, or - for standard input.")],
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
    if reading.events:
        out.print(legend())
    out.print()
    for event in reading.events:
        out.print(told(event, reading.document.text))
    if not reading.events:
        errors().print("No event in it: nobody known does anything to anybody.", style="dim")
