"""Records in other people's formats; one file per format."""

from dragoman.faces.export.csv_file import write_csv
from dragoman.faces.export.plover import write_plover
from dragoman.faces.export.registry import EXPORTERS, Exporter, export

__all__ = ["EXPORTERS", "Exporter", "export", "write_csv", "write_plover"]
