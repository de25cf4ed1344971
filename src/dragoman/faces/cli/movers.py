"""dragoman movers: who moved towards whom or away, and weeks that were out of the ordinary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.faces.cli import model_options as shared
from dragoman.faces.cli.options import Json, Limit, RecordPath
from dragoman.faces.cli.screen import console, counted, errors, on_one_line, print_json, shortened
from dragoman.store import CodedRow
from dragoman.terms import Alert, DragomanError, Event, Movement, Rise

if TYPE_CHECKING:
    from dragoman.faces.api.system import System

_SHOWN = 10
_SENTENCE = 130  # characters of a sentence that are shown
_RISES = {Rise.VOLUME: "more of everything", Rise.CONFLICT: "more conflict", Rise.TALK: "more talk of it"}

About = Annotated[
    str | None, typer.Argument(metavar="[SIDE]", help="Only with this side; everybody without one.")
]
Since = Annotated[
    str | None,
    typer.Option(help="Since when. Default: half a year before.", show_default=False),
]
Watched = Annotated[
    list[str] | None,
    typer.Option(metavar="SIDE-SIDE", help="A pair with a budget of its own: RUS-UKR.", show_default=False),
]
Budget = Annotated[
    float, typer.Option(min=0.001, max=0.5, help="Share of a week's alarms that may be false.")
]


def movers(
    about: About = None,
    at: shared.At = None,
    since: Since = None,
    watch: Watched = None,
    budget: Budget = 0.1,
    by: shared.By = "known",
    limit: Limit = None,
    using: shared.Using = "all",
    dated: shared.Dated = False,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """Show who moved towards whom or away since a day, and the log of alarms, each with its sentences.

    A movement compares the time since that day with as long before it. It is certain when nine in ten of all
    it could be lie on one side. Alarms are weeks that brought far more than the weeks before let expect; of
    those of a week, on average no more than the budget are false.

    Examples:

      dragoman movers

      dragoman movers KAZ --since 2022-06-01

      dragoman movers --watch RUS-UKR --at 2022-02-28 --json
    """
    pairs = [_pair(each) for each in watch or []]
    with shared.opened_system(record, at, by, using, dated, show=not json) as system:
        moved = system.movers(since, about)[: limit or _SHOWN]
        side = None if about is None else system.side(about)
        alarms = [
            each
            for each in system.alarms(since, budget=budget, watch=pairs)
            if side is None or side in each.sides
        ][: limit or _SHOWN]
        if json:
            found: list[Movement | Alert] = [*moved, *alarms]
            print_json(_evident(system, each) for each in found)
            return
        out = console()
        show_moved(out, system, moved)
        _show_alarms(out, system, alarms)
    if not moved and not alarms:
        errors().print(
            "Nobody, as far as can be said: no two sides have had three events together since then, or "
            "hardly a week of the time before is covered.",
            soft_wrap=True,
        )


def _pair(written: str) -> tuple[str, str]:
    one, sign, other = written.partition("-")
    if not (one and sign and other):
        raise DragomanError(f"--watch {written!r} is not SIDE-SIDE, as in RUS-UKR")
    return one, other


def _evident(system: System, found: Movement | Alert) -> shared.Evident:
    since = found.since if isinstance(found, Movement) else found.week
    return shared.Evident(found, *shared.split(system.evidence(*found.sides, since=since)))


def show_moved(out: Console, system: System, moved: Sequence[Movement]) -> None:
    """Print who moved, which way, and the sentences that speak best for it."""
    if not moved:
        return
    first = moved[0]
    head = f"Moved between {first.since} and {system.at}, against {first.before} and {first.since}"
    out.print(Text(head, style="bold"))
    for each in moved:
        line = Text(shared.pair_name(each.sides), style="bold").append("  ")
        out.print(line.append_text(shared.movement_words(each)))
        for below in (_counts(each), *_quoted(system, each)):
            out.print(Padding(below, (0, 0, 0, 2)))
        out.print()


def _counts(found: Movement) -> Text:
    counts = f"{found.cooperation:g} cooperation, {found.conflict:g} conflict; before "
    counts += f"{found.cooperation_before:g} and {found.conflict_before:g}"
    return Text(f"change {found.change:+.1f} ({found.low:+.1f} to {found.high:+.1f}), {counts}", style="dim")


def _quoted(system: System, found: Movement) -> list[Text]:
    """The sentences that speak best for it."""
    return [_sentence(each) for each in system.speaking_for(found)]


def _sentence(each: Event | CodedRow) -> Text:
    if isinstance(each, Event):
        words, key = on_one_line(each.sentence), each.id[:8]
    else:
        words, key = f"{each.actors} → {each.recipients}: {each.code}", f"{each.kind} {each.key}"
    return Text(shortened(words, _SENTENCE)).append(f"  {key}", style="dim")


def _show_alarms(out: Console, system: System, alarms: Sequence[Alert]) -> None:
    if not alarms:
        out.print(Text("No alarms: no week brought more than the weeks before let expect.", style="dim"))
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, title="Alarms", title_justify="left")
    for heading in ("week of", "sides", "what"):
        table.add_column(heading, no_wrap=True)
    for heading in ("events", "expected", "p"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("for example", ratio=1)
    for each in alarms:
        evidence = system.speaking_for(each, 1)
        table.add_row(
            str(each.week),
            shared.pair_name(each.sides),
            _RISES[each.what] + (", watched" if each.watched else ""),
            f"{each.observed:g}",
            f"{each.expected:.1f} (to {each.high:g})",
            f"{each.p:.4f}" if each.p >= 0.0001 else "< .0001",
            _sentence(evidence[0]) if evidence else "",
        )
    out.print(table)
    errors().print(
        f"{counted(len(alarms), 'alarm')}. One pair in full: dragoman relations SIDE SIDE", style="dim"
    )
