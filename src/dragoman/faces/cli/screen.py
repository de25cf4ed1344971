"""What all commands share in showing things: consoles, JSON Lines, names, dates, colours."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import msgspec
from rich.console import Console
from rich.text import Text

from dragoman.faces.export.rows import label
from dragoman.terms import Event, EventMention, Mention, Status
from dragoman.world import plover

_PIPE_WIDTH = 160  # columns of a table that goes into a file or another program

STATUS_STYLES = {
    Status.HAPPENED: "default",
    Status.ONGOING: "cyan",
    Status.PLANNED: "blue",
    Status.POSSIBLE: "magenta",
    Status.DENIED: "yellow",
    Status.CALLED_FOR: "green",
}
QUAD_STYLES = {1: "green", 2: "bold green", 3: "red", 4: "bold red"}


def console() -> Console:
    """Where results go."""
    return Console(width=None if sys.stdout.isatty() else _PIPE_WIDTH, highlight=False)


def errors() -> Console:
    """Where progress and complaints go, so that results can be piped."""
    return Console(stderr=True, highlight=False)


def print_json(rows: Iterable[object]) -> None:
    """One JSON object a line on standard output."""
    for row in rows:
        sys.stdout.write(msgspec.json.encode(row).decode() + "\n")


def who(mentions: Iterable[Mention]) -> str:
    """Participants by name, joined; a dash when nobody is."""
    return ", ".join(dict.fromkeys(label(mention) for mention in mentions)) or "—"


def act(event: Event | EventMention) -> Text:
    """Type and, unless it simply happened, status, in the colour of the quad."""
    style = QUAD_STYLES[int(plover.quad(event.type))]
    text = Text(event.type.value, style=style)
    if event.mode:
        text.append(f" {event.mode}", style="dim")
    if event.status is not Status.HAPPENED:
        text.append(f"\n{event.status.value.replace('_', ' ')}", style=STATUS_STYLES[event.status])
    return text


def shortened(words: str, width: int) -> str:
    """At most ``width`` characters, cut with an ellipsis."""
    flat = " ".join(words.split())
    return flat if len(flat) <= width else flat[: width - 1].rstrip() + "…"
