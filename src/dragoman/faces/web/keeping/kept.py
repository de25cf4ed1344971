"""What took long to work out of a large record, kept in files beside it until the record changes.

They are found again when the server is started anew. Each can be thrown away at any time; where none can
be written, it is worked out at every start.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path

import msgspec

from dragoman.faces.web.keeping.state import State, state_of
from dragoman.world import load

_CODE = (  # what decides what is kept; when one of these is another, so is that
    "modelling.py",
    "faces/api",
    "faces/web/keeping",
    "store",
    "system",
    "terms",
)


class _File(msgspec.Struct, array_like=True):
    """What was kept, of which file in which state, and by which program."""

    code: str
    place: tuple[int, int]
    state: State
    data: bytes


class Kept:
    """The files beside one record."""

    def __init__(self, record: Path) -> None:
        self._record = record

    def path(self, name: str) -> Path:
        """Where something of that name is kept."""
        return Path(f"{self._record}-kept-{name}")

    def load(self, name: str, state: State | None = None) -> bytes | None:
        """What was kept, if it is of the record in that state (else: as it is now) and of this program."""
        try:
            found = msgspec.msgpack.decode(self.path(name).read_bytes(), type=_File)
            place = _place(self._record)
        except (OSError, msgspec.MsgspecError):
            return None
        is_same = (found.code, found.place, found.state) == (_code(), place, state or state_of(self._record))
        return found.data if is_same else None

    def save(self, name: str, state: State, data: bytes) -> None:
        """Keep something of the record as it was in that state; only if it still is, and never in part."""
        path = self.path(name)
        part = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            found = self._record.stat()
            content = msgspec.msgpack.encode(_File(_code(), (found.st_dev, found.st_ino), state, data))
            if state != state_of(self._record):
                return
            part.touch(found.st_mode & 0o666)  # whoever may not read the record may not read this either
            part.write_bytes(content)
            part.replace(path)
        except OSError:
            with suppress(OSError):
                part.unlink()


def _place(file: Path) -> tuple[int, int]:
    found = file.stat()
    return found.st_dev, found.st_ino


@cache
def _code() -> str:
    own = resources.files("dragoman")
    digest = sha256(load().version.encode())
    for name in _CODE:
        place = own.joinpath(name)
        files = place.iterdir() if place.is_dir() else (place,)
        for file in sorted(files, key=lambda each: each.name):
            if file.name.endswith(".py"):
                digest.update(file.read_bytes())
    return digest.hexdigest()
