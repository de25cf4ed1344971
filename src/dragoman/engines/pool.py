"""Work in several processes of this machine.

Processes are started afresh (spawn), which works on every platform and beside threads. Each worker has
its own pipe, so the parent always knows which batch is in whose hands.
"""

from __future__ import annotations

import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from multiprocessing import connection, get_context
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Any, Self

from dragoman.engines.base import Preload, R, T, WorkerDied
from dragoman.engines.worker import END, Answer, serve

# One in work and one at hand: a worker never waits for the parent to notice that it is done.
_IN_HAND = 2
_PATIENCE_SECONDS = 5.0  # for a worker to end when told; then it is ended


class WorkerTrace(Exception):
    """Where in the worker an error arose; the cause of the error as it is raised here."""

    def __init__(self, trace: str) -> None:
        super().__init__(f"\n{trace}")


class PoolEngine:
    """Batches spread over processes.

    Args:
        jobs: how many processes.
        preload: called once in each of them before its first batch; found by its name, like the work.
    """

    name = "pool"

    def __init__(self, jobs: int, preload: Preload | None = None) -> None:
        self._jobs = jobs
        self._preload = preload

    def map(self, work: Callable[[T], R], batches: Iterable[T]) -> Iterator[R]:
        """See `Engine.map`. At most ``2 * jobs`` batches are ahead of the result last given."""
        with _Crew(self._jobs, work, self._preload) as crew:
            yield from crew.answers(iter(batches))


class _Worker:
    """A worker process as its parent sees it."""

    def __init__(self, work: Callable[[Any], Any], preload: Preload | None) -> None:
        context = get_context("spawn")
        self.pipe, far_end = context.Pipe()
        self.in_hand: deque[tuple[int, object]] = deque()
        self.process: SpawnProcess = context.Process(target=serve, args=(far_end, work, preload), daemon=True)
        with _interrupts_held():
            self.process.start()
        far_end.close()

    def give(self, number: int, batch: object) -> None:
        message = pickle.dumps(batch)
        self.in_hand.append((number, batch))
        try:
            self.pipe.send_bytes(message)
        except OSError as error:
            raise self._obituary() from error

    def take(self) -> tuple[int, Answer]:
        try:
            message = self.pipe.recv_bytes()
        except (EOFError, OSError) as error:
            raise self._obituary() from error
        number, _ = self.in_hand.popleft()
        # The message is our own worker's, over a pipe that nobody else holds.
        return number, pickle.loads(message)  # noqa: S301

    def dismiss(self) -> None:
        """Tell it that nothing more will come."""
        try:
            self.pipe.send_bytes(END)
        except OSError:
            return  # it is gone already, which is what was asked

    def _obituary(self) -> WorkerDied:
        self.process.join(_PATIENCE_SECONDS)
        code = self.process.exitcode
        reason = f"signal {signal.Signals(-code).name}" if code and code < 0 else f"exit status {code}"
        number, batch = self.in_hand[0] if self.in_hand else (None, None)
        return WorkerDied(reason, number, batch)


class _Crew:
    """The workers of one `PoolEngine.map`, ended with it."""

    def __init__(self, jobs: int, work: Callable[[Any], Any], preload: Preload | None) -> None:
        self._jobs = jobs
        self._work = work
        self._preload = preload
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            if kind is None:
                worker.dismiss()
            else:
                worker.process.terminate()
        for worker in self._workers:
            worker.process.join(_PATIENCE_SECONDS)
            worker.process.kill()
            worker.pipe.close()

    def answers(self, batches: Iterator[Any]) -> Iterator[Any]:
        """The results in order; the workers are kept supplied meanwhile."""
        numbered = enumerate(batches)
        done: dict[int, Answer] = {}
        for wanted in self._numbers_to_give(numbered, done):
            yield _result(done.pop(wanted))

    def _numbers_to_give(self, numbered: Iterator[tuple[int, Any]], done: dict[int, Answer]) -> Iterator[int]:
        """The number of each result once it is among those done."""
        wanted, given = 0, 0
        while True:
            given += self._supply(numbered, wanted + self._jobs * _IN_HAND - given)
            if wanted == given:
                return
            while wanted not in done:
                self._collect(done)
            yield wanted
            wanted += 1

    def _supply(self, numbered: Iterator[tuple[int, Any]], at_most: int) -> int:
        """Hand out that many batches if there are so many; how many it was."""
        given = 0
        while given < at_most and (task := next(numbered, None)) is not None:
            self._least_busy().give(*task)
            given += 1
        return given

    def _least_busy(self) -> _Worker:
        """A worker with nothing to do, a new one, or the one with the least in hand."""
        least = min(self._workers, key=lambda worker: len(worker.in_hand), default=None)
        if least is not None and (not least.in_hand or len(self._workers) == self._jobs):
            return least
        new = _Worker(self._work, self._preload)
        self._workers.append(new)
        return new

    def _collect(self, done: dict[int, Answer]) -> None:
        """Wait until some worker has an answer, and take what is there."""
        busy = [worker for worker in self._workers if worker.in_hand]
        ready = connection.wait([worker.pipe for worker in busy])
        for worker in busy:
            if worker.pipe in ready:
                number, answer = worker.take()
                done[number] = answer


def _result(answer: Answer) -> Any:
    if answer.error is not None:
        raise answer.error from WorkerTrace(answer.trace)
    return answer.result


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Start a process that is deaf to Ctrl-C from its first instruction, not only once it can say so.

    The mask of signals is inherited; what arrives here meanwhile is delivered afterwards.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    _start_tracker()
    former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def _start_tracker() -> None:
    """Start the helper process of `multiprocessing` now: starting it would let the signals in again."""
    from multiprocessing.resource_tracker import ensure_running

    ensure_running()
