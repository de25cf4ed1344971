"""Events as Parquet: the fields of PLOVER JSON Lines, lists and records as such. Nothing is lost."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from itertools import islice
from types import UnionType
from typing import Any, TextIO, Union, get_args, get_origin, get_type_hints

import msgspec

from dragoman.faces.export.backing import Backing
from dragoman.faces.export.layout import Layout
from dragoman.faces.export.plover import LAYOUT as PLOVER
from dragoman.faces.export.plover import PloverEvent, plover_event
from dragoman.faces.export.tally import Tally
from dragoman.terms import Event

_GROUP = 5_000  # events held at a time; row groups of some megabytes

LAYOUT = Layout(
    media="application/vnd.apache.parquet",
    columns=PLOVER.columns,
    note="The fields of PLOVER JSON Lines; days are date32, lists, participants and spans (start, end) are "
    "nested.",
)


def write_parquet(events: Iterable[Event], stream: TextIO, backing: Backing | None = None) -> Tally:
    """Write one row an event; how many there were.

    Raises:
        DragomanError: pyarrow is not installed.
    """
    from dragoman.faces.api.frames import library  # which imports the rows of this folder

    arrow, files = library("pyarrow"), library("pyarrow.parquet")
    schema = arrow.schema(_fields(arrow, PloverEvent))
    tally = Tally()
    # The bytes under the text: a half-written file is cared for in one place, for all formats
    with files.ParquetWriter(stream.buffer, schema, compression="zstd") as writer:
        for group in _groups(events):
            rows = [_plain(plover_event(event)) for event in group]
            writer.write_table(arrow.Table.from_pylist(rows, schema=schema))
            tally.events += len(rows)
    return tally


def _groups(events: Iterable[Event]) -> Iterator[list[Event]]:
    rest = iter(events)
    while group := list(islice(rest, _GROUP)):
        yield group


def _fields(arrow: Any, record: type[msgspec.Struct]) -> list[Any]:
    hints = get_type_hints(record)
    return [arrow.field(name, *_typed(arrow, hints[name])) for name in record.__struct_fields__]


def _typed(arrow: Any, hint: Any) -> tuple[Any, bool]:
    """The Arrow type of a field and whether it may be null."""
    if get_origin(hint) in (UnionType, Union):
        return _typed(arrow, next(each for each in get_args(hint) if each is not type(None)))[0], True
    if get_origin(hint) is tuple:
        return arrow.list_(_typed(arrow, get_args(hint)[0])[0]), False
    if issubclass(hint, msgspec.Struct):
        return arrow.struct(_fields(arrow, hint)), False
    simple = {str: arrow.string, int: arrow.int64, float: arrow.float64, bool: arrow.bool_}
    return (arrow.date32 if hint is datetime.date else simple[hint])(), False


def _plain(value: Any) -> Any:
    """Records as dictionaries, as Arrow takes them, spans too; days stay days."""
    if isinstance(value, msgspec.Struct):
        return {name: _plain(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value
