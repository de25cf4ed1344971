"""Records in other people's formats; one file per format."""

from dragoman.faces.export.backing import Backing, RecordBacking
from dragoman.faces.export.csv_file import read_csv, write_csv
from dragoman.faces.export.onward import Onward
from dragoman.faces.export.package import Written
from dragoman.faces.export.packed import pack
from dragoman.faces.export.plover import read_plover, write_plover
from dragoman.faces.export.registry import EXPORTERS, Exporter, export, exporter, stream_to

__all__ = [
    "EXPORTERS",
    "Backing",
    "Exporter",
    "Onward",
    "RecordBacking",
    "Written",
    "export",
    "exporter",
    "pack",
    "read_csv",
    "read_plover",
    "stream_to",
    "write_csv",
    "write_plover",
]
