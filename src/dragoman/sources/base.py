"""What every kind of input is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Protocol

import msgspec

from dragoman.sources.options import SourceOptions
from dragoman.terms import Clipping, Skip, SkipKind, UnreadableInput


class Material(msgspec.Struct, frozen=True):
    """A stretch of bytes with a name, wherever it lies: a file, a member of an archive, a pipe.

    Attributes:
        origin: as in `Clipping`.
        name: the file name that tells the kind; empty when there is none.
        stream: the bytes, read once and forwards.
        depth: how many archives it lies in.
    """

    origin: str
    name: str
    stream: BinaryIO
    depth: int = 0


Found = Clipping | Skip | Material


class Kind(Protocol):
    """One kind of input. A `Material` it yields (a member of an archive) is read in its turn."""

    @property
    def name(self) -> str:
        """What people call it."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Endings of file names, with the dot, in lower case."""
        ...

    def read(self, material: Material, options: SourceOptions) -> Iterator[Found]:
        """The articles in ``material``, in order; what cannot be read comes as a `Skip`."""
        ...


def whole(material: Material, options: SourceOptions) -> bytes:
    """All bytes of one article.

    Raises:
        UnreadableInput: it is larger than ``options.max_bytes`` or has nothing in it.
    """
    content = material.stream.read(options.max_bytes + 1)
    if len(content) > options.max_bytes:
        raise UnreadableInput(too_large(options))
    if not content.strip():
        raise UnreadableInput("empty")
    return content


def too_large(options: SourceOptions) -> str:
    """The reason given for an article above the limit."""
    return f"larger than {options.max_bytes / 1e6:g} MB, the most that one article may have"


def failed(origin: str, reason: str) -> Skip:
    """A `Skip` for what should have worked."""
    return Skip(origin, reason, SkipKind.FAILED)
