"""The Python face: `read` a text, `open` a record."""

from dragoman.faces.api.query import EventFilters, build_query
from dragoman.faces.api.read import TextReading, read
from dragoman.faces.api.record import Events, Record, open_record

__all__ = ["EventFilters", "Events", "Record", "TextReading", "build_query", "open_record", "read"]
