"""Threads for what takes many seconds, so that no reading thread is held up by it.

They are daemons, unlike those of `concurrent.futures`: nobody waits for a forecast when the server stops.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import LifoQueue
from typing import Any, TypeVar

T = TypeVar("T")


class Slow:
    """One thing after the other, what was asked for last first: whoever asked before may have gone on."""

    def __init__(self) -> None:
        self._waiting: LifoQueue[tuple[Future[Any], Callable[[], Any]]] = LifoQueue()
        self._lock = threading.Lock()
        self._has_begun = False

    def submit(self, work: Callable[[], T]) -> Future[T]:
        """What the work will give; it does not begin when that is cancelled first."""
        future: Future[T] = Future()
        with self._lock:
            self._waiting.put((future, work))
            if not self._has_begun:
                self._has_begun = True
                threading.Thread(target=self._run, name="slow", daemon=True).start()
        return future

    def _run(self) -> None:
        while True:
            future, work = self._waiting.get()
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(work())
            except Exception as error:  # noqa: BLE001 - whoever waits for it has to learn of it
                future.set_exception(error)


SECONDS = Slow()
MINUTES = Slow()
