"""The lines of a bundled report as a person sees them; plain enough to check the answers with.

It knows only the shapes of this folder. Articles from outside are read by `dragoman.text`.
"""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import msgspec

_UNSEEN = frozenset({"script", "style", "title", "noscript"})
_INLINE = frozenset({"a", "b", "em", "i", "span", "strong", "time", "abbr", "small", "q"})


class _Page(msgspec.Struct):
    """The fields of a ``.json`` report."""

    title: str
    text: str
    url: str
    published: str | None
    outlet: str


class _Lines(HTMLParser):
    """Collects the seen text of a page, a new line at every block element."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        if tag not in _INLINE:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN
        if tag not in _INLINE:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(" ".join(data.split("\n")))


def _read_text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _read_json(path: Path) -> str:
    page = msgspec.json.decode(path.read_bytes(), type=_Page)
    return f"{page.title}\n{page.text}"


def _read_html(path: Path) -> str:
    page = _Lines()
    page.feed(_read_text(path))
    return "".join(page.pieces)


def _read_eml(path: Path) -> str:
    letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    body = letter.get_body(("plain", "html"))
    return f"{letter['subject']}\n{body.get_content() if body else ''}"


_READERS: dict[str, Callable[[Path], str]] = {
    ".txt": _read_text,
    ".md": _read_text,
    ".json": _read_json,
    ".html": _read_html,
    ".eml": _read_eml,
}


def visible_lines(report: Path) -> tuple[str, ...]:
    """The seen lines of a report, stripped, without empty ones; a headline kept outside the text comes first.

    Raises:
        KeyError: the file has none of the endings ``.txt .md .json .html .eml``.
    """
    lines = _READERS[report.suffix](report).splitlines()
    return tuple(stripped for line in lines if (stripped := line.strip()))
