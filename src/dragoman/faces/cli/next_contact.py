"""dragoman next: to whom somebody turns next, or who turns to them, if an act takes place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dragoman.faces.cli import model_options as shared
from dragoman.faces.cli.options import Json, Limit, RecordPath
from dragoman.faces.cli.screen import console, errors, print_json
from dragoman.terms.forecast import NextContact

_SHOWN, _CAUSES = 5, 3
_BAR = 20  # columns of a probability of 1


def next_contact(
    side: Annotated[
        str, typer.Argument(metavar="SIDE", help="Who acts, or with --receives who is met with it.")
    ],
    kind: Annotated[str, typer.Option("--type", help="The event type: CONSULT, ACCUSE ...")],
    receives: Annotated[
        bool, typer.Option("--receives", help="The side receives; who acts is asked for.")
    ] = False,
    at: shared.At = None,
    by: shared.By = "known",
    limit: Limit = None,
    using: shared.Using = "all",
    dated: shared.Dated = False,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """Show to whom somebody turns with an act, if it takes place; with the past that says so.

    It foresees whom, not whether; for that there is `dragoman forecast`.

    Examples:

      dragoman next RUS --type CONSULT

      dragoman next UKR --type ASSAULT --receives --json
    """
    with shared.opened_system(record, at, by, using, dated, show=not json) as system:
        found = system.next_contacts(side, kind, receives=receives, top=limit or _SHOWN)
    if json:
        print_json(found)
    elif found:
        _show(console(), found, receives=receives)
    else:
        errors().print("Nobody: the record knows of no second side.")


def _show(out: Console, found: Sequence[NextContact], *, receives: bool) -> None:
    first = found[0]
    known = shared.side_name(first.recipient if receives else first.actor)
    who = f"Who does it to {known}" if receives else f"To whom {known} turns"
    out.print(Text(f"{who}, if there is {first.kind.value} on {first.day}", style="bold"))
    if not first.learnt_from:
        out.print(Text("Too few past acts to learn from; the weights are those by default.", style="yellow"))
    for each in found:
        name = shared.side_name(each.actor if receives else each.recipient)
        bar = "█" * round(each.probability * _BAR)
        line = Text.assemble(
            (f"{each.probability:.2f} ", "bold"), (f"{bar:·<{_BAR}} ", "dim"), (name, "bold")
        )
        out.print(line)
        for cause in [cause for cause in each.causes if cause.weight > 0][:_CAUSES]:
            latest = f"  {', '.join(shared.key(last.id) for last in cause.latest)}" if cause.latest else ""
            out.print(Padding(Text.assemble(cause.words, (latest, "dim")), (0, 0, 0, 5)))
