"""dragoman brief: a cited account of a side, of two sides or of a story over a period."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.faces.brief import FORMS, MOST, Brief, Form, form_of
from dragoman.faces.cli import filters
from dragoman.faces.cli.options import Json, RecordPath, opened
from dragoman.faces.cli.screen import counted, errors, leave_quietly, print_json
from dragoman.terms import DragomanError

_FORMS = "; ".join(f"{form.name}: {form.meaning}" for form in FORMS)


def brief(
    about: Annotated[
        str | None, typer.Option(help="Whom it is about, on either side.", show_default=False)
    ] = None,
    other: Annotated[
        str | None, typer.Option("--with", help="The other side of a dyad.", show_default=False)
    ] = None,
    story: filters.Story = None,
    since: filters.Since = None,
    until: filters.Until = None,
    at: Annotated[
        str | None,
        typer.Option(
            "--at",
            metavar="DATE",
            help="Measure the sides as of the end of this day. Default: the last of the period.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option("--as", help=f"{_FORMS}. Default: md, or what --out ends in.", show_default=False),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="The file to write.", show_default=False)
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="Events told by day, at most.")] = MOST,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """Write a cited account: what happened, what is only said, what is disputed, who moved, what is likely
    next and what is not known, every sentence with the words it rests on.

    Examples:

      dragoman brief --about KAZ --since 2022-06-01

      dragoman brief --about RUS --with UKR --since 2022-01 --until 2022-03 --out war.html

      dragoman brief --story 0036794a --as pdf --out kherson.pdf
    """
    chosen = form_of(form, out)
    if chosen.name == "pdf" and out is None and not json:
        raise DragomanError("a PDF needs a file. Name it with --out FILE.pdf")
    with opened(record) as source:
        found = source.brief(about, other=other, story=story, since=since, until=until, at=at, most=limit)
    if json:
        print_json([found])
    elif out is None:
        _print(found, chosen)
    else:
        _write(found, chosen, out)


def _print(found: Brief, form: Form) -> None:
    try:
        sys.stdout.write(form.write(found).decode())
        sys.stdout.flush()
    except BrokenPipeError:
        leave_quietly()


def _write(found: Brief, form: Form, out: Path) -> None:
    """Write the file; it appears under its name only when it is whole."""
    data = form.write(found)
    partial = out.with_name(f".{out.name}.part")
    try:
        partial.write_bytes(data)
        partial.replace(out)
    except OSError as error:
        raise DragomanError(f"cannot write {out} ({error.strerror}). Name another file.") from error
    finally:
        partial.unlink(missing_ok=True)
    statements = sum(len(section.statements) for section in found.sections)
    errors().print(
        f"{counted(statements, 'statement')} on {counted(len(found.citations), 'citation')} written to {out}",
        soft_wrap=True,
    )
