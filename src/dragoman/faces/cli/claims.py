"""dragoman claims: the figures somebody states, and those in dispute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.markup import escape
from rich.table import Table

from dragoman.faces import wording
from dragoman.faces.api import Record
from dragoman.faces.cli.options import Json, Limit, RecordPath, opened
from dragoman.faces.cli.screen import console, errors, on_one_line, print_json
from dragoman.terms import Claim, DragomanError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.disputing import Disputed


def claims(
    about: Annotated[
        str | None, typer.Option(help="A part of what is counted: tanks.", show_default=False)
    ] = None,
    disputed: Annotated[
        bool,
        typer.Option(
            "--disputed", help="Only quantities for which voices give figures that cannot all be true."
        ),
    ] = False,
    story: Annotated[
        str | None,
        typer.Option(metavar="ID", help="With --disputed: only of this story.", show_default=False),
    ] = None,
    limit: Limit = None,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """List the figures stated, who states them, and the sentence; or what is in dispute, side by side.

    Of what is in dispute, a count that only grew from one day to a later one is told apart from figures that
    contradict each other.

    Examples:

      dragoman claims --about reservists

      dragoman claims --disputed --about killed
    """
    if story is not None and not disputed:
        raise DragomanError("--story was given without --disputed; expected both, or: dragoman stories ID")
    with opened(record) as source:
        if disputed:
            _disputed(source, about, story, limit, json=json)
            return
        found = source.claims(about=about, limit=limit)
        if json:
            print_json(found)
            return
        claims = list(found)
        if claims:
            console().print(_table(source, claims))
        else:
            errors().print("No figures found. Give --about a smaller part of the words, or leave it out.")


def _disputed(source: Record, about: str | None, story: str | None, limit: int | None, *, json: bool) -> None:
    """Show the disputes as they are found; so many at most."""
    from dragoman.faces.cli.disputes import show
    from dragoman.faces.cli.steps import Steps

    shown, updated = 0, 0
    with Steps("comparing figures", show=not json) as steps:
        for found in _first(source.disputes(about, story=story, on_progress=steps.advance), limit):
            shown += 1
            updated += found.dispute.relation == "updated"
            if json:
                print_json([found])
            else:
                steps.pause()
                show(console(), found)
    if json:
        return
    if not shown:
        errors().print("No figures in dispute were found. Leave out --about or --story to look further.")
        return
    grown = f", {updated:,} of them a count that grew" if updated else ""
    quantities = "1 quantity" if shown == 1 else f"{shown:,} quantities"
    errors().print(f"{quantities} in dispute{grown}. A document: dragoman document ID", style="dim")


def _first(found: Iterator[Disputed], limit: int | None) -> Iterator[Disputed]:
    from itertools import islice

    return islice(found, limit)


def _table(source: Record, found: list[Claim]) -> Table:
    out = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    out.add_column("Figure", justify="right", no_wrap=True)
    out.add_column("Of", ratio=2)
    out.add_column("Says", ratio=2)
    out.add_column("Evidence", ratio=6)
    for claim in found:
        said = ", ".join(wording.name(attribution.source) for attribution in claim.said_by)
        sentence = claim.evidence.of(source.document(claim.document).text)
        value = wording.figure(claim.low, claim.high)
        out.add_row(value, escape(claim.unit), escape(said), escape(on_one_line(sentence)))
    return out
