"""dragoman demo: read the bundled corpus and show what a record is good for."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console

from dragoman.faces import wording
from dragoman.faces.api import Record, open_record
from dragoman.faces.cli import listing
from dragoman.faces.cli.add import show
from dragoman.faces.cli.screen import console
from dragoman.terms import Event, Status

_SURE_ENOUGH = 0.7  # of the trained reader's scale: seven in ten of these are right


class _Scene(msgspec.Struct, frozen=True):
    """One part of the tour: a heading and the events that show it."""

    heading: str
    find: Callable[[Record], Iterable[Event]]
    rows: int


_MOVERS = 3

SCENES = [
    _Scene("Kazakhstan and Russia, by day", lambda record: _between(record, "KAZ", "RUS"), 8),
    _Scene(
        "Planned, possible or called for: not yet facts",
        lambda record: _of_status(record, Status.PLANNED, Status.CALLED_FOR),
        5,
    ),
    _Scene("Denied", lambda record: _of_status(record, Status.DENIED), 4),
    _Scene("Said by somebody in the text, not by the newspaper", lambda record: _attributed(record), 4),
    _Scene("Printed in several newspapers, counted once", lambda record: _copied(record), 3),
]


def demo(
    into: Annotated[Path, typer.Option(help="Where to keep the record.")] = Path("demo.dragoman"),
    rows: Annotated[int | None, typer.Option(help="Rows for each heading.", show_default=False)] = None,
) -> None:
    """Read the bundled corpus and show what came out.

    The reports are ours and their outlets are invented; the happenings, from December 2021 to November
    2022 in and around the CIS, are real.
    """
    from dragoman import corpus
    from dragoman.faces.cli.progress import Bar
    from dragoman.sources.measure import measure

    out = console()
    reports = [str(path) for path in corpus.reports()]
    out.print(
        f"Reading {len(reports)} bundled reports: wire copy, state media, machine translations, pages with "
        "their furniture, copies, contradictions. Their outlets are invented."
    )
    started = time.monotonic()
    with open_record(into) as record:
        with Bar(measure(reports)) as bar:
            report = record.add(*reports, on_progress=bar.advance)
        show(report, into, time.monotonic() - started)
        for scene in SCENES:
            _play(out, record, scene, rows or scene.rows)
        _show_movers(out, record, rows or _MOVERS)
    out.print("[bold]Look further[/]")
    for line in (
        f"dragoman events --record {into} --about UKR --since 2022-09",
        f"dragoman events --record {into} --type SANCTION,COERCE --json",
        f"dragoman relations KAZ RUS --record {into}",
        f"dragoman movers --record {into} --since 2022-06-01",
        f"dragoman serve --record {into}      (in a browser)",
        f"dragoman event ID --record {into}      (an id from the left column)",
        "dragoman add YOUR-FOLDER --into mine.dragoman",
    ):
        out.print(f"  {line}", highlight=False)


def _play(out: Console, record: Record, scene: _Scene, rows: int) -> None:
    found = _spread(list(scene.find(record)), rows)
    if found:
        out.rule(f"[bold]{scene.heading}[/]", align="left")
        listing.show(out, found)


def _show_movers(out: Console, record: Record, rows: int) -> None:
    """Who moved in the last half year, as far as so few reports can tell."""
    from dragoman.faces.cli.movers import show_moved

    system = record.system()
    moved = system.movers()[:rows]
    if moved:
        out.rule("[bold]Who moved[/]", align="left")
        show_moved(out, system, moved)


def _spread(found: Sequence[Event], rows: int) -> list[Event]:
    """So many of the events, evenly over the whole list, so that a scene shows the year and not its start."""
    if len(found) <= rows:
        return list(found)
    return [found[number * len(found) // rows] for number in range(rows)]


def _between(record: Record, one: str, other: str) -> Iterable[Event]:
    """Events of either direction that are well supported, by day."""
    for event in record.events(about=one):
        sides = wording.sides(event)
        left, right = ({mention.country for mention in side} for side in (sides.left, sides.right))
        facing = (one in left and other in right) or (other in left and one in right)
        if facing and event.confidence >= _SURE_ENOUGH:
            yield event


def _of_status(record: Record, *statuses: Status) -> Iterable[Event]:
    found = record.events(status=[status.value for status in statuses])
    return (event for event in found if event.confidence >= _SURE_ENOUGH)


def _attributed(record: Record) -> Iterable[Event]:
    found = record.events(type=["ASSAULT", "COERCE", "MOBILIZE", "RETREAT"])
    return (event for event in found if event.said_by and event.confidence >= _SURE_ENOUGH)


def _copied(record: Record) -> Iterable[Event]:
    return (event for event in record.events() if len(event.outlets) > 1)
