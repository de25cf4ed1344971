"""dragoman date: when a document was published, decided by hand."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape

from dragoman.faces.cli.options import By, Json, RecordPath, Why, found_record, login, opened_to_write
from dragoman.faces.cli.screen import console, counted, print_json
from dragoman.terms import DragomanError


def date(
    id: Annotated[str, typer.Argument(metavar="ID", help="The document's id, or its first characters.")],
    day: Annotated[
        str | None,
        typer.Argument(
            metavar="DAY",
            help="2022-10-07, 2022-10, or first/last day as 2022-10-07/2022-10-09.",
            show_default=False,
        ),
    ] = None,
    undo: Annotated[
        bool, typer.Option("--undo", help="Take back what was decided; the clues count again.")
    ] = False,
    by: By = None,
    why: Why = "",
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """Date a document by hand. Everything that counts from its day ("on Friday") is read again.

    The decision is kept with its author and time, and every later reading obeys it.

    Examples:

      dragoman date 77aa01 2022-10-07 --why "printed edition"

      dragoman date 77aa01 --undo
    """
    if day is not None and undo:
        raise DragomanError("a day and --undo were both given; expected one of them")
    if not undo and not (day or "").strip():
        raise DragomanError("no day was given; expected one such as 2022-10-07, or --undo to take one back")
    with opened_to_write(found_record(record), show=not json) as target:
        before = target.document(id)
        after = target.date(before.id, None if undo else day, by=by or login(), why=why)
        reading = target.reading(after)
        judgements = target.judgements(after.id)
    if json:
        print_json([after])
        return
    events = counted(len(reading.events) if reading else 0, "event")
    out = console()
    out.print(f"[bold]{escape(after.title or after.id)}[/]")
    out.print(f"published {after.published.interval} [dim](was {before.published.interval})[/]")
    out.print(f"[dim]{events} read again; {counted(len(judgements), 'decision')} about its day kept[/]")
