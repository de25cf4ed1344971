"""dragoman system: the whole in short, as of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.faces.cli import model_options as shared
from dragoman.faces.cli.options import Json, RecordPath
from dragoman.faces.cli.screen import console, counted, errors, print_json

if TYPE_CHECKING:
    from dragoman.faces.api.overview import Overview

_SHOWN = 8


def system(
    at: shared.At = None,
    by: shared.By = "known",
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="So many of each.")] = _SHOWN,
    using: shared.Using = "all",
    dated: shared.Dated = False,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """Show the system of actors in short, as it stood on a day: who, how they stand, who moved, what was odd.

    Examples:

      dragoman system

      dragoman system --at 2022-10-14

      dragoman system --at 2022-02-20 --by happened --json
    """
    with shared.opened_system(record, at, by, using, dated, show=not json) as opened:
        found = opened.overview(limit)
    if json:
        print_json([found])
        return
    out = console()
    _head(out, found)
    out.print(_sides(found))
    out.print(_relations(found))
    _moved(out, found)
    errors().print("More: dragoman relations, orbits --centre SIDE, movers, forecast SIDE SIDE", style="dim")


def _head(out: Console, found: Overview) -> None:
    word = "as known then" if found.by == "known" else "as it had happened by then"
    out.print(Text(f"The system on {found.at}, {word}", style="bold"))
    told = f"{counted(found.events, 'event')} since {found.since} in {counted(found.weeks, 'week')}"
    parts = [f"{found.read:,} read", f"{found.imported:,} imported"]
    if found.by_report:
        parts.append(f"{found.by_report:,} by the day of their first report")
    out.print(Text(f"{told}: {', '.join(parts)}", style="dim"))
    if found.said:
        said = ", ".join(f"{number:,} {status.replace('_', ' ')}" for status, number in found.said.items())
        out.print(Text(f"Not counted as done: {said}", style="dim"))


def _sides(found: Overview) -> Text:
    names = [f"{shared.side_name(each.side)} {each.events:,}" for each in found.sides]
    return Text.assemble(("\nBusiest  ", "bold"), ", ".join(names))


def _relations(found: Overview) -> Table:
    out = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("sides", "tone", "volume"):
        out.add_column(heading, no_wrap=True)
    for relation in found.relations:
        every = relation.standings[0]
        out.add_row(
            shared.pair_name(relation.sides),
            shared.level(every.tone, signed=True),
            shared.level(every.volume),
        )
    return out


def _moved(out: Console, found: Overview) -> None:
    for each in found.movements:
        words = shared.movement_words(each)
        out.print(Text.assemble((f"{shared.pair_name(each.sides)}  ", "bold"), words))
    for alarm in found.alarms:
        told = f"{alarm.observed:g} where {alarm.expected:.1f} were to be expected (p {alarm.p:.4f})"
        out.print(
            Text.assemble(
                (f"{alarm.week}  ", "yellow"),
                (shared.pair_name(alarm.sides), "bold"),
                f"  {alarm.what}: {told}",
            )
        )
