"""Bringing event tables of others into the record, beside what was read here.

An import is wholly there or not there. Its rows keep what they said; the model of the system gets them as a
part of the ledger of their own, so that none of the two has to be made again when the other grows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import blake2b
from itertools import islice
from pathlib import Path

import msgspec

from dragoman.merging import code_version
from dragoman.modelling import part
from dragoman.sources.coded import read
from dragoman.store import Import, Store
from dragoman.system.ledger import Ledger, joined, packed
from dragoman.terms import CodedEvent, DragomanError, Rejected
from dragoman.world import load
from dragoman.world.coded import version as crosswalk_version

_BATCH = 20_000  # rows written at once
_BATCHES = 10  # of them in one part of the ledger
_BLOCK = 1 << 20
_SHOWN = 5  # rejected rows that are kept as examples


class Imported(msgspec.Struct, frozen=True):
    """What an import brought.

    Attributes:
        examples: some of the rows that were left out.
    """

    summary: Import
    examples: tuple[Rejected, ...]


class _Rejects:
    """Counts what was left out, and keeps the first few."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.examples: list[Rejected] = []

    def passed(self, rows: Iterator[CodedEvent | Rejected]) -> Iterator[CodedEvent]:
        """The rows that are events."""
        for row in rows:
            if isinstance(row, CodedEvent):
                yield row
                continue
            self.counts[row.reason.value] += 1
            if len(self.examples) < _SHOWN:
                self.examples.append(row)


def import_table(
    store: Store, kind: str, file: Path, on_progress: Callable[[int], None] | None = None
) -> Imported:
    """Bring the event table in a file into the record.

    Args:
        kind: its layout: ``gdelt``, ``icews``, ``polecat``, ``acled``.
        on_progress: called with the bytes of the file that are done.

    Raises:
        DragomanError: the file is not of that layout, cannot be read, or was imported before.
        UnknownName: nobody knows that layout.
    """
    rejects = _Rejects()
    with store.transaction():
        number = store.put_import(
            kind,
            file.name,
            _digest(file),
            world=f"{load().version}+{crosswalk_version()}",
            code=code_version(),
        )
        rows = rejects.passed(read(kind, file, on_progress))
        while part := [each for _ in range(_BATCHES) if (each := _kept(store, number, rows)) is not None]:
            store.put_ledger_part(number, packed(joined(part)))
        summary = store.finish_import(number, rejects.counts)
    return Imported(summary, tuple(rejects.examples))


def _kept(store: Store, number: int, rows: Iterator[CodedEvent]) -> Ledger | None:
    """Keep the next rows of an import, and make their ledger; ``None`` when there are no more."""
    batch = list(islice(rows, _BATCH))
    if not batch:
        return None
    fresh = store.put_coded(number, batch)
    return part(number, fresh)


def _digest(file: Path) -> str:
    """Of the bytes of a file.

    Raises:
        DragomanError: it cannot be read.
    """
    digest = blake2b(digest_size=16)
    try:
        with file.open("rb") as stream:
            while block := stream.read(_BLOCK):
                digest.update(block)
    except OSError as error:
        raise DragomanError(
            f"{file} cannot be read: {error.strerror}. Name a file with an event table."
        ) from error
    return digest.hexdigest()
