"""The chronicle: dated happenings, births, meetings that come again, and roles such as candidate.

The YAML files are the source; ``compiled.msgpack`` is what is read at run time.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources

import msgspec

from dragoman.terms import WorldError
from dragoman.world.chronicle.tables import Chronicle, Happening, Life, Meeting, Role, Series

__all__ = ["Chronicle", "Happening", "Life", "Meeting", "Role", "Series", "load", "version"]


@cache
def load() -> Chronicle:
    """The tables that come with the package; read once per process.

    Raises:
        WorldError: the compiled file is damaged or of another version of the program.
    """
    try:
        return msgspec.msgpack.decode(_packed(), type=Chronicle)
    except msgspec.DecodeError as error:
        raise WorldError(f"the chronicle cannot be read: {error}. Reinstall dragoman.") from error


@cache
def version() -> str:
    """Digest of the compiled tables, part of the key by which an input is known."""
    return hashlib.sha256(_packed()).hexdigest()[:16]


@cache
def _packed() -> bytes:
    return resources.files("dragoman.world.chronicle").joinpath("compiled.msgpack").read_bytes()
