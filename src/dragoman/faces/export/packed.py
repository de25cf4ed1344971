"""A ZIP of a file and its description, written from one end to the other: nothing of it lies on a disk."""

from __future__ import annotations

import hashlib
import io
import time
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, cast

from dragoman.faces.export import package
from dragoman.faces.export.backing import Backing
from dragoman.faces.export.onward import Onward
from dragoman.faces.export.registry import Exporter, stream_to
from dragoman.faces.export.tally import Tally
from dragoman.terms import Event

_READABLE = 0o644 << 16  # by everybody, where ZIP keeps the rights of a file


class _Measured(Onward):
    """What is written goes on to a stream; how much it was, and its digest, are known at the end."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self._digest = hashlib.sha256()

    def hand_on(self, piece: bytes) -> None:
        self._stream.write(piece)
        self._digest.update(piece)

    @property
    def content(self) -> package.Content:
        """All that was written."""
        return package.Content(self.written, self._digest.hexdigest())


def pack(
    events: Iterable[Event], stream: BinaryIO, chosen: Exporter, backing: Backing | None = None
) -> Tally:
    """Write events and the description of their file into a stream, in which nothing is gone back to.

    Raises:
        DragomanError: the format needs a record, or a library that is not installed.
    """
    packed = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED)
    try:
        with packed.open(_member(chosen.file), "w", force_zip64=True) as member:
            measured = _Measured(cast(BinaryIO, member))
            tally = _written(events, measured, chosen, backing)
        written = package.Written(chosen.name, Path(chosen.file), chosen.layout, tally.events, tally.left_out)
        packed.writestr(_member(package.FILE), package.describe_alone(written, measured.content))
    except BaseException:
        packed.fp = None  # closing it would make half an archive look like a whole one
        raise
    packed.close()
    return tally


def _written(
    events: Iterable[Event], measured: _Measured, chosen: Exporter, backing: Backing | None
) -> Tally:
    text = io.TextIOWrapper(cast(BinaryIO, measured), encoding="utf-8", newline="")
    tally = stream_to(events, text, chosen, backing)
    text.flush()
    text.detach()
    return tally


def _member(name: str) -> zipfile.ZipInfo:
    found = zipfile.ZipInfo(name, time.localtime()[:6])
    found.compress_type, found.external_attr = zipfile.ZIP_DEFLATED, _READABLE
    return found
