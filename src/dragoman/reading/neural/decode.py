"""The model's scores as an annotation."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import fmean

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.reading.annotation import Annotation, AttributionMark, EventMark, Spans, innermost
from dragoman.reading.neural.layout import BEGIN, INSIDE, OUTSIDE, SPAN_HEADS, STATUSES, TYPES, Layout, Role
from dragoman.reading.neural.tokenizer import Pieces
from dragoman.terms import EventType, Span

Scores = NDArray[np.float32]

# A span or a link is taken above one half, except where the floor in the model's settings says otherwise.
EVEN = 0.5
PARTY_FLOOR = 0.2  # for the second party of a meeting; by judgement
VISIT = "visit"
# Spans that may follow each other without a word between: "refused talks". Two actors, times or places never
# do, and what looks so is one in pieces.
_MAY_TOUCH = frozenset({"trigger", "cue", "content"})


class Settings(msgspec.Struct, frozen=True):
    """What was fitted on the held-out part of the corpus after training.

    Attributes:
        trigger_floor: the least probability for which words name an act.
        confidence_floor: the least product of that and the type's probability for which the act is kept.
        report_floor: the least probability for which words are a source, report or are what is said.
        slope, offset: how the raw confidence becomes a calibrated one: a logistic curve on its logit
            (Platt 1999).
    """

    trigger_floor: float = EVEN
    confidence_floor: float = 0.0
    report_floor: float = EVEN
    slope: float = 1.0
    offset: float = 0.0


class Output(msgspec.Struct, frozen=True):
    """The model's answer for one text: ``tags`` (pieces, channels), ``roles`` (role, pieces, pieces)."""

    tags: Scores
    roles: Scores


class _Words(msgspec.Struct, frozen=True):
    """A stretch of words, both ends inclusive, as positions in ``Pieces.firsts``."""

    first: int
    last: int


def decode(text: str, pieces: Pieces, output: Output, layout: Layout, settings: Settings) -> Annotation:
    """Everything the model marks in one text; empty when the text has no word."""
    if not len(pieces.firsts):
        return Annotation()
    return _Decoder(text, pieces, output, layout, settings).annotation()


