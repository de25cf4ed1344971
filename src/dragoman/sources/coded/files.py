"""Lines of event tables: plain, gzipped or zipped, one at a time, whatever is in them."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol

from dragoman.terms import UnreadableInput

OnProgress = Callable[[int], None]

# No row of any of these tables is longer; what is longer would only fill memory
LONGEST_LINE = 1_000_000
_BETWEEN_REPORTS = 5_000  # lines between two calls of the callback
_TABLES = frozenset({".csv", ".tab", ".tsv", ".txt", ""})
_ENCRYPTED = 0x1
_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# What a broken or unknown archive raises while it is unpacked; a bad gzip file is an OSError, too
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError)


class Bytes(Protocol):
    """Whatever gives bytes line by line."""

    def readline(self, size: int = -1, /) -> bytes: ...


class Table:
    """One table, line by line; lines can be looked at and put back.

    Attributes:
        name: of the file, behind ``!`` the member of an archive.
        line: number of the line that was read last, counted from one.
        broken: why it ends early; empty when it does not.
    """

    def __init__(self, name: str, stream: Bytes, reached: Callable[[], None]) -> None:
        self.name, self.line, self.broken = name, 0, ""
        self._stream, self._reached = stream, reached
        self._back: deque[str] = deque()

    def next(self) -> str | None:
        """The next line without its end; ``None`` at the end of the table.

        A line longer than `LONGEST_LINE` comes cut to one character more than that.
        """
        self.line = line = self.line + 1
        if self._back:
            return self._back.popleft()
        if not line % _BETWEEN_REPORTS:
            self._reached()
        try:
            raw = self._stream.readline(LONGEST_LINE + 1)
            if len(raw) > LONGEST_LINE and not raw.endswith(b"\n"):
                self._skip_rest()
        except _BROKEN as error:
            self.broken = str(error) or type(error).__name__
            return None
        return _text(raw) if raw else None

    def put_back(self, lines: list[str]) -> None:
        """Lines that shall be read again; the last of them was read last."""
        self._back.extendleft(reversed(lines))
        self.line -= len(lines)

    def head(self, count: int) -> list[str]:
        """The next lines, which remain to be read."""
        lines: list[str] = []
        while len(lines) < count and (line := self.next()) is not None:
            lines.append(line)
        if len(lines) < count:
            self.line -= 1  # the end was not a line
        self.put_back(lines)
        return lines

    def _skip_rest(self) -> None:
        while (piece := self._stream.readline(LONGEST_LINE)) and not piece.endswith(b"\n"):
            pass


def tables(path: Path, on_progress: OnProgress | None = None) -> Iterator[Table]:
    """The table of a file, or each of an archive; every one must be read before the next is asked for.

    Args:
        on_progress: told now and then how many bytes of the file are done.

    Raises:
        UnreadableInput: no such file, no table in it, encrypted, or a broken archive.
    """
    try:
        raw = path.open("rb")
    except OSError as error:
        raise UnreadableInput(
            f"{path}: {error.strerror or error}. Give the path of an event table."
        ) from error

    def reached() -> None:
        if on_progress is not None:
            on_progress(raw.tell())

    with raw:
        yield from _opened(path, raw, reached)
        if on_progress is not None:
            on_progress(path.stat().st_size)


def _opened(path: Path, raw: BinaryIO, reached: Callable[[], None]) -> Iterator[Table]:
    start = raw.read(4)
    raw.seek(0)
    if start.startswith(_ZIP):
        yield from _members(path, raw, reached)
    elif start.startswith(_GZIP):
        with gzip.GzipFile(fileobj=raw) as stream:
            yield Table(path.name, stream, reached)
    elif start.startswith(_UTF16):
        raise UnreadableInput(f"{path}: written in UTF-16. Save it as UTF-8 and import that.")
    else:
        yield Table(path.name, raw, reached)


def _members(path: Path, raw: BinaryIO, reached: Callable[[], None]) -> Iterator[Table]:
    try:
        archive = zipfile.ZipFile(raw)
    except _BROKEN as error:
        raise UnreadableInput(f"{path}: a broken archive ({error}). Download it again.") from error
    wanted = [member for member in archive.infolist() if _is_table(member)]
    if not wanted:
        raise UnreadableInput(
            f"{path}: no table in the archive. Expected a .csv, .tab, .tsv or .txt file in it."
        )
    for member in wanted:
        if member.flag_bits & _ENCRYPTED:
            raise UnreadableInput(
                f"{path}: {member.filename} is encrypted. Unpack it with its password first."
            )
        with ExitStack() as stack:
            try:
                stream = stack.enter_context(archive.open(member))
            except _BROKEN as error:
                raise UnreadableInput(f"{path}: {member.filename} cannot be unpacked: {error}.") from error
            yield Table(f"{path.name}!{member.filename}", stream, reached)


def _is_table(member: zipfile.ZipInfo) -> bool:
    name = PurePosixPath(member.filename)
    hidden = any(part.startswith((".", "__MACOSX")) for part in name.parts)
    return not member.is_dir() and not hidden and name.suffix.casefold() in _TABLES


def _text(raw: bytes) -> str:
    """UTF-8, which is what all four publish, otherwise the Western Windows encoding."""
    try:
        return raw.rstrip(b"\r\n").decode()
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace").rstrip("\r\n")
