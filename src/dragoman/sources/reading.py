"""Reading one stretch of bytes, and whatever lies inside it."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from dragoman.sources.base import Material, failed
from dragoman.sources.encoding import HEAD_BYTES, peeked
from dragoman.sources.options import SourceOptions
from dragoman.sources.registry import kind_of
from dragoman.terms import Clipping, Skip, UnreadableInput

_STREAM_ERRORS = (OSError, EOFError, zipfile.BadZipFile, zlib.error, lzma.LZMAError)


def read_material(material: Material, options: SourceOptions) -> Iterator[Clipping | Skip]:
    """The articles in ``material``; whatever goes wrong with it ends as one `Skip`."""
    try:
        yield from _read(material, options)
    except UnreadableInput as error:
        yield Skip(material.origin, str(error))
    except _STREAM_ERRORS as error:
        yield failed(material.origin, f"cannot be read: {in_words(error)}")


def in_words(error: Exception) -> str:
    """What the system said, without its numbers and paths."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return str(error) or type(error).__name__


def _read(material: Material, options: SourceOptions) -> Iterator[Clipping | Skip]:
    head, stream = _look(material.stream)
    if not head:
        raise UnreadableInput("empty")
    kind = kind_of(material.name, head)
    for found in kind.read(msgspec.structs.replace(material, stream=stream), options):
        if isinstance(found, Material):
            yield from read_material(found, options)
        else:
            yield found


def _look(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes, and a stream that begins with them; the same one where it can be wound back."""
    if not stream.seekable():
        return peeked(stream)
    head = stream.read(HEAD_BYTES)
    stream.seek(-len(head), 1)
    return head, stream
