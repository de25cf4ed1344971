"""dragoman document: a text with what was read in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.text import Text

from dragoman.faces import translating, wording
from dragoman.faces.cli.dates import dated_sheet, show_dates
from dragoman.faces.cli.options import Json, RecordPath, opened
from dragoman.faces.cli.screen import act, console, counted, print_json, status
from dragoman.terms import Appearance, Document, EventMention, Mention, Reading, Span, Translation

COLOURS = {
    "act": "bold yellow",
    "actor": "bold cyan",
    "recipient": "green",
    "says so": "blue",
    "place": "red",
    "figure": "magenta",
    "named": "cyan",
    "doubtful": "underline2 italic",
}


UNDOUBTED = Translation()
_A_YEAR = 366  # of a wider interval no day is likely enough to name
_CLUES_SHOWN = 3  # all of them with --dates


class _Sheet(msgspec.Struct, frozen=True):
    """What --json prints."""

    document: Document
    appearances: tuple[Appearance, ...]
    reading: Reading | None
    translation: Translation


def document(
    id: Annotated[str, typer.Argument(metavar="ID", help="The document's id, or its first characters.")],
    dates: Annotated[
        bool,
        typer.Option(
            "--dates", help="Show how its day of publication was found, clue by clue, and its times."
        ),
    ] = False,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """Show a document: the text with actors and acts marked and furniture greyed, then what was read.

    Where the text reads like a translation, words that probably do not say what the original said are marked,
    and listed with what it likely says.

    Examples:

      dragoman document 77aa01

      dragoman document 77aa01 --dates
    """
    with opened(record) as source:
        found = source.document(id)
        sheet = _Sheet(found, source.appearances(found), source.reading(found), source.translation(found))
    if json:
        print_json([dated_sheet(found)] if dates else [sheet])
        return
    out = console()
    _head(out, sheet)
    if dates:
        show_dates(out, dated_sheet(found))
        return
    out.print()
    out.print(marked(found, sheet.reading, sheet.translation))
    if sheet.reading is not None:
        _tail(out, found, sheet.reading)
    _doubts(out, sheet.translation)


def marked(document: Document, reading: Reading | None, translation: Translation = UNDOUBTED) -> Text:
    """The text with what was read in colours; `legend` says which is which. Furniture is struck out."""
    text = Text(document.text)
    for span in document.furniture:
        text.stylize("dim strike", span.start, span.end)
    painted = _painted(reading) if reading is not None else {}
    painted["doubtful"] = [doubt.span for doubt in translation.doubts]
    for what, spans in painted.items():
        for span in spans:
            text.stylize(COLOURS[what], span.start, span.end)
    return text


def _painted(reading: Reading) -> dict[str, list[Span]]:
    """Where each colour goes; later ones lie on top."""
    events = reading.events

    def places(mentions: Iterable[Mention]) -> list[Span]:
        return [mention.span for mention in mentions if mention.span is not None]

    return {
        "named": places(mention for mention in reading.actors if not mention.doubtful),
        "figure": [claim.span for claim in reading.claims],
        "place": places(event.where for event in events if event.where is not None),
        "says so": places(said.source for event in events for said in event.said_by),
        "recipient": places(mention for event in events for mention in event.recipients),
        "actor": places(mention for event in events for mention in event.actors),
        "act": [event.trigger for event in events],
    }


def legend() -> Text:
    """What each colour stands for."""
    return Text("  ").join(Text(what, style=colour) for what, colour in COLOURS.items())


def told(event: EventMention, text: str) -> Text:
    """One telling on a line or two: who, whom, what and in which words, status, day, who says so."""
    sides = wording.sides(event)
    line = Text(f"{wording.names(sides.left)} {sides.arrow} {wording.names(sides.right)}: ")
    line.append_text(act(event)).append(f' "{event.trigger.of(text)}", ').append_text(status(event))
    said = ", ".join(wording.name(attribution.source) for attribution in event.said_by)
    place = f", in {wording.place(event.where)}" if event.where else ""
    return line.append(f", {wording.days(event.when)}{place}{f', says {said}' if said else ''}", style="dim")


def _head(out: Console, sheet: _Sheet) -> None:
    found = sheet.document
    out.print(Text(found.title or "(no title)", style="bold"))
    for place in sheet.appearances:
        out.print(
            f"[dim]{escape(place.outlet or 'outlet not named')} · {escape(place.url or place.origin)}[/]"
        )
    published = found.published
    against = sum(published.contradicts(clue) for clue in published.clues)
    agreeing = [clue for clue in published.clues if not published.contradicts(clue)]
    told = agreeing[:_CLUES_SHOWN]
    more = len(agreeing) - len(told)
    clues = "; ".join(f'{clue.kind}: "{clue.quotation}"' for clue in told) + (
        f"; {more} more" if more else ""
    )
    width = published.interval.width_days or 0
    best = f", most likely {published.best}" if published.best and 1 < width <= _A_YEAR else ""
    out.print(f"[dim]published {published.interval}{best}{f' ({escape(clues)})' if clues else ''}[/]")
    if against:
        out.print(f"[yellow]{counted(against, 'clue')} against it; see --dates[/]")
    for repair in found.repairs:
        out.print(f"[dim]{escape(repair)}[/]")
    seems = "; ".join(
        filter(None, (translating.origin(sheet.translation), translating.places(sheet.translation)))
    )
    if seems:
        out.print(f"[yellow]{seems}[/]")


def _tail(out: Console, found: Document, reading: Reading) -> None:
    out.print(f"\n[bold]{counted(len(reading.events), 'event')}[/] [dim]read by {escape(reading.reader)}[/]")
    for event in reading.events:
        out.print(Padding(told(event, found.text), (0, 0, 0, 2)))
    if reading.claims:
        out.print(f"[bold]{counted(len(reading.claims), 'figure')}[/]")
    for claim in reading.claims:
        said = ", ".join(wording.name(attribution.source) for attribution in claim.said_by)
        out.print(f"  {escape(claim.about)}{f'  [dim]says {escape(said)}[/]' if said else ''}")


def _doubts(out: Console, translation: Translation) -> None:
    """What a translation probably got wrong, each with what the original likely says."""
    if translation.doubts:
        out.print(f"[bold]{counted(len(translation.doubts), 'doubtful translation')}[/]")
    for doubt in translation.doubts:
        says = " ".join(doubt.says.split())
        out.print(
            Padding(
                Text(f'"{says}"', style=COLOURS["doubtful"]).append(
                    f"  {translating.spoken(doubt)}", style="not underline not italic"
                ),
                (0, 0, 0, 2),
            )
        )
