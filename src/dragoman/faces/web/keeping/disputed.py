"""Figures in dispute, compared portion by portion as far as a page asks for them.

To compare all figures of a large record takes minutes. So a thread of its own goes on with a search until it
has found what somebody wants to see. What it found is kept, and it stops when nobody waits any more.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections import OrderedDict
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import msgspec

from dragoman.disputing import Disputed
from dragoman.faces.api import Record, open_record
from dragoman.faces.web.keeping.overview import State, state_of
from dragoman.faces.web.keeping.slow import Slow
from dragoman.terms import DragomanError

_PATIENCE_SECONDS = 0.4  # for which a page waits before it shows what there is
_LEFT_SECONDS = 20.0  # after which a search that nobody asks for ends
_KEPT = 6


class Asked(msgspec.Struct, frozen=True):
    """Whose figures: a part of the words counted, a story; everything where both are left out."""

    about: str | None = None
    story: str | None = None


class Found(msgspec.Struct, frozen=True):
    """What a search found so far.

    Attributes:
        done, total: documents compared, and how many there are.
        is_over: whether nothing more is to come.
    """

    disputes: tuple[Disputed, ...] = ()
    done: int = 0
    total: int = 0
    is_over: bool = False


class _LeftError(Exception):
    """Nobody waits any more."""


class _Search:
    """One search. Its record is opened, asked and closed by the thread that goes on with it."""

    def __init__(self, path: Path, asked: Asked) -> None:
        self.state: State = state_of(path)
        self.found = Found()
        self.future: Future[None] | None = None
        self.waiting = 0
        self.asked_at = time.monotonic()
        self.is_dropped = False
        self._path, self._asked = path, asked
        self._record: Record | None = None
        self._source: Iterator[Disputed] = iter(())

    def is_enough(self, wanted: int) -> bool:
        """Whether so many are found, or there are no more."""
        return self.found.is_over or len(self.found.disputes) >= wanted

    def go_on(self, wanted: int) -> None:
        """Compare until so many are found, or all is compared."""
        try:
            if self._record is None:
                self._record = open_record(self._path, create=False, read_only=True)
                self._source = self._record.disputes(
                    self._asked.about, story=self._asked.story, on_progress=self._note
                )
            while not self.found.is_over and len(self.found.disputes) < wanted:
                each = next(self._source, None)
                more = () if each is None else (each,)
                self.found = msgspec.structs.replace(
                    self.found, disputes=(*self.found.disputes, *more), is_over=each is None
                )
        except BaseException:
            self.is_dropped = True
            raise
        finally:
            if self.found.is_over or self.is_dropped:
                self.close()

    def _note(self, what: str, done: int, total: int) -> None:
        self.found = msgspec.structs.replace(self.found, done=done, total=total)
        is_left = not self.waiting and time.monotonic() - self.asked_at > _LEFT_SECONDS
        if self.is_dropped or is_left:
            raise _LeftError

    def close(self) -> None:
        """Let the record go."""
        self._source = iter(())
        if self._record is not None:
            self._record.close()
            self._record = None


class Disputes:
    """The last searches; see the module."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[Path, Asked], _Search] = OrderedDict()
        self._thread = Slow()

    async def wait(self, path: Path, asked: Asked, wanted: int, patience: float | None) -> None:
        """Until so many are found, or for so many seconds; a page waits for less than half of one.

        Raises:
            DragomanError: there is no such story.
        """
        if patience is None:
            while not await self._waited(path, asked, wanted, None):
                pass  # a search for fewer went on; it is to go further
        else:
            await self._waited(path, asked, wanted, patience)

    async def _waited(self, path: Path, asked: Asked, wanted: int, patience: float | None) -> bool:
        """Wait once; whether there is as much as was wanted, or no more to come."""
        search = self._begun(path, asked, wanted)
        most = None if patience is None else min(patience, _PATIENCE_SECONDS)
        assert search.future is not None  # noqa: S101 - `_begun` gives it one
        future = asyncio.wrap_future(search.future)
        future.add_done_callback(lambda each: each.cancelled() or each.exception())
        search.waiting += 1
        try:
            # Shielded: one visitor who goes away must not take it from the others
            await asyncio.wait_for(asyncio.shield(future), most)
        except (TimeoutError, _LeftError):
            pass
        except DragomanError:
            if patience is None:
                raise
        finally:
            search.waiting -= 1
            search.asked_at = time.monotonic()
        return search.is_enough(wanted) or search.is_dropped

    def now(self, path: Path, asked: Asked) -> Found:
        """What is found so far.

        Raises:
            DragomanError: there is no such story.
        """
        with self._lock:
            search = self._kept.get((path, asked))
        if search is None:
            return Found()
        if search.future is not None and search.future.done():
            error = search.future.exception()
            if isinstance(error, DragomanError):
                raise error
        return search.found

    def _begun(self, path: Path, asked: Asked, wanted: int) -> _Search:
        key = (path, asked)
        with self._lock:
            search = self._kept.get(key)
            is_idle = search is None or search.future is None or search.future.done()
            # While somebody adds the record is never still for long; whoever waits shall get what was begun
            if search is None or search.is_dropped or (is_idle and search.state != state_of(path)):
                self._drop(search)
                search = self._kept[key] = _Search(path, asked)
            self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._drop(self._kept.popitem(last=False)[1])
            if search.future is None or (search.future.done() and not search.is_enough(wanted)):
                goes_on = search.go_on
                search.future = self._thread.submit(lambda: goes_on(wanted))
            return search

    def _drop(self, search: _Search | None) -> None:
        if search is not None:
            search.is_dropped = True  # one that goes on ends by itself
            self._thread.submit(search.close)


DISPUTES = Disputes()
