"""dragoman evaluate: score the program on gold you have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.table import Table

from dragoman.evaluation.tasks import TASKS, Request, run
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
    json: Json = False,
) -> None:
    """Score the program on gold. The formats are described in the reference.

    Examples:

      dragoman evaluate events gold/ --texts texts/

      dragoman evaluate pairs plv.jsonl --json
    """
    score = run(task, Request(paths, texts, only, mentions))
    if json:
        print_json([score])
        return
    out = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    out.add_column("Measure")
    out.add_column("Value", justify="right")
    for field in score.__struct_fields__:
        value = getattr(score, field)
        out.add_row(field, f"{value:.3f}" if isinstance(value, float) else f"{value:,}")
    console().print(out)
