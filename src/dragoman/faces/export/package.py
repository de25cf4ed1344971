"""What lies in a folder of exports: a data package descriptor (Frictionless, v1) of every file and column."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from dragoman import __version__
from dragoman.faces.export.layout import Column, Layout
from dragoman.terms import DragomanError

FILE = "datapackage.json"
_MAKER = "dragoman"


class _Field(msgspec.Struct, frozen=True, omit_defaults=True):
    name: str
    type: str
    description: str
    format: str = "default"
    event_fields: tuple[str, ...] = msgspec.field(name="eventFields", default=())


class _Schema(msgspec.Struct, frozen=True, omit_defaults=True):
    fields: tuple[_Field, ...]
    missing_values: tuple[str, ...] = msgspec.field(name="missingValues", default=())


class _Dialect(msgspec.Struct, frozen=True):
    delimiter: str
    header: bool


class _Missing(msgspec.Struct, frozen=True):
    event_field: str = msgspec.field(name="eventField")
    description: str


class _LeftOut(msgspec.Struct, frozen=True):
    description: str
    events: int


class _Resource(msgspec.Struct, frozen=True, omit_defaults=True):
    name: str
    path: str
    profile: str
    encoding: str
    format: str
    mediatype: str
    bytes: int
    hash: str
    events: int
    schema: _Schema
    description: str = ""
    dialect: _Dialect | None = None
    not_held: tuple[_Missing, ...] = msgspec.field(name="notHeld", default=())
    left_out: tuple[_LeftOut, ...] = msgspec.field(name="leftOut", default=())


class _Package(msgspec.Struct, frozen=True):
    name: str
    profile: str
    created_by: str
    resources: tuple[_Resource, ...]


class Content(msgspec.Struct, frozen=True):
    """What a file holds: how many bytes, and their SHA-256."""

    bytes: int
    sha256: str

    @classmethod
    def of(cls, path: Path) -> Content:
        """That of a file on the disk."""
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        return cls(path.stat().st_size, digest)


class Written(msgspec.Struct, frozen=True):
    """A file that was written.

    Attributes:
        name: of its format.
        left_out: reasons, and how many events are not in it for each.
    """

    name: str
    path: Path
    layout: Layout
    events: int
    left_out: Mapping[str, int]


def check(folder: Path) -> None:
    """Say so before anything is written when the folder holds a data package of somebody else.

    Raises:
        DragomanError: it does.
    """
    _earlier(folder)


def describe(written: Written) -> str:
    """The descriptor of the folder in which a file was written, as JSON; earlier exports stay in it."""
    folder = written.path.parent
    others = tuple(
        one for one in _earlier(folder) if one.path != written.path.name and (folder / one.path).is_file()
    )
    return _described(*others, _resource(written, Content.of(folder / written.path.name)))


def describe_alone(written: Written, content: Content) -> str:
    """The descriptor of a file that lies in no folder, as JSON."""
    return _described(_resource(written, content))


def _described(*resources: _Resource) -> str:
    package = _Package("events", "data-package", f"{_MAKER} {__version__}", resources)
    return msgspec.json.format(msgspec.json.encode(package), indent=2).decode() + "\n"


def _earlier(folder: Path) -> tuple[_Resource, ...]:
    """The files that are described there already."""
    path = folder / FILE
    if not path.is_file():
        return ()
    try:
        package = msgspec.json.decode(path.read_bytes(), type=_Package)
    except msgspec.DecodeError as error:
        known = _maker(path.read_bytes())
        if known.startswith(_MAKER):  # of an older version; its files can be written again
            return ()
        raise DragomanError(
            f"{path} is a data package of somebody else and would be overwritten. Name another folder."
        ) from error
    return package.resources


class _Made(msgspec.Struct, frozen=True):
    created_by: str = ""


def _maker(content: bytes) -> str:
    try:
        return msgspec.json.decode(content, type=_Made).created_by
    except msgspec.DecodeError:
        return ""


def _resource(written: Written, content: Content) -> _Resource:
    layout, path = written.layout, written.path
    is_table = bool(layout.delimiter)
    return _Resource(
        name=written.name,
        path=path.name,
        profile="tabular-data-resource" if is_table else "data-resource",
        encoding="utf-8",
        format=layout.format or path.suffix.removeprefix("."),
        mediatype=layout.media,
        bytes=content.bytes,
        hash=f"sha256:{content.sha256}",
        events=written.events,
        schema=_Schema(tuple(map(_field, layout.columns)), ("",) if is_table else ()),
        description=layout.note,
        dialect=_Dialect(layout.delimiter, layout.has_header) if is_table else None,
        not_held=tuple(_Missing(one.field, one.why) for one in layout.not_held),
        left_out=tuple(_LeftOut(reason, count) for reason, count in sorted(written.left_out.items())),
    )


def _field(column: Column) -> _Field:
    return _Field(column.name, column.type, column.meaning, column.format or "default", column.holds)
