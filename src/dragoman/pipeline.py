"""The one file that knows the order: sources > text > reading > record > store.

Finding and writing happen in this process; preparing and reading happen wherever the engine runs them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import TypeVar

import msgspec

from dragoman import record, sources, text
from dragoman.engines import Engine
from dragoman.reading import Reader, RuleReader
from dragoman.sources import SourceOptions
from dragoman.store import Store
from dragoman.terms import Clipping, Document, MediaType, Reading, Skip, SkipKind

T = TypeVar("T")

BATCH = 32  # clippings handed to a worker at once; one batch is one commit
_NO_OPTIONS = SourceOptions()


class Intake(msgspec.Struct, frozen=True):
    """One input on its way in: a clipping, or what could not become one, with the key it is known by."""

    key: str
    found: Clipping | Skip


class Outcome(msgspec.Struct, frozen=True):
    """What became of one input.

    Attributes:
        size: bytes of the input.
        document, reading: what it held; both ``None`` when it was skipped or is known already.
        skip: why it was left out.
    """

    key: str
    origin: str
    size: int
    document: Document | None = None
    reading: Reading | None = None
    skip: Skip | None = None


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


@cache
def reader() -> Reader:
    """The reader of this process."""
    return RuleReader()


def prepare_and_read(batch: Sequence[Intake]) -> list[Outcome]:
    """Turn inputs into documents and read them; the part of the pipeline that runs in workers."""
    prepared = [(intake, _prepare(intake.found)) for intake in batch]
    readings = iter(reader().read([found for _, found in prepared if isinstance(found, Document)]))
    return [_outcome(intake, found, readings) for intake, found in prepared]


def read_document(document: Document) -> Reading:
    """One document read in this process."""
    return reader().read([document])[0]


def add(
    store: Store,
    places: Iterable[str | Path],
    engine: Engine,
    options: SourceOptions = _NO_OPTIONS,
    on_progress: Callable[[Progress], None] | None = None,
) -> AddReport:
    """Read everything at the given places into a record.

    What was handled before is recognised by its bytes and left alone. Each document is committed whole;
    an interruption keeps what was committed.

    Args:
        store: the record.
        places: files, folders, globs, ``-``, addresses (see `dragoman.sources.find`).
        engine: where preparing and reading run.
        options: how the places are to be read.
        on_progress: called once for each input when it is done.
    """
    return add_found(store, sources.find(places, options), engine, on_progress)


def add_found(
    store: Store,
    found: Iterable[Clipping | Skip],
    engine: Engine,
    on_progress: Callable[[Progress], None] | None = None,
) -> AddReport:
    """Read clippings that are already at hand; see `add`."""
    report = AddReport()
    tell = on_progress or (lambda _: None)
    for outcomes in engine.map(prepare_and_read, _unknown(store, found, report, tell)):
        for progress in _write(store, outcomes):
            report.count(progress)
            tell(progress)
    return report


def _unknown(
    store: Store,
    found: Iterable[Clipping | Skip],
    report: AddReport,
    tell: Callable[[Progress], None],
) -> Iterator[list[Intake]]:
    """Batches of inputs not handled before; the others are counted on the way."""
    for chunk in _batches(found, BATCH):
        intakes = [Intake(intake_key(one), one) for one in chunk]
        known = store.known([intake.key for intake in intakes])
        for intake in intakes:
            if intake.key in known:
                progress = Progress(intake.found.origin, _size(intake.found), is_known=True)
                report.count(progress)
                tell(progress)
        fresh = [intake for intake in intakes if intake.key not in known]
        if fresh:
            yield fresh


def intake_key(found: Clipping | Skip) -> str:
    """By what an input is recognised: its bytes, what its container says, and who would read it.

    A new version of the reader changes the key, so the same pile is read again.
    """
    digest = blake2b(digest_size=16)
    for part in (reader().name, *_identity(found)):
        digest.update(part if isinstance(part, bytes) else str(part).encode())
        digest.update(b"\x1f")
    return digest.hexdigest()


def _identity(found: Clipping | Skip) -> tuple[str | bytes | None, ...]:
    if isinstance(found, Skip):
        return (found.origin, found.reason)
    return (
        found.origin,
        found.content,
        found.media_type,
        found.charset,
        found.title,
        found.url,
        found.outlet,
        found.published,
    )


def _prepare(found: Clipping | Skip) -> Document | Skip:
    return found if isinstance(found, Skip) else text.prepare(found)


def _outcome(intake: Intake, found: Document | Skip, readings: Iterator[Reading]) -> Outcome:
    size = _size(intake.found)
    if isinstance(found, Skip):
        return Outcome(intake.key, intake.found.origin, size, skip=found)
    return Outcome(intake.key, intake.found.origin, size, found, next(readings))


def _write(store: Store, outcomes: Sequence[Outcome]) -> list[Progress]:
    """Commit a batch, each document whole; acknowledged only when the commit is done."""
    with store.batch():
        return [_write_one(store, outcome) for outcome in outcomes]


def _write_one(store: Store, outcome: Outcome) -> Progress:
    with store.transaction():
        if outcome.document is None or outcome.reading is None:
            if outcome.skip is not None:
                store.put_skip(outcome.skip, outcome.key)
            return Progress(outcome.origin, outcome.size, skip=outcome.skip)
        is_new = store.put_document(outcome.document, outcome.key)
        store.put_reading(outcome.reading)
        fingerprint = outcome.document.fingerprint
        store.put_events(fingerprint, record.merge(store.tellings(fingerprint)))
    return Progress(outcome.origin, outcome.size, len(outcome.reading.events), is_new)


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
    return Clipping(origin, words.encode(), MediaType.TEXT, "utf-8", title, url, outlet, published)


def _size(found: Clipping | Skip) -> int:
    return 0 if isinstance(found, Skip) else len(found.content)


def _batches(found: Iterable[T], size: int) -> Iterator[list[T]]:
    remaining = iter(found)
    while chunk := list(islice(remaining, size)):
        yield chunk
