"""A ZIP archive of anything that is read otherwise."""

from __future__ import annotations

import io
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from dragoman.sources.base import Found, Material, failed
from dragoman.sources.encoding import HEAD_BYTES
from dragoman.sources.options import SourceOptions
from dragoman.terms import Skip, UnreadableInput

# Text packs about 3:1, pages with much repetition up to 40:1; bombs are made of members near the 1032:1
# that the method allows. Small members may pack better than that by chance.
_MOST_PACKED = 200
_SMALL_MEMBER = 1_000_000
_DEEPEST = 3
_MOST_NESTED_BYTES = 1_000_000_000
_IN_MEMORY = 16_000_000
_ENCRYPTED = 0x1
# What a broken member raises while it is unpacked.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)


class Archive:
    """Members are read in the order of their names; an archive inside one is opened in its turn."""

    name = "zip"
    suffixes = (".zip",)

    def read(self, material: Material, options: SourceOptions) -> Iterator[Found]:
        if material.depth >= _DEEPEST:
            raise UnreadableInput(f"an archive inside {_DEEPEST} others")
        with _seekable(material) as stream:
            try:
                archive = zipfile.ZipFile(stream)
            except _BROKEN as error:
                yield failed(material.origin, f"broken archive: {error}")
                return
            _refuse_overlaps(archive, stream)
            yield from _members(archive, material)


def _members(archive: zipfile.ZipFile, outer: Material) -> Iterator[Found]:
    members = sorted(archive.infolist(), key=lambda member: member.filename)
    wanted = [member for member in members if not member.is_dir() and not _is_hidden(member.filename)]
    if not wanted:
        raise UnreadableInput("an archive with nothing in it")
    for member in wanted:
        origin = f"{outer.origin}!{member.filename}"
        reason = _refusal(member)
        if reason is not None:
            yield Skip(origin, reason)
        else:
            yield from _open(archive, member, origin, outer.depth + 1)


def _refuse_overlaps(archive: zipfile.ZipFile, stream: BinaryIO) -> None:
    """Members that share bytes are another way to make much out of little."""
    packed = sum(member.compress_size for member in archive.infolist())
    if packed > stream.seek(0, io.SEEK_END):
        raise UnreadableInput("members of the archive overlap, as only archives made to overfill a disk do")


def _open(archive: zipfile.ZipFile, member: zipfile.ZipInfo, origin: str, depth: int) -> Iterator[Found]:
    try:
        stream = archive.open(member)
    except NotImplementedError:
        yield Skip(origin, "packed with a method that is not known here")
        return
    except _BROKEN as error:
        yield failed(origin, f"broken member of the archive: {error}")
        return
    with stream:
        yield Material(origin, PurePosixPath(member.filename).name, _as_binary(stream), depth)


def _refusal(member: zipfile.ZipInfo) -> str | None:
    if member.flag_bits & _ENCRYPTED:
        return "encrypted; unpack the archive with its password first"
    if member.file_size > max(_SMALL_MEMBER, member.compress_size * _MOST_PACKED):
        packed = member.file_size // max(member.compress_size, 1)
        return f"packed {packed}:1, as only archives made to overfill a disk are"
    return None


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in PurePosixPath(name).parts)


def _seekable(material: Material) -> BinaryIO:
    """The archive itself when one can move about in it, otherwise a copy that is removed when closed."""
    if material.depth == 0 and material.stream.seekable():
        return material.stream
    copy = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - the caller closes it
    copied = 0
    while chunk := material.stream.read(HEAD_BYTES):
        copied += len(chunk)
        if copied > _MOST_NESTED_BYTES:
            copy.close()
            raise UnreadableInput("an archive of more than 1 GB inside another")
        copy.write(chunk)
    copy.seek(0)
    return _as_binary(copy)


def _as_binary(stream: object) -> BinaryIO:
    """The same stream; the standard library's annotations do not call these two files."""
    return stream  # type: ignore[return-value]
