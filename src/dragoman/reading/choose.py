"""Which reader reads."""

from __future__ import annotations

import multiprocessing
import os
import warnings
from collections.abc import Callable
from difflib import get_close_matches

import msgspec

from dragoman.reading.annotated import AnnotatedReader
from dragoman.reading.annotator import Annotator
from dragoman.reading.reader import Reader
from dragoman.reading.rule_annotator import RuleAnnotator
from dragoman.reading.rules import RuleReader
from dragoman.terms import BrokenModel, UnknownName

ENVIRONMENT = "DRAGOMAN_READER"


class ReaderKind(msgspec.Struct, frozen=True):
    """One way to read.

    Attributes:
        name: how the user asks for it.
        meaning: what it is, for the manual.
        annotator: makes what marks sentences, given how many cores it may use.
        reader: makes what reads documents, likewise.
    """

    name: str
    meaning: str
    annotator: Callable[[int | None], Annotator]
    reader: Callable[[int | None], Reader]


# Each imports what it needs when it is made, so that the rule reader works where onnxruntime does not.


def _trained(threads: int | None) -> Annotator:
    try:
        from dragoman.reading.neural.model import shipped
    except ImportError as error:
        raise BrokenModel(f"the trained reader cannot run here: {error}. Reinstall dragoman.") from error
    return shipped(threads)


def _endpoint(threads: int | None) -> Annotator:
    from dragoman.reading.endpoint import EndpointAnnotator

    return EndpointAnnotator()


READERS = [
    ReaderKind(
        "trained", "the model that ships", _trained, lambda threads: AnnotatedReader(_trained(threads))
    ),
    ReaderKind("rules", "tables of cues; no model", lambda _: RuleAnnotator(), lambda _: RuleReader()),
    ReaderKind(
        "endpoint",
        "a language model behind an OpenAI-compatible endpoint",
        _endpoint,
        lambda threads: AnnotatedReader(_endpoint(threads)),
    ),
]


class ReadsByRules(UserWarning):
    """The trained reader cannot read, so the rule reader does; said once in each process."""


def chosen_reader(threads: int | None = None) -> Reader:
    """The reader asked for; the rule reader, with a warning, when none was and the model is broken.

    Args:
        threads: how many cores it may use; all when left out.

    Raises:
        UnknownName: there is no reader of the name in the environment.
        BrokenModel: the trained reader was asked for by name and its weights are missing or damaged.
    """
    try:
        return reader_kind().reader(threads)
    except BrokenModel as error:
        if os.environ.get(ENVIRONMENT):
            raise
        if multiprocessing.parent_process() is None:  # the workers' parent has said so
            warnings.warn(f"{error} Until then the rule reader reads.", ReadsByRules, stacklevel=2)
        return RuleReader()


def reader_kind(name: str | None = None) -> ReaderKind:
    """The way to read of that name; by default the one ``DRAGOMAN_READER`` names, else the trained one.

    Raises:
        UnknownName: there is none of that name.
    """
    wanted = name or os.environ.get(ENVIRONMENT) or READERS[0].name
    for kind in READERS:
        if kind.name == wanted:
            return kind
    names = [kind.name for kind in READERS]
    raise UnknownName("reader", wanted, tuple(get_close_matches(wanted, names) or names))
