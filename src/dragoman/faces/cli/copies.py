"""dragoman copies: who had a text first and who took it from whom, and what was changed on the way."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.faces.cli.options import Json, RecordPath, opened
from dragoman.faces.cli.screen import console, errors, print_json


def copies(
    id: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            help="A document, by its id or the beginning of it: show word by word what was changed.",
        ),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many families.")] = 50,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """List what was printed more than once: who had it first, who took it from whom, and how much of it.

    With an ID the words that a copy left out are red and struck, [-so-] without colour, and those it added
    green, {+so+}.

    Examples:

      dragoman copies

      dragoman copies 77aa01
    """
    from dragoman.faces.cli import families

    if id is not None:
        with opened(record) as source:
            diffs = families.diffs_of(source, source.document(id))
        if json:
            print_json(diffs)
        else:
            families.show_diffs(console(), diffs)
        return
    with opened(record) as source:
        found = source.copies()
        sheets = [families.sheet_of(source, family) for family in found[:limit]]
    if json:
        print_json(sheets)
        return
    for sheet in sheets:
        families.show(console(), sheet)
    _close(len(sheets), len(found))


def _close(number: int, total: int) -> None:
    if not number:
        errors().print("No copies: every document of the record stands alone.")
        return
    texts = "1 text" if total == 1 else f"{total:,} texts"
    shown = f"{number} of {texts}" if number < total else texts
    errors().print(f"{shown} printed more than once. What was changed: dragoman copies ID", style="dim")
