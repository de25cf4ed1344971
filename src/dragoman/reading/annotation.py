"""What an annotator says about one text: the answer format of every trained reader, and of the corpus."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.terms import EventType, Span, Status

Spans = tuple[Span, ...]


class EventMark(msgspec.Struct, frozen=True, omit_defaults=True):
    """An event; all spans point into the annotated text.

    Attributes:
        confidence: 0 to 1, calibrated: of the events marked with .8, four in five are right in type.
        source, cue: who says so, where the text reports it.
    """

    trigger: Span
    type: EventType
    status: Status
    mode: str | None = None
    actors: Spans = ()
    recipients: Spans = ()
    times: Spans = ()
    places: Spans = ()
    source: Spans = ()
    cue: Span | None = None
    confidence: float = 1.0


class AttributionMark(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who says what, and the words that show it; each part may stand in several stretches, or in none."""

    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()


class PredicateMark(msgspec.Struct, frozen=True):
    """A verb or noun of happening that is no political event, with its status."""

    span: Span
    status: Status


class Annotation(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Everything marked in one text.

    Attributes:
        events: outermost act first.
        mentions: actors that play no part in an event or attribution.
        times, places: time words and place names that belong to no event.
    """

    events: tuple[EventMark, ...] = ()
    attributions: tuple[AttributionMark, ...] = ()
    predicates: tuple[PredicateMark, ...] = ()
    mentions: Spans = ()
    times: Spans = ()
    places: Spans = ()


def innermost(attributions: Iterable[AttributionMark], place: Span) -> AttributionMark | None:
    """The attribution in whose content a place lies; of nested ones the one that says least."""
    holding = [mark for mark in attributions if any(stretch.contains(place) for stretch in mark.content)]
    return min(holding, key=lambda mark: sum(map(len, mark.content)), default=None)


def sourced(annotation: Annotation) -> Annotation:
    """The annotation with each act given the speaker and reporting words of the attribution it stands in."""
    events = []
    for event in annotation.events:
        said = innermost(annotation.attributions, event.trigger)
        if said is not None:
            event = msgspec.structs.replace(event, source=said.source, cue=next(iter(said.cue), None))
        events.append(event)
    return msgspec.structs.replace(annotation, events=tuple(events))
