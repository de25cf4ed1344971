"""dragoman event: one event in full, down to the words it rests on."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.faces.cli.options import Json, RecordPath, opened
from dragoman.faces.cli.screen import console, print_json


def event(
    id: Annotated[
        str,
        typer.Argument(metavar="ID", help="The id of the event or of any of its tellings, or its beginning."),
    ],
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """Show one event: who, what, whom, when and where, who says so and who says otherwise, how it became
    known, the figures, every sentence that tells it, what people decided, and what read it.

    Example:

      dragoman event 3f2a91c0
    """
    from dragoman.faces import sheet
    from dragoman.faces.cli import card

    with opened(record) as source:
        found = sheet.of(source, id)
    if json:
        print_json([found.sheet])
    else:
        card.show(console(), found)
