"""dragoman event: one event in full, down to the words it rests on."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from dragoman.faces.api.record import Telling
from dragoman.faces.cli.options import Json, RecordPath, opened
from dragoman.faces.cli.screen import act, console, print_json, who
from dragoman.terms import Event, EventMention, Mention
from dragoman.world import plover


class _Card(msgspec.Struct, frozen=True):
    """What --json prints: the event and every telling of it."""

    event: Event
    tellings: tuple[EventMention, ...]


def event(
    id: Annotated[str, typer.Argument(help="The event's id, or its first characters.")],
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """Show one event: who, what, whom, when, and every sentence that tells it.

    Example:

      dragoman event 3f2a91c0
    """
    with opened(record) as source:
        found = source.event(id)
        tellings = source.tellings(found)
    if json:
        print_json([_Card(found, tuple(telling.mention for telling in tellings))])
        return
    out = console()
    out.print(Text(f"{who(found.actors)} → {who(found.recipients)}", style="bold"), act(found))
    out.print(_fields(found))
    for telling in tellings:
        out.print()
        out.print(_telling(telling))


def _fields(found: Event) -> Table:
    row = plover.load().type(found.type)
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    said = ", ".join(found.said_by) or "the reports themselves"
    for name, value in (
        ("id", found.id),
        ("type", f"{found.type.value}: {row.definition}"),
        ("status", found.status.value.replace("_", " ")),
        ("when", str(found.when)),
        ("actors", _resolved(found.actors)),
        ("recipients", _resolved(found.recipients)),
        ("said by", said),
        ("outlets", ", ".join(found.outlets) or "not named"),
        ("reports", f"{found.reports} independent, {len(found.tellings)} with copies"),
        ("confidence", f"{found.confidence:.2f}"),
    ):
        grid.add_row(name, escape(value))
    return grid


def _resolved(mentions: tuple[Mention, ...]) -> str:
    """Each participant as written, whom it names and why."""
    lines = [
        f"{mention.text or '(understood)'} = {mention.entity or 'nobody known'}"
        f"{f' [{mention.sector}]' if mention.sector else ''} ({mention.reason})"
        for mention in mentions
    ]
    return "\n".join(lines) or "—"


def _telling(telling: Telling) -> Text:
    """The evidence with trigger and participants marked, and where it stands."""
    text = Text()
    for span in telling.mention.evidence:
        sentence = Text(span.of(telling.document.text))
        for mention in (*telling.mention.actors, *telling.mention.recipients):
            if mention.span is not None and span.contains(mention.span):
                sentence.stylize("bold cyan", mention.span.start - span.start, mention.span.end - span.start)
        trigger = telling.mention.trigger
        if span.contains(trigger):
            sentence.stylize("bold yellow", trigger.start - span.start, trigger.end - span.start)
        text.append_text(sentence)
        text.append("\n")
    for place in telling.appearances:
        outlet = place.outlet or "outlet not named"
        when = "undated" if place.published.is_unknown else str(place.published)
        text.append(f"  {outlet}, {when}: {place.url or place.origin}\n", style="dim")
    text.append(f"  document {telling.document.id[:8]}, read by {telling.mention.reader}", style="dim")
    return text
