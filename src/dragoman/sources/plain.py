"""Plain text and Markdown: one file, one article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.sources.base import Found, Material, whole
from dragoman.sources.encoding import legible
from dragoman.sources.fields import Fields, pick
from dragoman.sources.options import SourceOptions
from dragoman.sources.sniff import is_page
from dragoman.terms import Clipping, MediaType, UnreadableInput

_BOM = b"\xef\xbb\xbf"
_FRONT_MATTER = re.compile(rb"---[ \t]*\r?\n(?P<head>.{0,20000}?)\r?\n---[ \t]*(?:\r?\n|$)", re.S)
_KEY_LINE = re.compile(r"^([A-Za-z_][\w -]{0,40}):[ \t]*(.*)$", re.M)
_HEADING = re.compile(rb"#{1,2}[ \t]+([^\r\n]{1,300})")


class PlainText:
    """A text file, or a page that was saved as one."""

    name = "text"
    suffixes = (".txt", ".text")

    def read(self, material: Material, options: SourceOptions) -> Iterator[Found]:
        content = whole(material, options)
        media_type = MediaType.HTML if is_page(content) else MediaType.TEXT
        yield Clipping(material.origin, content, media_type)


class Markdown:
    """A text with an optional block of ``key: value`` lines between ``---`` at its head."""

    name = "markdown"
    suffixes = (".md", ".markdown")

    def read(self, material: Material, options: SourceOptions) -> Iterator[Found]:
        content = whole(material, options).removeprefix(_BOM)
        fields, body = _front_matter(content, options)
        if not body.strip():
            raise UnreadableInput("nothing below its front matter")
        yield Clipping(
            material.origin,
            body,
            MediaType.MARKDOWN,
            title=fields.title or _heading(body),
            url=fields.url,
            outlet=fields.outlet,
            published=fields.published,
        )


def _front_matter(content: bytes, options: SourceOptions) -> tuple[Fields, bytes]:
    match = _FRONT_MATTER.match(content)
    if match is None:
        return Fields(""), content
    head = legible(match["head"].decode("utf-8", errors="surrogateescape"))
    row = {key: value.strip().strip("\"'") for key, value in _KEY_LINE.findall(head)}
    mapping = {field: name for field, name in options.fields.items() if field != "text"}
    return pick({**row, "text": "below"}, mapping), content[match.end() :]


def _heading(body: bytes) -> str | None:
    """The words of a first line that is a heading."""
    match = _HEADING.match(body.lstrip())
    if match is None:
        return None
    return legible(match[1].decode("utf-8", errors="surrogateescape")).strip(" #\t") or None
