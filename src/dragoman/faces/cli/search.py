"""dragoman search: documents that hold some words."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from dragoman.faces.cli.options import Json, RecordPath, opened
from dragoman.faces.cli.screen import console, print_json


def search(
    words: Annotated[str, typer.Argument(help='Words; "in quotes" when they stand together.')],
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
    for hit in found:
        text = Text(f"{hit.document[:8]}  ", style="dim")
        text.append(hit.title or "(no title)", style="bold")
        text.append(
            f"  {hit.outlet or ''} {'' if hit.published.is_unknown else hit.published}\n", style="dim"
        )
        text.append("          " + " ".join(hit.snippet.split()))
        console().print(text)
