"""What every engine does: the same work on every batch, results in the order of the batches."""

from __future__ import annotations

import reprlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeVar

from dragoman.terms import DragomanError

T = TypeVar("T")
R = TypeVar("R")


class WorkerDied(DragomanError):
    """A worker process ended in the middle of its work.

    Attributes:
        number: which batch it had begun, counted from 0; ``None`` when it had begun none.
        batch: the batch itself.
    """

    def __init__(self, reason: str, number: int | None = None, batch: object = None) -> None:
        self.number = number
        self.batch = batch
        if number is None:
            task, hint = "with no batch begun", " Does the program start below `if __name__ == '__main__':`?"
        else:
            task, hint = f"on batch {number} ({reprlib.repr(batch)})", ""
        super().__init__(f"a worker process died {task}: {reason}. What came before is kept.{hint}")


class Engine(Protocol):
    """Runs work, somewhere."""

    def map(self, work: Callable[[T], R], batches: Iterable[T]) -> Iterator[R]:
        """The results of ``work`` on every batch, in order.

        Batches are taken from the iterable as they are needed, never more than a few ahead of the
        result last given, so that neither input nor output piles up. Closing the iterator ends the work.

        Args:
            work: a function that other processes can find by its name: defined at the top of a
                module, or a `functools.partial` of such a function.

        Raises:
            WorkerDied: this batch killed or crashed a worker process.
            Exception: whatever ``work`` raised, with its own type.
        """
        ...


Preload = Callable[[], Any]
