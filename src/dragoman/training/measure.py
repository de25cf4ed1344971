"""How well annotations agree: a model with the annotator, or one annotator with another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from dragoman.evaluation.metrics import Prf, match_one_to_one
from dragoman.reading.annotation import Annotation, EventMark
from dragoman.terms import EventType, Span


class Agreement(msgspec.Struct, frozen=True):
    """How far two sets of annotations agree.

    Attributes:
        located_f1: events whose triggers overlap; type_f1: with the same type as well.
        status_acc: share of located events with the same status.
        mode_acc: share of those of the same type with the same mode, or with none on both sides.
        actor_f1, recipient_f1: participants of located events whose spans overlap.
        mention_f1: spans of mentions, exact.
        source_f1, cue_f1, content_f1: characters of attributions.
        by_type: precision, recall and F1 of each event type among located and missed events.
        n: events of the first set.
    """

    located_f1: float
    type_f1: float
    status_acc: float
    mode_acc: float
    actor_f1: float
    recipient_f1: float
    mention_f1: float
    source_f1: float
    cue_f1: float
    content_f1: float
    by_type: dict[str, Prf]
    n: int


class _Counts(msgspec.Struct):
    """Right, found and expected of one measure."""

    hits: int = 0
    found: int = 0
    expected: int = 0

    def add(self, hits: int, found: int, expected: int) -> None:
        self.hits += hits
        self.found += found
        self.expected += expected

    @property
    def f1(self) -> float:
        return Prf.of(self.hits, self.found, self.expected).f1


def agreement(gold: Sequence[Annotation], found: Sequence[Annotation]) -> Agreement:
    """How far ``found`` agrees with ``gold``, text by text."""
    counts = {name: _Counts() for name in ("located", "actors", "recipients", "mentions", *_PARTS)}
    pairs: list[tuple[EventMark, EventMark]] = []
    for wanted, given in zip(gold, found, strict=True):
        matched = match_events(wanted.events, given.events)
        pairs += matched
        counts["located"].add(len(matched), len(given.events), len(wanted.events))
        _count_participants(counts, wanted, given, matched)
        _count_mentions(counts["mentions"], wanted, given)
        for part in _PARTS:
            _count_characters(counts[part], _stretches(wanted, part), _stretches(given, part))
    same = [(a, b) for a, b in pairs if a.type is b.type]
    located = counts["located"]
    return Agreement(
        located_f1=located.f1,
        type_f1=Prf.of(len(same), located.found, located.expected).f1,
        status_acc=_share([a.status is b.status for a, b in pairs]),
        mode_acc=_share([a.mode == b.mode for a, b in same]),
        actor_f1=counts["actors"].f1,
        recipient_f1=counts["recipients"].f1,
        mention_f1=counts["mentions"].f1,
        source_f1=counts["source"].f1,
        cue_f1=counts["cue"].f1,
        content_f1=counts["content"].f1,
        by_type=_by_type(gold, found, same),
        n=located.expected,
    )


_PARTS = ("source", "cue", "content")


def match_events(gold: Sequence[EventMark], found: Sequence[EventMark]) -> list[tuple[EventMark, EventMark]]:
    """Events whose triggers overlap, one to one, those of one type first."""
    scores = {
        (i, j): 2.0 if a.type is b.type else 1.0
        for i, a in enumerate(gold)
        for j, b in enumerate(found)
        if a.trigger.overlaps(b.trigger)
    }
    return [(gold[i], found[j]) for i, j in match_one_to_one(scores)]


def _count_participants(
    counts: dict[str, _Counts],
    gold: Annotation,
    found: Annotation,
    matched: Iterable[tuple[EventMark, EventMark]],
) -> None:
    for name in ("actors", "recipients"):
        hits = sum(_overlapping(getattr(a, name), getattr(b, name)) for a, b in matched)
        sizes = [sum(len(getattr(event, name)) for event in one.events) for one in (gold, found)]
        counts[name].add(hits, sizes[1], sizes[0])


def _overlapping(gold: Sequence[Span], found: Sequence[Span]) -> int:
    scores = {(i, j): 1.0 for i, a in enumerate(gold) for j, b in enumerate(found) if a.overlaps(b)}
    return len(match_one_to_one(scores))


def _count_mentions(counts: _Counts, gold: Annotation, found: Annotation) -> None:
    wanted, given = mention_spans(gold), mention_spans(found)
    counts.add(len(wanted & given), len(given), len(wanted))


def mention_spans(annotation: Annotation) -> set[Span]:
    """Every span that names an actor, nested ones left out."""
    spans = {
        *annotation.mentions,
        *(span for mark in annotation.attributions for span in mark.source),
        *(span for event in annotation.events for span in (*event.actors, *event.recipients)),
    }
    return {span for span in spans if not any(other != span and other.contains(span) for other in spans)}


def _stretches(annotation: Annotation, part: str) -> list[Span]:
    return [span for mark in annotation.attributions for span in getattr(mark, part)]


def _count_characters(counts: _Counts, gold: Sequence[Span], found: Sequence[Span]) -> None:
    wanted = {offset for span in gold for offset in range(span.start, span.end)}
    given = {offset for span in found for offset in range(span.start, span.end)}
    counts.add(len(wanted & given), len(given), len(wanted))


def _by_type(
    gold: Sequence[Annotation], found: Sequence[Annotation], same: Iterable[tuple[EventMark, EventMark]]
) -> dict[str, Prf]:
    expected, given = (Counter(event.type for one in each for event in one.events) for each in (gold, found))
    right = Counter(a.type for a, _ in same)
    return {str(t): Prf.of(right[t], given[t], expected[t]) for t in EventType}


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 0.0
