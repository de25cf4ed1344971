"""What the columns of the table mean: a data package descriptor beside the file (Frictionless, v1)."""

from __future__ import annotations

from datetime import date
from typing import get_args, get_type_hints

import msgspec

from dragoman import __version__
from dragoman.faces.export.rows import EventRow

FILE = "datapackage.json"

MEANINGS = {
    "id": "Hash of what is told; stable when the same texts are read again.",
    "type": "PLOVER event type.",
    "mode": "How the act is done; empty when the text does not say.",
    "quad": "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.",
    "score": "Score of the type and mode in this project's PLOVER table, -10 (conflict) to +10.",
    "status": "happened, ongoing, planned, possible, denied or called_for.",
    "actors": "Who acts, as written; several parted by semicolons.",
    "actor_ids": "Entity of each actor; empty where nobody known is meant.",
    "actor_countries": "ISO 3166 alpha-3 code of each actor.",
    "actor_sectors": "PLOVER sector code of each actor.",
    "recipients": "To whom it is done, as written; several parted by semicolons.",
    "recipient_ids": "Entity of each recipient; empty where nobody known is meant.",
    "recipient_countries": "ISO 3166 alpha-3 code of each recipient.",
    "recipient_sectors": "PLOVER sector code of each recipient.",
    "earliest": "First day it can have happened; empty when unknown.",
    "latest": "Last day it can have happened; empty when unknown.",
    "reported_earliest": "First day the first report can have appeared; empty when unknown.",
    "reported_latest": "Last day the first report can have appeared; empty when unknown.",
    "place": "Where, as written.",
    "said_by": "Who in the text says so; empty when the report speaks in its own voice.",
    "outlets": "Newspapers that print it, copies included.",
    "reports": "Independent reports; copies count once.",
    "voices": "Who says so, each counted once: a ministry quoted by two newspapers is one voice.",
    "disputed": "Fields in which voices contradict each other: when, where, status ...; empty when none.",
    "history": "Each status it was given: the status, the day of the first report that gives it (a day, a "
    "month, a year, FIRST/LAST, from-DAY, until-DAY, unknown), ids of the tellings parted by commas; "
    "several parted by semicolons.",
    "story": "Id of the story it belongs to; empty when it stands alone.",
    "tellings": "All tellings, copies included.",
    "documents": "Documents it is told in.",
    "confidence": "How sure the reader is, 0 to 1, on its own scale.",
    "sentence": "The evidence of the first telling, as written.",
}

_TYPES = {str: "string", int: "integer", float: "number", date: "date"}


class _Field(msgspec.Struct, frozen=True):
    name: str
    type: str
    description: str


class _Schema(msgspec.Struct, frozen=True):
    fields: tuple[_Field, ...]
    missing_values: tuple[str, ...] = msgspec.field(name="missingValues", default=("",))


class _Resource(msgspec.Struct, frozen=True):
    name: str
    path: str
    profile: str
    encoding: str
    schema: _Schema


class _Package(msgspec.Struct, frozen=True):
    name: str
    profile: str
    created_by: str
    resources: tuple[_Resource, ...]


def describe(file: str) -> str:
    """The descriptor of a table of events, as JSON."""
    hints = get_type_hints(EventRow)
    fields = tuple(_Field(name, _type(hints[name]), MEANINGS[name]) for name in EventRow.__struct_fields__)
    table = _Resource("events", file, "tabular-data-resource", "utf-8", _Schema(fields))
    package = _Package("events", "tabular-data-package", f"dragoman {__version__}", (table,))
    return msgspec.json.format(msgspec.json.encode(package), indent=2).decode() + "\n"


def _type(hint: object) -> str:
    """The name of a column's type; a column that may be empty has the type of what else stands there."""
    return next(_TYPES[kind] for kind in (get_args(hint) or (hint,)) if kind in _TYPES)
