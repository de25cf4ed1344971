"""dragoman judgements: what people decided; out of a record and into another."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from dragoman.faces.cli.options import (
    By,
    Json,
    RecordPath,
    Why,
    found_record,
    login,
    opened,
    opened_to_write,
)
from dragoman.faces.cli.screen import ID_LENGTH, console, counted, errors, leave_quietly, print_json
from dragoman.faces.judgement_file import (
    ImportReport,
    documents_of,
    export_judgements,
    import_judgements,
    is_here,
)
from dragoman.faces.nearest import nearest
from dragoman.store import Store
from dragoman.terms import DragomanError, Judgement, JudgementKind, UnknownName

# What reads the judgements needs more of the program than a command that does not should load
if TYPE_CHECKING:
    from dragoman.faces.judgement_list import ListedJudgement

FAILED = 1
_STREAM = Path("-")
_STYLES = {"holds": "green", "undone": "dim", "replaced": "dim", "lost": "yellow"}
_LOST = "lost: what it is about is not in the record"


_About = Annotated[
    str | None,
    typer.Argument(
        metavar="ID",
        help="Only about this document, event or judgement: its id, or the first characters.",
        show_default=False,
    ),
]
_Kind = Annotated[
    str | None,
    typer.Option("--kind", help=f"Only of this kind: {', '.join(JudgementKind)}.", show_default=False),
]
_Export = Annotated[
    Path | None,
    typer.Option(
        "--export",
        metavar="FILE",
        help="Write them as JSON Lines, all that the record has; - for standard output.",
        show_default=False,
    ),
]
_Import = Annotated[
    Path | None,
    typer.Option(
        "--import",
        metavar="FILE",
        help="Take in what --export wrote; - for standard input.",
        show_default=False,
    ),
]
_Undo = Annotated[
    str | None,
    typer.Option(
        "--undo",
        metavar="JUDGEMENT",
        help="Take one back, by its id or the first characters; all that followed from it is undone.",
        show_default=False,
    ),
]


def judgements(
    id: _About = None,
    kind: _Kind = None,
    export: _Export = None,
    import_: _Import = None,
    undo: _Undo = None,
    by: By = None,
    why: Why = "",
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """List what people decided: who, when, about which sentence, and whether it still holds.

    What is taken in or taken back holds at once: events, copies and days follow.

    Examples:

      dragoman judgements --kind same

      dragoman judgements --export decided.jsonl

      dragoman judgements --import decided.jsonl --record other.dragoman

      dragoman judgements --undo 3f2a91c0 --by Aigul
    """
    if undo is not None:
        if export or import_ or id is not None or kind is not None:
            raise DragomanError("--undo takes one judgement back; give it without ID, --kind and files")
        _undo(undo, by or login(), why, record, json)
        return
    if export is not None and import_ is not None:
        raise DragomanError("--export and --import were both given; expected one of them")
    if (export or import_) and (id is not None or kind is not None):
        raise DragomanError("an ID or --kind chooses what is listed; files hold all judgements")
    if import_ is not None:
        _import(import_, record, json)
    elif export is not None:
        _export(export, record)
    else:
        _list(id, None if kind is None else _kind(kind), record, json)


def _list(id: str | None, kind: JudgementKind | None, record: Path | None, json: bool) -> None:
    from dragoman.faces.judgement_list import about, listed

    with opened(record) as source:
        rows = listed(source.store)
        if id is not None:
            rows = about(source.store, rows, id)
    rows = tuple(row for row in rows if kind is None or row.judgement.kind is kind)
    if json:
        print_json(rows)
        return
    for row in rows:
        _print(console(), row)
    if not rows:
        errors().print("Nothing was decided.")


def _print(out: Console, row: ListedJudgement) -> None:
    """Who, when, what; the sentences; why."""
    judgement = row.judgement
    head = Text.assemble(
        (row.id[:ID_LENGTH], "dim"),
        f"  {judgement.at[:10]} {judgement.author}: {row.what} ",
        (f"({_LOST if row.state == 'lost' else row.state})", _STYLES[row.state]),
    )
    out.print(head, soft_wrap=True)
    for sentence in row.sentences:
        out.print(f"          {sentence}", markup=False, soft_wrap=True)
    if judgement.remark:
        out.print(f"          why: {judgement.remark}", markup=False, soft_wrap=True, style="dim")


def _kind(written: str) -> JudgementKind:
    kinds = [kind.value for kind in JudgementKind]
    plain = written.lower().replace("-", " ").replace("_", " ")
    if plain not in kinds:
        raise UnknownName("kind of judgement", written, nearest(plain, kinds))
    return JudgementKind(plain)


def _export(file: Path, record: Path | None) -> None:
    with opened(record) as source:
        found = source.judgements()
    lines = b"".join(export_judgements(found))
    try:
        if file == _STREAM:
            sys.stdout.buffer.write(lines)  # as bytes, so that no terminal replaces what it cannot show
            sys.stdout.buffer.flush()
        else:
            file.write_bytes(lines)
    except BrokenPipeError:
        leave_quietly()
    except OSError as error:
        raise DragomanError(f"{file} cannot be written: {error.strerror}.") from error
    errors().print(f"{counted(len(found), 'judgement')} written to {file}", markup=False, soft_wrap=True)


def _import(file: Path, record: Path | None, json: bool) -> None:
    try:
        content = sys.stdin.buffer.read() if file == _STREAM else file.read_bytes()
    except OSError as error:
        raise DragomanError(f"{file} cannot be read: {error.strerror}.") from error
    with opened_to_write(found_record(record), show=not json) as target:
        report = import_judgements(target.store, content.split(b"\n"), _obey)
    if json:
        print_json([report])
    else:
        _say(report)
    if report.refused:
        raise typer.Exit(FAILED)


def _obey(store: Store, added: Sequence[Judgement]) -> None:
    """Bring the record in line with judgements that are new to it.

    Those about documents that it does not have wait for them.
    """
    from dragoman import deciding, pipeline

    here = [judgement for judgement in added if is_here(store, judgement)]
    with store.transaction():
        deciding.obey(store, here)
    dated = [judgement.subject for judgement in here if judgement.kind is JudgementKind.PUBLISHED]
    pipeline.date_by_others(store, dated)


def _undo(judgement: str, by: str, why: str, record: Path | None, json: bool) -> None:
    with opened_to_write(found_record(record), show=not json) as target:
        taken = target.store.judgement(judgement)
        made = target.undo(taken.id, by=by, why=why)
    if json:
        print_json([made])
    else:
        said = f"{taken.kind} by {taken.author}, {taken.at[:10]}"
        console().print(
            f"{taken.id[:ID_LENGTH]} ({said}) does not hold any more", markup=False, soft_wrap=True
        )


def _say(report: ImportReport) -> None:
    """The counts, the bad lines, and what waits for its document."""
    out = errors()
    out.print(
        f"{counted(report.added, 'judgement')} added, {report.known:,} known already, "
        f"{len(report.refused):,} refused"
    )
    for refused in report.refused:
        out.print(f"refused line {refused.line}: {refused.reason}", markup=False, soft_wrap=True)
    for judgement in report.elsewhere:
        about = ", ".join(id[:ID_LENGTH] for id in documents_of(judgement))
        what = f"{judgement.kind} by {judgement.author}, {judgement.at[:10]}"
        out.print(f"not in the record: document {about} ({what})", markup=False, soft_wrap=True)
