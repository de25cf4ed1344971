"""The one file the world is compiled into.

Names are half of it, and only reading needs them; they lie in it as bytes of their own and are decoded when
they are first asked for.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from dragoman.terms import WorldError
from dragoman.world.tables import Name, WorldTables


class Compiled(msgspec.Struct, frozen=True):
    """What the file holds.

    Attributes:
        tables: everything but the names.
        packed_names: the names, to be given to `names`.
    """

    tables: WorldTables
    packed_names: bytes


def packed(tables: WorldTables) -> bytes:
    """The file for some tables; equal tables give equal bytes."""
    encoder = msgspec.msgpack.Encoder(order="deterministic")
    rest = msgspec.structs.replace(tables, names=())
    return encoder.encode(Compiled(rest, encoder.encode(tables.names)))


def opened(content: bytes) -> Compiled:
    """The content of the file.

    Raises:
        WorldError: it is not one, or of another version of the program.
    """
    with _without_collection():
        try:
            return msgspec.msgpack.decode(content, type=Compiled)
        except msgspec.DecodeError as error:
            raise WorldError(f"the compiled world cannot be read: {error}. Reinstall dragoman.") from error


def names(compiled: Compiled) -> tuple[Name, ...]:
    """All names."""
    with _without_collection():
        return msgspec.msgpack.decode(compiled.packed_names, type=tuple[Name, ...])


def whole(compiled: Compiled) -> WorldTables:
    """The tables with their names."""
    return msgspec.structs.replace(compiled.tables, names=names(compiled))


@contextmanager
def _without_collection() -> Iterator[None]:
    """Nothing in the tables can be garbage; looking for it would double the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