class _Decoder:
    """One text while it is decoded. Words are counted, not pieces: a word is what its first piece says."""

    def __init__(self, text: str, pieces: Pieces, output: Output, layout: Layout, settings: Settings) -> None:
        self._text = text
        self._pieces = pieces
        self._layout = layout
        self._settings = settings
        self._tags = output.tags[pieces.firsts]
        self._roles = output.roles
        self._starts: list[int] = pieces.starts[pieces.firsts].tolist()
        self._ends: list[int] = pieces.word_ends.tolist()
        spans = self._tags[:, : 3 * len(SPAN_HEADS)].reshape(-1, len(SPAN_HEADS), 3)
        inside, begins = 1.0 - softmax(spans)[..., OUTSIDE], spans[..., BEGIN] > spans[..., INSIDE]
        self._inside: dict[str, list[float]] = dict(zip(SPAN_HEADS, inside.T.tolist(), strict=True))
        self._begins: dict[str, list[bool]] = dict(zip(SPAN_HEADS, begins.T.tolist(), strict=True))
        self._mentions = self._stretches("mention")
        self._times = self._stretches("time")
        self._places = self._stretches("place")
        self._sources = self._stretches("source", settings.report_floor)

    def annotation(self) -> Annotation:
        attributions = self._attributions()
        triggers = [
            self._unnamed(words) for words in self._stretches("trigger", self._settings.trigger_floor)
        ]
        events = [event for words in triggers if (event := self._event(words, attributions)) is not None]
        main = self._tags[:, self._layout.heads["main"].start]
        order = sorted(events, key=lambda event: -main[self._starts.index(event.trigger.start)])
        return Annotation(
            events=tuple(order),
            attributions=tuple(attributions),
            mentions=self._spans(self._mentions),
            times=self._spans(self._times),
            places=self._spans(self._places),
        )

    def _unnamed(self, trigger: _Words) -> _Words:
        """The words of an act without an actor at either end: "met" of "met Tokayev"."""
        first, last, named = trigger.first, trigger.last, self._inside["mention"]
        while first < last and named[last] > EVEN:
            last -= 1
        while first < last and named[first] > EVEN:
            first += 1
        return _Words(first, last)

    def _event(self, trigger: _Words, attributions: Sequence[AttributionMark]) -> EventMark | None:
        rows = slice(trigger.first, trigger.last + 1)
        types = softmax(self._mean("type", rows))
        best = int(types.argmax())
        raw = max(self._inside["trigger"][rows]) * float(types[best])
        if raw < self._settings.confidence_floor:
            return None
        links = self._links(rows)
        source = self._linked(links[Role.SAID_BY], self._sources)
        span, mode = self._span(trigger), self._mode(best, rows)
        is_mutual = TYPES[best] is EventType.CONSULT and mode != VISIT
        acting, receiving = sides(links[Role.ACTOR], links[Role.RECIPIENT], is_mutual)
        return EventMark(
            trigger=span,
            type=TYPES[best],
            status=STATUSES[int(self._mean("status", rows).argmax())],
            mode=mode,
            actors=self._parties(acting) if is_mutual else self._linked(acting, self._mentions),
            recipients=self._linked(receiving, self._mentions),
            times=self._linked(links[Role.TIME], self._times),
            places=self._linked(links[Role.PLACE], self._places),
            source=source,
            cue=_cue_of(span, source, attributions),
            confidence=self._calibrated(raw),
        )

    def _mode(self, best: int, rows: slice) -> str | None:
        """The likeliest mode of the type, if it is likelier than none."""
        own = [i for i, (event_type, _) in enumerate(self._layout.modes) if event_type is TYPES[best]]
        if not own:
            return None
        scores: list[float] = self._mean("mode", rows).tolist()
        chosen = max(own, key=lambda i: scores[1 + i])
        return self._layout.modes[chosen][1] if scores[1 + chosen] > scores[0] else None

    def _calibrated(self, raw: float) -> float:
        raw = min(max(raw, 1e-6), 1.0 - 1e-6)
        logit = math.log(raw / (1.0 - raw)) * self._settings.slope + self._settings.offset
        return round(1.0 / (1.0 + math.exp(-logit)), 3)

    def _links(self, rows: slice) -> list[list[float]]:
        """For each role, how far each word has it to the words of an act or a report."""
        firsts = self._pieces.firsts
        scores = self._roles[:, firsts[rows]].mean(axis=1)[:, firsts]
        found: list[list[float]] = sigmoid(scores).tolist()
        return found

    def _parties(self, acting: list[float]) -> Spans:
        """Who meets: where only one is sure, the likeliest other joins, since nobody meets alone."""
        found = self._linked(acting, self._mentions)
        if len(found) != 1:
            return found
        shares = {self._span(words): fmean(acting[words.first : words.last + 1]) for words in self._mentions}
        others = [
            span for span, share in shares.items() if share > PARTY_FLOOR and not span.overlaps(found[0])
        ]
        return tuple(sorted((*found, *sorted(others, key=shares.__getitem__)[-1:])))

    def _linked(self, scores: list[float], known: Sequence[_Words]) -> Spans:
        """The stretches that play a role: marked ones on the whole, others throughout."""
        chosen = [score > EVEN for score in scores]
        begins = [False] * len(chosen)
        for words in known:
            own = scores[words.first : words.last + 1]
            chosen[words.first : words.last + 1] = [sum(own) > EVEN * len(own)] * len(own)
            begins[words.first] = True
        return self._spans(_runs(chosen, begins))

    def _attributions(self) -> list[AttributionMark]:
        """Each reporting word with who speaks and what is said; content that no word reports stands alone."""
        floor = self._settings.report_floor
        said = [inside > floor for inside in self._inside["content"]]
        if not any(said):
            return []
        begins, left = self._begins["content"], list(said)
        found = []
        for cue in self._stretches("cue", floor):
            links = self._links(slice(cue.first, cue.last + 1))
            own = [
                is_said and score > EVEN and not cue.first <= place <= cue.last
                for place, (is_said, score) in enumerate(zip(said, links[Role.CONTENT], strict=True))
            ]
            if any(own):
                left = [is_left and not is_own for is_left, is_own in zip(left, own, strict=True)]
                source = self._linked(links[Role.SOURCE], self._sources)
                found.append(AttributionMark(source, (self._span(cue),), self._spans(_runs(own, begins))))
        alone = _runs(left, begins)
        return [*found, AttributionMark((), (), self._spans(alone))] if alone else found

    def _stretches(self, head: str, floor: float = EVEN) -> list[_Words]:
        inside = [share > floor for share in self._inside[head]]
        return _runs(inside, self._begins[head] if head in _MAY_TOUCH else [False] * len(inside))

    def _mean(self, head: str, rows: slice) -> Scores:
        mean: Scores = self._tags[rows, self._layout.heads[head].channels].mean(axis=0)
        return mean

    def _spans(self, stretches: Sequence[_Words]) -> Spans:
        return tuple(self._span(words) for words in stretches)

    def _span(self, words: _Words) -> Span:
        return Span(self._starts[words.first], self._ends[words.last])


def _runs(inside: Sequence[bool], begins: Sequence[bool]) -> list[_Words]:
    """Stretches of neighbouring words that are inside; a beginning opens a new one."""
    found: list[_Words] = []
    for place in (i for i, is_in in enumerate(inside) if is_in):
        if found and found[-1].last == place - 1 and not begins[place]:
            found[-1] = _Words(found[-1].first, place)
        else:
            found.append(_Words(place, place))
    return found


def sides(acting: list[float], receiving: list[float], is_mutual: bool) -> tuple[list[float], list[float]]:
    """How far each word acts and how far it receives.

    That somebody takes part is often surer than on which side ("Iran met Oman"): then he stands on the
    likelier one. In a meeting that is no visit all parties act.
    """
    either = [1.0 - (1.0 - a) * (1.0 - r) for a, r in zip(acting, receiving, strict=True)]
    if is_mutual:
        return either, [0.0] * len(either)
    parts = list(zip(acting, receiving, either, strict=True))
    return [e if a >= r else 0.0 for a, r, e in parts], [e if r > a else 0.0 for a, r, e in parts]


def _cue_of(trigger: Span, source: Spans, attributions: Sequence[AttributionMark]) -> Span | None:
    """The reporting words of the attribution that holds an act and names its source."""
    said = innermost([mark for mark in attributions if not source or set(source) & set(mark.source)], trigger)
    return next(iter(said.cue), None) if said else None


def softmax(scores: Scores) -> Scores:
    """Probabilities along the last axis."""
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), dtype=np.float32)


def sigmoid(scores: Scores) -> Scores:
    """The logistic function."""
    return np.asarray(1.0 / (1.0 + np.exp(-scores)), dtype=np.float32)
