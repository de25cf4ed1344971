"""dragoman events: who did what to whom, each row with its sentence."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from dragoman.faces.cli import filters
from dragoman.faces.cli.options import Json, Limit, RecordPath, opened
from dragoman.faces.cli.screen import act, console, errors, print_json, who
from dragoman.terms import Event

_ID_LENGTH = 8


def events(
    actor: filters.Actor = None,
    recipient: filters.Recipient = None,
    about: filters.About = None,
    type: filters.Type = None,
    status: filters.Status = None,
    outlet: filters.Outlet = None,
    said_by: filters.SaidBy = None,
    text: filters.Words = None,
    since: filters.Since = None,
    until: filters.Until = None,
    limit: Limit = None,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """List who did what to whom, by day, with the sentence behind each row.

    Examples:

      dragoman events --actor KAZ --recipient Russia --since 2022-06

      dragoman events --type SANCTION,COERCE --status happened

      dragoman events --status denied --json | jq .sentence
    """
    with opened(record) as source:
        found = source.events(
            actor=actor or "",
            recipient=recipient or "",
            about=about or "",
            type=type or (),
            status=status or (),
            outlet=outlet or "",
            said_by=said_by or "",
            text=text or "",
            since=since or "",
            until=until or "",
            **({"limit": limit} if limit else {}),
        )
        if json:
            print_json(found)
            return
        console().print(table(found))
        errors().print(f"{len(found)} events. One of them in full: dragoman event ID", style="dim")


def table(found: Iterable[Event]) -> Table:
    """Events as a table; the evidence stands in full."""
    out = Table(box=box.SIMPLE_HEAD, show_lines=False, pad_edge=False, expand=True)
    out.add_column("When", no_wrap=True)
    out.add_column("Who", ratio=2)
    out.add_column("Did", no_wrap=True)
    out.add_column("To whom", ratio=2)
    out.add_column("Evidence", ratio=7)
    for event in found:
        when = Text(str(event.when) if not event.when.is_unknown else "undated")
        when.append(f"\n{event.id[:_ID_LENGTH]}", style="dim")
        out.add_row(
            when,
            escape(who(event.actors)),
            act(event),
            escape(who(event.recipients)),
            evidence(event),
        )
    return out


def evidence(event: Event) -> Text:
    """The sentence, who in the text says so, and the newspapers."""
    text = Text(" ".join(event.sentence.split()))
    notes = []
    if event.said_by:
        notes.append(f"says {', '.join(event.said_by)}")
    if event.outlets:
        notes.append(", ".join(event.outlets))
    if len(event.tellings) > 1:
        notes.append(f"{len(event.tellings)} copies, {event.reports} independent")
    if notes:
        text.append(f"\n{' · '.join(notes)}", style="dim")
    text.append("\n")
    return text
