"""Home: what the record holds, and where to begin."""

from __future__ import annotations

from itertools import dropwhile

import msgspec

from dragoman.faces import wording
from dragoman.faces.api.meeting import Meeting
from dragoman.faces.api.merged import StoryLine
from dragoman.faces.web.charts.lines import EventLine, line
from dragoman.faces.web.keeping.overview import Overview
from dragoman.faces.web.page import Context
from dragoman.faces.web.telling.moment import Moment
from dragoman.store import Count, Summary
from dragoman.terms import EntityKind
from dragoman.world import load

_MONTHS = 14  # as many as a telephone has room for fingers


class HomeRequest(msgspec.Struct, frozen=True):
    """Nothing is to be said."""


class Busy(msgspec.Struct, frozen=True):
    """Somebody who takes part in many events.

    Attributes:
        id: of the entity; ``kind`` says what it is.
        events: number of events on either side; of a state with those of its people and ministries.
    """

    id: str
    name: str
    kind: EntityKind | None
    events: int


class Met(msgspec.Struct, frozen=True):
    """Two sides by name, how many events are between them, and the page that shows how they stand."""

    one: str
    other: str
    events: int
    link: str


class Home(msgspec.Struct, frozen=True):
    """The record at a glance.

    Attributes:
        record: name of the file.
        latest: the last events that happened and whose day is known, latest first.
        meetings: the two sides of most events; of a large record they come a second after the rest.
        judgements: how many decisions of people there are.
        counted: events in which the actors and months were counted, when not all.
        timeline: events of each of the last fourteen months, from the first that has any.
    """

    record: str
    summary: Summary
    latest: tuple[EventLine, ...]
    busiest: tuple[Busy, ...]
    meetings: tuple[Met, ...]
    judgements: int
    counted: int
    stories: tuple[StoryLine, ...]
    outlets: tuple[Count, ...]
    timeline: tuple[Count, ...]

    @property
    def title(self) -> str:
        """See `PageRecord`."""
        return self.record

    @property
    def rows(self) -> tuple[EventLine, ...]:
        """See `PageRecord`."""
        return self.latest


def home(context: Context, request: HomeRequest) -> Home:
    """The page `/`."""
    overview = context.overview
    return Home(
        record=context.settings.record.name,
        summary=overview.summary,
        latest=tuple(line(event) for event in overview.latest),
        busiest=tuple(busy(count) for count in sorted(overview.busiest, key=lambda each: -each.number)),
        meetings=tuple(met(each) for each in overview.meetings),
        judgements=len(context.record.judgements()),
        counted=overview.counted,
        stories=overview.stories,
        outlets=overview.outlets,
        timeline=_timeline(overview),
    )


def busy(count: Count) -> Busy:
    """Somebody by name."""
    entity = load().entities.get(count.name)
    if entity is None:
        return Busy(count.name, count.name, None, count.number)
    return Busy(entity.id, entity.name, entity.kind, count.number)


def met(found: Meeting) -> Met:
    """Two sides by name."""
    link = Moment().dyad(found.one, found.other)
    return Met(wording.speaker(found.one), wording.speaker(found.other), found.events, link)


def _timeline(overview: Overview) -> tuple[Count, ...]:
    """The months up to the latest event that happened; what is planned for later does not stretch them."""
    if not overview.latest:
        return ()
    when = overview.latest[0].when
    last = when.earliest or when.latest or overview.latest[0].reported.earliest
    if last is None:
        return ()
    numbers = {count.name: count.number for count in overview.facets.months}
    end = last.year * 12 + last.month
    names = [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(end - _MONTHS, end)]
    return tuple(
        dropwhile(lambda each: not each.number, (Count(name, numbers.get(name, 0)) for name in names))
    )
