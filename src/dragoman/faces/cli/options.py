"""Options that several commands share."""

from __future__ import annotations

import getpass
import os
from pathlib import Path
from typing import Annotated

import typer

from dragoman.faces.api import Record, open_record
from dragoman.terms import BrokenRecord

ENVIRONMENT = "DRAGOMAN_RECORD"
DEFAULT_NAME = "record.dragoman"

RecordPath = Annotated[
    Path | None,
    typer.Option(
        "--record",
        "-r",
        help=f"The record. Default: ${ENVIRONMENT}, or the only *.dragoman file here.",
        show_default=False,
    ),
]
IntoRecord = Annotated[
    Path | None,
    typer.Option(
        "--into",
        "--record",
        "-r",
        help=f"The record; made when absent. Default: ${ENVIRONMENT}, or the only *.dragoman file here.",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="JSON Lines on standard output.")]
By = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who decides. Default: your login.", show_default=False),
]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason, kept with it.")]
Limit = Annotated[
    int | None, typer.Option("--limit", "-n", min=1, help="At most so many.", show_default=False)
]


def login() -> str:
    """Who sits here, for a decision that names nobody."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container without users
        return "unnamed"


def found_record(given: Path | None) -> Path:
    """The record meant: the one given, the environment's, or the only one in this folder.

    Raises:
        BrokenRecord: there is none, or several to choose from.
    """
    if given is not None:
        return given
    if os.environ.get(ENVIRONMENT):
        return Path(os.environ[ENVIRONMENT])
    here = sorted(Path.cwd().glob("*.dragoman"))
    if len(here) == 1:
        return here[0]
    if here:
        names = ", ".join(path.name for path in here)
        raise BrokenRecord(f"several records here ({names}). Say which one with --record.")
    raise BrokenRecord("no record here. Make one with: dragoman add PATH --into NAME.dragoman")


def record_to_write(given: Path | None) -> Path:
    """Like `found_record`, but a new one when there is none."""
    try:
        return found_record(given)
    except BrokenRecord:
        if list(Path.cwd().glob("*.dragoman")):
            raise
        return Path(DEFAULT_NAME)


def opened_to_write(path: Path, *, create: bool = False, show: bool = True) -> Record:
    """The record at a path, opened for writing; how its events are made anew, where needed, is shown."""
    from dragoman.faces.cli.steps import Steps

    with Steps(f"{path}: merging what an older program read", show=show) as steps:
        return open_record(path, create=create, on_progress=steps.advance)


def opened(given: Path | None) -> Record:
    """The record meant, opened for reading."""
    return open_record(found_record(given), create=False, read_only=True)
