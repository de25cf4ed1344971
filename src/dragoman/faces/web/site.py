"""What stands around every page: the menu, the search, the twins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from dragoman.faces.web.page import Page
from dragoman.faces.web.settings import Settings


class MenuItem(msgspec.Struct, frozen=True):
    """A word of the menu."""

    word: str
    path: str
    is_here: bool


class Twin(msgspec.Struct, frozen=True):
    """The same page in another form."""

    kind: str
    link: str


class Site(msgspec.Struct, frozen=True):
    """The frame of a page.

    Attributes:
        record: name of the file.
    """

    record: str
    menu: tuple[MenuItem, ...]
    twins: tuple[Twin, ...]

    @classmethod
    def of(
        cls,
        pages: Iterable[Page[Any, Any]],
        page: Page[Any, Any] | None,
        path: str,
        query: str,
        settings: Settings,
    ) -> Site:
        """The frame of a page that was asked for at this path; without a page, that of an error."""
        menu = tuple(MenuItem(each.menu, each.path, page is each) for each in pages if each.menu)
        stem = "/index" if path == "/" else path.rstrip("/")
        behind = f"?{query}" if query else ""
        twins = tuple(Twin(kind, f"{stem}.{kind}{behind}") for kind in ("json", "csv")) if page else ()
        return cls(settings.record.name, menu, twins)
