"""Work in several processes of this machine.

Processes are started afresh (spawn), which works on every platform and beside threads. Each worker has
its own pipe, so the parent always knows which batch is in whose hands.
"""

from __future__ import annotations

import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing import connection, get_context
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Any, Self

import msgspec

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


class Task(msgspec.Struct, frozen=True, eq=False):
    """A batch and its place in the order."""

    number: int
    batch: Any


class _Worker:
    """A worker process as its parent sees it."""

    def __init__(self, work: Callable[[Any], Any], preload: Preload | None) -> None:
        context = get_context("spawn")
        self.pipe, far_end = context.Pipe()
        self.in_hand: deque[Task] = deque()
        self._answered = 0
        self._begun = context.RawValue("q", 0)
        self.process: SpawnProcess = context.Process(
            target=serve, args=(far_end, work, preload, self._begun), daemon=True
        )
        with _interrupts_held():
            self.process.start()
        far_end.close()

    def give(self, task: Task) -> None:
        self.in_hand.append(task)
        with suppress(OSError):  # it is dead, which `take` will find out
            self.pipe.send_bytes(pickle.dumps(task.batch))

    def take(self) -> Answer:
        """The answer to the first task in hand.

        Raises:
            EOFError, OSError: it died.
        """
        # The message is our own worker's, over a pipe that nobody else holds.
        answer: Answer = pickle.loads(self.pipe.recv_bytes())  # noqa: S301
        self._answered += 1
        return answer

    def last_words(self) -> tuple[Task | None, WorkerDied]:
        """The task that killed it, if it was one, and the error to raise in its place."""
        self.end()
        code = self.process.exitcode
        reason = f"signal {signal.Signals(-code).name}" if code and code < 0 else f"exit status {code}"
        unsent = self._begun.value - self._answered
        if unsent == 0:
            return None, WorkerDied(reason)
        task = self.in_hand[unsent - 1]
        return task, WorkerDied(reason, task.number, task.batch)

    def end(self) -> None:
        """Wait for it to end by itself, and not for ever."""
        self.process.join(_PATIENCE_SECONDS)
        self.process.kill()
        self.process.join()
        self.pipe.close()

    def dismiss(self) -> None:
        """Tell it that nothing more will come."""
        with suppress(OSError):  # it is gone already, which is what was asked
            self.pipe.send_bytes(END)


class _Crew:
    """The workers of one `PoolEngine.map`, ended with it."""

    def __init__(self, jobs: int, work: Callable[[Any], Any], preload: Preload | None) -> None:
        self._jobs = jobs
        self._work = work
        self._preload = preload
        self._workers: list[_Worker] = []
        self._done: dict[int, Answer] = {}

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
            worker.end()

    def answers(self, batches: Iterator[Any]) -> Iterator[Any]:
        """The results in order; the workers are kept supplied meanwhile."""
        tasks = (Task(number, batch) for number, batch in enumerate(batches))
        given = wanted = 0
        while True:
            for task in islice(tasks, wanted + self._jobs * _IN_HAND - given):
                self._least_busy().give(task)
                given += 1
            if wanted == given:
                return
            yield _result(self._answer_to(wanted))
            wanted += 1

    def _least_busy(self) -> _Worker:
        """A worker with nothing to do, a new one, or the one with the least in hand."""
        least = min(self._workers, key=lambda worker: len(worker.in_hand), default=None)
        if least is not None and (not least.in_hand or len(self._workers) == self._jobs):
            return least
        new = _Worker(self._work, self._preload)
        self._workers.append(new)
        return new

    def _answer_to(self, wanted: int) -> Answer:
        """The answer to one task; what others answer meanwhile is laid aside."""
        while wanted not in self._done:
            busy = [worker for worker in self._workers if worker.in_hand]
            ready = connection.wait([worker.pipe for worker in busy])
            for worker in busy:
                if worker.pipe in ready:
                    self._hear(worker)
        return self._done.pop(wanted)

    def _hear(self, worker: _Worker) -> None:
        try:
            answer = worker.take()
        except (EOFError, OSError):
            self._bury(worker)
        else:
            self._done[worker.in_hand.popleft().number] = answer

    def _bury(self, worker: _Worker) -> None:
        """One task killed it; the others in its hands are innocent and go to somebody else."""
        culprit, error = worker.last_words()
        if culprit is None:
            raise error
        self._workers.remove(worker)
        self._done[culprit.number] = Answer(error=error)
        for task in worker.in_hand:
            if task is not culprit:
                self._least_busy().give(task)


def _result(answer: Answer) -> Any:
    if answer.error is not None:
        raise answer.error from (WorkerTrace(answer.trace) if answer.trace else None)
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
