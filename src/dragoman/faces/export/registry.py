"""The formats a record can leave in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
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
        use: what it is for, in a sentence.
        lacks: what it cannot hold, in words; empty when nothing is lost.
        needs_record: whether it writes what only a record knows, the evidence.
        needs: a library, and the extra of this package that brings it; empty when it needs none.
    """

    name: str
    file: str
    meaning: str
    write: Write
    layout: Layout
    use: str
    lacks: str = ""
    needs_record: bool = False
    needs: tuple[str, str] | None = None

    @property
    def missing(self) -> str:
        """What to install before it can be written; empty when it can."""
        if self.needs is None or find_spec(self.needs[0]) is not None:
            return ""
        return f"pip install 'dragoman[{self.needs[1]}]'"


_SINGLE = "single events: they are counted on the edges"

EXPORTERS = [
    Exporter(
        "csv",
        "events.csv",
        "one line an event, safe for spreadsheets",
        csv_file.write_csv,
        csv_file.LAYOUT,
        use="Spreadsheets, R, pandas: a line for each event.",
        lacks="where the words stand in the texts, and why a name is taken for whom",
    ),
    Exporter(
        "plover",
        "events.jsonl",
        "PLOVER JSON Lines",
        plover.write_plover,
        plover.LAYOUT,
        use="Programs, and a copy that can be read back as it was: a JSON object for each event.",
    ),
    Exporter(
        "parquet",
        "events.parquet",
        "the same as a Parquet file",
        parquet.write_parquet,
        parquet.LAYOUT,
        use="Large tables in pandas, polars or DuckDB: the fields of plover.",
        needs=("pyarrow", "frames"),
    ),
    Exporter(
        "polecat",
        "events.polecat.tsv",
        "a POLECAT table",
        polecat.write_polecat,
        polecat.LAYOUT,
        use="What was made for POLECAT: its 40 columns.",
        lacks="plans and denials, days known only roughly, the sentence, who says so, how many reports",
    ),
    Exporter(
        "gdelt",
        "events.gdelt.tsv",
        "a GDELT 2.0 table",
        gdelt.write_gdelt,
        gdelt.LAYOUT,
        use="What was made for GDELT 2.0: its 61 columns, a row for each pair of participants.",
        lacks="plans and denials, the sentence, who says so, which outlets and documents",
    ),
    Exporter(
        "geojson",
        "events.geojson",
        "events that name a place, on the map",
        geojson.write_geojson,
        geojson.LAYOUT,
        use="Maps, in QGIS or Leaflet.",
        lacks="events that name no place",
    ),
    Exporter(
        "gexf",
        "dyads.gexf",
        "dyads in time, for Gephi",
        gexf.write_gexf,
        gexf.LAYOUT,
        use="Gephi: who has to do with whom, as time goes on.",
        lacks=_SINGLE,
    ),
    Exporter(
        "graphml",
        "dyads.graphml",
        "dyads as a graph",
        graphml.write_graphml,
        graphml.LAYOUT,
        use="NetworkX, igraph, yEd: who has to do with whom.",
        lacks=_SINGLE,
    ),
    Exporter(
        "ftm",
        "events.ftm.json",
        "entities of FollowTheMoney",
        ftm.write_ftm,
        ftm.LAYOUT,
        use="Aleph and what else reads FollowTheMoney.",
        lacks="how many reports and voices, how sure the reader is, what became of it from report to report",
    ),
    Exporter(
        "annotations",
        "annotations.jsonld",
        "the evidence as W3C Web Annotations",
        web_annotations.write_annotations,
        web_annotations.LAYOUT,
        use="Tools for annotations: each sentence of evidence with what was read in it.",
        lacks="what the tellings come to together: each stands by itself",
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


def stream_to(
    events: Iterable[Event], stream: TextIO, chosen: Exporter, backing: Backing | None = None
) -> Tally:
    """Write events to a stream as they come, without a descriptor; how many there were.

    Raises:
        DragomanError: the format needs a record, or a library that is not installed.
    """
    if chosen.needs_record and backing is None:
        raise _needs_record(chosen)
    return chosen.write(map(sound, events), stream, backing)


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
        raise _needs_record(chosen)
    target = folder / chosen.file
    try:
        folder.mkdir(parents=True, exist_ok=True)
        package.check(folder)
        with _replacing(target) as stream:
            tally = stream_to(events, stream, chosen, backing)
        written = package.Written(chosen.name, target, chosen.layout, tally.events, tally.left_out)
        with _replacing(folder / package.FILE) as stream:
            stream.write(package.describe(written))
    except OSError as error:
        raise DragomanError(f"cannot write to {folder} ({error.strerror}). Name another folder.") from error
    return written


def _needs_record(chosen: Exporter) -> DragomanError:
    return DragomanError(
        f"{chosen.name} writes the evidence, which only a record has. "
        f"Run: dragoman export FOLDER --as {chosen.name} --record NAME.dragoman"
    )


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
