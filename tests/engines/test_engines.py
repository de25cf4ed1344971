"""Both engines keep the contract, and each does what is its own."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from dragoman.engines import ENGINES, LocalEngine, PoolEngine, WorkerDied, choose
from dragoman.engines.base import Engine, Preload
from dragoman.terms import DragomanError
from tests.contracts.engine_contract import EngineContract
from tests.engines import tasks


class TestLocal(EngineContract):
    """The engine in this process."""

    @pytest.fixture
    def make(self) -> Callable[[Preload | None], Engine]:
        return LocalEngine

    def test_works_here(self) -> None:
        """No other process is started."""
        assert set(LocalEngine().map(tasks.own_process, range(3))) == {os.getpid()}


class TestPool(EngineContract):
    """The engine with processes."""

    @pytest.fixture
    def make(self) -> Callable[[Preload | None], Engine]:
        return lambda preload: PoolEngine(2, preload)

    def test_works_elsewhere(self) -> None:
        """Both processes work, and this one does not."""
        workers = set(PoolEngine(2).map(tasks.own_process, range(40)))
        assert len(workers) == 2
        assert os.getpid() not in workers

    def test_names_the_batch_that_killed(self) -> None:
        """A worker that dies is reported with the batch it had in hand, after the results before it."""
        results = PoolEngine(2).map(tasks.die_at_three, range(10))
        assert [next(results) for _ in range(3)] == [0, 1, 2]
        with pytest.raises(WorkerDied, match=r"batch 3 \(3\): signal SIGKILL") as caught:
            next(results)
        assert (caught.value.number, caught.value.batch) == (3, 3)

    def test_a_death_before_the_first_batch_is_told_apart(self) -> None:
        """No batch is blamed for what happened before there was one."""
        with pytest.raises(WorkerDied, match="no batch begun: exit status 7") as caught:
            list(PoolEngine(2, tasks.die_loading).map(tasks.square, range(10)))
        assert caught.value.number is None
        assert multiprocessing.active_children() == []

    def test_leaves_nobody_behind(self) -> None:
        """However the work ends, its processes end."""
        list(PoolEngine(2).map(tasks.square, range(9)))
        with pytest.raises(DragomanError):
            list(PoolEngine(2).map(tasks.fail_at_three, range(9)))
        results = PoolEngine(2).map(tasks.square, range(1000))
        next(results)
        results.close()  # type: ignore[attr-defined]  # a generator
        assert multiprocessing.active_children() == []

    def test_says_where_in_the_worker(self) -> None:
        """The cause of an error shows the line in the worker's own code."""
        with pytest.raises(DragomanError) as caught:
            list(PoolEngine(2).map(tasks.fail_at_three, [3]))
        assert "tasks.py" in str(caught.value.__cause__)

    @pytest.mark.parametrize("work", [tasks.fail_unportably, tasks.answer_unportably])
    def test_what_cannot_travel_is_told_in_words(self, work: Callable[[int], object]) -> None:
        """An error or a result that cannot be pickled becomes an error that can."""
        with pytest.raises(Exception, match=r"Unportable: one and two|pickle|local object") as caught:
            list(PoolEngine(2).map(work, [1]))
        assert not isinstance(caught.value, tasks.Unportable)


@pytest.mark.parametrize("engine", [LocalEngine(), PoolEngine(2)])
def test_works_in_a_thread_and_inside_itself(engine: Engine) -> None:
    """One engine serves several threads, and a second pile while the first is under way."""

    def nested() -> list[int]:
        return [sum(engine.map(tasks.square, range(number))) for number in engine.map(tasks.square, range(3))]

    with ThreadPoolExecutor(2) as threads:
        assert [one.result() for one in [threads.submit(nested) for _ in range(2)]] == [[0, 0, 14]] * 2


def test_one_job_needs_no_pool() -> None:
    """One process is this one, more are a pool, none is an error."""
    assert isinstance(choose(1), LocalEngine)
    assert isinstance(choose(2), PoolEngine)
    assert type(choose()) in ENGINES
    with pytest.raises(DragomanError, match="1 or more"):
        choose(0)
