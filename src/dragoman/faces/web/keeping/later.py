"""Pages of a large record that take seconds the first time: made by threads of their own, and waited for a
moment only. Whoever asks is told so at once, and finds the page when it is done.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any

import msgspec

from dragoman.faces.api import Record
from dragoman.faces.web.keeping.catalogues import Catalogues
from dragoman.faces.web.keeping.desk import BusyError
from dragoman.faces.web.keeping.readers import Readers
from dragoman.faces.web.keeping.state import State, state_of

_THREADS = 2
_KEPT = 32  # pages
_AWAITED = 64  # pages that are being made; the oldest may have been given up
_LEFT_SECONDS = 20.0  # after which nobody waits any more: a browser asks again after two

Made = Any  # a page record


class _Begun(msgspec.Struct, eq=False):
    """A page that is being made of the record in some state, and when somebody last asked for it."""

    state: State
    task: asyncio.Task[Made]
    asked_at: float


class Later:
    """The threads, and the pages they made; see the module."""

    def __init__(self, path: Path, catalogues: Catalogues) -> None:
        self._path = path
        self._readers = Readers(path, _THREADS, catalogues, waits=True)
        self._tasks: OrderedDict[Hashable, _Begun] = OrderedDict()
        self._made: OrderedDict[Hashable, tuple[State, Made]] = OrderedDict()

    async def made(
        self, key: Hashable, make: Callable[[Record], Made], patience: float | None, *, keep: bool
    ) -> Made | None:
        """A page; ``None`` while making it takes longer than this many seconds, or where it was given up.

        Args:
            key: what tells it from others.
            keep: whether to give the same to the next one who asks, while the record stays as it is.

        Raises:
            BusyError: it was given up while somebody waited for it without end.
        """
        state = state_of(self._path)
        known = self._made.get(key)
        before = known[1] if known is not None and known[0] == state else None
        if before is not None and not _is_waiting(before):
            self._made.move_to_end(key)
            return before
        begun = self._begun(key, state, make)
        done, _ = await asyncio.wait({begun.task}, timeout=patience)
        if not done:
            return before  # a page of which a part is still to come is better than none
        if self._tasks.get(key) is begun:
            del self._tasks[key]
        if begun.task.cancelled():
            if patience is None:
                raise BusyError("too many other pages were asked for meanwhile. Ask again.")
            return before
        made = begun.task.result()
        if keep:
            self._made[key] = (begun.state, made)
            while len(self._made) > _KEPT:
                self._made.popitem(last=False)
        return made

    def _begun(self, key: Hashable, state: State, make: Callable[[Record], Made]) -> _Begun:
        """The making of a page: one that goes on, or that somebody waits for, else a new one.

        While a record is written to it is never still for long; whoever waits shall get what was begun.
        """
        known, now = self._tasks.get(key), time.monotonic()
        if known is not None and not known.task.cancelled():
            is_left = known.task.done() and known.state != state and now - known.asked_at > _LEFT_SECONDS
            if not is_left:
                known.asked_at = now
                return known
        begun = self._tasks[key] = _Begun(state, asyncio.create_task(self._readers.ask(make)), now)
        self._give_up()
        return begun

    def _give_up(self) -> None:
        while len(self._tasks) > _AWAITED:
            self._tasks.popitem(last=False)[1].task.cancel()

    def close(self) -> None:
        """Let every record go."""
        self._readers.close()


def _is_waiting(made: Made) -> bool:
    """Whether a part of a page is still being worked out."""
    return bool(getattr(made, "is_waiting", False))
