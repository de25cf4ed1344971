"""Clues from what a text names: happenings of the chronicle and meetings that come again.

What is named has happened or was foretold, and most of what news name is fresh.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec
import numpy as np
from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.reading.dating.curves import Knots, Timeline, nearest_of, shaped
from dragoman.reading.dating.evidence import Evidence, Subject, always
from dragoman.reading.gazetteer import is_whole
from dragoman.reading.times.lexicon import ordinal
from dragoman.terms import Interval, Span
from dragoman.world.chronicle import Chronicle, Series

# By the days before it could be named; phrases may have meant something else before.
_UNHEARD: Knots = ((0, -2), (30, -4.5), (400, -6.5), (4000, -8))
# By the days since the latest of all that is named: most news have one fresh happening among the old.
_FRESH: Knots = ((0, 0), (4, 0), (14, -2), (31, -2.6), (120, -3.4), (400, -4.1), (1500, -4.9), (6000, -6.6))
_POINT_DAYS, _SHORT_DAYS = 60, 7  # a happening of more days is no point to count from
# By the days since the nearest of what comes again; it is named most in the weeks before.
_AROUND: Knots = (
    (-700, -5), (-200, -3), (-60, -1.5), (-14, -0.4), (0, 0), (3, 0), (14, -1.2), (60, -2.6),
    (200, -3.8), (700, -5),
)  # fmt: skip
_SHORTEST = 4  # letters; "COP" is also the police
_FORETOLD_FOR = timedelta(days=400)  # how long before it a yearly meeting is spoken of


class Named(msgspec.Struct, frozen=True):
    """Something dated that a phrase names."""

    name: str
    when: Interval
    since: date


class Naming(msgspec.Struct, frozen=True):
    """A phrase of the text and what it names."""

    span: Span
    named: Named
    sureness: float = 0.95


class Recurrent:
    """What comes again, by its bare name: the New Hampshire primary, Davos, Ramadan.

    Alone it only says in which weeks of some year a text was written.
    """

    def __init__(self, chronicle: Chronicle) -> None:
        called: dict[str, Series] = {}
        for series in chronicle.series:
            if len(series.meetings) > 1:
                called.update(
                    {_folded(phrase): series for phrase in series.called if len(phrase) > _SHORTEST}
                )
        self._series = tuple(called.values())
        self._automaton = AhoCorasick(tuple(called), matchkind=MatchKind.LeftmostLongest)

    def find(self, subject: Subject) -> Iterator[Evidence]:
        """Each series named, once."""
        seen = set()
        for index, start, end in self._automaton.find_matches_as_indexes(subject.folded):
            series = self._series[index]
            if series.name in seen or not is_whole(subject.folded, start, end):
                continue
            seen.add(series.name)
            yield _recurring(subject.timeline, Span(start, end), series)


def _recurring(line: Timeline, span: Span, series: Series) -> Evidence:
    days = [meeting.when for meeting in series.meetings if meeting.when.latest]
    distances = nearest_of([line.number(when.latest) for when in days if when.latest], line.days)

    def allows(best: date) -> Interval:
        when = min(days, key=lambda each: abs(((each.latest or best) - best).days))
        first, last = when.earliest or best, when.latest or best
        return Interval(first - timedelta(days=60), last + timedelta(days=14))

    return Evidence("recurrent", span, shaped(distances, _AROUND), allows, f"{series.name} was then")


class Namings:
    """The phrases of the chronicle, ready to be found."""

    def __init__(self, chronicle: Chronicle) -> None:
        meant: dict[str, Named] = {}
        for series in chronicle.series:
            meant.update(_meetings(series))
        for one in chronicle.happenings:
            named = Named(one.name, one.when, one.since)
            meant.update({_folded(phrase): named for phrase in one.called})
        self._meant = tuple(meant.values())
        self._automaton = AhoCorasick(tuple(meant), matchkind=MatchKind.LeftmostLongest)

    def find(self, folded: str) -> list[Naming]:
        """What a folded text names, whole words only."""
        return [
            Naming(Span(start, end), self._meant[index])
            for index, start, end in self._automaton.find_matches_as_indexes(folded)
            if is_whole(folded, start, end)
        ]


class Keys:
    """The keys of the chronicle: word beginnings that together, in one sentence, mean a happening."""

    def __init__(self, chronicle: Chronicle) -> None:
        by_trigger: defaultdict[str, list[tuple[tuple[str, ...], Named]]] = defaultdict(list)
        for one in chronicle.happenings:
            for key in one.keys:
                stems = tuple(_NO_WORD.sub(" ", stem).strip() for stem in key)
                trigger = max((word for stem in stems for word in stem.split()), key=len)
                by_trigger[trigger].append((stems, Named(one.name, one.when, one.since)))
        self._keys = tuple(by_trigger.values())
        self._automaton = AhoCorasick(tuple(by_trigger)) if by_trigger else None

    def find(self, lower: str) -> list[Naming]:
        """What a text in lower case tells of, each happening once, at the word that gave it away."""
        if self._automaton is None:
            return []
        edges = [0, *(match.end() for match in _SENTENCE_END.finditer(lower)), len(lower)]
        found: dict[str, Naming] = {}
        words: dict[int, str] = {}
        for index, start, end in self._automaton.find_matches_as_indexes(lower, overlapping=True):
            if start and lower[start - 1].isalnum():
                continue
            at = bisect_right(edges, start) - 1
            if at not in words:
                words[at] = " " + _NO_WORD.sub(" ", lower[edges[at] : edges[at + 1]])
            for key, named in self._keys[index]:
                if named.name not in found and all(f" {stem}" in words[at] for stem in key):
                    span = _told(lower, Span(edges[at], edges[at + 1]), key) or Span(start, end)
                    found[named.name] = Naming(span, named, _KEY_SURENESS)
        return list(found.values())


def _told(lower: str, sentence: Span, key: Sequence[str]) -> Span | None:
    """The words of a sentence from the first that a key names to the last."""
    found = [
        match
        for stem in key
        for match in [
            re.compile(rf"\b{re.escape(stem.split()[0])}\w*").search(lower, sentence.start, sentence.end)
        ]
        if match
    ]
    return Span(min(m.start() for m in found), max(m.end() for m in found)) if found else None


_KEY_SURENESS = 0.85  # words that stand together by chance are commoner than phrases that do
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_NO_WORD = re.compile(r"[^\w.]+|\.(?!\w)")


def happenings(subject: Subject, namings: Sequence[Naming]) -> Iterator[Evidence]:
    """Each happening named, once: not before it could be named; and how fresh the latest of them is."""
    firsts: dict[str, Naming] = {}
    for naming in namings:
        firsts.setdefault(naming.named.name, naming)
    line = subject.timeline
    known = [n for n in firsts.values() if n.named.since <= line.last]
    for naming in known:
        curve = line.window(naming.named.since, None, _UNHEARD, ((0, 0), (1, 0)))
        allows = always(Interval(naming.named.since, None))
        yield Evidence("happening", naming.span, curve, allows, _reason(naming.named), naming.sureness)
    yield from _freshest(line, known)


def _point(named: Named) -> date | None:
    """The day news of it began: its last when it was short, else its first; none when it took months."""
    width = named.when.width_days
    if width is None or width > _POINT_DAYS:
        return None
    return named.when.latest if width <= _SHORT_DAYS else named.when.earliest


def _freshest(line: Timeline, known: Sequence[Naming]) -> Iterator[Evidence]:
    """How long ago the latest happening was, whichever that is on each day."""
    points = {line.number(point): n for n in known if (point := _point(n.named)) and point <= line.last}
    if not points:
        return
    days = np.asarray(sorted(points), dtype=np.int32)
    latest = np.searchsorted(days, line.days, side="right") - 1
    lags = np.where(latest >= 0, line.days - days[np.clip(latest, 0, None)], 0)
    curve = np.where(latest >= 0, shaped(lags, _FRESH), _BEFORE_ALL).astype(np.float32)
    last = points[int(days[-1])]

    def allows(best: date) -> Interval:
        at = int(np.searchsorted(days, line.number(best), side="right")) - 1
        day = line.day(int(days[max(at, 0)]))
        return Interval(day, None)

    yield Evidence("fresh", last.span, curve, allows, f"the latest it names: {_reason(last.named)}")


# Where none of what is named had happened yet, all of it was foretold. By judgement.
_BEFORE_ALL = -3.0


def _reason(named: Named) -> str:
    if named.when.earliest and named.since < named.when.earliest:
        return f"{named.name}, {named.when}, foretold since {named.since}"
    return f"{named.name}, {named.when}"


def _meetings(series: Series) -> Iterator[tuple[str, Named]]:
    """What the meetings of a series are called, by number and by place."""
    for meeting in series.meetings:
        first = meeting.when.earliest
        if first is None:
            continue
        named = Named(_meeting_name(series, meeting.number, first.year), meeting.when, first - _FORETOLD_FOR)
        for phrase in series.called:
            called = _folded(phrase)
            if meeting.number is not None:
                yield f"{ordinal(meeting.number)} {called}", named
                if " " not in called and called.isalpha():
                    yield f"{called}{meeting.number}", named
            if meeting.place:
                yield f"{called} in {_folded(meeting.place)}", named
                yield f"{_folded(meeting.place)} {called}", named
            yield f"{first.year} {called}", named


def _meeting_name(series: Series, number: int | None, year: int) -> str:
    return f"{series.name} of {year}" if number is None else f"{series.name} {number}, {year}"


def _folded(phrase: str) -> str:
    return " ".join(phrase.lower().replace("’", "'").split())
