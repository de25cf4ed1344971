"""A page as a tree, and where the numbers on it lead; what `test_numbers` walks with.

A number is a digit in the text of ``main``. It is no number within

| element | what stands there |
|---|---|
| ``data-words`` | the words of a document, or of a row that others coded: what numbers lead to |
| ``data-name`` | what somebody or something is called: names, titles, ids, files, versions, remarks |
| ``time`` | a day |
| ``data-scale`` | a scale, a unit, a method, a setting |
| ``label``, ``button``, ``select``, ``textarea``, ``output``, ``legend`` | what is asked for |
| ``code``, ``kbd`` | a command, a key |
| ``hidden`` | nothing that is shown |
| a link to another site | its address |
| ``svg`` | axes and labels; the title of a link in it is looked at like any text, days apart |

Every other number opens by the first of these that there is:

1. the link it stands in;
2. ``data-counts``: the element with that id on the same page, which holds what it counts;
3. its row (``li``, ``tr``, ``figure``, or a ``div`` in a ``dl``): the words in it, else its first link.

What opens must show words, or hold a link to a page that does: two clicks at most. Nothing (0) has no words,
and neither has an input that was not read (``data-unread``), which must stand in a link or row all the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
ASKED = frozenset(
    {
        "label",
        "button",
        "select",
        "textarea",
        "output",
        "legend",
        "code",
        "kbd",
        "script",
        "style",
        "noscript",
    }
)
NO_NUMBERS = frozenset({"data-words", "data-name", "data-scale", "hidden"})
_NUMBER = re.compile(r"\d[\d.,]*", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")  # in a drawing, which has no ``time``
_LINKS = 12  # of a list that are followed

Fetch = Callable[[str], "Node"]


class Node:
    """An element."""

    def __init__(self, tag: str, attributes: dict[str, str | None], parent: Node | None) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.children: list[Node | str] = []

    @property
    def above(self) -> Iterator[Node]:
        """The element itself and all it stands in."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent

    @property
    def within(self) -> Iterator[Node]:
        """The element itself and all that stands in it, in order."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.within

    @property
    def text(self) -> str:
        """The words in it."""
        return "".join(each if isinstance(each, str) else each.text for each in self.children)

    @property
    def links(self) -> list[str]:
        """Where its links lead, in order, each once."""
        found = [each.attributes.get("href") for each in self.within if each.tag == "a"]
        return list(dict.fromkeys(link for link in found if link))

    @property
    def has_words(self) -> bool:
        """Whether words of a document stand in it, or it stands in such words."""
        marked = (each for each in self.within if "data-words" in each.attributes and each.text.strip())
        return next(marked, None) is not None or any("data-words" in each.attributes for each in self.above)

    def named(self, id: str) -> Node | None:
        """The element in it with this id."""
        return next((each for each in self.within if each.attributes.get("id") == id), None)

    def first(self, tag: str) -> Node | None:
        """The first element in it with this tag."""
        return next((each for each in self.within if each.tag == tag), None)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Node("", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, dict(attrs), self.here)
        self.here.children.append(node)
        if tag not in VOID:
            self.here = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.here.children.append(Node(tag, dict(attrs), self.here))

    def handle_endtag(self, tag: str) -> None:
        found = next((each for each in self.here.above if each.tag == tag), None)
        if found is not None and found.parent is not None:
            self.here = found.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


def tree(html: str) -> Node:
    """The ``main`` of a page."""
    builder = _Builder()
    builder.feed(html)
    main = builder.root.first("main")
    assert main is not None
    main.parent = None
    return main


def numbers(main: Node) -> Iterator[tuple[str, Node]]:
    """The texts with a number in them and the elements they stand in; see the module."""
    for node in main.within:
        is_drawn = any(each.tag == "svg" for each in node.above)
        if is_drawn and node.tag == "a" and _has_number(_DAY.sub("", node.text)):
            yield node.text, node
        for child in node.children:
            if is_drawn or not isinstance(child, str) or not _has_number(child):
                continue
            if not any(_is_no_number(each) for each in node.above):
                yield " ".join(child.split()), node


def _has_number(words: str) -> bool:
    return any(
        float(each.replace(",", "").strip(".") or 0) for each in _NUMBER.findall(words) if each.count(".") < 2
    )


def _is_no_number(node: Node) -> bool:
    leads_away = node.tag == "a" and not (node.attributes.get("href") or "/").startswith(("/", "#"))
    return leads_away or node.tag in (*ASKED, "time") or not NO_NUMBERS.isdisjoint(node.attributes)


class Walk:
    """Follows numbers to the words they rest on, over pages that are fetched once each."""

    def __init__(self, fetch: Callable[[str], str]) -> None:
        self._fetch = fetch
        self._pages: dict[str, Node] = {}
        self._reached: dict[tuple[str, str], bool] = {}

    def page(self, address: str) -> Node:
        """The ``main`` of a page of this server."""
        if address not in self._pages:
            self._pages[address] = tree(self._fetch(address))
        return self._pages[address]

    def why_not(self, address: str, node: Node) -> str:
        """Why a number of a page does not open; empty when it does."""
        link = next((each.attributes.get("href") for each in node.above if each.tag == "a"), None)
        counts = next(
            (each.attributes["data-counts"] for each in node.above if "data-counts" in each.attributes), None
        )
        row = next((each for each in node.above if is_row(each)), None)
        is_unread = any("data-unread" in each.attributes for each in node.above)
        if link is None and counts is None and row is None:
            return "stands in no link, list or row"
        if is_unread:
            return ""
        if link is None and counts is None and row is not None:
            if row.has_words:
                return ""
            link = next(iter(row.links), None)
            if link is None:
                return "its row has no words and no link"
        target = link if link is not None else f"#{counts}"
        return "" if self.opens(address, target) else f"{target} shows no words after two clicks"

    def opens(self, address: str, link: str) -> bool:
        """Whether words stand where a link of a page leads, or on a page that is linked from there."""
        path, _, fragment = urljoin(address, link).partition("#")
        if not path.startswith("/"):
            return False
        key = (path, fragment)
        if key not in self._reached:
            self._reached[key] = self._shows(path, fragment)
        return self._reached[key]

    def _shows(self, path: str, fragment: str) -> bool:
        page = self.page(path)
        part = page.named(unquote(fragment)) if fragment else page
        if part is None:
            return False
        if not part.text.strip() and part.parent is not None:  # a mark before what it names
            part = part.parent
        if part.has_words:
            return True
        return any(self._leads(path, link) for link in _inside(part.links)[:_LINKS])

    def _leads(self, path: str, link: str) -> bool:
        next_path, _, fragment = urljoin(path, link).partition("#")
        page = self.page(next_path)
        part = page.named(unquote(fragment)) if fragment else page
        return part is not None and (part if part.text.strip() else page).has_words


def is_row(node: Node) -> bool:
    """Whether all in it belongs to one thing."""
    if node.tag == "div":
        return node.parent is not None and node.parent.tag == "dl"
    return node.tag in ("li", "tr", "figure")


def _inside(links: list[str]) -> list[str]:
    """Links to pages of this server."""
    return [
        link
        for link in links
        if link.startswith(("/", "#")) and not link.startswith(("/export", "/judgements.jsonl"))
    ]
