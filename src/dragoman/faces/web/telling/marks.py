"""A text cut where marks begin and end, so that overlapping ones can be shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import pairwise

import msgspec

from dragoman.terms import EventMention, Mention, Span


class Lane(StrEnum):
    """What is marked; each has a line of its own under the words, in this order from the words down."""

    ACTOR = "actor"
    EVENT = "event"
    TIME = "time"
    PLACE = "place"
    SPEECH = "speech"
    SPEAKER = "speaker"  # of the speech lane, drawn bolder
    FIGURE = "figure"
    DOUBT = "doubt"  # what a translation probably got wrong
    FURNITURE = "furniture"
    HIT = "hit"  # a word that was searched for


class Mark(msgspec.Struct, frozen=True):
    """Characters that mean something.

    Attributes:
        says: what they mean, in words.
        event: id of the telling it belongs to, where it is the words that name the act.
        figure: id of the figure it states.
        note: number of the note on it, from 1; 0 when there is none.
    """

    span: Span
    lane: Lane
    says: str = ""
    event: str = ""
    figure: str = ""
    note: int = 0


class Segment(msgspec.Struct, frozen=True):
    """Characters that all the same marks lie on.

    Attributes:
        says: what the marks mean, one after the other.
        events: ids of the tellings whose act it is part of.
        begins: ids of the tellings whose act begins here; ``figures`` those of the figures.
        notes: numbers of the notes on words that end here.
    """

    text: str
    lanes: tuple[Lane, ...] = ()
    says: str = ""
    events: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()
    figures: tuple[str, ...] = ()


def segments(text: str, within: Span, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """The characters of ``within`` cut at every beginning and end of a mark."""
    there = sorted((mark for mark in marks if mark.span.overlaps(within)), key=lambda mark: mark.span)
    cuts = {within.start, within.end}
    for mark in there:
        cuts.update(cut for cut in (mark.span.start, mark.span.end) if within.start < cut < within.end)
    places = sorted(cuts)
    found: list[Segment] = []
    begun: set[str] = set()
    upcoming, open_marks = 0, list[Mark]()
    for start, end in pairwise(places):
        while upcoming < len(there) and there[upcoming].span.start <= start:
            open_marks.append(there[upcoming])
            upcoming += 1
        open_marks = [mark for mark in open_marks if mark.span.end > start]
        segment = _segment(Span(start, end), text, open_marks, begun)
        begun.update(segment.begins, segment.figures)
        found.append(segment)
    return tuple(found)


def _segment(place: Span, text: str, marks: Sequence[Mark], begun: set[str]) -> Segment:
    lanes = {mark.lane for mark in marks}
    events = tuple(dict.fromkeys(mark.event for mark in marks if mark.event))
    figures = dict.fromkeys(mark.figure for mark in marks if mark.figure)
    return Segment(
        text=place.of(text),
        lanes=tuple(lane for lane in Lane if lane in lanes),
        says="; ".join(dict.fromkeys(mark.says for mark in marks if mark.says)),
        events=events,
        begins=tuple(id for id in events if id not in begun),
        notes=tuple(mark.note for mark in marks if mark.note and mark.span.end == place.end),
        figures=tuple(id for id in figures if id not in begun),
    )


def cast(mention: EventMention, name: str = "") -> list[Mark]:
    """The words that name the act and those that take part in it, and who says so."""
    found = [Mark(mention.trigger, Lane.EVENT, name or mention.type.value, mention.id)]
    found += _named(mention.actors, Lane.ACTOR, "acts") + _named(mention.recipients, Lane.ACTOR, "receives")
    if mention.where is not None:
        found += _named([mention.where], Lane.PLACE, "where")
    for said in mention.said_by:
        found += _named([said.source], Lane.SPEAKER, "says so")
        if said.cue is not None:
            found.append(Mark(said.cue, Lane.SPEAKER, "says so"))
    return found


def _named(mentions: Iterable[Mention], lane: Lane, role: str) -> list[Mark]:
    return [
        Mark(mention.span, lane, f"{role}: {mention.entity or mention.text}")
        for mention in mentions
        if mention.span is not None
    ]


def snippet(words: str, marks: tuple[str, str]) -> tuple[Segment, ...]:
    """Words in which hits stand between two marks, cut into segments."""
    opening, closing = marks
    found = []
    for number, part in enumerate(words.split(opening)):
        hit, _, rest = part.partition(closing) if number else ("", "", part)
        found += [Segment(hit, (Lane.HIT,))] if hit else []
        found += [Segment(rest)] if rest else []
    return tuple(found)


def hits(words: str, asked: str | None) -> tuple[Segment, ...]:
    """Words with those asked for marked: whole words in any case, as the evidence is searched."""
    wanted = re.findall(r"\w+", asked or "")
    if not wanted:
        return (Segment(words),)
    pattern = rf"\b(?:{'|'.join(re.escape(word) for word in wanted)})\b"
    places = (Span(*match.span()) for match in re.finditer(pattern, words, re.IGNORECASE))
    return segments(words, Span(0, len(words)), (Mark(place, Lane.HIT) for place in places))
