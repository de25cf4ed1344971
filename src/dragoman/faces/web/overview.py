"""What a whole record is like. Counting it takes a second or two when it is large, so it is kept.

While somebody adds to the record the last count is shown and the next one made; nobody waits for it.
"""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import msgspec

from dragoman.faces.api import Record, open_record
from dragoman.faces.api.merged import StoryLine
from dragoman.store import Count, Facets, Summary
from dragoman.terms import Event, EventQuery

_EVENTS, _STORIES = 12, 8
_ACTORS = 5000  # events in which the busiest actors are counted
_QUICK = 0.1  # seconds; what takes no longer is counted again for whoever asks

State = tuple[tuple[int, int], ...]


class Overview(msgspec.Struct, frozen=True):
    """A record at a glance.

    Attributes:
        latest: the last events whose day is known.
        counted: events in which ``facets`` were counted.
    """

    summary: Summary
    latest: tuple[Event, ...]
    stories: tuple[StoryLine, ...]
    outlets: tuple[Count, ...]
    facets: Facets
    counted: int


def overview_of(record: Record) -> Overview:
    """The overview of a record as it is now."""
    selection = record.store.browse(EventQuery(limit=0), _ACTORS)
    return Overview(
        summary=record.summary(),
        latest=record.store.latest_events(_EVENTS),
        stories=tuple(record.stories(limit=_STORIES)),
        outlets=record.outlets(),
        facets=selection.facets,
        counted=selection.counted,
    )


class Overviews:
    """The latest overview, made in a thread of its own."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="overview")
        self._lock = threading.Lock()
        self._state: State = ()
        self._seconds = 0.0
        self._last: Future[Overview] | None = None
        self._next: Future[Overview] | None = None

    def current(self) -> Overview:
        """The overview; an older one while that of a large record is being made anew."""
        with self._lock:
            if self._last is None or self._state != state_of(self._path):
                self._begin()
            waiting, last = self._next, self._last
        if waiting is not None and (last is None or self._seconds < _QUICK):
            return waiting.result()
        return last.result() if last is not None else self.refreshed()

    def refreshed(self) -> Overview:
        """The overview of the record as it is now."""
        with self._lock:
            self._next = None  # one that is being made may be too old
            future = self._begin()
        return future.result()

    def begin(self) -> None:
        """Make it before anybody asks."""
        with self._lock:
            self._begin()

    def _begin(self) -> Future[Overview]:
        if self._next is None:
            self._next = self._thread.submit(self._make)
        return self._next

    def _make(self) -> Overview:
        started, state = time.monotonic(), state_of(self._path)
        try:
            with open_record(self._path, create=False, read_only=True) as record:
                made = overview_of(record)
        finally:
            with self._lock:
                self._next = None
        done: Future[Overview] = Future()
        done.set_result(made)
        with self._lock:
            self._last, self._state, self._seconds = done, state, time.monotonic() - started
        return made

    def close(self) -> None:
        """End the thread."""
        self._thread.shutdown(cancel_futures=True)


def state_of(path: Path) -> State:
    """Changes whenever the record does: it is written to the file itself or to the log beside it."""
    found = []
    for file in (path, Path(f"{path}-wal")):
        try:
            status = file.stat()
        except OSError:
            continue
        if status.st_size:  # an empty log comes with whoever opens the record, and goes with him
            found.append((status.st_mtime_ns, status.st_size))
    return tuple(found)
