"""Pages of a large record that take seconds the first time: made by threads of their own, and waited for a
moment only. Whoever asks is told so at once, and finds the page when it is done.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any

from dragoman.faces.api import Record
from dragoman.faces.web.keeping.catalogues import Catalogues
from dragoman.faces.web.keeping.readers import Readers
from dragoman.faces.web.keeping.state import State, state_of

_THREADS = 2
_KEPT = 32  # pages
_AWAITED = 16  # pages that are being made; the oldest may have been given up

Made = Any  # a page record


class Later:
    """The threads, and the pages they made; see the module."""

    def __init__(self, path: Path, catalogues: Catalogues) -> None:
        self._path = path
        self._readers = Readers(path, _THREADS, catalogues, waits=True)
        self._tasks: OrderedDict[Hashable, asyncio.Task[Made]] = OrderedDict()
        self._made: OrderedDict[Hashable, tuple[State, Made]] = OrderedDict()

    async def made(
        self, key: Hashable, make: Callable[[Record], Made], patience: float | None, *, keep: bool
    ) -> Made | None:
        """A page; ``None`` while making it takes longer than this many seconds.

        Args:
            key: what tells it from others.
            keep: whether to give the same to the next one who asks, while the record stays as it is.
        """
        state = state_of(self._path)
        known = self._made.get(key)
        before = known[1] if known is not None and known[0] == state else None
        if before is not None and not _is_waiting(before):
            self._made.move_to_end(key)
            return before
        task = self._tasks.get(key)
        if task is None or task.cancelled():
            task = self._tasks[key] = asyncio.create_task(self._readers.ask(make))
            self._give_up()
        done, _ = await asyncio.wait({task}, timeout=patience)
        if not done:
            return before  # a page of which a part is still to come is better than none
        if self._tasks.get(key) is task:
            del self._tasks[key]
        made = task.result()
        if keep:
            self._made[key] = (state, made)
            while len(self._made) > _KEPT:
                self._made.popitem(last=False)
        return made

    def _give_up(self) -> None:
        while len(self._tasks) > _AWAITED:
            self._tasks.popitem(last=False)[1].cancel()

    def close(self) -> None:
        """Let every record go."""
        self._readers.close()


def _is_waiting(made: Made) -> bool:
    """Whether a part of a page is still being worked out."""
    return bool(getattr(made, "is_waiting", False))
