"""What a format holds of an event: its columns, and what it has no place for."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

_TYPES: dict[type, str] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    datetime.date: "date",
    tuple: "array",
    dict: "object",
}


class Column(msgspec.Struct, frozen=True):
    """A column or property of a written file.

    Attributes:
        type: as Frictionless calls it: string, integer, number, boolean, date, array, object.
        holds: the fields of `dragoman.terms.Event` that stand in it, wholly or in part.
        format: of a day that is not written as ISO 8601, a pattern of ``strftime``.
    """

    name: str
    type: str
    meaning: str
    holds: tuple[str, ...] = ()
    format: str = ""


class NotHeld(msgspec.Struct, frozen=True):
    """A field of an event that a format holds in part or not at all, and what is missing."""

    field: str
    why: str


class Layout(msgspec.Struct, frozen=True):
    """How a file is laid out, for the data package beside it.

    Attributes:
        media: its media type.
        columns: all there are, in the order in which they are written.
        not_held: what there is no column for.
        format: what programs call it, where the ending of the file says something else.
        delimiter: what parts the cells of a table; empty for files that are no table.
        has_header: whether a table begins with the names of its columns.
        note: what else a reader of the file must know.
    """

    media: str
    columns: tuple[Column, ...]
    not_held: tuple[NotHeld, ...] = ()
    format: str = ""
    delimiter: str = ""
    has_header: bool = True
    note: str = ""


Meanings = dict[str, tuple[str, str]]


def columns_of(record: type[msgspec.Struct], meanings: Meanings) -> tuple[Column, ...]:
    """The columns of files that hold a record in a line.

    Args:
        meanings: for each field what it means, and the fields of an event that stand in it, parted by blanks.
    """
    hints = get_type_hints(record)
    return tuple(
        Column(name, type_name(hints[name]), meanings[name][0], tuple(meanings[name][1].split()))
        for name in record.__struct_fields__
    )


def not_held(rows: Iterable[tuple[str, str]]) -> tuple[NotHeld, ...]:
    """Rows of fields, several parted by blanks, and what is missing of them."""
    return tuple(NotHeld(field, why) for fields, why in rows for field in fields.split())


def type_name(hint: Any) -> str:
    """The name of a type; what may be missing has the type of what else stands there."""
    if get_origin(hint) in (UnionType, Union):
        hint = next(each for each in get_args(hint) if each is not type(None))
    kind = get_origin(hint) or hint
    return _TYPES.get(kind) or ("object" if issubclass(kind, msgspec.Struct) else "string")
