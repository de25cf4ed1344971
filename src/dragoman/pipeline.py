"""The one file that knows the order: sources > text > dating > reading > gists > record > store.

Finding and writing happen in this process; preparing and reading happen wherever the engine runs them.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cache
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import TypeVar

import msgspec

from dragoman import merging, record, sources, text
from dragoman.engines import Engine, WorkerDied
from dragoman.intake import AddReport, Found, Intake, Outcome, Progress, size_of
from dragoman.reading import Dater, GistFinder, Reader, chosen_reader
from dragoman.reading.gist.name import gist_name
from dragoman.sources import SourceOptions
from dragoman.store import Store
from dragoman.terms import (
    Clipping,
    Document,
    DragomanError,
    Judgement,
    JudgementKind,
    Published,
    Reading,
    Skip,
    SkipKind,
)

T = TypeVar("T")

BATCH = 32  # clippings handed to a worker at once; one batch is one commit


@cache
def reader() -> Reader:
    """The reader of this process: the one chosen in the environment, else the trained one.

    A worker process keeps to one core, as its neighbours have the others.
    """
    return chosen_reader(1 if multiprocessing.parent_process() else None)


def prepare_and_read(batch: Sequence[Intake]) -> list[Outcome]:
    """Turn inputs into documents and read them; the part of the pipeline that runs in workers.

    An input that a part of the program stumbles over has failed; the others of its batch are read.
    """
    prepared = [(intake, _prepared(intake.found)) for intake in batch]
    documents = [found for _, found in prepared if isinstance(found, Document)]
    readings = iter(zip(*read_with_gists(documents), strict=True))
    return [_outcome(intake, found, readings) for intake, found in prepared]


def prepared(clipping: Clipping) -> Document | Skip:
    """A clipping as a document, dated by all that it says; or why it holds none."""
    document = text.prepare(clipping)
    return document if isinstance(document, Skip) else dater().date(document, today())


def today() -> date:
    """Nothing is published later."""
    return datetime.now(UTC).date()


@cache
def dater() -> Dater:
    """What dates documents in this process."""
    return Dater.shipped()


@cache
def gist_finder() -> GistFinder:
    """What works out the gists of acts in this process."""
    return GistFinder.shipped(1 if multiprocessing.parent_process() else None)


def read_document(document: Document) -> Reading:
    """One document read in this process."""
    return reader().read([document])[0]


def read_with_gists(
    documents: Sequence[Document],
) -> tuple[list[Reading | Skip], list[dict[str, bytes]]]:
    """What is in each document, or why it could not be read; and the gists of the acts in it."""
    readings = _read(documents)
    read = [
        (document, reading)
        for document, reading in zip(documents, readings, strict=True)
        if isinstance(reading, Reading)
    ]
    found = iter(gist_finder().gists(read))
    return readings, [next(found) if isinstance(reading, Reading) else {} for reading in readings]


def add(
    store: Store,
    places: Iterable[str | Path | Document],
    engine: Engine,
    options: SourceOptions | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> AddReport:
    """Read everything at the given places into a record.

    What was handled before is recognised by its bytes and left alone. Each document is committed whole;
    an interruption keeps what was committed.

    Args:
        store: the record.
        places: files, folders, globs, ``-``, addresses (see `dragoman.sources.find`), and documents.
        engine: where preparing and reading run.
        options: how the places are to be read.
        on_progress: called once for each input when it is done.
    """
    return add_found(store, _found(places, options or SourceOptions()), engine, on_progress)


def _found(places: Iterable[str | Path | Document], options: SourceOptions) -> Iterator[Found]:
    """What stands at each place, in the order given."""
    for place in places:
        if isinstance(place, Document):
            yield place
        else:
            yield from sources.find([place], options)


def add_found(
    store: Store,
    found: Iterable[Found],
    engine: Engine,
    on_progress: Callable[[Progress], None] | None = None,
) -> AddReport:
    """Read clippings or documents that are already at hand; see `add`."""
    report = AddReport()
    tell = on_progress or (lambda _: None)
    for outcomes in _surviving(engine, _unknown(store, found, report, tell)):
        for progress in _write(store, outcomes):
            report.count(progress)
            tell(progress)
        date_by_others(store, [outcome.document.id for outcome in outcomes if outcome.document])
    return report


def _surviving(engine: Engine, batches: Iterator[list[Intake]]) -> Iterator[list[Outcome]]:
    """The outcomes of every batch, in order, whatever happens to the workers.

    A batch that killed its worker is tried again input by input; an input that kills one alone has failed.
    """
    waiting: deque[list[Intake]] = deque()
    while True:
        handed: deque[list[Intake]] = deque()
        try:
            for outcomes in engine.map(prepare_and_read, _handing(waiting, batches, handed)):
                handed.popleft()
                yield outcomes
        except WorkerDied as error:
            if error.number is None:
                raise
            culprit = handed.popleft()
            waiting.extendleft(reversed(handed))
            if len(culprit) == 1:
                yield [_killer(culprit[0])]
            else:
                waiting.extendleft([intake] for intake in reversed(culprit))
        else:
            return


def _handing(
    waiting: deque[list[Intake]], batches: Iterator[list[Intake]], handed: deque[list[Intake]]
) -> Iterator[list[Intake]]:
    """Batches for the engine, those that wait first; what is handed out is noted."""
    while waiting:
        handed.append(waiting.popleft())
        yield handed[-1]
    for batch in batches:
        handed.append(batch)
        yield batch


def _killer(intake: Intake) -> Outcome:
    skip = Skip(
        intake.found.origin, "the process that read it died, perhaps for want of memory", SkipKind.FAILED
    )
    return Outcome(intake.key, skip.origin, size_of(intake.found), skip=skip)


def _unknown(
    store: Store,
    found: Iterable[Found],
    report: AddReport,
    tell: Callable[[Progress], None],
) -> Iterator[list[Intake]]:
    """Batches of inputs not handled before; the others are counted on the way."""
    for chunk in _batches(found, BATCH):
        intakes = [Intake(intake_key(one), one) for one in chunk]
        known = store.known([intake.key for intake in intakes])
        for intake in intakes:
            if intake.key in known:
                progress = Progress(intake.found.origin, size_of(intake.found), is_known=True)
                report.count(progress)
                tell(progress)
        fresh = [intake for intake in intakes if intake.key not in known]
        if fresh:
            yield fresh


def intake_key(found: Found) -> str:
    """By what an input is recognised: its bytes, what its container says, and who would read it.

    A new version of the reader, of what dates, or of gists changes the key, so the same pile is read again.
    """
    digest = blake2b(digest_size=16)
    for part in (reader().name, dater().name, gist_name(), *_identity(found)):
        digest.update(part if isinstance(part, bytes) else str(part).encode())
        digest.update(b"\x1f")
    return digest.hexdigest()


def _identity(found: Found) -> tuple[str | bytes | None, ...]:
    if isinstance(found, Skip):
        return (found.origin, found.reason)
    if isinstance(found, Document):
        return ("document", msgspec.json.encode(found))
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


def _prepared(found: Found) -> Document | Skip:
    if not isinstance(found, Clipping):
        return found
    try:
        return prepared(found)
    except Exception as error:  # noqa: BLE001 - it is this input's, and the rest must be read
        return _stumble(found.origin, error)


def _read(documents: Sequence[Document]) -> list[Reading | Skip]:
    """What is in each document; the one the reader stumbles over is found by reading them singly."""
    try:
        return list(reader().read(documents))
    except Exception as error:  # noqa: BLE001 - as above
        if len(documents) == 1:
            return [_stumble(documents[0].origin, error)]
        return [reading for document in documents for reading in _read([document])]


def _stumble(origin: str, error: Exception) -> Skip:
    reason = f"dragoman failed on it ({type(error).__name__}: {error}); please report this"
    if isinstance(error, DragomanError):  # made for the user, not ours to mend
        reason = str(error)
    return Skip(origin, " ".join(reason.split()), SkipKind.FAILED)


def _outcome(
    intake: Intake, found: Document | Skip, readings: Iterator[tuple[Reading | Skip, dict[str, bytes]]]
) -> Outcome:
    done = Outcome(intake.key, intake.found.origin, size_of(intake.found))
    if isinstance(found, Skip):
        return msgspec.structs.replace(done, skip=found)
    reading, gists = next(readings)
    if isinstance(reading, Skip):
        return msgspec.structs.replace(done, skip=reading)
    return msgspec.structs.replace(done, document=found, reading=reading, gists=gists)


def _write(store: Store, outcomes: Sequence[Outcome]) -> list[Progress]:
    """Commit a batch, each document whole; acknowledged only when the commit is done."""
    with store.batch():
        return [_write_one(store, outcome) for outcome in outcomes]


def _write_one(store: Store, outcome: Outcome) -> Progress:
    """Keep one input; a document the record refuses has failed and leaves nothing behind."""
    skip = outcome.skip
    if outcome.document is not None and outcome.reading is not None:
        try:
            is_new = _write_document(store, outcome.document, outcome)
            return Progress(outcome.origin, outcome.size, len(outcome.reading.events), is_new)
        except DragomanError as error:
            skip = Skip(outcome.origin, f"cannot be kept: {error}", SkipKind.FAILED)
    if skip is not None:
        with store.transaction():
            store.put_skip(skip, outcome.key)
    return Progress(outcome.origin, outcome.size, skip=skip)


def _write_document(store: Store, document: Document, outcome: Outcome) -> bool:
    """Keep a document, what was read in it, and the events that follow; whether it is new."""
    reading: Reading | Skip | None = outcome.reading
    gists = outcome.gists
    with store.transaction():
        is_new = store.put_document(document, outcome.key)
        published = document.published if is_new else _published(store, document)
        if published != document.published:
            document = msgspec.structs.replace(document, published=published)
            (reading,), (gists,) = read_with_gists([document])
        if isinstance(reading, Reading):
            merging.put(store, document, reading, gists)
    return is_new


def _published(store: Store, document: Document) -> Published:
    """The day of a document met again: a person's, else the first that is sure, else the latest found.

    The record is brought to it.
    """
    kept = store.document(document.id).published
    chosen = judged_day(store, document) or (kept if kept.is_sure else document.published)
    if chosen != kept:
        store.put_published(document.id, chosen)
    return chosen


def judged_day(store: Store, document: Document) -> Published | None:
    """The day that a person gave a document, with what contradicts it; `None` when there is none."""
    held = record.standing(store.judgements_about([document.id]))
    about = [each for each in held if each.kind is JudgementKind.PUBLISHED]
    return dated_by_hand(document, about[-1]) if about and about[-1].value else None


def dated_by_hand(document: Document, judgement: Judgement) -> Published:
    published = record.by_hand(_bare(document), judgement)
    if not published.is_sure:
        return published
    return dater().date(msgspec.structs.replace(document, published=published), today()).published


def _bare(document: Document) -> Document:
    """The document with what its container says of its day, and no more."""
    return msgspec.structs.replace(document, published=text.agreed(document.published.clues))


def undecided(document: Document, others: Sequence[Document]) -> Published:
    """The day that the clues of a document and the others with the same sentences give."""
    dated = dater().date(_bare(document), today())
    return record.by_others(dated, others) or dated.published


def redate(store: Store, document: Document, published: Published) -> None:
    """Give a document another day, and read again what counts from it; inside a transaction.

    Where it cannot be read again it keeps its day; the input itself was read and reported before.
    """
    dated = msgspec.structs.replace(document, published=published)
    (reading,), (gists,) = read_with_gists([dated])
    if isinstance(reading, Reading):
        store.put_published(document.id, published)
        merging.put(store, dated, reading, gists)


def date_by_others(store: Store, ids: Sequence[str]) -> None:
    """Date documents by others that tell the same in the same words, whichever of them came first."""
    seen: set[str] = set()
    for id in ids:
        doubles = store.retold(id)
        for document in (store.document(id), *doubles) if doubles else ():
            if document.id in seen or document.published.is_sure:
                continue
            seen.add(document.id)
            if judged_day(store, document) is not None:
                continue
            published = undecided(document, store.retold(document.id))
            if published == document.published:
                continue
            with store.transaction():
                redate(store, document, published)


def _batches(found: Iterable[T], size: int) -> Iterator[list[T]]:
    remaining = iter(found)
    while chunk := list(islice(remaining, size)):
        yield chunk
