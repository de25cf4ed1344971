"""What is made once for all who ask."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import dragoman
from dragoman import modelling
from dragoman.faces.web.keeping.once import Once
from dragoman.faces.web.keeping.systems import Systems
from tests.faces import systems

WAIT = 20.0  # seconds, after which something hangs


def test_a_day_that_is_kept_answers_while_another_is_taken_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for a day that somebody else asked for; who asks for the same one gets the same model."""
    path = tmp_path / "camps.dragoman"
    systems.fill(path)
    kept, begun, go = Systems(), threading.Event(), threading.Event()

    def asked(at: date) -> Any:
        with dragoman.open(path, read_only=True) as record:
            return kept.as_of(record, path, at)

    first = asked(date(2022, 1, 2))
    monkeypatch.setattr(modelling, "model_on", held(modelling.model_on, begun, go))
    with ThreadPoolExecutor(2) as threads:
        others = [threads.submit(asked, date(2022, 3, 6)) for _ in range(2)]
        assert begun.wait(WAIT)
        assert asked(date(2022, 1, 2)) is first
        assert not any(each.done() for each in others)
        go.set()
        assert others[0].result(WAIT) is others[1].result(WAIT)


def held(work: Callable[..., Any], begun: threading.Event, go: threading.Event) -> Callable[..., Any]:
    """The work, which says that it has begun, and waits."""

    def wait(*given: Any) -> Any:
        begun.set()
        assert go.wait(WAIT)
        return work(*given)

    return wait


def test_what_failed_is_tried_again() -> None:
    """Whoever asks next may fare better."""
    once: Once[str, float] = Once()
    with pytest.raises(ZeroDivisionError):
        once.get("half", lambda: 1 / 0, 2)
    assert once.get("half", lambda: 1 / 2, 2) == 0.5


def test_the_last_asked_for_are_kept() -> None:
    """Of more than are kept, the one that was asked for longest ago goes, and is told so."""
    gone: list[int] = []
    once: Once[int, int] = Once(gone.append)
    for number in (1, 2, 1, 3):
        assert once.get(number, partial(int, number), 2) == number
    assert (gone, 1 in once, 2 in once) == ([2], True, False)
    once.keep(lambda number: number == 3)
    assert gone == [2, 1]
