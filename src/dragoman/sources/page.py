"""A saved web page."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.sources.base import Found, Material, whole
from dragoman.sources.options import SourceOptions
from dragoman.terms import Clipping, MediaType


class Page:
    """An HTML file; the article is taken out of it later, when it is read."""

    name = "page"
    suffixes = (".html", ".htm", ".xhtml")

    def read(self, material: Material, options: SourceOptions) -> Iterator[Found]:
        yield Clipping(material.origin, whole(material, options), MediaType.HTML)
