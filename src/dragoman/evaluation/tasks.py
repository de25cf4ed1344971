"""The evaluation tasks; their names and the keys of their scores are a contract."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from dragoman.evaluation import events, furniture, pairs
from dragoman.terms import GoldError, UnknownName

Evaluate = Callable[[Sequence[Path], Path | None], msgspec.Struct]


class Task(msgspec.Struct, frozen=True):
    """One task: its name, what it measures, and the function that does.

    Attributes:
        evaluate: takes the gold files and the folder of texts, gives a flat record of scores with ``n``.
    """

    name: str
    meaning: str
    evaluate: Evaluate


def _events(paths: Sequence[Path], texts: Path | None) -> msgspec.Struct:
    if texts is None:
        raise GoldError("the task events needs the documents as well: give their folder with --texts")
    return events.evaluate(paths, texts)


TASKS = [
    Task("pairs", "what a marked actor does to a marked recipient", lambda paths, _: pairs.evaluate(paths)),
    Task("events", "the whole reading of documents", _events),
    Task("furniture", "lines that are not the article", lambda paths, _: furniture.evaluate(paths)),
]


def run(name: str, paths: Sequence[Path], texts: Path | None = None) -> msgspec.Struct:
    """The scores of a task.

    Raises:
        UnknownName: no such task.
        GoldError: the gold is not in the task's format.
    """
    for task in TASKS:
        if task.name == name:
            return task.evaluate(paths, texts)
    raise UnknownName("task", name, tuple(task.name for task in TASKS))
