"""The annotated corpus as records; one JSON line is one `Item`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

import msgspec

from dragoman.reading.annotation import Annotation
from dragoman.terms import GoldError


class Style(StrEnum):
    """How the English of an item was written."""

    CLEAN = "clean"
    MT = "mt"  # as a poor machine translation would give it
    HEAD = "head"  # a headline


class Item(Annotation, frozen=True, omit_defaults=True, kw_only=True):
    """One annotated text.

    Attributes:
        text: a sentence, a headline or a short passage.
        style: see `Style`.
        genre, region: one word each, for counting variety.
        incomplete: span heads of which only some spans are marked; what is not marked there says nothing.
    """

    text: str
    style: Style
    genre: str
    region: str
    incomplete: tuple[str, ...] = ()


def read_items(paths: Iterable[Path]) -> Iterator[Item]:
    """The items of JSON Lines files, in order.

    Raises:
        GoldError: a line is not an item; file and line are named.
    """
    for path in paths:
        for number, line in enumerate(path.read_bytes().splitlines(), start=1):
            try:
                yield msgspec.json.decode(line, type=Item)
            except msgspec.DecodeError as error:
                raise GoldError(f"{path}, line {number}: {error}; expected an annotated item") from error


def write_items(path: Path, items: Iterable[Item]) -> None:
    """Write items as JSON Lines."""
    path.write_bytes(b"".join(msgspec.json.encode(item) + b"\n" for item in items))
