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
from dragoman.faces.api.meeting import Meeting, meetings, meetings_in
from dragoman.faces.api.merged import StoryLine
from dragoman.faces.web.keeping.catalogues import Catalogues
from dragoman.faces.web.keeping.kept import Kept
from dragoman.faces.web.keeping.state import State, state_of
from dragoman.faces.web.keeping.systems import SYSTEMS
from dragoman.faces.web.keeping.watched import watched
from dragoman.store import Count, DocumentFacets, DocumentQuery, Facets, Summary
from dragoman.terms import DragomanError, Event, EventQuery

_EVENTS, _STORIES, _MEETINGS = 12, 8, 8
DOCUMENTS = 2500  # of more documents so many are counted, evenly over their days
_ACTORS = 5000  # events in which the busiest actors are counted
_NAME = "overview"
_QUICK = 0.1  # seconds; what takes no longer is counted again for whoever asks

__all__ = ["DOCUMENTS", "Overview", "Overviews", "State", "overview_of", "state_of"]


class Overview(msgspec.Struct, frozen=True):
    """A record at a glance.

    Attributes:
        latest: the last events whose day is known.
        counted: events in which ``facets`` were counted.
        documents: what was counted of documents; ``documents_counted``: in how many.
        busiest: the actors of most events, with all that a list of their events finds.
        meetings: the two sides of most events; of a large record they come a second after the rest.
    """

    summary: Summary
    latest: tuple[Event, ...]
    stories: tuple[StoryLine, ...]
    outlets: tuple[Count, ...]
    facets: Facets
    counted: int
    documents: DocumentFacets = DocumentFacets()
    documents_counted: int = 0
    busiest: tuple[Count, ...] = ()
    meetings: tuple[Meeting, ...] = ()


def overview_of(record: Record) -> Overview:
    """The overview of a record as it is now."""
    selection = record.store.browse(EventQuery(limit=0), _ACTORS)
    papers = record.store.list_documents(DocumentQuery(limit=0), DOCUMENTS)
    return Overview(
        summary=record.summary(),
        latest=record.store.latest_events(_EVENTS),
        stories=tuple(record.stories(limit=_STORIES)),
        outlets=record.outlets(),
        facets=selection.facets,
        counted=selection.counted,
        documents=papers.facets,
        documents_counted=papers.counted,
        busiest=tuple(_taking_part(record, each.name) for each in selection.facets.actors),
    )


def _taking_part(record: Record, actor: str) -> Count:
    """The events of an actor as they are listed: those of a state with its people and ministries."""
    return Count(actor, record.store.browse(EventQuery(about=actor, limit=0), 0).total)


class Overviews:
    """The latest overview, made in a thread of its own."""

    def __init__(self, path: Path, catalogues: Catalogues) -> None:
        self._path = path
        self._catalogues = catalogues
        self._kept = Kept(path)
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

    @property
    def has_one(self) -> bool:
        """Whether there is any, so that nobody has to wait for it."""
        return self._last is not None

    def refreshed(self) -> Overview:
        """The overview of the record as it is now."""
        with self._lock:
            self._next = None  # one that is being made may be too old
            future = self._begin()
        return future.result()

    def begin(self) -> None:
        """Make it before anybody asks, or take the one that was kept."""
        state = state_of(self._path)
        kept = self._kept.load(_NAME, state)
        with self._lock:
            if kept is None:
                self._begin()
            else:
                made = msgspec.msgpack.decode(kept, type=Overview)
                self._last, self._state, self._seconds = _done(made), state, 2 * _QUICK

    def _begin(self) -> Future[Overview]:
        if self._next is None:
            self._next = watched(self._thread.submit(self._make))
        return self._next

    def _make(self) -> Overview:
        started, state = time.monotonic(), state_of(self._path)
        try:
            with open_record(self._path, create=False, read_only=True) as record:
                made = overview_of(self._catalogues.lend_current(record))
                seconds = time.monotonic() - started
                if seconds < _QUICK:
                    made = msgspec.structs.replace(made, meetings=meetings(record, _MEETINGS))
        finally:
            with self._lock:
                self._next = None
        with self._lock:
            before = self._last.result().meetings if self._last is not None else ()
            if seconds >= _QUICK:  # nobody waits for who meets whom
                made = msgspec.structs.replace(made, meetings=before)
                watched(self._thread.submit(self._meet, made, state))
            self._last, self._state, self._seconds = _done(made), state, seconds
        if seconds < _QUICK:
            self._keep(made, state)
        return made

    def _meet(self, made: Overview, state: State) -> None:
        """Add who meets whom."""
        with open_record(self._path, create=False, read_only=True) as record:
            try:
                model = SYSTEMS.latest(record, self._path).model
            except DragomanError:
                return
        made = msgspec.structs.replace(made, meetings=meetings_in(model, _MEETINGS))
        with self._lock:
            if self._state == state:
                self._last = _done(made)
        self._keep(made, state)

    def _keep(self, made: Overview, state: State) -> None:
        if self._catalogues.is_large:
            self._kept.save(_NAME, state, msgspec.msgpack.encode(made))

    def close(self) -> None:
        """End the thread."""
        self._thread.shutdown(cancel_futures=True)


def _done(made: Overview) -> Future[Overview]:
    done: Future[Overview] = Future()
    done.set_result(made)
    return done
