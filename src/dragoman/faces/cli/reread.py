"""dragoman reread: read documents again with the reader of now, and say what came out differently."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dragoman.faces import wording
from dragoman.faces.cli.options import Json, RecordPath, found_record, opened_to_write
from dragoman.faces.cli.screen import ID_LENGTH, console, counted, errors, print_json
from dragoman.terms import EventMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.rereading import FieldChange, Reread, TellingChange, TypeCount

FAILED = 1
_SIGNS = {"added": ("+", "green"), "gone": ("-", "red"), "changed": ("~", "yellow")}


def reread(
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID]...", help="Documents, by their ids or beginnings; all without one."),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Also what was read with the reader, world and program of now.")
    ] = False,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """Read documents again that another reader, world or program read, and show what changed.

    Events, copies and stories are brought up to date, and what people decided is obeyed. What was decided
    about something that is not read any more is named.

    Exit status: 0 when all went well, 1 when a document could not be read again; it stays as it was.

    Examples:

      dragoman reread

      dragoman reread 77aa01 --all
    """
    from dragoman import rereading
    from dragoman.faces.cli.steps import Steps

    path = found_record(record)
    with opened_to_write(path, show=not json) as target:
        before = target.summary().events
        with Steps("reading again", show=not json) as steps:
            found = target.reread(*(ids or ()), every=every, on_progress=steps.advance)
        after = target.summary().events
    if json:
        print_json(each for each in found if each.is_changed)
    else:
        _show(console(), found, rereading.by_type(found))
        errors().print(_summary(found, before, after), style="dim")
    if any(each.failed for each in found):
        raise typer.Exit(FAILED)


def _summary(found: Sequence[Reread], before: int, after: int) -> str:
    if not found:
        return "Nothing to read again: everything was read with the reader of now. Read it anyway: --all"
    changed = sum(each.is_changed for each in found)
    told = f"{counted(len(found), 'document')} read again, {changed:,} with changes"
    return f"{told}; {before:,} events before, {after:,} now"


def _show(out: Console, found: Sequence[Reread], counts: Sequence[TypeCount]) -> None:
    for each in found:
        if each.is_changed:
            _document(out, each)
    if counts:
        out.print(Text("By type", style="bold underline"))
    for count in counts:
        parts = [("added", count.added), ("gone", count.gone), ("changed", count.changed)]
        words = ", ".join(f"{number:,} {word}" for word, number in parts if number)
        out.print(f"  {count.type.value:<10} {words}")


def _document(out: Console, each: Reread) -> None:
    out.print(Text.assemble((f"{each.document[:ID_LENGTH]}  ", "dim"), (each.title or "(no title)", "bold")))
    lines = [Text(f"could not be read: {each.failed}", style="red")] if each.failed else []
    if each.published is not None:
        lines.append(_field("published", each.published.before, each.published.after))
    for line in lines:
        out.print(Padding(line, (0, 0, 0, 2)))
    for change in each.changes:
        _change(out, change)
    _rest(out, each)


def _rest(out: Console, each: Reread) -> None:
    """Figures, and what people decided about something that is not read any more."""
    lines = []
    for number, word in ((each.figures_added, "added"), (each.figures_gone, "gone")):
        if number:
            lines.append(Text(f"{counted(number, 'figure')} {word}"))
    for judgement in each.lost:
        said = f"{judgement.kind} by {judgement.author}, {judgement.at[:10]}"
        lines.append(Text(f"decided about what is not read any more: {said}", style="bold yellow"))
    for line in lines:
        out.print(Padding(line, (0, 0, 0, 2)))
    out.print()


def _change(out: Console, change: TellingChange) -> None:
    """The event, its fields and its sentence."""
    sign, style = _SIGNS[change.fate]
    told = change.after or change.before
    head = Text(f"{sign} ", style=style).append(_told(told) if told else "", "default")
    out.print(Padding(head, (0, 0, 0, 2)))
    fields = [_field(field.field, *_by_name(change, field)) for field in change.fields]
    for line in (*fields, Text(change.words, style="dim")):
        out.print(Padding(line, (0, 0, 0, 6)))


def _by_name(change: TellingChange, field: FieldChange) -> tuple[str, str]:
    """A field before and after, with the names people know in place of ids."""
    if change.before is None or change.after is None:
        return field.before, field.after
    before, after = (_named(mention, field.field) for mention in (change.before, change.after))
    return (before or field.before, after or field.after)


def _named(mention: EventMention, field: str) -> str:
    parties = {"actors": mention.actors, "recipients": mention.recipients}.get(field)
    if parties is not None:
        return wording.names(parties, shown=None)
    if field == "where" and mention.where is not None:
        return wording.place(mention.where)
    return ""


def _told(mention: EventMention) -> str:
    sides = wording.sides(mention)
    kind = f"{mention.type.value} {mention.mode}" if mention.mode else mention.type.value
    who = f"{wording.names(sides.left)} {sides.arrow} {wording.names(sides.right)}"
    return f"{who}: {kind}, {wording.status(mention.status)}, {wording.days(mention.when)}"


def _field(name: str, before: str, after: str) -> Text:
    return Text.assemble((f"{name}: ", "dim"), (before, "red"), " → ", (after, "green"))
