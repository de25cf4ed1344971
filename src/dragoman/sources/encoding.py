"""Reading lines and tables without knowing their encoding.

Cells and lines are cut at ASCII characters only, which no encoding met in news archives uses inside another
character. Bytes that are not UTF-8 pass through as lone surrogates and come out again as they were, so
that the room behind, which knows encodings, sees the original.
"""

from __future__ import annotations

import codecs
import io
from typing import BinaryIO

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
HEAD_BYTES = 65_536


def peeked(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and a stream that still begins with them."""
    head = stream.read(HEAD_BYTES)
    return head, io.BufferedReader(_Rewound(head, stream), HEAD_BYTES)


def as_lines(stream: BinaryIO, newline: str) -> io.TextIOWrapper:
    """The stream as text, in the encoding its byte order mark names, otherwise as UTF-8.

    ``newline`` is that of `io.TextIOWrapper`.
    """
    head, rest = peeked(stream)
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return io.TextIOWrapper(rest, encoding, errors="replace", newline=newline)
    return io.TextIOWrapper(rest, "utf-8", errors="surrogateescape", newline=newline)


def as_bytes(text: str) -> tuple[bytes, str | None]:
    """The bytes that ``text`` was read from, and ``utf-8`` when that is what they are."""
    try:
        return text.encode("utf-8"), "utf-8"
    except UnicodeEncodeError:
        return _escaped(text), None


def legible(text: str) -> str:
    """``text`` without lone surrogates: what was not UTF-8 is taken as the Western Windows encoding."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _escaped(text).decode("cp1252", errors="replace")
    return text


def _escaped(text: str) -> bytes:
    try:
        return text.encode("utf-8", errors="surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", errors="replace")


class _Rewound(io.RawIOBase):
    """``head`` followed by what is left of ``stream``."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = memoryview(head)
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # Buffer is named only in 3.12
        chunk = self._head[: len(buffer)] or self._stream.read(len(buffer))
        self._head = self._head[len(chunk) :]
        buffer[: len(chunk)] = chunk
        return len(chunk)
