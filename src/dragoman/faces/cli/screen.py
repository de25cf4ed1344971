"""What all commands share in showing things: consoles, JSON Lines, names, colours."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import NoReturn

import msgspec
from rich.console import Console
from rich.text import Text

from dragoman.faces import wording
from dragoman.terms import Event, EventMention, Status
from dragoman.world import plover

ID_LENGTH = 8  # characters of an id that are shown; 32 bits, and any prefix that is unique is accepted
_WIDTH = 100  # columns where nobody says how many there are
# Every status stands there as a word too; colour only helps the eye.
STATUS_STYLES = {
    Status.HAPPENED: "dim",
    Status.ONGOING: "cyan",
    Status.PLANNED: "blue",
    Status.POSSIBLE: "magenta",
    Status.DENIED: "yellow",
    Status.CALLED_FOR: "green",
}
counted = wording.counted
QUAD_STYLES = {1: "green", 2: "bold green", 3: "red", 4: "bold red"}


class _Output(Console):
    """A console whose reader may leave in the middle: "dragoman events | head" is no error."""

    def on_broken_pipe(self) -> NoReturn:
        leave_quietly()


def console() -> Console:
    """Where results go: as wide as the terminal, even when a pager stands between."""
    return _Output(width=_width(), highlight=False)


def errors() -> Console:
    """Where progress and complaints go, so that results can be piped."""
    return Console(stderr=True, highlight=False)


def _width() -> int | None:
    """Columns to use when no terminal is in sight; otherwise whatever it has."""
    in_sight = "COLUMNS" in os.environ or any(os.isatty(descriptor) for descriptor in range(3))
    return None if in_sight else _WIDTH


def leave_quietly() -> NoReturn:
    """End without a word, for whoever read the output has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(0)


def print_json(rows: Iterable[object]) -> None:
    """One JSON object a line on standard output."""
    try:
        for row in rows:
            sys.stdout.write(msgspec.json.encode(row).decode() + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        leave_quietly()


def act(event: Event | EventMention) -> Text:
    """Type and mode in the colour of the quad."""
    text = Text(event.type.value, style=QUAD_STYLES[int(plover.quad(event.type))])
    if event.mode:
        text.append(f" {event.mode}", style="default")
    return text


def status(event: Event | EventMention) -> Text:
    """The status in words, coloured."""
    return Text(wording.status(event.status), style=STATUS_STYLES[event.status])


def on_one_line(words: str) -> str:
    """The words with every run of blanks and line ends one space."""
    return " ".join(words.split())


def shortened(words: str, width: int) -> str:
    """At most ``width`` characters, cut with an ellipsis."""
    flat = on_one_line(words)
    return flat if len(flat) <= width else flat[: width - 1].rstrip() + "…"
