"""dragoman add: read files, folders, globs, addresses or standard input into a record."""

from __future__ import annotations

import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer
from rich.text import Text

from dragoman.faces.cli.options import IntoRecord, Json, opened_to_write, record_to_write
from dragoman.faces.cli.screen import counted, errors, print_json
from dragoman.faces.cli.skips import print_first
from dragoman.terms import DragomanError, Skip

if TYPE_CHECKING:
    from dragoman.intake import AddReport
    from dragoman.sources import SourceOptions

FAILED = 1
INTERRUPTED = 128 + signal.SIGINT

Places = Annotated[
    list[str],
    typer.Argument(
        metavar="PLACE", help="Files, folders, globs, http(s) addresses, or - for standard input."
    ),
]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME=FIELD",
        help="A field of JSON or a table that goes by another name: text=body.",
        show_default=False,
    ),
]
Outlet = Annotated[str | None, typer.Option(help="The newspaper of everything added.", show_default=False)]
Published = Annotated[str | None, typer.Option(help="The day everything added appeared.", show_default=False)]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, help="Processes to read in.", show_default="one a core"),
]
MaxMb = Annotated[float, typer.Option(help="The largest single article, in megabytes.")]
Timeout = Annotated[float, typer.Option(help="Seconds a web page may take.")]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from loopback and private addresses too.")
]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Name every input left out, not only the first.")
]


def add(
    places: Places,
    into: IntoRecord = None,
    field: Fields = None,
    outlet: Outlet = None,
    published: Published = None,
    jobs: Jobs = None,
    max_mb: MaxMb = 20.0,
    timeout: Timeout = 30.0,
    allow_private: AllowPrivate = False,
    verbose: Verbose = False,
    json: Json = False,
) -> None:
    """Read news into a record. Reading the same pile again changes nothing.

    What is read: .txt, .md, .html, .json, .jsonl, .csv, .tsv, .eml, .zip of these, and pages of the web.
    What is not English is skipped.

    Exit status: 0 when all went well or only what is not for us was skipped, 1 when anything failed,
    2 when the call was wrong, 130 when interrupted.

    Examples:

      dragoman add clippings/ --into cis.dragoman

      dragoman add pile.zip "more/*.html" https://example.org/story.html

      dragoman add export.jsonl --field text=body --field published=date

      dragoman add - --outlet "Steppe Courier" --published 2022-10-14 < note.txt
    """
    from dragoman.sources import SourceOptions

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
    try:
        report = _read(places, path, options, jobs, show=not json)
    except KeyboardInterrupt:
        kept = f"What was read so far is kept in {path}; run the same command to go on."
        errors().print(Text.assemble(("Stopped.", "bold"), f" {kept}"), soft_wrap=True)
        raise typer.Exit(INTERRUPTED) from None
    if json:
        print_json([_Summary.of(report, path)])
    else:
        show(report, path, time.monotonic() - started, verbose=verbose)
    if report.failed:
        raise typer.Exit(FAILED)


def _read(
    places: list[str], path: Path, options: SourceOptions, jobs: int | None, *, show: bool
) -> AddReport:
    from dragoman.faces.cli.progress import Bar
    from dragoman.sources.measure import measure

    size = measure(places)
    # A small pile is done before a second process has started.
    small = jobs is None and size is not None and size < 1_000_000
    with opened_to_write(path, create=True, show=show) as record, Bar(size, show=show) as bar:
        return record.add(*places, options=options, jobs=1 if small else jobs, on_progress=bar.advance)


def _fields(pairs: list[str]) -> dict[str, str]:
    fields = {}
    for pair in pairs:
        name, sign, field = pair.partition("=")
        if not (name and sign and field):
            raise DragomanError(f"--field {pair!r} is not NAME=FIELD, as in text=body")
        fields[name] = field
    return fields


def show(report: AddReport, path: Path, seconds: float, *, verbose: bool = False) -> None:
    """The inputs that were left out with their reasons, then the summary of a run."""
    out = errors()
    remedy = f"dragoman skips --record {path}"
    if verbose:
        print_first(out, report.skips, remedy, shown=None)
    else:
        print_first(out, report.skips, remedy)
    parts = [f"{report.read:,} read", f"{counted(report.events, 'telling')} of events found"]
    parts += [f"{number:,} {word}" for number, word in _others(report) if number]
    out.print(f"{path}: {', '.join(parts)} in {seconds:.1f} s", markup=False, soft_wrap=True)
    if report.read:
        out.print(f"Next: dragoman events --record {path}", markup=False, soft_wrap=True)
    elif not (report.copies or report.known):
        out.print("Nothing could be read. What can be: dragoman add --help")


def _others(report: AddReport) -> list[tuple[int, str]]:
    return [
        (report.copies, f"cop{'y' if report.copies == 1 else 'ies'} of what was already there"),
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
