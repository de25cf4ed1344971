"""Every kind of input, and how a file finds its kind."""

from __future__ import annotations

from pathlib import PurePath

from dragoman.sources.archive import Archive
from dragoman.sources.base import Kind
from dragoman.sources.json_file import JsonFile
from dragoman.sources.json_lines import JsonLines
from dragoman.sources.mail import Mail
from dragoman.sources.page import Page
from dragoman.sources.plain import Markdown, PlainText
from dragoman.sources.sniff import PACKED_DOCUMENTS, ZIP_MAGIC, binary_format, is_page
from dragoman.sources.table import Table
from dragoman.terms import UnreadableInput

PLAIN_TEXT = PlainText()
PAGE = Page()
JSON_FILE = JsonFile()
JSON_LINES = JsonLines()
ARCHIVE = Archive()

KINDS: tuple[Kind, ...] = (
    PLAIN_TEXT,
    Markdown(),
    PAGE,
    JSON_FILE,
    JSON_LINES,
    Table("csv", (".csv",), delimiter=None),
    Table("tsv", (".tsv", ".tab"), delimiter="\t"),
    Mail(),
    ARCHIVE,
)


def kind_of(name: str, head: bytes) -> Kind:
    """The kind a file's name says, otherwise the one its first bytes show.

    Raises:
        UnreadableInput: it is a picture, a program or another format that holds no articles.
    """
    suffix = PurePath(name).suffix.casefold()
    kind = next((kind for kind in KINDS if suffix in kind.suffixes), None)
    if kind is ARCHIVE:
        return ARCHIVE
    if kind is None and head.startswith(ZIP_MAGIC) and suffix not in PACKED_DOCUMENTS:
        return ARCHIVE
    found = binary_format(head)
    if found is not None:
        raise UnreadableInput(f"binary file ({suffix[1:] if suffix in PACKED_DOCUMENTS else found})")
    return kind or _kind_by_content(head)


def _kind_by_content(head: bytes) -> Kind:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if is_page(start):
        return PAGE
    if start.startswith(b"<?xml"):
        raise UnreadableInput("an XML file; only pages and plain text are read")
    if start.startswith(b"["):
        return JSON_FILE if start[1:].lstrip()[:1] in (b"{", b"]") else PLAIN_TEXT
    if start.startswith(b"{"):
        return JSON_LINES if _is_whole_object(start) else JSON_FILE
    return PLAIN_TEXT


def _is_whole_object(start: bytes) -> bool:
    """Whether the first line closes the object that it opens, or is too long to be a laid-out file's."""
    line, _, rest = start.partition(b"\n")
    return not rest or line.rstrip().endswith(b"}")
