"""The catalogue of a large record, for all reading threads; made in a thread of its own, and again when the
record has changed. Meanwhile the last one answers.

A small record has none: it is asked by SQL, which is quick enough there.
"""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from dragoman.faces.api import Record, open_record
from dragoman.faces.web.keeping.kept import Kept
from dragoman.faces.web.keeping.state import State, state_of
from dragoman.faces.web.keeping.watched import watched
from dragoman.store import Catalogue, catalogue_from

LARGE = 20_000  # events from which on SQL takes longer than a tenth of a second
_NAME = "events"
_PAUSE = 3  # times as long as making one took before the next is begun: others want the processor too
_AFTER_FAILURE = 30.0  # seconds


class Catalogues:
    """The latest catalogue; see the module."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = Kept(path)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="catalogue")
        self._lock = threading.Lock()
        self._state: State = ()
        self._last: Catalogue | None = None
        self._next: Future[None] | None = None
        self._not_before = 0.0
        self._may_begin = False  # not before `load`: what a server needs first comes first
        self.is_large = False

    def load(self) -> None:
        """Take the one that was kept; without one, begin to make it. From now on it follows the record."""
        self._may_begin = True
        state = state_of(self._path)
        data = self._kept.load(_NAME, state)
        if data is not None:
            self._last, self._state, self.is_large = catalogue_from(data), state, True
            return
        with open_record(self._path, create=False, read_only=True) as record:
            self.is_large = record.store.count_events() >= LARGE
        self.current()

    @property
    def is_missing(self) -> bool:
        """Whether the record is large and has none yet, so that searches take seconds."""
        return self.is_large and self._last is None

    def current(self) -> Catalogue | None:
        """The catalogue; ``None`` of a small record, and until there is one."""
        with self._lock:
            is_new = self._state == state_of(self._path)
            if self._may_begin and not is_new and self._next is None and time.monotonic() >= self._not_before:
                self._next = watched(self._thread.submit(self._make))
            return self._last

    def lend(self, record: Record, *, waits: bool = False) -> Record:
        """The record, which answers from the catalogue now; whoever waits is not answered without it."""
        found = self.current()
        with self._lock:
            coming = self._next
        if waits and self.is_missing and coming is not None:
            coming.result()
            found = self.current()
        record.store.use(found)
        return record

    def lend_current(self, record: Record) -> Record:
        """The record, which answers from a catalogue of its present state, or else by SQL."""
        self.current()
        with self._lock:
            coming = self._next
        if self.is_large and coming is not None:
            coming.result()
        with self._lock:
            record.store.use(self._last if self._state == state_of(self._path) else None)
        return record

    def _make(self) -> None:
        began, state = time.monotonic(), state_of(self._path)
        made, pause = self._last, _AFTER_FAILURE  # what cannot be made leaves the last one
        try:
            with open_record(self._path, create=False, read_only=True) as record:
                self.is_large = record.store.count_events() >= LARGE
                made = record.store.catalogue() if self.is_large else None
            pause = _PAUSE * (time.monotonic() - began)
        except BaseException:
            state = self._state  # so that it is tried again
            raise
        finally:
            with self._lock:
                self._last, self._state, self._next = made, state, None
                self._not_before = time.monotonic() + pause
        if made is not None:
            self._kept.save(_NAME, state, made.packed())

    def close(self) -> None:
        """End the thread."""
        self._thread.shutdown(cancel_futures=True)
