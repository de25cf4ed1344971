"""Where a text was met."""

from __future__ import annotations

import msgspec

from dragoman.terms.interval import Interval


class Appearance(msgspec.Struct, frozen=True):
    """One place where a document was found.

    The same text in two newspapers is one `Document` with two appearances.

    Attributes:
        document: id of the document.
        origin, outlet, url, title: as in `Clipping`.
        published: when it stood there, as far as that place says.
    """

    document: str
    origin: str
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    published: Interval = Interval()
