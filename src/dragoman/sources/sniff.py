"""What a stretch of bytes is, from its first bytes."""

from __future__ import annotations

import re

# First bytes of common formats that hold no text of ours, and what to call them.
BINARY_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Office document"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"(\xb5/\xfd", "zstd"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x7fELF", "program"),
    (b"PAR1", "parquet"),
    (b"ID3", "mp3"),
    (b"OggS", "ogg"),
    (b"fLaC", "flac"),
    (b"wOFF", "font"),
    (b"wOF2", "font"),
)
ZIP_MAGIC = b"PK\x03\x04"
# Documents that are ZIP archives inside; their members are no articles.
PACKED_DOCUMENTS = frozenset(
    (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub", ".jar", ".apk", ".kmz")
)

_TEXT_CONTROLS = b"\t\n\r\f\v\x1a\x1b\x00"  # NUL: UTF-16; escape: ISO-2022; substitute: end of a DOS file
_OTHER_CONTROLS = bytes(sorted(set(range(32)) - set(_TEXT_CONTROLS)))
_PAGE_START = re.compile(
    rb"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--.{0,2000}?-->\s{0,200})?"
    rb"<(?:!doctype\s+html|html|head|body|article|div|p|h1|section|main)\b",
    re.I | re.S,
)


def binary_format(head: bytes) -> str | None:
    """The name of a format that holds no text, ``"unknown format"`` for other bytes that are no text."""
    for magic, name in BINARY_MAGIC:
        if head.startswith(magic):
            return name
    if head.startswith(ZIP_MAGIC):
        return "zip"
    if head[:4] == b"RIFF":
        return {b"WEBP": "webp", b"WAVE": "wav", b"AVI ": "avi"}.get(head[8:12], "riff")
    if head[4:8] == b"ftyp":
        return "mp4"
    return None if is_text(head) else "unknown format"


def is_text(head: bytes) -> bool:
    """Whether bytes can be text in some encoding, UTF-16 included.

    Text has next to no control characters; NUL is allowed where every other byte may be one.
    """
    if not head or head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[:3] == b"\xef\xbb\xbf":
        return True
    if len(head) - len(head.translate(None, _OTHER_CONTROLS)) > len(head) // 100 and not _is_wide(head):
        return False
    return b"\x00" not in head.rstrip(b"\x00") or _is_wide(head) or head.count(0) <= len(head) // 100


def is_page(head: bytes) -> bool:
    """Whether it begins as an HTML page or a piece of one does."""
    return _PAGE_START.match(head) is not None


def _is_wide(head: bytes) -> bool:
    """Whether NULs stand on one side of the byte pairs only, as in UTF-16 text with ASCII in it."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return max(even, odd) > 0 and min(even, odd) * 20 <= max(even, odd)
