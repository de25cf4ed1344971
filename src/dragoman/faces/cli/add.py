"""dragoman add: read files, folders, globs, addresses or standard input into a record."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from dragoman.faces.api import open_record
from dragoman.faces.cli.options import ENVIRONMENT, Json, record_to_write
from dragoman.faces.cli.progress import Bar
from dragoman.faces.cli.screen import errors, print_json
from dragoman.pipeline import AddReport
from dragoman.sources import SourceOptions
from dragoman.sources.measure import measure
from dragoman.terms import DragomanError, Skip, SkipKind

_EXAMPLES = """
Examples:

  dragoman add clippings/ --into cis.dragoman

  dragoman add pile.zip "more/*.html" https://example.org/story.html

  dragoman add export.jsonl --field text=body --field published=date

  cat note.txt | dragoman add - --outlet "Steppe Courier" --published 2022-10-14
"""


def add(
    places: Annotated[
        list[str], typer.Argument(help="Files, folders, globs, http(s) addresses, or - for standard input.")
    ],
    into: Annotated[
        Path | None,
        typer.Option(
            "--into",
            "--record",
            "-r",
            help=f"The record; made when absent. Default: ${ENVIRONMENT}, or the only *.dragoman file here.",
            show_default=False,
        ),
    ] = None,
    field: Annotated[
        list[str] | None,
        typer.Option(
            help="A field of JSON or a table that goes by another name: text=body.", show_default=False
        ),
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="The newspaper of everything added.")] = None,
    published: Annotated[str | None, typer.Option(help="The day everything added appeared.")] = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, help="Processes to read in.", show_default="one a core"),
    ] = None,
    max_mb: Annotated[float, typer.Option(help="The largest single article, in megabytes.")] = 20.0,
    timeout: Annotated[float, typer.Option(help="Seconds a web page may take.")] = 30.0,
    allow_private: Annotated[
        bool, typer.Option(help="Fetch from loopback and private addresses too.")
    ] = False,
    json: Json = False,
) -> None:
    """Read news into a record. Reading the same pile again changes nothing."""
    options = SourceOptions(
        fields=_fields(field or []),
        max_bytes=int(max_mb * 1_000_000),
        timeout_s=timeout,
        allow_private=allow_private,
        outlet=outlet,
        published=published,
    )
    path = record_to_write(into)
    started = time.monotonic()
    with open_record(path) as record, Bar(measure(places), show=not json) as bar:
        report = record.add(*places, options=options, jobs=jobs_for(jobs, places), on_progress=bar.advance)
    if json:
        print_json([_Summary.of(report, path)])
    else:
        show(report, path, time.monotonic() - started)
    if report.failed:
        raise typer.Exit(1)


add.__doc__ = f"{add.__doc__}\n{_EXAMPLES}"


def jobs_for(jobs: int | None, places: list[str]) -> int | None:
    """One process for a small pile, which is done before a second one has started."""
    size = measure(places)
    return 1 if jobs is None and size is not None and size < 1_000_000 else jobs


def _fields(pairs: list[str]) -> dict[str, str]:
    fields = {}
    for pair in pairs:
        name, sign, field = pair.partition("=")
        if not (name and sign and field):
            raise DragomanError(f"--field {pair!r} is not NAME=FIELD, as in text=body")
        fields[name] = field
    return fields


def show(report: AddReport, path: Path, seconds: float) -> None:
    """The summary of a run, and every input that was left out with its reason."""
    out = errors()
    for skip in report.skips:
        style = "red" if skip.kind is SkipKind.FAILED else "yellow"
        word = "failed" if skip.kind is SkipKind.FAILED else "skipped"
        out.print(f"[{style}]{word}[/] {skip.origin}: {skip.reason}", markup=True, soft_wrap=True)
    parts = [f"{report.read} read", f"{report.events} events found"]
    parts += [f"{number} {word}" for number, word in _others(report) if number]
    out.print(f"{path}: {', '.join(parts)} in {seconds:.1f} s")
    if report.read:
        out.print(f"Next: dragoman events --record {path}")


def _others(report: AddReport) -> list[tuple[int, str]]:
    return [
        (report.copies, "copies of texts already there"),
        (report.known, "known already"),
        (len(report.skips) - report.failed, "skipped"),
        (report.failed, "failed"),
    ]


class _Summary(msgspec.Struct, frozen=True):
    """What --json prints."""

    record: str
    read: int
    copies: int
    known: int
    events: int
    skipped: int
    failed: int
    skips: tuple[Skip, ...]

    @classmethod
    def of(cls, report: AddReport, path: Path) -> _Summary:
        return cls(
            str(path),
            report.read,
            report.copies,
            report.known,
            report.events,
            len(report.skips) - report.failed,
            report.failed,
            tuple(report.skips),
        )
