"""The formats a record can leave in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import msgspec

from dragoman.faces.export import dictionary
from dragoman.faces.export.csv_file import write_csv
from dragoman.faces.export.plover import write_plover
from dragoman.faces.nearest import nearest
from dragoman.terms import DragomanError, Event, UnknownName

Write = Callable[[Iterable[Event], TextIO], int]


class Exporter(msgspec.Struct, frozen=True):
    """One format: its name, the file it writes into a folder, what it is, and the function that writes.

    Attributes:
        describe: gives the data dictionary that belongs beside the file, if there is one.
    """

    name: str
    file: str
    meaning: str
    write: Write
    describe: Callable[[str], str] | None = None


EXPORTERS = [
    Exporter("csv", "events.csv", "one line an event, safe for spreadsheets", write_csv, dictionary.describe),
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

    The file appears under its name only when it is complete; an earlier one stays until then.

    Raises:
        UnknownName: no such format.
        DragomanError: the folder cannot be written to.
    """
    chosen = exporter(name)
    target = folder / chosen.file
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _replacing(target) as stream:
            number = chosen.write(events, stream)
        if chosen.describe is not None:
            with _replacing(folder / dictionary.FILE) as stream:
                stream.write(chosen.describe(chosen.file))
    except OSError as error:
        raise DragomanError(f"cannot write to {folder} ({error.strerror}). Name another folder.") from error
    return target, number


@contextmanager
def _replacing(target: Path) -> Iterator[TextIO]:
    """A stream whose content takes the place of the target when the block ends well, and else is gone."""
    partial = target.with_name(f".{target.name}.part")
    try:
        with partial.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
