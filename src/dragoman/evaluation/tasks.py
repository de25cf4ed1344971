"""The evaluation tasks; their names and the keys of their scores are a contract."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from dragoman.terms import GoldError, UnknownName

if TYPE_CHECKING:
    from dragoman.reading import Annotator


class Request(msgspec.Struct, frozen=True):
    """What is to be measured.

    Attributes:
        paths: the gold files or folders.
        texts: the folder of documents, where a task needs them.
        only: the data set to measure on, where a file holds several.
        mentions: the file of mentions, where a task has them apart from the documents.
        events, relations, entities: files of coded events and of what their numbers mean.
        first_day: the day 0 of the coded events, where their file does not tell.
        test: the split that is tested, where the gold has several.
    """

    paths: Sequence[Path]
    texts: Path | None = None
    only: str | None = None
    mentions: Path | None = None
    events: Sequence[Path] = ()
    relations: Path | None = None
    entities: Path | None = None
    first_day: date | None = None
    test: str | None = None


class Explained(msgspec.Struct, frozen=True):
    """A score, and what to read beside it: a line for each case."""

    score: msgspec.Struct
    lines: tuple[str, ...] = ()


class Task(msgspec.Struct, frozen=True):
    """One task: its name, what it measures, and the function that does.

    Attributes:
        evaluate: gives a flat record of scores with ``n``.
        options: which fields of `Request` it takes besides the paths.
        explain: gives the same with a line for each case, where there are few enough to read.
    """

    name: str
    meaning: str
    evaluate: Callable[[Request], msgspec.Struct]
    options: frozenset[str] = frozenset()
    explain: Callable[[Request], Explained] | None = None


# Each task imports what it measures when it is run, so that naming the tasks costs nothing.


def _pairs(request: Request) -> msgspec.Struct:
    from dragoman.evaluation import pairs

    return pairs.evaluate(request.paths)


def _spans(request: Request) -> msgspec.Struct:
    from dragoman.evaluation import spans

    return spans.evaluate(request.paths, _annotator())


def _events(request: Request) -> msgspec.Struct:
    from dragoman.evaluation import events

    if request.texts is None:
        raise GoldError("the task events needs the documents as well: give their folder with --texts")
    return events.evaluate(request.paths, request.texts)


def _status(request: Request) -> msgspec.Struct:
    from dragoman.evaluation import status

    return status.evaluate(request.paths, _annotator(), request.only)


def _attribution(request: Request) -> msgspec.Struct:
    from dragoman.evaluation import attribution

    return attribution.evaluate(request.paths, _annotator())


def _actors(request: Request) -> msgspec.Struct:
    from dragoman.evaluation import actors

    return actors.evaluate(request.paths)


def _times(request: Request) -> msgspec.Struct:
    from dragoman.evaluation import times

    return times.evaluate(request.paths)


def _dating(request: Request) -> msgspec.Struct:
    from dragoman.evaluation import dating

    return dating.evaluate(request.paths)


def _furniture(request: Request) -> msgspec.Struct:
    from dragoman.evaluation import furniture

    return furniture.evaluate(request.paths)


def _places(request: Request) -> msgspec.Struct:
    from dragoman.evaluation import places

    return places.evaluate(request.paths)


def _translation(request: Request) -> msgspec.Struct:
    from dragoman.evaluation import translation

    if request.texts is None:
        raise GoldError("the task translation needs the documents as well: give their folder with --texts")
    return translation.evaluate(request.paths, request.texts)


def _same_event(request: Request) -> msgspec.Struct:
    from dragoman.evaluation import same_event
    from dragoman.evaluation.same_event_prediction import predict

    if request.mentions is None:
        raise GoldError("the task same-event needs the mentions as well: --mentions FILE is missing")
    return same_event.evaluate(request.paths, request.mentions, predict)


def _drift(request: Request) -> msgspec.Struct:
    return _explain_drift(request).score


def _explain_drift(request: Request) -> Explained:
    from dragoman.evaluation import drift
    from dragoman.evaluation.coded_weeks import are_events

    if not request.events or request.relations is None or request.entities is None:
        raise GoldError(
            "the task drift needs coded events as well: "
            "one of --events FILE, --relations FILE and --entities FILE is missing"
        )
    shocks = [path for path in request.paths if not are_events(path)]
    events = [*request.events, *(path for path in request.paths if are_events(path))]
    found = drift.evaluate(shocks, events, request.relations, request.entities, request.first_day)
    return Explained(found.score, tuple(drift.line(seen) for seen in found.sightings))


def _forecast(request: Request) -> msgspec.Struct:
    from dragoman.evaluation import forecast

    if request.relations is None or request.entities is None:
        raise GoldError(
            "the task forecast needs to know its numbers: --relations FILE or --entities FILE is missing"
        )
    return forecast.evaluate(request.paths, request.relations, request.entities, request.test)


def _annotator() -> Annotator:
    """What marks sentences for the reader in use."""
    from dragoman.reading import reader_kind

    return reader_kind().annotator(None)


TASKS = [
    Task("pairs", "what a marked actor does to a marked recipient", _pairs),
    Task("events", "the whole reading of documents", _events, frozenset({"texts"})),
    Task("spans", "which words act and which receive", _spans),
    Task("status", "whether a marked act happened", _status, frozenset({"only"})),
    Task("attribution", "who says what", _attribution),
    Task("actors", "whom a phrase names, on its date", _actors),
    Task("times", "words that name times, and what they mean", _times),
    Task("dating", "when an article was published, by its text alone", _dating),
    Task("furniture", "lines that are not the article", _furniture),
    Task("places", "which words name a place, and where it lies", _places),
    Task("translation", "which words of a translation are doubtful", _translation, frozenset({"texts"})),
    Task("same-event", "which mentions are of one event", _same_event, frozenset({"mentions"})),
    Task(
        "drift",
        "whether alarms find dated shocks between states",
        _drift,
        frozenset({"events", "relations", "entities", "first_day"}),
        _explain_drift,
    ),
    Task(
        "forecast",
        "who is next: to whom, and by whom",
        _forecast,
        frozenset({"relations", "entities", "test"}),
    ),
]


def run(name: str, request: Request) -> msgspec.Struct:
    """The scores of a task.

    Raises:
        UnknownName: no such task.
        GoldError: the gold is not in the task's format, or an option is given that the task does not take.
    """
    return _task(name, request).evaluate(request)


def explain(name: str, request: Request) -> Explained:
    """The scores of a task, and a line for each case where it has them. Errors as for `run`."""
    task = _task(name, request)
    return task.explain(request) if task.explain else Explained(task.evaluate(request))


def _task(name: str, request: Request) -> Task:
    for task in TASKS:
        if task.name == name:
            _check_options(task, request)
            return task
    names = [task.name for task in TASKS]
    raise UnknownName("task", name, tuple(get_close_matches(name, names) or names))


def _check_options(task: Task, request: Request) -> None:
    for option in ("texts", "only", "mentions", "events", "relations", "entities", "first_day", "test"):
        if getattr(request, option) and option not in task.options:
            raise GoldError(f"the task {task.name} takes no --{option.replace('_', '-')}; leave it out")
