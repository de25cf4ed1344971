"""Work in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dragoman.engines.base import Preload, R, T


class LocalEngine:
    """One batch after the other, here.

    Args:
        preload: called once before the first batch, to load what the work needs.
    """

    name = "local"

    def __init__(self, preload: Preload | None = None) -> None:
        self._preload = preload

    def map(self, work: Callable[[T], R], batches: Iterable[T]) -> Iterator[R]:
        """See `Engine.map`."""
        if self._preload is not None:
            self._preload()
        for batch in batches:
            yield work(batch)
