"""dragoman orbits: who stands close to a centre, and a map of everybody."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.faces.cli import model_options as shared
from dragoman.faces.cli.options import Json, Limit, RecordPath
from dragoman.faces.cli.screen import console, counted, errors, print_json
from dragoman.terms import Orbits, Position
from dragoman.terms.position import VoteMeasure, VoteOrbits

_SHOWN = 25
_FEW = 5
_MEASURES = {
    VoteMeasure.AGREEMENT: "share of votes against",
    VoteMeasure.IDEAL_POINT: "distance of ideal points from",
}
_BAR = 30  # columns of a bar; a distance of 2, the opposite, fills it
_ROWS, _COLUMNS = 24, 90  # of the map

_Votes = Annotated[
    Path | None,
    typer.Option(
        help="A file of UN votes or ideal points, as a second opinion for the year.", show_default=False
    ),
]
_Calls = Annotated[
    Path | None, typer.Option(help="The file of roll calls beside that of votes.", show_default=False)
]


def orbits(
    centre: Annotated[str, typer.Option(help="Seen from whom: a state or bloc.")],
    at: shared.At = None,
    since: Annotated[str | None, typer.Option(help="The first day that counts.", show_default=False)] = None,
    half_life: Annotated[
        float | None,
        typer.Option(help="Weeks after which an event counts half. Default: all alike.", show_default=False),
    ] = None,
    enough: Annotated[float, typer.Option(help="Events that a side needs to be placed.")] = 100,
    by: shared.By = "known",
    members: Annotated[
        list[str] | None,
        typer.Option(help="A bloc or region that stands for its members.", show_default=False),
    ] = None,
    votes: _Votes = None,
    calls: _Calls = None,
    periods: Annotated[
        int | None,
        typer.Option(min=2, help="Show so many periods up to the day, and who moved.", show_default=False),
    ] = None,
    window: Annotated[int, typer.Option(min=4, help="Weeks of a period, with --periods.")] = 26,
    no_map: Annotated[bool, typer.Option("--no-map", help="Only the list.")] = False,
    limit: Limit = None,
    using: shared.Using = "all",
    dated: shared.Dated = False,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """Show who treats the world as the centre does: distances with 90 % intervals, and a map.

    Distance 0 is who treats everybody else as the centre does, 1 who has nothing in common with it, 2 the
    opposite. It rests on how sides treat third parties in the news, which is not alliance. How reliable it is
    stands above the list; a map that would show chance is refused.

    Examples:

      dragoman orbits --centre RUS --at 2022-10-14

      dragoman orbits --centre EU --members EU --half-life 26 --json
    """
    with shared.opened_system(record, at, by, using, dated, show=not json) as system:
        for group in members or []:
            system = system.with_members(group)
        if periods is not None:
            over = system.orbits_over(centre, periods=periods, window=window, enough=enough)
            _over(console(), centre, over, limit or _SHOWN, json=json)
            return
        found = system.orbits(centre, since=since, half_life=half_life, enough=enough)
        second = None if votes is None else system.votes(votes, centre, calls=calls)
    if json:
        print_json([found] if second is None else [found, second])
        return
    out = console()
    if second is not None:
        _votes(out, second, found, limit or _SHOWN)
    _show(out, found, limit or _SHOWN, with_map=not no_map)


def _show(out: Console, found: Orbits, limit: int, *, with_map: bool) -> None:
    _head(out, found)
    out.print(_table(found.positions, limit))
    if found.map_refused:
        errors().print(found.map_refused, style="yellow", markup=False, soft_wrap=True)
    elif with_map:
        _map(out, found.positions)


def _over(out: Console, centre: str, found: Sequence[Orbits], limit: int, *, json: bool) -> None:
    """The distance of everybody in each period, those first who moved most."""
    if json:
        print_json(found)
        return
    if not found:
        errors().print(
            f"{centre} has too few events in each period. Take longer ones: --window", markup=False
        )
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("side")
    for orbits in found:
        trust = "?" if orbits.reliability is None else f"{orbits.reliability:.2f}"
        table.add_column(f"to {orbits.at}\nreliability {trust}", justify="right")
    table.add_column("moved", justify="right")
    columns = [{each.actor: each.distance for each in orbits.positions} for orbits in found]
    sides = [side for side in columns[-1] if side != found[-1].centre]
    rows = [(side, [column.get(side) for column in columns]) for side in sides]
    rows.sort(key=lambda row: -abs(_moved(row[1]) or 0.0))
    for side, distances in rows[:limit]:
        moved = _moved(distances)
        way = Text("" if moved is None else f"{moved:+.2f}", style="red" if (moved or 0) > 0 else "green")
        table.add_row(shared.side_name(side), *("" if d is None else f"{d:.2f}" for d in distances), way)
    out.print(Text(f"Distance from {shared.side_name(found[-1].centre)}, period by period", style="bold"))
    out.print(table)


def _moved(distances: Sequence[float | None]) -> float | None:
    """How much farther off somebody is in the last period than in the first one that knows it."""
    known = [each for each in distances if each is not None]
    return None if len(known) < 2 or distances[-1] is None else known[-1] - known[0]


def _votes(out: Console, second: VoteOrbits, found: Orbits, limit: int) -> None:
    """Who votes like the centre, and whether that is the order of the news too."""
    what = {
        VoteMeasure.AGREEMENT: "share of votes against",
        VoteMeasure.IDEAL_POINT: "distance of ideal points",
    }
    out.print(
        Text(f"UN votes, {second.period}: {what[second.measure]} {shared.side_name(second.centre)}", "bold")
    )
    news = {each.actor: each.distance for each in found.positions if each.distance is not None}
    both = [(each.distance, news[each.actor]) for each in second.positions[1:] if each.actor in news]
    nearest = ", ".join(
        f"{shared.side_name(each.actor)} {each.distance:.2f}" for each in second.positions[1 : limit + 1]
    )
    out.print(Text(nearest))
    if len(both) > _FEW:
        from dragoman.faces.api.system import agreement

        told = f"rank agreement with the news {agreement(both):.2f}, of {len(both)} states in both"
        out.print(Text(told, style="dim"))
    for left_out in second.rejected[:_FEW]:
        out.print(Text(f"left out: {left_out.given}, {counted(left_out.rows, 'row')}", style="dim"))
    out.print()


def _head(out: Console, found: Orbits) -> None:
    out.print(Text(f"Seen from {shared.side_name(found.centre)}, {found.since} to {found.at}", style="bold"))
    trust = "not known: too few weeks or sides" if found.reliability is None else f"{found.reliability:.2f}"
    told = f"{found.events:,.0f} events in {found.weeks:,} weeks, reliability of the distances {trust}"
    if found.map_reliability is not None:
        told += f", of the map {found.map_reliability:.2f}"
    out.print(Text(told, style="dim"))


def _table(positions: Sequence[Position], limit: int) -> Table:
    out = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    out.add_column("side")
    out.add_column("distance", no_wrap=True)
    out.add_column("0 as the centre · 1 nothing in common · 2 the opposite", no_wrap=True)
    out.add_column("events", justify="right")
    for position in positions[:limit]:
        out.add_row(
            shared.side_name(position.actor), _distance(position), _bar(position), f"{position.events:,.0f}"
        )
    return out


def _distance(position: Position) -> Text:
    if position.distance is None:
        return Text("not enough", style="dim")
    text = Text(f"{position.distance:.2f}", style="bold")
    if position.low is not None and position.high is not None:
        text.append(f" ({position.low:.2f} to {position.high:.2f})", style="dim")
    return text


def _bar(position: Position) -> Text:
    """Where the distance lies, in its interval."""
    if position.distance is None:
        return Text("")
    low = position.distance if position.low is None else position.low
    high = position.distance if position.high is None else position.high
    cells = [" "] * (_BAR + 1)
    for cell in range(_cell(low), _cell(high) + 1):
        cells[cell] = "─"
    cells[_cell(position.distance)] = "●"
    return Text("".join(cells))


def _cell(distance: float) -> int:
    return min(_BAR, max(0, round(distance / 2 * _BAR)))


def _map(out: Console, positions: Sequence[Position]) -> None:
    """Every placed side by its id; where two would overlap the busier one is shown."""
    drawn = [each for each in positions if each.x is not None and each.y is not None]
    if not drawn:
        return
    columns = min(_COLUMNS, out.width - 2)
    grid = [[" "] * columns for _ in range(_ROWS)]
    taken: set[tuple[int, int]] = set()
    xs, ys = [each.x or 0.0 for each in drawn], [each.y or 0.0 for each in drawn]
    for each in sorted(drawn, key=lambda each: -each.events):
        row = round((max(ys) - (each.y or 0.0)) / (max(ys) - min(ys) or 1) * (_ROWS - 1))
        column = round(((each.x or 0.0) - min(xs)) / (max(xs) - min(xs) or 1) * (columns - len(each.actor)))
        cells = {(row, column + place) for place in range(-1, len(each.actor) + 1)}
        if cells & taken:
            continue
        taken |= cells
        for place, letter in enumerate(each.actor):
            if 0 <= column + place < columns:
                grid[row][column + place] = letter
    out.print(Text("Map of news interaction: near are those who treat the world alike", style="dim"))
    for line in grid:
        out.print(Text("".join(line).rstrip()))
    hidden = len(drawn) - sum(1 for each in drawn if _is_shown(each, grid))
    if hidden:
        out.print(Text(f"{hidden} more lie behind others", style="dim"))


def _is_shown(position: Position, grid: Sequence[Sequence[str]]) -> bool:
    return any(f" {position.actor} " in f" {''.join(line)} " for line in grid)
