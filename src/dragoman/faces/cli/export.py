"""dragoman export: the record in other people's formats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.faces.cli import filters
from dragoman.faces.cli.options import Limit, RecordPath, opened
from dragoman.faces.cli.screen import counted, errors
from dragoman.faces.export import EXPORTERS, RecordBacking
from dragoman.faces.export import export as write

_FORMATS = "; ".join(f"{exporter.name}: {exporter.meaning}" for exporter in EXPORTERS)


def export(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to write; made when absent.")],
    format: Annotated[str, typer.Option("--as", help=f"{_FORMATS}.")] = "csv",
    actor: filters.Actor = None,
    recipient: filters.Recipient = None,
    about: filters.About = None,
    type: filters.Type = None,
    status: filters.Status = None,
    outlet: filters.Outlet = None,
    said_by: filters.SaidBy = None,
    text: filters.Words = None,
    since: filters.Since = None,
    until: filters.Until = None,
    story: filters.Story = None,
    disputed: filters.Disputed = False,
    undated: filters.Undated = False,
    members: filters.Members = False,
    limit: Limit = None,
    record: RecordPath = None,
) -> None:
    """Write the events that pass the filters into a folder.

    datapackage.json beside the file says what each of its fields means, and what the format cannot hold.

    Examples:

      dragoman export out/ --as csv

      dragoman export out/ --as plover --about Ukraine --since 2022-02-24

      dragoman export out/ --as gexf --status happened
    """
    with opened(record) as source:
        found = source.events(
            **filters.given(
                actor=actor,
                recipient=recipient,
                about=about,
                type=type,
                status=status,
                outlet=outlet,
                said_by=said_by,
                text=text,
                since=since,
                until=until,
                story=story,
                disputed=disputed or None,
                undated=undated or None,
                members=members or None,
                limit=limit,
            )
        )
        written = write(found, folder, format, RecordBacking(source.store))
    errors().print(f"{counted(written.events, 'event')} written to {written.path}")
    for reason, number in sorted(written.left_out.items()):
        errors().print(f"{counted(number, 'event')} left out: {reason}")
