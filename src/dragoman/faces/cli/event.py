"""dragoman event: one event in full, down to the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import msgspec
import typer
from rich.table import Table
from rich.text import Text

from dragoman.faces import wording
from dragoman.faces.api.record import SourcedTelling
from dragoman.faces.cli.options import Json, RecordPath, opened
from dragoman.faces.cli.screen import ID_LENGTH, act, console, on_one_line, print_json, status
from dragoman.terms import Event, EventMention, Mention
from dragoman.world import load, plover


class _Card(msgspec.Struct, frozen=True):
    """What --json prints: the event and every telling of it."""

    event: Event
    tellings: tuple[EventMention, ...]


def event(
    id: Annotated[str, typer.Argument(metavar="ID", help="The event's id, or its first characters.")],
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
    sources = dict.fromkeys(
        wording.name(said.source) for telling in tellings for said in telling.mention.said_by
    )
    out.print(Text(wording.sentence(found, tuple(sources)), style="bold"))
    out.print()
    out.print(_fields(found, tellings))
    for telling in tellings:
        out.print()
        out.print(_telling(telling))


def _fields(found: Event, tellings: tuple[SourcedTelling, ...]) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    definition = plover.load().type(found.type).definition
    copies = len(found.tellings) - found.reports
    for name, value in (
        ("id", Text(found.id)),
        ("type", Text.assemble(act(found), f": {definition}")),
        ("status", status(found)),
        ("when", Text(wording.days(found.when))),
        ("reported", Text(wording.days(found.reported))),
        ("actors", _resolved(found.actors)),
        ("recipients", _resolved(found.recipients)),
        ("said by", _sources(tellings)),
        ("outlets", Text(", ".join(found.outlets) or "not named")),
        ("reports", Text(f"{found.reports} independent" + (f", and {copies} copied" if copies else ""))),
        ("confidence", Text(f"{found.confidence:.2f} of 1")),
    ):
        grid.add_row(name, value)
    return grid


def _sources(tellings: tuple[SourcedTelling, ...]) -> Text:
    """Who in the texts says so, in their words, and whom the words mean."""
    sources = dict.fromkeys(said.source for telling in tellings for said in telling.mention.said_by)
    if not sources:
        return Text("nobody in the text; the report speaks in its own voice")
    return _explained(tuple(sources))


def _resolved(mentions: tuple[Mention, ...]) -> Text:
    """Each participant by name, as written, and why the words mean it."""
    return _explained(mentions) if mentions else Text("nobody named")


def _explained(mentions: Iterable[Mention]) -> Text:
    return Text("\n").join(
        Text.assemble((wording.name(mention), "bold"), (_why(mention), "dim")) for mention in mentions
    )


def _why(mention: Mention) -> str:
    entity = load().entities.get(mention.entity or "")
    known = f", {entity.id}" if entity is not None and entity.id != wording.name(mention) else ""
    sector = f", {mention.sector}" if mention.sector else ""
    words = f'"{mention.text}"' if mention.text else "understood"
    rival = f"; or else {mention.runner_up}" if mention.runner_up else ""
    return f"{known}{sector}: {words}, {mention.reason}{rival}"


def _telling(telling: SourcedTelling) -> Text:
    """The evidence with trigger and participants marked, and where it stands."""
    text = Text()
    for span in telling.mention.evidence:
        sentence = Text(span.of(telling.document.text).replace("\n", " "))
        for mention in (*telling.mention.actors, *telling.mention.recipients):
            if mention.span is not None and span.contains(mention.span):
                sentence.stylize("bold cyan", mention.span.start - span.start, mention.span.end - span.start)
        trigger = telling.mention.trigger
        if span.contains(trigger):
            sentence.stylize("bold yellow", trigger.start - span.start, trigger.end - span.start)
        text.append_text(sentence)
        text.append("\n")
    text.append(
        f'  the act: "{on_one_line(telling.mention.trigger.of(telling.document.text))}"\n', style="dim"
    )
    for place in telling.appearances:
        outlet = place.outlet or "outlet not named"
        when = "undated" if place.published.is_unknown else str(place.published)
        text.append(f"  {outlet}, {when}: {place.url or place.origin}\n", style="dim")
    read_by = f"  document {telling.document.id[:ID_LENGTH]}, read by {telling.mention.reader}"
    return text.append(read_by, style="dim")
