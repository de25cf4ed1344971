"""How a document's day of publication was found, clue by clue, and the times its text names."""

from __future__ import annotations

import msgspec
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from dragoman.faces.cli.screen import counted, shortened
from dragoman.terms import Clue, Document, Published, Span, TimeExpression

_LONGEST_QUOTE, _LONGEST_REASON = 40, 70
_AROUND = 18  # characters of text shown on either side of a time expression


class DatedSheet(msgspec.Struct, frozen=True):
    """What --dates --json prints.

    Attributes:
        times: the time expressions of the text, read from that day.
    """

    id: str
    title: str | None
    text: str
    published: Published
    times: tuple[TimeExpression, ...]


def dated_sheet(document: Document) -> DatedSheet:
    """A document's day, the clues to it and the times it names."""
    from dragoman.reading import find_times  # the grammar is only wanted here

    times = [
        time
        for time in find_times(document.text, document.published.anchor)
        if not any(span.overlaps(time.span) for span in document.furniture)
    ]
    return DatedSheet(document.id, document.title, document.text, document.published, tuple(times))


def show_dates(out: Console, sheet: DatedSheet) -> None:
    """The clues with what each allows, contradictions marked, and the times."""
    published = sheet.published
    if published.clues:
        out.print(_clues(published))
        if published.interval.is_unknown:
            out.print("[dim]These clues allow too many days. Give it one with: dragoman date ID DAY[/]")
    else:
        out.print("[dim]No clue to its day; give it one with: dragoman date ID DAY[/]")
    against = sum(published.contradicts(clue) for clue in published.clues)
    if against:
        out.print(f"[yellow]{counted(against, 'clue')} speak{'s' if against == 1 else ''} against it[/]")
    if sheet.times:
        out.print(_times(sheet))


def _clues(published: Published) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", title_justify="left")
    for heading in ("clue", "words", "allows", "sure", "because"):
        table.add_column(heading, overflow="fold")
    for clue in published.clues:
        style = "yellow" if published.contradicts(clue) else None
        table.add_row(
            clue.kind,
            escape(shortened(clue.quotation, _LONGEST_QUOTE)),
            _allows(clue, published),
            f"{clue.weight:.0%}",
            escape(shortened(clue.reason, _LONGEST_REASON)),
            style=style,
        )
    return table


def _allows(clue: Clue, published: Published) -> str:
    return f"{clue.interval} (against)" if published.contradicts(clue) else str(clue.interval)


def _times(sheet: DatedSheet) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("time in the text", "TIMEX3", "days", "counted from", "or"):
        table.add_column(heading, overflow="fold")
    for time in sheet.times:
        others = ", ".join(str(reading.interval) for reading in time.alternatives)
        days = "" if time.interval.is_unknown else str(time.interval)
        table.add_row(
            _in_context(sheet.text, time.span), f"{time.kind} {time.value}", days, time.anchor, others
        )
    return table


def _in_context(text: str, span: Span) -> str:
    cut = 1 if span.start > _AROUND else 0  # a word that was cut in two
    before = " ".join(text[max(0, span.start - _AROUND) : span.start].split(" ")[cut:])
    behind = " ".join(text[span.end : span.end + _AROUND].split(" ")[:-1])
    words = f"{escape(before)}[bold]{escape(span.of(text))}[/]{escape(behind)}"
    return " ".join(words.split())
