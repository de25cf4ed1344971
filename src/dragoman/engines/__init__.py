"""Where work runs: in this process or in several. Same results, same order."""

from __future__ import annotations

import os

from dragoman.engines.base import Engine, Preload, WorkerDied
from dragoman.engines.local import LocalEngine
from dragoman.engines.pool import PoolEngine
from dragoman.terms import DragomanError

__all__ = ["ENGINES", "Engine", "LocalEngine", "PoolEngine", "WorkerDied", "choose"]

ENGINES: tuple[type[LocalEngine] | type[PoolEngine], ...] = (LocalEngine, PoolEngine)


def choose(jobs: int | None = None, preload: Preload | None = None) -> Engine:
    """The engine for so many processes.

    Args:
        jobs: 1 works in this process; ``None`` takes as many as there are processor cores for us. More
            than one needs a program whose main module can be imported
            (``if __name__ == "__main__":``), as always where processes are started afresh.
        preload: called once, in each process, before its first batch.

    Raises:
        DragomanError: fewer than one process was asked for.
    """
    wanted = _cores() if jobs is None else jobs
    if wanted < 1:
        raise DragomanError(f"{jobs} processes cannot do anything. Give 1 or more.")
    return LocalEngine(preload) if wanted == 1 else PoolEngine(wanted, preload)


def _cores() -> int:
    """Processor cores that this process may use, which on a shared machine are fewer than it has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
