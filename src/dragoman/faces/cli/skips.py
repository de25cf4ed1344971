"""dragoman skips: what was left out, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated

import typer
from rich.console import Console

from dragoman.faces.cli.options import Json, RecordPath, opened
from dragoman.faces.cli.screen import console, errors, on_one_line, print_json
from dragoman.terms import Skip, SkipKind

_SHOWN = 20  # of a long list; a screenful


def skips(
    failed: Annotated[
        bool, typer.Option("--failed", help="Only what should have worked and did not.")
    ] = False,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """List the inputs that were left out, each with the reason.

    Examples:

      dragoman skips --failed

      dragoman skips --json | jq -r .origin
    """
    with opened(record) as source:
        found = [skip for skip in source.skips() if not failed or skip.kind is SkipKind.FAILED]
    if json:
        print_json(found)
        return
    print_skips(console(), found)
    if not found:
        errors().print("Nothing was left out.")


def print_skips(out: Console, found: Iterable[Skip]) -> None:
    """One line each: whether it failed, which input, and why."""
    for skip in found:
        word, style = ("failed", "red") if skip.kind is SkipKind.FAILED else ("skipped", "yellow")
        out.print(word, end=" ", style=style)
        out.print(f"{skip.origin}: {on_one_line(skip.reason)}", markup=False, soft_wrap=True)


def print_first(out: Console, found: Sequence[Skip], remedy: str, shown: int | None = _SHOWN) -> None:
    """The failed ones, then the others; no more than a screenful, and how to see the rest."""
    ordered = sorted(found, key=lambda skip: skip.kind is not SkipKind.FAILED)
    print_skips(out, ordered[:shown])
    if shown is not None and len(ordered) > shown:
        out.print(
            f"... and {len(ordered) - shown:,} more. All of them: {remedy}", markup=False, soft_wrap=True
        )
