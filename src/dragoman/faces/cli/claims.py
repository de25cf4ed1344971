"""dragoman claims: the figures somebody states."""

from __future__ import annotations

from typing import Annotated

import typer
from rich import box
from rich.markup import escape
from rich.table import Table

from dragoman.faces import wording
from dragoman.faces.api import Record
from dragoman.faces.cli.options import Json, Limit, RecordPath, opened
from dragoman.faces.cli.screen import console, errors, on_one_line, print_json
from dragoman.terms import Claim


def claims(
    about: Annotated[
        str | None, typer.Option(help="A part of what is counted: tanks.", show_default=False)
    ] = None,
    limit: Limit = None,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """List the figures stated, who states them, and the sentence.

    Example:

      dragoman claims --about reservists
    """
    with opened(record) as source:
        found = source.claims(about=about, limit=limit)
        if json:
            print_json(found)
            return
        claims = list(found)
        if claims:
            console().print(_table(source, claims))
        else:
            errors().print("No figures found. Give --about a smaller part of the words, or leave it out.")


def _table(source: Record, found: list[Claim]) -> Table:
    out = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    out.add_column("Figure", justify="right", no_wrap=True)
    out.add_column("Of", ratio=2)
    out.add_column("Says", ratio=2)
    out.add_column("Evidence", ratio=6)
    for claim in found:
        said = ", ".join(wording.name(attribution.source) for attribution in claim.said_by)
        sentence = claim.evidence.of(source.document(claim.document).text)
        out.add_row(_value(claim), escape(claim.unit), escape(said), escape(on_one_line(sentence)))
    return out


def _value(claim: Claim) -> str:
    """The range in mathematical signs."""
    low, high = (None if value is None else f"{value:,.10g}" for value in (claim.low, claim.high))
    if low == high:
        return low or "?"
    if high is None:
        return f"≥ {low}"
    return f"≤ {high}" if low is None else f"{low}-{high}"
