"""The formats a record can leave in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO

import msgspec

from dragoman.faces.export.csv_file import write_csv
from dragoman.faces.export.plover import write_plover
from dragoman.faces.nearest import nearest
from dragoman.terms import Event, UnknownName

Write = Callable[[Iterable[Event], TextIO], int]


class Exporter(msgspec.Struct, frozen=True):
    """One format: its name, the file it writes into a folder, what it is, and the function that writes."""

    name: str
    file: str
    meaning: str
    write: Write


EXPORTERS = [
    Exporter("csv", "events.csv", "one line an event, safe for spreadsheets", write_csv),
    Exporter("plover", "events.jsonl", "PLOVER JSON Lines", write_plover),
]


def exporter(name: str) -> Exporter:
    """The exporter of that name.

    Raises:
        UnknownName: there is none.
    """
    for known in EXPORTERS:
        if known.name == name.lower():
            return known
    names = tuple(known.name for known in EXPORTERS)
    raise UnknownName("format", name, nearest(name, names) or names)


def export(events: Iterable[Event], folder: Path, name: str) -> tuple[Path, int]:
    """Write events into a folder, made when absent; the file and how many events it holds.

    The file appears under its name only when it is complete.
    """
    chosen = exporter(name)
    folder.mkdir(parents=True, exist_ok=True)
    target, partial = folder / chosen.file, folder / f".{chosen.file}.part"
    with partial.open("w", encoding="utf-8", newline="") as stream:
        number = chosen.write(events, stream)
    partial.replace(target)
    return target, number
