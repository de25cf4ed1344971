"""What every engine must do; an engine's test module inherits `EngineContract` and gives the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from dragoman.engines import Engine
from dragoman.engines.base import Preload
from dragoman.terms import UnknownName, UnreadableInput
from tests.engines import tasks

Make = Callable[[Preload | None], Engine]

MOST_AHEAD = 8  # batches; four for each of the two processes in the test


class EngineContract:
    """Inherit and provide the fixture ``make``: an engine that preloads what it is given."""

    def test_same_results_in_the_same_order(self, make: Make) -> None:
        """The results are those of the built-in `map`."""
        assert list(make(None).map(tasks.square, range(60))) == [number * number for number in range(60)]

    def test_nothing_gives_nothing(self, make: Make) -> None:
        """No batches, no results, no waiting."""
        assert list(make(None).map(tasks.square, [])) == []

    def test_large_batches_pass(self, make: Make) -> None:
        """Batches and results larger than any pipe neither block nor change."""
        batches = [bytes([number]) * 2_000_000 for number in range(9)]
        assert list(make(None).map(tasks.identity, batches)) == batches

    def test_takes_no_more_than_it_needs(self, make: Make) -> None:
        """Input is taken as results are taken, so a pile of any size stays on the disk."""
        taken = 0

        def batches() -> Iterator[int]:
            nonlocal taken
            while taken < 1000:
                taken += 1
                yield taken

        results = make(None).map(tasks.square, batches())
        for given, _ in zip(range(1, 31), results, strict=False):
            assert taken - given <= MOST_AHEAD

    def test_errors_keep_their_type(self, make: Make) -> None:
        """What the work raises is raised here, after the results before it."""
        results = make(None).map(tasks.fail_at_three, range(6))
        assert [next(results) for _ in range(3)] == [0, 1, 2]
        with pytest.raises(UnreadableInput, match="three"):
            next(results)

    def test_errors_keep_their_arguments(self, make: Make) -> None:
        """An error made of several arguments arrives with all of them."""
        with pytest.raises(UnknownName) as caught:
            list(make(None).map(tasks.ask_for_nobody, ["Narnia"]))
        assert (caught.value.given, caught.value.nearest) == ("Narnia", ("KAZ",))

    def test_an_error_of_the_input_ends_the_work(self, make: Make) -> None:
        """When taking a batch fails, the error passes through."""

        def batches() -> Iterator[int]:
            yield 1
            raise UnreadableInput("the pile collapsed")

        with pytest.raises(UnreadableInput, match="collapsed"):
            list(make(None).map(tasks.square, batches()))

    def test_preloads_before_the_first_batch(self, make: Make) -> None:
        """What the work needs is there when it begins."""
        tasks._loaded.clear()
        assert list(make(tasks.load).map(tasks.loaded, range(4))) == [["model"]] * 4

    def test_a_failed_preload_is_raised(self, make: Make) -> None:
        """When loading fails, its error arrives."""
        with pytest.raises(UnreadableInput, match="model file"):
            list(make(tasks.fail_to_load).map(tasks.square, range(4)))

    def test_can_be_left_early(self, make: Make) -> None:
        """Closing the results ends the work."""
        results = make(None).map(tasks.square, range(1000))
        assert next(results) == 0
        results.close()  # type: ignore[attr-defined]  # every engine gives a generator

    def test_can_be_used_again(self, make: Make) -> None:
        """One engine serves many piles."""
        engine = make(None)
        assert list(engine.map(tasks.square, [2])) == list(engine.map(tasks.square, [2])) == [4]
