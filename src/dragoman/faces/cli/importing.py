"""dragoman import and imports: event tables of others beside what was read here."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.faces.cli.add import FAILED
from dragoman.faces.cli.options import (
    IntoRecord,
    Json,
    RecordPath,
    found_record,
    opened,
    opened_to_write,
    record_to_write,
)
from dragoman.faces.cli.screen import console, counted, errors, print_json, shortened
from dragoman.store import Import
from dragoman.terms import DragomanError, Rejected, RejectReason

_START = 60  # characters of a line left out that are shown


def import_(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="gdelt, icews, polecat or acled.")],
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE", help="Tables as published: .csv, .tab, .tsv, .zip, .gz.")
    ],
    into: IntoRecord = None,
    json: Json = False,
) -> None:
    """Bring event tables that others coded into a record, beside what was read there.

    Codes become PLOVER types, actors become states, blocs and groups of the day; what the table said stays
    with each row. A row that says the same as another is counted once. The same file again changes nothing.

    Exit status: 0 when every file was brought in, 1 when one was not, 2 when the call was wrong.

    Examples:

      dragoman import gdelt 20221014.export.CSV.zip --into cis.dragoman

      dragoman import icews events.2018.tab.zip

      dragoman import acled 2022-*.csv --json
    """
    path = record_to_write(into)
    failed = False
    for file in files:
        try:
            _bring(kind, file, path, json=json)
        except DragomanError as error:
            if len(files) == 1:
                raise
            failed = True
            errors().print(Text.assemble((f"{file}: ", "bold red"), str(error)), soft_wrap=True)
    if failed:
        raise typer.Exit(FAILED)


def _bring(kind: str, file: Path, path: Path, *, json: bool) -> None:
    from dragoman.faces.cli.steps import Steps

    started = time.monotonic()
    size = file.stat().st_size if file.is_file() else 0
    show = not json
    with opened_to_write(path, create=True, show=show) as record, Steps(file.name, show=show) as steps:
        found = record.import_table(
            kind, file, on_progress=lambda done: steps.advance("bytes", min(done, size), size)
        )
    if json:
        print_json([found])
        return
    _show(errors(), found.summary, found.examples, path, time.monotonic() - started)


def _show(out: Console, summary: Import, examples: tuple[Rejected, ...], path: Path, seconds: float) -> None:
    """What was left out with its reasons, then what was kept."""
    for reason, number in sorted(summary.rejected.items(), key=lambda each: (-each[1], each[0])):
        out.print(
            Text.assemble((f"{number:,} left out", "yellow"), f"  {RejectReason(reason).sentence}"),
            soft_wrap=True,
        )
        for row in examples:
            if row.reason.value == reason:
                given = f" ({row.given})" if row.given else ""
                start = shortened(row.start, _START)
                out.print(Text(f"    line {row.line}{given}: {start}", style="dim"), soft_wrap=True)
    parts = [f"{counted(summary.rows, 'event')} of {summary.kind}"]
    if summary.rows:
        parts.append(f"both sides known in {summary.resolved / summary.rows:.0%}")
    if summary.repeated:
        parts.append(f"{counted(summary.repeated, 'row')} that said the same again")
    out.print(f"{path}: {', '.join(parts)}, in {seconds:.1f} s", markup=False, soft_wrap=True)
    if summary.rows:
        out.print(f"Next: dragoman relations --record {path}", markup=False, soft_wrap=True)


def imports(
    forget: Annotated[
        int | None,
        typer.Option("--forget", metavar="NUMBER", help="Remove an import and its rows.", show_default=False),
    ] = None,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """List the event tables that were brought into a record; or remove one of them.

    Examples:

      dragoman imports

      dragoman imports --forget 2
    """
    if forget is not None:
        path = found_record(record)
        with opened_to_write(path, show=not json) as target:
            target.forget_import(forget)
        errors().print(f"{path}: import {forget} and its rows are gone", markup=False, soft_wrap=True)
        return
    with opened(record) as source:
        found = source.imports()
    if json:
        print_json(found)
    elif found:
        console().print(_table(found))
    else:
        errors().print("Nothing was imported. What can be: dragoman import --help")


def _table(found: tuple[Import, ...]) -> Table:
    out = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("no.", "what", "days"):
        out.add_column(heading, no_wrap=heading != "what")
    for heading in ("events", "both sides known", "repeated", "left out"):
        out.add_column(heading, justify="right")
    for each in found:
        out.add_row(
            str(each.number),
            f"{each.kind}: {each.file}\nimported {each.at[:10]}",
            "" if each.days.is_unknown else f"{each.days.earliest} to\n{each.days.latest}",
            f"{each.rows:,}",
            f"{each.resolved / each.rows:.0%}" if each.rows else "",
            f"{each.repeated:,}",
            f"{sum(each.rejected.values()):,}",
        )
    return out
