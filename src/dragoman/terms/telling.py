"""An event mention together with what its document brings to the merging."""

from __future__ import annotations

import msgspec

from dragoman.terms.interval import Interval
from dragoman.terms.reading import EventMention


class Telling(msgspec.Struct, frozen=True):
    """One document's telling of an event, as the merging needs it.

    Attributes:
        mention: what was read.
        fingerprint: of the document; tellings with equal fingerprints stand in exact copies.
        outlets: the newspapers the document stood in, sorted, each once.
        published: when the document first stood somewhere, as far as known.
        sentence: the evidence as written.
    """

    mention: EventMention
    fingerprint: str
    outlets: tuple[str, ...] = ()
    sentence: str = ""
    published: Interval = Interval()
