"""What arrives from outside, before anybody has looked at it."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class MediaType(StrEnum):
    """How the bytes of a clipping are to be understood."""

    TEXT = "text/plain"
    HTML = "text/html"
    MARKDOWN = "text/markdown"


class Clipping(msgspec.Struct, frozen=True):
    """One article as it was found: bytes, and what its container said about it.

    Attributes:
        origin: where it came from, in words a person can follow back: ``clips/a.zip!b.txt``,
            ``pile.jsonl:17``, ``https://...``, ``<stdin>``.
        content: the raw bytes.
        media_type: plain text, a page or Markdown.
        charset: the encoding the container declared, if any; often wrong.
        title, url, outlet: as the container said; ``None`` when it did not.
        published: the date as the container wrote it, unparsed.
    """

    origin: str
    content: bytes
    media_type: MediaType = MediaType.TEXT
    charset: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None


class SkipKind(StrEnum):
    """Why something was left out: it is not for us, or it should have worked and did not."""

    UNSUPPORTED = "unsupported"  # a picture, an empty file, a German text
    FAILED = "failed"  # a missing file, broken JSON, a time-out


class Skip(msgspec.Struct, frozen=True):
    """An input that was not read, and why, in one line for the user.

    Attributes:
        origin: as in `Clipping`.
        reason: what was found and, where it helps, what was expected.
        kind: `UNSUPPORTED` leaves the exit status alone, `FAILED` makes it 1.
    """

    origin: str
    reason: str
    kind: SkipKind = SkipKind.UNSUPPORTED
