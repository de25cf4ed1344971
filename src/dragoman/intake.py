"""What goes into the pipeline and what is told of it."""

from __future__ import annotations

import msgspec

from dragoman.terms import Clipping, Document, MediaType, Reading, Skip, SkipKind

Found = Clipping | Document | Skip


class Intake(msgspec.Struct, frozen=True):
    """One input on its way in, with the key it is known by.

    Attributes:
        found: a clipping, a document that is laid out already, or why there is neither.
    """

    key: str
    found: Found


class Outcome(msgspec.Struct, frozen=True):
    """What became of one input.

    Attributes:
        size: bytes of the input.
        document, reading: what it held; both ``None`` when it was skipped or is known already.
        gists: of each event mention of the reading.
        skip: why it was left out.
    """

    key: str
    origin: str
    size: int
    document: Document | None = None
    reading: Reading | None = None
    skip: Skip | None = None
    gists: dict[str, bytes] = {}


class Progress(msgspec.Struct, frozen=True):
    """One input done.

    Attributes:
        origin: which.
        size: bytes of it.
        events: event mentions found in it.
        is_new: whether it is a document the record did not hold.
        is_known: whether it was handled on an earlier run.
        skip: why it was left out, if it was.
    """

    origin: str
    size: int = 0
    events: int = 0
    is_new: bool = False
    is_known: bool = False
    skip: Skip | None = None


class AddReport(msgspec.Struct):
    """What one run brought in.

    Attributes:
        read: new documents.
        copies: texts the record held already, met in another place.
        known: inputs handled on an earlier run.
        events: event mentions read.
        skips: what was left out and why, in order.
    """

    read: int = 0
    copies: int = 0
    known: int = 0
    events: int = 0
    skips: list[Skip] = []

    @property
    def failed(self) -> int:
        """Inputs that should have worked and did not."""
        return sum(skip.kind is SkipKind.FAILED for skip in self.skips)

    def count(self, progress: Progress) -> None:
        """Take one input into account."""
        self.known += progress.is_known
        self.events += progress.events
        if progress.skip is not None:
            self.skips.append(progress.skip)
        elif not progress.is_known:
            self.read += progress.is_new
            self.copies += not progress.is_new


def size_of(found: Found) -> int:
    """Bytes of a clipping, characters of a document; 0 where there is neither."""
    if isinstance(found, Skip):
        return 0
    return len(found.content if isinstance(found, Clipping) else found.text)


def clipping_of(
    words: str,
    *,
    origin: str,
    title: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
) -> Clipping:
    """A text at hand as a clipping."""
    return Clipping(
        origin, words.encode(errors="replace"), MediaType.TEXT, "utf-8", title, url, outlet, published
    )
