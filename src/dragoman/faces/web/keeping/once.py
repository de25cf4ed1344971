"""What takes long to make, made once however many ask for it, and kept while it is among the last asked for.

Whoever asks for something while it is being made waits for that; nobody waits for the making of another.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


class Once(Generic[K, T]):
    """The last things that were made, by what tells them from others.

    Args:
        gone: told of each that is kept no longer.
    """

    def __init__(self, gone: Callable[[T], object] = lambda _: None) -> None:
        self._gone = gone
        self._lock = threading.Lock()
        self._made: OrderedDict[K, Future[T]] = OrderedDict()

    def __contains__(self, key: object) -> bool:
        return key in self._made

    def get(self, key: K, make: Callable[[], T], most: int) -> T:
        """What is kept under this key, or is made now; what cannot be made is tried again by the next.

        Args:
            most: how many are kept.
        """
        with self._lock:
            future = self._made.get(key)
            is_mine = future is None
            if future is None:
                future = self._made[key] = Future()
            self._made.move_to_end(key)
            leaving = [self._made.popitem(last=False)[1] for _ in range(len(self._made) - most)]
        self._let_go(leaving)
        if is_mine:
            self._make(key, make, future)
        return future.result()

    def keep(self, wanted: Callable[[K], bool]) -> None:
        """Keep only what has a key that is wanted."""
        with self._lock:
            leaving = [self._made.pop(key) for key in tuple(self._made) if not wanted(key)]
        self._let_go(leaving)

    def _make(self, key: K, make: Callable[[], T], future: Future[T]) -> None:
        try:
            future.set_result(make())
        except BaseException as error:  # noqa: BLE001 - raised again by whoever waits
            with self._lock:
                if self._made.get(key) is future:
                    del self._made[key]
            future.set_exception(error)

    def _let_go(self, leaving: list[Future[T]]) -> None:
        for future in leaving:
            if future.done() and future.exception() is None:
                self._gone(future.result())
