"""Reading gold files, with errors that name the line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from dragoman.terms import GoldError

Shape = TypeVar("Shape", bound=msgspec.Struct)


def read_lines(paths: Sequence[Path], shape: type[Shape], expected: str) -> Iterator[Shape]:
    """The rows of JSON Lines files, one after the other; empty lines are passed over.

    Args:
        paths: the files.
        shape: what a row must be; fields it does not name are ignored.
        expected: how a row looks, for the error.

    Raises:
        GoldError: a file cannot be read, or a row is not of that shape; file and line are named.
    """
    for path in paths:
        for number, row in enumerate(_rows(path), start=1):
            if row.strip():
                yield _decoded(row, shape, f"{path}, line {number}", expected)


def read_folder(folder: Path, shape: type[Shape], expected: str) -> Iterator[tuple[Path, Shape]]:
    """The JSON files of a folder by name, each one record; a file may stand for a folder of one.

    Raises:
        GoldError: no such folder, no JSON file in it, or a file is not of that shape.
    """
    paths = [folder] if folder.is_file() else sorted(folder.glob("*.json"))
    if not paths:
        raise GoldError(f"{folder}: no JSON files there; expected a folder with one {expected} per document")
    for path in paths:
        yield path, _decoded(b"\n".join(_rows(path)), shape, str(path), expected)


def _rows(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().splitlines()
    except OSError as error:
        raise GoldError(f"{path}: cannot be read ({error.strerror})") from error


def _decoded(row: bytes, shape: type[Shape], where: str, expected: str) -> Shape:
    try:
        return msgspec.json.decode(row, type=shape)
    except msgspec.DecodeError as error:
        raise GoldError(f"{where}: {error}; expected {expected}") from error
