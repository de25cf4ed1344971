"""dragoman evaluate: score the program on gold you have."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.table import Table

from dragoman.evaluation.tasks import TASKS, Request, explain, run
from dragoman.faces.cli.options import Json
from dragoman.faces.cli.screen import console, print_json

_NAMES = ", ".join(task.name for task in TASKS)


def evaluate(
    task: Annotated[str, typer.Argument(metavar="TASK", help=f"What to measure: {_NAMES}.")],
    paths: Annotated[list[Path], typer.Argument(metavar="FILE", help="Gold files or folders.")],
    texts: Annotated[
        Path | None, typer.Option(help="events: the folder with the documents.", show_default=False)
    ] = None,
    only: Annotated[
        str | None, typer.Option(help="status: the data set to measure on.", show_default=False)
    ] = None,
    mentions: Annotated[
        Path | None, typer.Option(help="same-event: the file with the mentions.", show_default=False)
    ] = None,
    events: Annotated[
        list[Path] | None, typer.Option(help="drift: coded events; may be repeated.", show_default=False)
    ] = None,
    relations: Annotated[
        Path | None,
        typer.Option(help="drift, forecast: what the events' relations mean.", show_default=False),
    ] = None,
    entities: Annotated[
        Path | None, typer.Option(help="drift, forecast: who the events' entities are.", show_default=False)
    ] = None,
    first_day: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], help="drift: day 0 of the events, if not in their name.", show_default=False
        ),
    ] = None,
    test: Annotated[
        str | None, typer.Option(help="forecast: the split to test, test or valid.", show_default=False)
    ] = None,
    json: Json = False,
) -> None:
    """Score the program on gold. The formats are described in the reference.

    Examples:

      dragoman evaluate events gold/ --texts texts/

      dragoman evaluate pairs plv.jsonl --json
    """
    first = first_day.date() if first_day else None
    request = Request(paths, texts, only, mentions, tuple(events or ()), relations, entities, first, test)
    if json:
        print_json([run(task, request)])
        return
    explained = explain(task, request)
    score = explained.score
    out = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    out.add_column("Measure")
    out.add_column("Value", justify="right")
    for field in score.__struct_fields__:
        value = getattr(score, field)
        out.add_row(field, f"{value:.3f}" if isinstance(value, float) else f"{value:,}")
    console().print(out)
    for line in explained.lines:
        console().print(line, highlight=False, markup=False)
