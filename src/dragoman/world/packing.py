"""Reading YAML folders into typed records."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from dragoman.terms import WorldError
from dragoman.world.files import Filed

Shape = TypeVar("Shape")
# The same loader in C where PyYAML was built with it: the people take 2 seconds instead of 19
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_file(path: Path, shape: type[Shape]) -> Shape:
    """The content of one YAML file as a typed record.

    Scalars are read as text first and typed by ``shape``: Norway's ``NO`` stays a code, and a date
    keeps its precision.

    Raises:
        WorldError: not YAML, or a key is unknown, missing or of the wrong type; file and key are named.
    """
    try:
        # It builds nothing but text, lists and mappings
        parsed = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506
        return msgspec.convert(parsed, shape, strict=False)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise WorldError(f"{path}: is not YAML: {error}") from error
    except msgspec.ValidationError as error:
        raise WorldError(f"{path}: {error}. See world/README.md for the keys.") from error


def read_folder(folder: Path, shape: type[Shape]) -> tuple[Filed[Shape], ...]:
    """Every ``*.yml`` of a folder, ordered by file name."""
    return tuple(
        Filed(f"{folder.name}/{path.name}", read_file(path, shape)) for path in sorted(folder.glob("*.yml"))
    )


def read_table_tree(folder: Path, shape: type[Shape]) -> Shape:
    """A folder of tables as one record: each ``name.yml`` is a field, each subfolder a mapping by file name.

    ``types.yml`` and ``cues/agree.yml`` give ``{"types": ..., "cues": {"agree": ...}}``, converted to
    ``shape`` (a msgspec Struct with the fields ``types`` and ``cues``).

    Raises:
        WorldError: the tables are not of that shape; the path within the tree is named.
    """
    try:
        return msgspec.convert(_tree(folder), shape, strict=False)
    except msgspec.ValidationError as error:
        raise WorldError(f"{folder}: {error}.") from error


def pack(record: object) -> bytes:
    """Deterministic msgpack: equal records give equal bytes."""
    return msgspec.msgpack.Encoder(order="deterministic").encode(record)


def _tree(folder: Path) -> dict[str, object]:
    tables: dict[str, object] = {path.stem: read_file(path, object) for path in sorted(folder.glob("*.yml"))}
    for inner in sorted(path for path in folder.iterdir() if path.is_dir()):
        if any(inner.rglob("*.yml")):
            tables[inner.name] = _tree(inner)
    return tables
