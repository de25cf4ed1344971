"""The formats a record can leave in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import msgspec

from dragoman.faces.export import (
    csv_file,
    ftm,
    gdelt,
    geojson,
    gexf,
    graphml,
    package,
    parquet,
    plover,
    polecat,
    web_annotations,
)
from dragoman.faces.export.backing import Backing
from dragoman.faces.export.layout import Layout
from dragoman.faces.export.sound import sound
from dragoman.faces.export.tally import Tally
from dragoman.faces.nearest import nearest
from dragoman.terms import DragomanError, Event, UnknownName

Write = Callable[[Iterable[Event], TextIO, Backing | None], Tally]


class Exporter(msgspec.Struct, frozen=True):
    """One format: its name, the file it writes into a folder, what it is, and the function that writes.

    Attributes:
        layout: what the file holds of an event and what it does not, for the descriptor beside it.
        needs_record: whether it writes what only a record knows, the evidence.
    """

    name: str
    file: str
    meaning: str
    write: Write
    layout: Layout
    needs_record: bool = False


EXPORTERS = [
    Exporter(
        "csv", "events.csv", "one line an event, safe for spreadsheets", csv_file.write_csv, csv_file.LAYOUT
    ),
    Exporter("plover", "events.jsonl", "PLOVER JSON Lines", plover.write_plover, plover.LAYOUT),
    Exporter(
        "parquet", "events.parquet", "the same as a Parquet file", parquet.write_parquet, parquet.LAYOUT
    ),
    Exporter("polecat", "events.polecat.tsv", "a POLECAT table", polecat.write_polecat, polecat.LAYOUT),
    Exporter("gdelt", "events.gdelt.tsv", "a GDELT 2.0 table", gdelt.write_gdelt, gdelt.LAYOUT),
    Exporter(
        "geojson",
        "events.geojson",
        "events that name a place, on the map",
        geojson.write_geojson,
        geojson.LAYOUT,
    ),
    Exporter("gexf", "dyads.gexf", "dyads in time, for Gephi", gexf.write_gexf, gexf.LAYOUT),
    Exporter("graphml", "dyads.graphml", "dyads as a graph", graphml.write_graphml, graphml.LAYOUT),
    Exporter("ftm", "events.ftm.json", "entities of FollowTheMoney", ftm.write_ftm, ftm.LAYOUT),
    Exporter(
        "annotations",
        "annotations.jsonld",
        "the evidence as W3C Web Annotations",
        web_annotations.write_annotations,
        web_annotations.LAYOUT,
        needs_record=True,
    ),
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


def export(
    events: Iterable[Event], folder: Path, name: str, backing: Backing | None = None
) -> package.Written:
    """Write events into a folder, made when absent, and describe the file in its ``datapackage.json``.

    The file appears under its name only when it is complete; an earlier one stays until then. Events are
    taken one by one; only the graphs hold something of them, their dyads.

    Args:
        backing: the record they are from; without it there are no addresses.

    Raises:
        UnknownName: no such format.
        DragomanError: the folder cannot be written to or holds somebody else's data package, the format needs
            a record, or a library that is not installed.
    """
    chosen = exporter(name)
    if chosen.needs_record and backing is None:
        raise DragomanError(
            f"{chosen.name} writes the evidence, which only a record has. "
            f"Run: dragoman export FOLDER --as {chosen.name} --record NAME.dragoman"
        )
    target = folder / chosen.file
    try:
        folder.mkdir(parents=True, exist_ok=True)
        package.check(folder)
        with _replacing(target) as stream:
            tally = chosen.write(map(sound, events), stream, backing)
        written = package.Written(chosen.name, target, chosen.layout, tally.events, tally.left_out)
        with _replacing(folder / package.FILE) as stream:
            stream.write(package.describe(written))
    except OSError as error:
        raise DragomanError(f"cannot write to {folder} ({error.strerror}). Name another folder.") from error
    return written


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
