"""What the commands about the system share: options, opening it, and evidence on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.faces import wording
from dragoman.faces.cli import listing
from dragoman.faces.cli.options import found_record
from dragoman.faces.cli.screen import ID_LENGTH, QUAD_STYLES, act, counted, on_one_line, shortened, status
from dragoman.store import CodedRow
from dragoman.terms import DragomanError, Event, Level, Movement, Relation, Turn
from dragoman.world import plover

if TYPE_CHECKING:
    from dragoman.faces.api.system import System

At = Annotated[
    str | None,
    typer.Option(
        "--at", metavar="DATE", help="As of the end of this day. Default: the last.", show_default=False
    ),
]
By = Annotated[
    str, typer.Option(help="What was known by that day, or had happened by then: known, happened.")
]
Using = Annotated[str, typer.Option(help="What to count: all, read, or a kind of imported table.")]
Dated = Annotated[
    bool,
    typer.Option(
        "--dated", help="Leave out events that name no day and count by that of their first report."
    ),
]
_SPARKS = "▁▂▃▄▅▆▇█"
_NAME_WIDTH = 28


class Evident(msgspec.Struct, frozen=True):
    """A relation, a movement or an alarm with what it rests on, as --json prints it.

    Attributes:
        read: events of the record; ``imported``: rows of tables of others.
    """

    found: msgspec.Struct
    read: tuple[Event, ...]
    imported: tuple[CodedRow, ...]


class Related(msgspec.Struct, frozen=True):
    """A relation with when it changed and what it rests on, as --json prints it."""

    found: Relation
    turns: tuple[Turn, ...]
    read: tuple[Event, ...]
    imported: tuple[CodedRow, ...]


@contextmanager
def opened_system(
    record: Path | None, at: str | None, by: str, using: str, dated: bool, *, show: bool
) -> Iterator[System]:
    """The system of the record meant, opened for reading."""
    from dragoman.faces.api import open_record
    from dragoman.faces.cli.steps import Steps

    if by not in ("known", "happened"):
        raise DragomanError(f"--by {by!r} is neither known nor happened")
    path = found_record(record)
    with open_record(path, create=False, read_only=True) as source, Steps(str(path), show=show) as steps:
        system = source.system(
            at,
            by="known" if by == "known" else "happened",
            using=using,
            dated=dated,
            on_progress=steps.advance,
        )
        steps.pause()
        yield system


def side_name(side: str) -> str:
    """A side as people know it."""
    return wording.speaker(side)


def pair_name(sides: Sequence[str]) -> str:
    """Both sides as people know them."""
    return " – ".join(side_name(side) for side in sides)


def level(found: Level | None, *, signed: bool = False) -> Text:
    """A figure with its interval: "-1.2 (-2.0 to -0.4)"; or that there is not enough."""
    if found is None:
        return Text("not enough", style="dim")
    form = "+.1f" if signed else ".1f"
    text = Text(format(found.value, form), style=_colour(found) if signed else "bold")
    return text.append(f" ({found.low:{form}} to {found.high:{form}})", style="dim")


def _colour(found: Level) -> str:
    if found.low > 0:
        return "bold green"
    return "bold red" if found.high < 0 else "bold"


def sparks(values: Sequence[float | None], style: str) -> Text:
    """One block for each period, as high as its figure; a dot where nothing is covered."""
    most = max((value for value in values if value), default=0.0)
    return Text("".join(_spark(value, most) for value in values), style=style)


def _spark(value: float | None, most: float) -> str:
    if value is None:
        return "·"
    return _SPARKS[round(value / most * (len(_SPARKS) - 1))] if most and value else " "


def split(
    evidence: Sequence[Event | CodedRow], shown: int | None = None
) -> tuple[tuple[Event, ...], tuple[CodedRow, ...]]:
    """Events that were read and rows that were imported."""
    kept = evidence if shown is None else evidence[:shown]
    return (
        tuple(each for each in kept if isinstance(each, Event)),
        tuple(each for each in kept if isinstance(each, CodedRow)),
    )


def key(id: str) -> str:
    """The beginning of an event's id; an imported row by table and key."""
    return id if " " in id else id[:ID_LENGTH]


def movement_words(found: Movement) -> Text:
    """Which way a dyad moved, and how likely that is."""
    towards = found.closer > 0.5
    word = f"{'' if found.certain else 'perhaps '}{'closer' if towards else 'apart'}"
    chance = found.closer if towards else 1 - found.closer
    return Text(word, style="green" if towards else "red").append(f", probability {chance:.2f}", "default")


def show_evidence(out: Console, evidence: Sequence[Event | CodedRow], shown: int) -> None:
    """The sentences behind a figure, the latest first."""
    grid = Table.grid(padding=(0, 2), expand=True)
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(no_wrap=True, width=13)
    grid.add_column(width=18)
    grid.add_column(ratio=1)
    for each in evidence[:shown]:
        grid.add_row(*(_read(each) if isinstance(each, Event) else _imported(each)))
    out.print(grid)
    if len(evidence) > shown:
        out.print(Text(f"and {counted(len(evidence) - shown, 'event')} more; all with --limit", style="dim"))


def _read(event: Event) -> tuple[str, Text, Text, Text]:
    day = Text(str(event.when).replace("/", " to\n"))
    if event.when.is_unknown:
        day = Text(f"by report\n{event.reported.latest or event.reported.earliest}", "dim")
    what = Text("\n").join((act(event), status(event)))
    words = Text("\n").join((Text(on_one_line(event.sentence)), listing.notes(event)))
    return event.id[:ID_LENGTH], day, what, words


def _imported(row: CodedRow) -> tuple[str, Text, Text, Text]:
    what = Text(row.type.value, style=QUAD_STYLES[int(plover.quad(row.type))]).append(f"\n{row.code}", "dim")
    who = shortened(row.actors, 2 * _NAME_WIDTH)
    if row.recipients:
        who = f"{shortened(row.actors, _NAME_WIDTH)} → {shortened(row.recipients, _NAME_WIDTH)}"
    source = " · ".join(part for part in (row.kind, row.key, row.outlet, row.url) if part)
    return row.kind, Text(str(row.day)), what, Text(who).append(f"\n{source}", style="dim")
