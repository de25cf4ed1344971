"""Clues from meetings of blocs, named by the bloc and perhaps the place: "a meeting of the CIS in Minsk"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

import msgspec

from dragoman.reading.dating.curves import Knots, Timeline, nearest_of, shaped
from dragoman.reading.dating.evidence import Evidence, Subject
from dragoman.reading.dating.holders import nearest_window
from dragoman.terms import EntityKind, Interval, Span
from dragoman.world import World
from dragoman.world.chronicle import Chronicle, Meeting

# By the days since the last day of the nearest of the meetings.
_BESIDE: Knots = (
    (-400, -10), (-60, -8.5), (-14, -7), (-5, -5), (-3, -3), (-1, -1), (0, 0), (1, 0), (2, -0.7), (4, -2.7),
    (7, -5), (14, -7), (31, -8), (120, -10),
)  # fmt: skip
# How often such a clue is right: told at the head of a text with its place, further down, without a place.
_AT_HEAD, _PLACED, _UNPLACED = 0.96, 0.75, 0.4
_HEAD = 800  # characters
_MEETING = re.compile(r"\b(?:meeting|summit|session|gathering|met|meet|congress|conference|leaders)\b")
_EDGE = re.compile(r"(?<!\bSt)(?<!\bMt)[.!?](?=\s+[A-Z])|\n")
_REACH = 200  # characters on either side in which the sentence ends


class _Known(msgspec.Struct, frozen=True):
    meeting: Meeting
    place: str


class Meetings:
    """The meetings of each bloc.

    Args:
        world: the blocs.
        chronicle: their meetings.
    """

    def __init__(self, world: World, chronicle: Chronicle) -> None:
        self._of: defaultdict[str, list[_Known]] = defaultdict(list)
        for series in chronicle.series:
            for bloc in {word for word in series.name.split() if _is_bloc(word, world)}:
                self._of[bloc] += [
                    _Known(meeting, (meeting.place or "").lower())
                    for meeting in series.meetings
                    if meeting.when.latest
                ]

    def find(self, subject: Subject) -> Iterator[Evidence]:
        """Each bloc that is said to meet, once for each place; without a place only where none is named."""
        placed: dict[tuple[str, str], Evidence] = {}
        bare: dict[str, Evidence] = {}
        for hit in subject.hits:
            bloc = next((name.entity for name in hit.senses if name.entity in self._of), None)
            sentence = _sentence(subject.text, hit.span).of(subject.lower)
            if bloc is None or not _MEETING.search(sentence):
                continue
            here = [known for known in self._of[bloc] if known.place and _stands(known.place, sentence)]
            evidence = _evidence(subject.timeline, hit.span, bloc, here, self._of[bloc])
            if here:
                placed.setdefault((bloc, here[0].place), evidence)
            else:
                bare.setdefault(bloc, evidence)
        yield from placed.values()
        yield from (each for bloc, each in bare.items() if bloc not in {known for known, _ in placed})


def _is_bloc(word: str, world: World) -> bool:
    return word in world.entities and world.entities[word].kind is EntityKind.BLOC


def _stands(place: str, sentence: str) -> bool:
    return re.search(rf"\b(?:in|at|to|near) {re.escape(place)}\b", sentence) is not None


def _sentence(text: str, span: Span) -> Span:
    """The sentence around some words, by its marks alone."""
    start, end = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    before = [match.end() for match in _EDGE.finditer(text, start, span.start)]
    behind = _EDGE.search(text, span.end, end)
    return Span(before[-1] if before else start, behind.start() if behind else end)


def _evidence(line: Timeline, span: Span, bloc: str, here: list[_Known], anywhere: list[_Known]) -> Evidence:
    known = here or anywhere
    ends = [line.number(each.meeting.when.latest) for each in known if each.meeting.when.latest]
    curve = shaped(nearest_of(ends, line.days), _BESIDE)
    slack = timedelta(days=7)
    windows = tuple(
        Interval(each.meeting.when.earliest - slack, each.meeting.when.latest + slack)
        for each in known
        if each.meeting.when.earliest and each.meeting.when.latest
    )
    where = f" in {known[0].meeting.place}" if here else ""
    reason = f"{bloc} met{where} then"
    placed = _AT_HEAD if span.start < _HEAD else _PLACED
    sureness = placed if here else _UNPLACED
    return Evidence("meeting", span, curve, lambda best: nearest_window(windows, best), reason, sureness)
