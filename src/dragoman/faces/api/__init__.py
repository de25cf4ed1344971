"""The Python face: `read` a text, `open` a record."""

from dragoman.faces.api.query import EventFilters, build_query
from dragoman.faces.api.record import Events, Record, open_record
from dragoman.faces.api.text_reading import TextReading, read

__all__ = ["EventFilters", "Events", "Record", "TextReading", "build_query", "open_record", "read"]
