"""What was asked for: the sides, the story, the days, and the events that belong to them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from dragoman.faces.api.merged import StoryLine
from dragoman.faces.api.query import build_query
from dragoman.faces.api.record import Record
from dragoman.faces.brief.lookup import Lookup, Verb
from dragoman.faces.brief.names import capital, clean, side
from dragoman.faces.brief.sentences import days
from dragoman.faces.brief.tree import Scope
from dragoman.terms import DragomanError, Event, Interval
from dragoman.world import load

WIDEST = 62  # days; what is known less exactly stands under no day


class Subject(msgspec.Struct, frozen=True):
    """What a brief is about, with the events of it.

    Attributes:
        events: of the period, by day.
        undatable: events of the same sides or story that no day is known of, not even that of a report.
        elsewhere: first and last day of what the record has of it outside the period; unknown: nothing.
        line: of the story, where one is meant.
    """

    scope: Scope
    events: tuple[Event, ...]
    undatable: int
    elsewhere: Interval
    line: StoryLine | None = None

    @property
    def name(self) -> str:
        """As it stands in a sentence: "Russia and Ukraine"."""
        if self.scope.other:
            return f"{side(self.scope.about)} and {side(self.scope.other)}"
        return side(self.scope.about) if self.scope.about else "this story"

    @property
    def title(self) -> str:
        """As it stands above the brief."""
        sides = [side(each) for each in (self.scope.about, self.scope.other) if each]
        named = capital(" and ".join(sides))
        headline = clean(self.line.headline) if self.line else ""
        return ": ".join(filter(None, (named, headline))) or "A story"

    @property
    def period(self) -> str:
        """From when to when, in words."""
        return stretch(self.scope.since, self.scope.until) or "all that the record holds"

    @property
    def first(self) -> date | None:
        """The first day of the period; of a story that of its first report."""
        return self.scope.since or self._told.earliest

    @property
    def last(self) -> date | None:
        """The last day of the period; of a story that of its last report."""
        return self.scope.until or self._told.latest

    @property
    def _told(self) -> Interval:
        """When a story was reported, or else happened."""
        if self.line is None:
            return Interval()
        return self.line.when if self.line.published.is_unknown else self.line.published

    def listing(
        self,
        since: date | None = None,
        until: date | None = None,
        *,
        status: str = "",
        disputed: bool = False,
    ) -> tuple[Lookup, ...]:
        """What lists the events of these days; of a dyad one for each direction."""
        given = Lookup(
            Verb.EVENTS, story=self.scope.story, since=since, until=until, status=status, disputed=disputed
        )
        return tuple(msgspec.structs.replace(given, **end) for end in _ends(self.scope))

    def every(self, *, status: str = "", disputed: bool = False) -> tuple[Lookup, ...]:
        """What lists the events of the whole period."""
        return self.listing(self.scope.since, self.scope.until, status=status, disputed=disputed)


def chosen(
    record: Record,
    about: str | None,
    other: str | None,
    story: str | None,
    since: str | date | None,
    until: str | date | None,
) -> Subject:
    """The events of the sides or the story in the period.

    Raises:
        UnknownName: a side or a story nobody knows.
        DragomanError: neither a side nor a story is named, or a day is none.
    """
    if about is None and story is None:
        raise DragomanError("a brief needs somebody or a story. Give --about SIDE or --story ID.")
    if other is not None and about is None:
        raise DragomanError("--with names the other side of a dyad; give the first with --about.")
    ends = [None if name is None else load().resolve(name).id for name in (about, other)]
    query = build_query(since=since or "", until=until or "")
    if query.since and query.until and query.until < query.since:
        raise DragomanError(f"the period ends on {query.until}, before it begins on {query.since}.")
    line = None if story is None else record.story(story).line
    scope = Scope(ends[0] or "", ends[1] or "", line.id if line else "", since=query.since, until=query.until)
    events = _events(record, scope, query.since, query.until)
    is_bounded = query.since is not None or query.until is not None
    elsewhere = Interval()
    if not events and is_bounded:
        elsewhere = extent(map(counted_on, _events(record, scope, None, None)))
    return Subject(scope, events, _undatable(record, scope) if is_bounded else 0, elsewhere, line)


def _undatable(record: Record, scope: Scope) -> int:
    """How many events have no day, not even that of a report; whoever asks for days does not get them."""
    if scope.other:
        return sum(counted_on(event).is_unknown for event in _events(record, scope, None, None))
    (end,) = _ends(scope)
    every, dated = (
        record.store.count_events(build_query(**end, story=scope.story, since=since))
        for since in (None, date.min)
    )
    return every - dated


def _ends(scope: Scope) -> list[dict[str, str]]:
    """The filters for who takes part; of a dyad one for each direction."""
    if not scope.other:
        return [{"about": scope.about}]
    return [
        {"actor": one, "recipient": other}
        for one, other in ((scope.about, scope.other), (scope.other, scope.about))
    ]


def _events(record: Record, scope: Scope, since: date | None, until: date | None) -> tuple[Event, ...]:
    """In the order of the record; of a dyad those in which both sides take part, whoever acts."""
    found: dict[str, Event] = {}
    for end in _ends(scope):
        query = build_query(**end, story=scope.story, since=since, until=until)
        found |= {event.id: event for event in record.store.events(query)}
    return tuple(sorted(found.values(), key=_order))


def _order(event: Event) -> tuple[str, str]:
    when = counted_on(event)
    return str(when.earliest or when.latest or "~"), event.id


def counted_on(event: Event) -> Interval:
    """The days an event counts on: its own, or those of the first report where it names none."""
    return event.reported if event.when.is_unknown else event.when


def is_rough(event: Event) -> bool:
    """Whether its day is known only to more than two months, or on one side; not where nothing is known."""
    when = counted_on(event)
    return not when.is_unknown and (when.width_days is None or when.width_days > WIDEST)


def extent(intervals: Iterable[Interval]) -> Interval:
    """First and last day that any of the intervals names."""
    named = [day for each in intervals for day in (each.earliest, each.latest) if day]
    return Interval(min(named, default=None), max(named, default=None))


def stretch(since: date | None, until: date | None) -> str:
    """A period in words: "from 2022-06-01 to 2022-11-11"."""
    if since and until:
        return days(Interval(since, until)) if since == until else f"from {since} to {until}"
    if since:
        return f"since {since}"
    return f"until {until}" if until else ""
