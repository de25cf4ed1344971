"""dragoman relations: how sides stand, in figures with intervals, and the sentences behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.faces.cli import model_options as shared
from dragoman.faces.cli.listing import ROOM_FOR_A_TABLE
from dragoman.faces.cli.options import Json, Limit, RecordPath
from dragoman.faces.cli.screen import console, counted, errors, print_json
from dragoman.terms import Acts, DragomanError, Level, Period, Relation, Rise, Standing, Turn

if TYPE_CHECKING:
    from dragoman.faces.api.system import System

_SHOWN, _LISTED = 10, 25
_WIDEST = 72  # periods in a line of blocks; a longer series is cut to its end
_BEFORE = 3  # periods shown before the first event
_WORDS = {Acts.ALL: "everything", Acts.VERBAL: "words", Acts.MATERIAL: "deeds"}


def relations(
    one: Annotated[
        str | None, typer.Argument(metavar="[SIDE]", help="A state, bloc or region; everybody without one.")
    ] = None,
    other: Annotated[
        str | None, typer.Argument(metavar="[SIDE]", help="The other side, for a relation in full.")
    ] = None,
    at: shared.At = None,
    by: shared.By = "known",
    step: Annotated[str, typer.Option(help="Periods of the picture: day, week, month.")] = "month",
    status: Annotated[
        str | None,
        typer.Option(
            help="What picture and evidence count: planned, denied ... Default: happened and ongoing.",
            show_default=False,
        ),
    ] = None,
    members: Annotated[
        bool, typer.Option("--members", help="A bloc or region stands for its members.")
    ] = False,
    series: Annotated[bool, typer.Option("--series", help="With --json: a line for each period.")] = False,
    limit: Limit = None,
    using: shared.Using = "all",
    dated: shared.Dated = False,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """Show how sides stand: tone and volume apart, each with its 90 % interval and what it rests on.

    Tone is 0 for an ordinary relation; at -1 there is 2.7 times more conflict for each act of cooperation
    than in the world as a whole, at +1 as many times less. Volume is how much happens now, as a multiple of
    what happened in the year.

    Examples:

      dragoman relations

      dragoman relations KAZ --at 2022-10-14

      dragoman relations RUS KAZ --step week

      dragoman relations EU Russia --members --series --json
    """
    with shared.opened_system(record, at, by, using, dated, show=not json) as system:
        for group in (one, other):
            if members and group is not None and system.is_group(group):
                system = system.with_members(group)
        if one is None or other is None:
            _list(system, one, limit or _LISTED, json=json)
        elif json and series:
            print_json(system.series(one, other, step=step, status=status or ()))
        else:
            _one(system, one, other, step, status, limit or _SHOWN, json=json)


def _list(system: System, about: str | None, limit: int, *, json: bool) -> None:
    found = system.relations(about)
    if json:
        print_json(found[:limit])
        return
    if not found:
        errors().print("Nothing: no two sides of the record have anything to do with each other by then.")
        return
    out = console()
    out.print(_table(system, found[:limit], wide=out.width >= ROOM_FOR_A_TABLE))
    shown = min(limit, len(found))
    what = (
        f"{shown} of {counted(len(found), 'relation')}" if shown < len(found) else counted(shown, "relation")
    )
    errors().print(f"{what}. One in full: dragoman relations SIDE SIDE", style="dim")


def _table(system: System, found: Sequence[Relation], *, wide: bool) -> Table:
    table = Table(
        box=box.SIMPLE_HEAD, pad_edge=False, title=f"Relations on {system.at}", title_justify="left"
    )
    table.add_column("sides")
    for heading in ("tone", "volume", *(("words", "deeds") if wide else ())):
        table.add_column(heading, no_wrap=True)
    table.add_column("events", justify="right", no_wrap=True)
    for relation in found:
        every, words, deeds = relation.standings
        table.add_row(
            shared.pair_name(relation.sides),
            shared.level(every.tone, signed=True),
            shared.level(every.volume),
            *((_short(words.tone), _short(deeds.tone)) if wide else ()),
            f"{system.events_between(*relation.sides):,.0f}",
        )
    return table


def _short(level: Level | None) -> Text:
    return Text("not enough", "dim") if level is None else Text(f"{level.value:+.1f}")


def _one(
    system: System, one: str, other: str, step: str, status: str | None, limit: int, *, json: bool
) -> None:
    relation = system.relation(one, other)
    evidence = system.evidence(one, other, status=status or ())
    if relation is None:
        names = f"{shared.side_name(system.side(one))} and {shared.side_name(system.side(other))}"
        raise DragomanError(
            f"nothing is known between {names} by {system.at}. Who has to do with whom: dragoman relations"
        )
    turns = system.turns(one, other)
    if json:
        print_json([shared.Related(relation, tuple(turns), *shared.split(evidence))])
        return
    out = console()
    _show(out, system, relation)
    for turn in turns:
        out.print(_turned(turn))
    periods = system.series(one, other, step=step, status=status or ())
    _picture(out, periods, step)
    out.print()
    out.print(Text("Evidence", style="bold underline"))
    shared.show_evidence(out, evidence, limit)


def _show(out: Console, system: System, relation: Relation) -> None:
    out.print(Text(f"{shared.pair_name(relation.sides)}, {system.at}", style="bold"))
    grid = Table.grid(padding=(0, 3))
    grid.add_row("", "tone", "volume", "rests on", style="dim")
    for standing in relation.standings:
        grid.add_row(
            _WORDS[standing.acts],
            shared.level(standing.tone, signed=True),
            shared.level(standing.volume),
            Text(_rests(standing), style="dim"),
        )
    if relation.severity is not None:
        found = relation.severity
        grid.add_row("PLOVER score", Text(f"{found.mean:+.1f} ± {found.sd:.1f}"), "", "-10 to +10")
    out.print(grid)


def _turned(found: Turn) -> Text:
    """Since when there is more, or less."""
    what = "conflict" if found.what is Rise.CONFLICT else "of everything"
    more = "more" if found.during > found.before else "less"
    until = "" if found.until is None else f" until {found.until}"
    text = Text(f"{more} {what} since {found.since}{until}", style="bold yellow")
    began = f" (begun between {found.earliest} and {found.latest})" if found.earliest < found.latest else ""
    rates = f": {found.during:.1f} a week where it was {found.before:.1f}, p {found.p:.3f}"
    return text.append(began + rates, style="default")


def _rests(standing: Standing) -> str:
    found = standing.tone or standing.volume
    return "too few events" if found is None else f"{found.n:.1f} events, older ones counting less"


def _picture(out: Console, periods: Sequence[Period], step: str) -> None:
    begun = next((place for place, period in enumerate(periods) if period.events), len(periods))
    shown = periods[max(begun - _BEFORE, len(periods) - _WIDEST, 0) :]
    if begun == len(periods):
        return
    rows = (
        ("cooperation", "green", _sum(shown, "verbal_cooperation", "material_cooperation")),
        ("conflict", "red", _sum(shown, "verbal_conflict", "material_conflict")),
    )
    out.print()
    out.print(Text(f"Events by {step}, {shown[0].start} to {shown[-1].start}", style="dim"))
    for name, style, values in rows:
        most = max((value for value in values if value), default=0.0)
        out.print(
            Text(f"{name:<12}").append_text(shared.sparks(values, style)).append(f"  at most {most:g}", "dim")
        )


def _sum(periods: Sequence[Period], *fields: str) -> list[float | None]:
    parts = [[getattr(period, field) for field in fields] for period in periods]
    return [None if None in each else sum(each) for each in parts]
