"""dragoman search: documents that hold some words."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from dragoman.faces.cli.options import Json, RecordPath, opened
from dragoman.faces.cli.screen import ID_LENGTH, console, errors, on_one_line, print_json


def search(
    words: Annotated[
        str, typer.Argument(metavar="WORDS", help='Words; "in quotes" when they stand together.')
    ],
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many.")] = 20,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """Find documents by their words.

    Example:

      dragoman search "grain corridor"
    """
    with opened(record) as source:
        found = source.search(words, limit=limit)
    if json:
        print_json(found)
        return
    out = console()
    for hit in found:
        text = Text.assemble(
            (f"{hit.document[:ID_LENGTH]}  ", "dim"), (hit.title or "(no title)", "bold not dim")
        )
        where = (hit.outlet or "", "" if hit.published.is_unknown else str(hit.published))
        text.append(f"  {' '.join(filter(None, where))}", style="dim")
        out.print(text)
        out.print(Padding(Text(on_one_line(hit.snippet)), (0, 0, 0, ID_LENGTH + 2)))
    if found:
        errors().print("One of them in full: dragoman document ID", style="dim")
    else:
        errors().print(f"No document holds all of these words: {words}")
