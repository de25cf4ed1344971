"""An HTML page to the article on it."""

from __future__ import annotations

import logging
import re
from functools import cache
from typing import Any

import msgspec

# An article page has a few thousand tags. Taking one apart costs some 40 microseconds a tag, so that
# beyond this number it would cost seconds; its text is taken as it stands.
_MOST_TAGS = 40_000
_TAG = re.compile(r"<[^<>]{0,2000}>")
_BLANKS = re.compile(r"[ \t\r\f\v]+")
_EMPTY_LINES = re.compile(r"\n\s*\n+")
# The parser lets these through when they are written as references, but takes none back.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LEFT_OUT = frozenset(("script", "style", "noscript", "template", "svg", "iframe", "select", "textarea"))
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol",
    "option", "p", "pre", "section", "table", "td", "th", "title", "tr", "ul",
))  # fmt: skip
# Only dates that a page states about itself: the wide search takes any day or year that stands on it,
# down to the one behind the copyright sign.
_STATED_DATES = {"extensive_search": False, "original_date": True}


class Page(msgspec.Struct, frozen=True):
    """The article on a page, a paragraph a line, and what the page says about it."""

    text: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()


def article(html: str, url: str | None = None) -> Page:
    """The article of a page; all of its text when no article stands out. Never raises.

    Args:
        html: the decoded page.
        url: where it was found.
    """
    if html.count("<") <= _MOST_TAGS:
        found = _extracted(html, url)
        if found is not None and found.text.strip():
            return found
    return Page(everything(html), notes=("no article stands out; all text of the page is kept",))


def everything(html: str) -> str:
    """All visible text of a page, a block a line."""
    tree = _tree(html)
    if tree is None:
        return _tidy(_TAG.sub(" ", html))
    for element in tree.iter():
        _lay_out(element)
    return _tidy("".join(tree.itertext()))


def _lay_out(element: Any) -> None:
    """Break lines where blocks begin and end, and nowhere else; empty what shows no text."""
    edge = "\n" if element.tag in _BLOCKS else ""
    element.text = edge + _on_one_line(element.text)
    element.tail = edge + _on_one_line(element.tail)
    if element.tag in _LEFT_OUT:
        for inner in [*element]:
            element.remove(inner)
        element.text = None


def _on_one_line(text: str | None) -> str:
    return " ".join(_NO_XML.sub("", text).split("\n")) if text else ""


def _tidy(text: str) -> str:
    lines = "\n".join(line.strip() for line in _BLANKS.sub(" ", text).split("\n"))
    return _EMPTY_LINES.sub("\n", lines).strip()


def _extracted(html: str, url: str | None) -> Page | None:
    extract = _trafilatura().bare_extraction
    try:
        found = extract(
            html,
            url=url,
            with_metadata=True,
            include_comments=False,
            date_extraction_params=_STATED_DATES,
        )
    except Exception:  # noqa: BLE001 - a foreign parser on foreign pages; the plain text is kept instead
        return None
    if found is None:
        return None
    return Page(found.text or "", found.title or None, found.date, found.sitename or None, found.url)


def _tree(html: str) -> Any:
    load = _trafilatura().utils.load_html
    try:
        return load(html)
    except Exception:  # noqa: BLE001 - as above
        return None


@cache
def _trafilatura() -> Any:
    """Loaded with the first page, for it takes a quarter of a second that plain text need not pay."""
    import trafilatura

    # What they complain about is told in the notes; without a handler it would go to the terminal.
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    return trafilatura
