"""dragoman forecast: what is likely next between two sides, with the base rate beside it and the reasons."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.faces.cli import model_options as shared
from dragoman.faces.cli.options import Json, Limit, RecordPath
from dragoman.faces.cli.screen import console, errors, print_json
from dragoman.terms import DragomanError
from dragoman.terms.forecast import Forecast
from dragoman.terms.outlook import Calibration

_SHOWN, _CAUSES = 15, 4
_BAR = 12  # columns of a probability of 1
_LOG_WEEKS = 52


def forecast(
    actor: Annotated[
        str | None, typer.Argument(metavar="[SIDE]", help="Who acts; everybody without one.")
    ] = None,
    recipient: Annotated[str | None, typer.Argument(metavar="[SIDE]", help="Towards whom.")] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--type",
            help="Event types or quads, with commas: ASSAULT, 'verbal conflict'. Default: the four quads.",
            show_default=False,
        ),
    ] = None,
    weeks: Annotated[
        int | None, typer.Option(help="1, 4 or 12 weeks. Default: all three.", show_default=False)
    ] = None,
    log: Annotated[
        bool, typer.Option("--log", help="How good such forecasts would have been in the last year.")
    ] = False,
    at: shared.At = None,
    by: shared.By = "known",
    limit: Limit = None,
    using: shared.Using = "all",
    dated: shared.Dated = False,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """Show how likely it is that one side does something to another in the weeks after a day.

    Beside each probability stands the base rate: how often this side did it to that one in as long a time.
    Most of what can be known stands in it; where there is too little to go beyond it, it is the forecast.

    Examples:

      dragoman forecast RUS UKR

      dragoman forecast ARM AZE --type ASSAULT --weeks 4

      dragoman forecast --type SANCTION --weeks 12

      dragoman forecast --log
    """
    with shared.opened_system(record, at, by, using, dated, show=not json) as system:
        if log:
            _log(system.forecast_log(_LOG_WEEKS, kind or ()), json=json)
            return
        if actor is not None and recipient is not None:
            found = system.forecast(actor, recipient, kind or (), weeks)
        elif kind is None:
            raise DragomanError("say what is to be forecast with --type, or name both sides: RUS UKR")
        else:
            found = system.likeliest(kind, weeks or 4, actor=actor, top=limit or _SHOWN)
    if json:
        print_json(found)
    elif not found:
        errors().print("Nothing to forecast: these sides have had nothing to do with each other.")
    elif actor is not None and recipient is not None:
        _two(console(), found)
    else:
        _many(console(), found)


def _two(out: Console, found: Sequence[Forecast]) -> None:
    first = found[0]
    names = f"{shared.side_name(first.actor)} → {shared.side_name(first.recipient)}"
    out.print(Text(f"{names}, from {first.since} on", style="bold"))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("what", "weeks", "probability", "", "base rate"):
        table.add_column(heading, no_wrap=True, justify="right" if heading == "weeks" else "left")
    for kind, group in groupby(found, key=lambda each: each.kind):
        for number, each in enumerate(group):
            what = kind.value if not number else ""
            table.add_row(what, str(each.weeks), _chance(each), _bar(each), f"{each.base_rate:.2f}")
    out.print(table)
    for kind, group in groupby(found, key=lambda each: each.kind):
        best = max(group, key=lambda each: (len(each.causes), -each.weeks))
        _causes(out, kind.value, best)
    if not any(each.enough for each in found):
        out.print(Text("Too little is known to go beyond the base rate.", style="yellow"))


def _many(out: Console, found: Sequence[Forecast]) -> None:
    first = found[0]
    out.print(Text(f"{first.kind.value} within {first.weeks} weeks from {first.since} on", style="bold"))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("who, to whom", "probability", "", "base rate", "because"):
        table.add_column(heading, no_wrap=heading != "because")
    for each in found:
        names = f"{shared.side_name(each.actor)} → {shared.side_name(each.recipient)}"
        because = each.causes[0].words if each.causes else "base rate only"
        table.add_row(names, _chance(each), _bar(each), f"{each.base_rate:.2f}", Text(because, style="dim"))
    out.print(table)


def _chance(found: Forecast) -> Text:
    text = Text(f"{found.probability:.2f}", style="bold")
    if not found.enough or found.low is None or found.high is None:
        return text.append(" base rate only", style="dim")
    return text.append(f" ({found.low:.2f} to {found.high:.2f})", style="dim")


def _bar(found: Forecast) -> Text:
    """The probability as a bar, the base rate as a mark on it."""
    cells = ["█" if place < found.probability * _BAR else "·" for place in range(_BAR)]
    cells[min(_BAR - 1, int(found.base_rate * _BAR))] = "┃"
    return Text("".join(cells))


def _causes(out: Console, kind: str, found: Forecast) -> None:
    if not found.causes or not found.enough:
        return
    time = "1 week" if found.weeks == 1 else f"{found.weeks} weeks"
    out.print(Text(f"{kind}, {time}, because of", style="underline"))
    for cause in found.causes[:_CAUSES]:
        sign = "+" if cause.weight > 0 else "-"
        latest = f"  {', '.join(shared.key(last.id) for last in cause.latest)}" if cause.latest else ""
        out.print(Text.assemble((f"  {sign} ", "bold"), cause.words, (latest, "dim")))


def _log(found: Sequence[Calibration], *, json: bool) -> None:
    if json:
        print_json(found)
        return
    if not found:
        errors().print("No log: there are too few covered weeks to have forecast in.")
        return
    table = Table(
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        title="What forecasts would have been worth",
        title_justify="left",
    )
    for heading in (
        "what",
        "weeks",
        "forecasts",
        "came",
        "Brier",
        "skill",
        "skill of the base rate",
        "AUC",
        "off by",
    ):
        table.add_column(heading, justify="left" if heading == "what" else "right")
    for each in found:
        table.add_row(
            each.kind.value if each.kind else "all",
            str(each.weeks or ""),
            f"{each.n:,}",
            f"{each.happened:,}",
            f"{each.brier:.4f}",
            _share(each.skill if each.happened else None),
            _share(each.skill_base_rate if each.happened else None),
            _share(each.auc),
            f"{each.error:.3f}",
        )
    console().print(table)
    closing = "Skill is against one rate for all, 1 at best; off by: how far forecasts lie from what came."
    errors().print(closing, style="dim")


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"
