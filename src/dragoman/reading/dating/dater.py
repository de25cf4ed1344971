"""When a document was published, by all the clues there are.

Every clue says how much likelier each day is; together they give a probability of each day, and the stretch
of days that is worth most is the interval. A clue that allows none of these days is shown as a contradiction
and not averaged away.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.reading.dating.ages import ages, anniversaries, happened_ago
from dragoman.reading.dating.curves import Curve, Timeline
from dragoman.reading.dating.evidence import Evidence, Subject
from dragoman.reading.dating.holders import Roles, office_holders
from dragoman.reading.dating.meetings import Meetings
from dragoman.reading.dating.named import Keys, Namings, Recurrent, happenings
from dragoman.reading.dating.people import People
from dragoman.reading.dating.written import written_dates
from dragoman.reading.gazetteer import Gazetteer
from dragoman.reading.times import find_times
from dragoman.terms import Clue, Document, Interval, Published, Span
from dragoman.world import World, chronicle, load
from dragoman.world.chronicle import Chronicle

VERSION = "1"

# Shares of the probability that an interval may hold.
_MASSES = (0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98)
# Share of the probability that makes an interval of twice the length worth it. Set so that a text whose clues
# agree comes out at about a week, while of the development articles nine intervals in ten still hold the day.
_DOUBLING = 0.045

# An interval wider than this says nothing; the date stays unknown. Days.
_WIDEST = 3660
_SHOWN = 12  # clues kept, the strongest first
_CONTRADICTS = 0.85  # weight of a clue that is worth showing against a container's date
_AROUND, _SMOOTHED = 63, 3  # days over which the best months, and in them the best day, are sought


class Dater:
    """Finds out when documents were published.

    Args:
        world: who held which office when.
        gazetteer: its names, ready to be found.
        tables: what happened when.

    Attributes:
        name: version of the clues and of the chronicle; another one dates again.
    """

    def __init__(self, world: World, gazetteer: Gazetteer, tables: Chronicle) -> None:
        self.name = f"dating-{VERSION}+chronicle-{chronicle.version()[:8]}"
        self._world = world
        self._gazetteer = gazetteer
        self._namings = Namings(tables)
        self._keys = Keys(tables)
        self._recurrent = Recurrent(tables)
        self._roles = Roles(tables)
        self._people = People(world, tables)
        self._meetings = Meetings(world, tables)
        self._lives = {life.person: life for life in tables.lives}

    @classmethod
    def shipped(cls) -> Dater:
        """With the world and the chronicle that come with the package; made once per process."""
        return _shipped()

    def date(self, document: Document, today: date) -> Document:
        """The document with what its text says of its day.

        A day that a container gives stays; then only the clues that contradict it are added.

        Args:
            today: nothing is published later.
        """
        given = document.published
        subject = self._subject(document, Timeline(today))
        evidence = list(self._evidence(subject))
        if given.is_sure:
            return _replaced(document, _contradicted(given, evidence, subject))
        return _replaced(document, combined(given, evidence, subject))

    def _subject(self, document: Document, timeline: Timeline) -> Subject:
        text = blanked(document.text, document.furniture)
        lower = text.lower()
        if len(lower) != len(text):
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        folded = lower.replace("’", "'").replace("\n", " ")
        hits = self._gazetteer.names(text)
        return Subject(text, lower, folded, find_times(text), hits, timeline)

    def _evidence(self, subject: Subject) -> Iterator[Evidence]:
        namings = [*self._namings.find(subject.folded), *self._keys.find(subject.lower)]
        yield from written_dates(subject)
        yield from office_holders(subject, self._world)
        yield from self._roles.find(subject)
        yield from self._people.find(subject)
        yield from happenings(subject, namings)
        yield from self._meetings.find(subject)
        yield from self._recurrent.find(subject)
        yield from ages(subject, self._lives)
        yield from anniversaries(subject, namings)
        yield from happened_ago(subject, namings)


@cache
def _shipped() -> Dater:
    world = load()
    return Dater(world, Gazetteer(world), chronicle.load())


def combined(given: Published, evidence: list[Evidence], subject: Subject) -> Published:
    """One interval and a best day from all the clues; unknown when they allow too much."""
    if not evidence:
        return given
    line = subject.timeline
    total = np.sum([np.log(one.likelihood()) for one in evidence], axis=0)
    allowed = _allowed(line, given.interval)
    if not allowed.any():  # a container of another age than the timeline
        return given
    total = np.where(allowed, total, -np.inf)
    interval, best = densest(line, np.exp(total - total.max()))
    strongest = sorted(evidence, key=lambda one: -float(one.likelihood().max()))
    clues = (*given.clues, *_distinct([one.clue(subject.text, best) for one in strongest])[:_SHOWN])
    if (interval.width_days or 0) > _WIDEST:  # they allow too much to say anything
        return Published(given.interval, clues, given.best)
    return Published(interval, clues, best)


def densest(line: Timeline, likelihood: Curve) -> tuple[Interval, date]:
    """The stretch of days that is worth most, and the likeliest day in it.

    Of the shortest stretches that hold given shares of the probability, the one taken gains most: a doubling
    of its length must bring `_DOUBLING` more of the probability. So an interval is narrow where the clues
    agree, with a little left outside, and wide where they do not.
    """
    mass = np.concatenate([[0.0], np.cumsum(likelihood / likelihood.sum())])
    start, end = max(
        (_shortest(mass, share) for share in _MASSES), key=lambda stretch: _worth(mass, *stretch)
    )
    return Interval(line.day(start), line.day(end)), line.day(_likeliest(likelihood, start, end))


def _shortest(mass: Curve, share: float) -> tuple[int, int]:
    """First and last day of the shortest stretch that holds a share of the probability."""
    ends = np.searchsorted(mass, mass + share - 1e-12)
    lengths = np.where(ends < len(mass), ends - np.arange(len(mass)), len(mass) + 1)
    start = int(np.argmin(lengths))
    return start, max(start, min(int(ends[start]), len(mass) - 1) - 1)


def _worth(mass: Curve, start: int, end: int) -> float:
    return float(mass[end + 1] - mass[start] - _DOUBLING * np.log2(end + 1 - start))


def _likeliest(likelihood: Curve, start: int, end: int) -> int:
    """The likeliest day of the two months that hold most, within the first and last day given."""
    months = np.convolve(likelihood, np.ones(_AROUND), mode="same")[start : end + 1]
    middle = start + int(np.argmax(months))
    first, last = max(start, middle - _AROUND // 2), min(end, middle + _AROUND // 2)
    days = np.convolve(likelihood, np.ones(_SMOOTHED), mode="same")[first : last + 1]
    flat = np.flatnonzero(days >= days.max() * (1 - 1e-6))
    return first + int(flat[len(flat) // 2])


def _allowed(line: Timeline, given: Interval) -> NDArray[np.bool_]:
    first = line.number(given.earliest) if given.earliest else 0
    last = line.number(given.latest) if given.latest else line.size
    allowed: NDArray[np.bool_] = (line.days >= first) & (line.days <= last)
    return allowed


def _contradicted(given: Published, evidence: list[Evidence], subject: Subject) -> Published:
    best = given.interval.earliest or subject.timeline.last
    clues = [one.clue(subject.text, best) for one in evidence]
    against = [c for c in clues if c.weight >= _CONTRADICTS and given.contradicts(c)]
    return Published(given.interval, (*given.clues, *_distinct(against)[:_SHOWN]), given.best)


def _distinct(clues: list[Clue]) -> list[Clue]:
    return list({(clue.kind, clue.quotation, clue.interval): clue for clue in clues}.values())


def _replaced(document: Document, published: Published) -> Document:
    return msgspec.structs.replace(document, published=published)


def blanked(text: str, spans: tuple[Span, ...]) -> str:
    """The text with blanks in some places, as long as before."""
    pieces, at = [], 0
    for span in spans:
        pieces += [text[at : span.start], " " * (span.end - span.start)]
        at = span.end
    return "".join([*pieces, text[at:]])
