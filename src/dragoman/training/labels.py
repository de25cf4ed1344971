"""Annotated items as arrays: what the model is to answer for each token."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.reading.annotation import Annotation, EventMark, Spans, innermost
from dragoman.reading.neural.hints import Hints
from dragoman.reading.neural.layout import BEGIN, INSIDE, OUTSIDE, SPAN_HEADS, STATUSES, TYPES, Layout, Role
from dragoman.reading.neural.tokenizer import Pieces
from dragoman.reading.sheet import bare
from dragoman.terms import EventType, Span, Status
from dragoman.training.items import Item

# Acts that are done by saying so, and are attributions too.
_SPOKEN = frozenset(
    {
        EventType.AGREE,
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.SUPPORT,
    }
)
_REPORTING = ("source", "cue", "content")
IGNORED = -100  # a label that is not learned from


class Pair(msgspec.Struct, frozen=True):
    """One act between two named sides: the question of the pair head."""

    actor: Span | None
    recipient: Span | None
    type: EventType
    trigger: Span


class Example(msgspec.Struct, frozen=True):
    """One text with the answers wanted.

    Attributes:
        spans: for each span head, outside / begin / inside of each piece.
        types, statuses, modes, mains: for each piece, `IGNORED` where nothing is named.
        roles: (row, column) pairs of pieces for each `Role`.
        acts, cues: pieces that are rows: triggers, reporting words.
        pairs: what each marked pair would be.
    """

    pieces: Pieces
    hints: Hints
    spans: NDArray[np.int64]
    types: NDArray[np.int64]
    statuses: NDArray[np.int64]
    modes: NDArray[np.int64]
    mains: NDArray[np.int64]
    roles: tuple[tuple[int, int, int], ...]
    acts: tuple[int, ...]
    cues: tuple[int, ...]
    pairs: tuple[Pair, ...]


def example(item: Item, pieces: Pieces, hints: Hints, layout: Layout) -> Example:
    """The arrays of one annotated text."""
    annotation: Annotation = item
    length = len(pieces.ids)
    answers = _Answers(pieces, layout, np.full((4, length), IGNORED, dtype=np.int64))
    spans = np.zeros((len(SPAN_HEADS), length), dtype=np.int64)
    for name, found in _spans(annotation, item.text).items():
        _tag(spans[SPAN_HEADS.index(name)], pieces, found)
    for name in (*item.incomplete, *(_REPORTING if is_partial(annotation) else ())):
        row = spans[SPAN_HEADS.index(name)]
        row[row == OUTSIDE] = IGNORED
    for cue in (span for mark in annotation.attributions for span in mark.cue):
        if len(answers.rows(cue)) == 1:  # "said"; longer cues ("is expected to say") have no one status
            answers.status(cue, Status.HAPPENED)
    for predicate in annotation.predicates:
        answers.status(predicate.span, predicate.status)
    for position, event in enumerate(annotation.events):
        answers.event(event, is_main=position == 0)
        answers.said_by(event, annotation)
    for mark in annotation.attributions:
        for cue in mark.cue:
            answers.link(cue, mark.source, Role.SOURCE)
            answers.link(cue, mark.content, Role.CONTENT)
            answers.cues.extend(answers.rows(cue))
    types, statuses, modes, mains = answers.labels
    return Example(
        pieces,
        hints,
        spans,
        types,
        statuses,
        modes,
        mains,
        tuple(answers.roles),
        tuple(sorted(set(answers.acts))),
        tuple(sorted(set(answers.cues))),
        tuple(pairs(annotation.events)),
    )


def pairs(events: Iterable[EventMark]) -> list[Pair]:
    """Every pair of named sides with the outermost act between them.

    Parties of one act without recipient stand to each other both ways.
    """
    found: dict[tuple[Span | None, Span | None], Pair] = {}
    for event in events:
        recipients: Sequence[Span | None] = event.recipients or (
            event.actors if len(event.actors) > 1 else (None,)
        )
        for actor in event.actors or (None,):
            for recipient in recipients:
                if actor != recipient:
                    found.setdefault((actor, recipient), Pair(actor, recipient, event.type, event.trigger))
    return list(found.values())


def is_partial(annotation: Annotation) -> bool:
    """Whether an act done by speaking stands in no reporting words: its annotator took it for an event only.

    What is marked in such a text is learned from, what is not marked says nothing.
    """
    cues = [span for mark in annotation.attributions for span in mark.cue]
    spoken = [event.trigger for event in annotation.events if event.type in _SPOKEN]
    return any(not any(cue.overlaps(trigger) for cue in cues) for trigger in spoken)


class _Answers(msgspec.Struct):
    """The answers of one text while they are collected."""

    pieces: Pieces
    layout: Layout
    labels: NDArray[np.int64]
    roles: list[tuple[int, int, int]] = []
    acts: list[int] = []
    cues: list[int] = []

    def rows(self, span: Span) -> list[int]:
        """The pieces that begin the words of a span."""
        covered = self.pieces.covered(span)
        return [int(i) for i in covered if i in self.pieces.firsts]

    def event(self, event: EventMark, is_main: bool) -> None:
        rows = self.rows(event.trigger)
        types, statuses, modes, mains = self.labels
        types[rows] = TYPES.index(event.type)
        statuses[rows] = STATUSES.index(event.status)
        modes[rows] = 0 if event.mode is None else 1 + self.layout.modes.index((event.type, event.mode))
        mains[rows] = is_main
        self.acts.extend(rows)
        self.link(event.trigger, event.actors, Role.ACTOR)
        self.link(event.trigger, event.recipients, Role.RECIPIENT)
        self.link(event.trigger, event.times, Role.TIME)
        self.link(event.trigger, event.places, Role.PLACE)

    def said_by(self, event: EventMark, annotation: Annotation) -> None:
        """The source of the innermost attribution whose content holds the act."""
        said = innermost(annotation.attributions, event.trigger)
        if said is not None:
            self.link(event.trigger, said.source, Role.SAID_BY)

    def status(self, span: Span, status: Status) -> None:
        self.labels[1][self.rows(span)] = STATUSES.index(status)

    def link(self, act: Span, parts: Spans, role: Role) -> None:
        for row in self.rows(act):
            for part in parts:
                self.roles.extend((int(role), row, int(column)) for column in self.pieces.covered(part))


def _spans(annotation: Annotation, text: str) -> dict[str, list[Span]]:
    """The spans each span head is to find."""
    events, said = annotation.events, annotation.attributions
    sources = [span for mark in said for span in mark.source]
    return {
        "mention": [
            *annotation.mentions,
            *(bare(text, span) for span in sources if "," not in span.of(text)),
            *(span for event in events for span in (*event.actors, *event.recipients)),
        ],
        "trigger": [event.trigger for event in events],
        "source": sources,
        "cue": [span for mark in said for span in mark.cue],
        "content": [span for mark in said for span in mark.content],
        "time": [*annotation.times, *(span for event in events for span in event.times)],
        "place": [*annotation.places, *(span for event in events for span in event.places)],
    }


def _tag(row: NDArray[np.int64], pieces: Pieces, spans: Sequence[Span]) -> None:
    """Mark spans as begin and inside; of nested ones the outer is marked."""
    for span in sorted(set(spans), key=lambda span: (-len(span), span.start)):
        covered = pieces.covered(span)
        if len(covered) and not row[covered].any():
            row[covered] = INSIDE
            row[covered[0]] = BEGIN
