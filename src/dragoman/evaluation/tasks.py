"""The evaluation tasks; their names and the keys of their scores are a contract."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from pathlib import Path

import msgspec

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


# Each task imports what it measures when it is run, so that naming the tasks costs nothing.


def _pairs(paths: Sequence[Path], texts: Path | None) -> msgspec.Struct:
    from dragoman.evaluation import pairs

    return pairs.evaluate(paths)


def _events(paths: Sequence[Path], texts: Path | None) -> msgspec.Struct:
    from dragoman.evaluation import events

    if texts is None:
        raise GoldError("the task events needs the documents as well: give their folder with --texts")
    return events.evaluate(paths, texts)


def _furniture(paths: Sequence[Path], texts: Path | None) -> msgspec.Struct:
    from dragoman.evaluation import furniture

    return furniture.evaluate(paths)


TASKS = [
    Task("pairs", "what a marked actor does to a marked recipient", _pairs),
    Task("events", "the whole reading of documents", _events),
    Task("furniture", "lines that are not the article", _furniture),
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
    names = [task.name for task in TASKS]
    raise UnknownName("task", name, tuple(get_close_matches(name, names) or names))
