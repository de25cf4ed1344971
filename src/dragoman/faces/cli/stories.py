"""dragoman stories: what several documents report, and one such story from day to day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.faces import wording
from dragoman.faces.api import Record
from dragoman.faces.api.merged import Story, StoryLine
from dragoman.faces.cli import listing
from dragoman.faces.cli.options import Json, RecordPath, opened
from dragoman.faces.cli.screen import ID_LENGTH, console, counted, errors, on_one_line, print_json
from dragoman.terms import Appearance, Copy, Document, Event, Interval

if TYPE_CHECKING:
    from dragoman.record import Family


class _Told(msgspec.Struct, frozen=True):
    """A document of a story: where it stands, and what it was taken from."""

    document: str
    title: str
    published: Interval
    outlets: tuple[str, ...]
    appearances: tuple[Appearance, ...]
    copy: Copy | None


class _Sheet(msgspec.Struct, frozen=True):
    """What --json prints of one story."""

    story: StoryLine
    documents: tuple[_Told, ...]
    events: tuple[Event, ...]


def stories(
    id: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            help="The id of a story or of any of its documents, or its beginning; all stories without one.",
        ),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many stories.")] = 50,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """List the stories, those of most documents first; or one with its documents and events by day.

    Examples:

      dragoman stories --limit 10

      dragoman stories 77aa01
    """
    with opened(record) as source:
        if id is None:
            _list(source, limit, json=json)
            return
        sheet = _sheet(source, source.story(id))
    if json:
        print_json([sheet])
    else:
        _show(console(), sheet)


def _list(source: Record, limit: int, *, json: bool) -> None:
    found = source.stories(limit=limit)
    if json:
        print_json(found)
        return
    lines = list(found)
    if not lines:
        errors().print("No stories: no two documents of the record report the same.")
        return
    console().print(_table(lines))
    total = source.summary().stories
    stories = "1 story" if total == 1 else f"{total:,} stories"
    shown = f"{len(lines)} of {stories}" if len(lines) < total else stories
    errors().print(f"{shown}. One of them: dragoman stories ID", style="dim")


def _table(lines: Sequence[StoryLine]) -> Table:
    out = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    out.add_column("id", style="dim", no_wrap=True)
    out.add_column("reported", no_wrap=True)
    for heading in ("docs", "outlets", "events"):
        out.add_column(heading, justify="right")
    out.add_column("headline", ratio=1)
    for line in lines:
        out.add_row(
            line.id[:ID_LENGTH],
            _days(line.published),
            str(line.documents),
            str(line.outlets or "?"),
            str(line.events),
            Text(line.headline or "(no headline)", style="bold"),
        )
    return out


def _days(days: Interval) -> str:
    """First and last day, one under the other."""
    first, last = days.earliest or days.latest, days.latest or days.earliest
    if first is None:
        return "unknown"
    return str(first) if first == last else f"{first}\n{last}"


def _sheet(source: Record, story: Story) -> _Sheet:
    copies = {copy.document: copy for each in story.documents for copy in _family(source, each).copies}
    return _Sheet(
        story.line, tuple(_told(source, each, copies.get(each.id)) for each in story.documents), story.events
    )


def _family(source: Record, document: Document) -> Family:
    return source.family(document.id)


def _told(source: Record, document: Document, copy: Copy | None) -> _Told:
    places = source.appearances(document)
    outlets = tuple(dict.fromkeys(place.outlet for place in places if place.outlet))
    title = on_one_line(document.title or "")
    return _Told(document.id, title, document.published.reported, outlets, places, copy)


def _show(out: Console, sheet: _Sheet) -> None:
    line = sheet.story
    out.print(Text(line.headline or "(no headline)", style="bold"))
    days = "on days unknown" if line.published.is_unknown else str(line.published).replace("/", " to ")
    told = f"{counted(line.documents, 'document')} in {counted(line.outlets, 'outlet')}"
    out.print(
        Text(f"{line.id[:ID_LENGTH]}, reported {days}, {told}, {counted(line.events, 'event')}", style="dim")
    )
    out.print()
    out.print(Text("Documents", style="bold underline"))
    outlets = {each.document: ", ".join(each.outlets) for each in sheet.documents}
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column()
    for each in sheet.documents:
        day = "day unknown" if each.published.is_unknown else str(each.published).replace("/", "/\n")
        grid.add_row(each.document[:ID_LENGTH], day, _document(each, outlets))
    out.print(grid)
    out.print()
    out.print(Text("Events", style="bold underline"))
    listing.show(out, sheet.events)


def _document(told: _Told, outlets: dict[str, str]) -> Text:
    text = Text.assemble((outlets[told.document] or "outlet not named", "bold"))
    text.append(f": {told.title or '(no title)'}")
    if told.copy is not None:
        text.append(f"  {wording.taken_from(told.copy, outlets.get(told.copy.original, ''))}", "yellow")
    return text
