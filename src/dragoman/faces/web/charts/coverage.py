"""The covered weeks: as a bar, so that a quiet press is not read as a quiet world, and as a slider."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from dragoman.faces.web.charts.paths import box
from dragoman.faces.web.keeping.systems import Covered, Whole, week_number
from dragoman.faces.web.telling.moment import Moment

_MOST = 120  # bars; of more weeks several make one
HEIGHT = 40.0  # of the drawing; a bar is 8 wide in a room of 10


class Stretch(msgspec.Struct, frozen=True):
    """Some weeks that follow each other.

    Attributes:
        start, end: the first and the last day.
        events: of everybody that began in them.
        link: the events; empty for a stretch that lies behind the day.
        is_past: whether it begins by the day the page shows.
    """

    start: date
    end: date
    events: int
    link: str
    is_past: bool


class Coverage(msgspec.Struct, frozen=True):
    """Events of everybody from week to week.

    Attributes:
        weeks: in each stretch.
        most: events of the fullest stretch.
        empty: weeks without any.
        earlier: events before them, few and long ago; ``earlier_link`` leads to them.
    """

    weeks: int
    stretches: tuple[Stretch, ...]
    most: int
    empty: int
    earlier: int
    earlier_link: str

    @property
    def total(self) -> int:
        """Stretches."""
        return len(self.stretches)

    @property
    def rooms(self) -> tuple[str, ...]:
        """Where each stretch can be pressed."""
        return tuple(box(10 * place, 0, 10, HEIGHT) for place in range(self.total))

    @property
    def past(self) -> str:
        """The bars up to the day, as one path."""
        return "".join(self._bar(place) for place, each in enumerate(self.stretches) if each.is_past)

    @property
    def later(self) -> str:
        """Those behind it."""
        return "".join(self._bar(place) for place, each in enumerate(self.stretches) if not each.is_past)

    @property
    def nothing(self) -> str:
        """Signs of stretches without events."""
        return "".join(
            box(10 * place + 1, HEIGHT - 3, 8, 3)
            for place, each in enumerate(self.stretches)
            if not each.events
        )

    def _bar(self, place: int) -> str:
        events = self.stretches[place].events
        height = (HEIGHT - 2) * events / self.most if self.most else 0.0
        return box(10 * place + 1, HEIGHT - height, 8, height) if events else ""


class Slider(msgspec.Struct, frozen=True):
    """The weeks that can be chosen.

    Attributes:
        first, last, value: numbers of weeks, see `systems.week_number`.
        start: the first Monday; ``end`` the last day of the record.
        earlier, later: addresses of the weeks beside; empty at an end.
    """

    first: int
    last: int
    value: int
    start: date
    end: date
    earlier: str
    later: str


def coverage(whole: Whole, at: date, moment: Moment, **kept: object) -> Coverage:
    """The bars of a record; ``kept`` stands in their links as well."""
    weeks = whole.recent
    size = max(1, -(-len(weeks) // _MOST))
    stretches = tuple(
        _stretch(weeks[place : place + size], at, moment, kept) for place in range(0, len(weeks), size)
    )
    return Coverage(
        weeks=size,
        stretches=stretches,
        most=max((each.events for each in stretches), default=0),
        empty=sum(not each.events for each in weeks),
        earlier=sum(each.events for each in whole.weeks) - sum(each.events for each in weeks),
        earlier_link=moment.events(until=weeks[0].start - timedelta(days=1), **kept) if weeks else "",
    )


def _stretch(weeks: tuple[Covered, ...], at: date, moment: Moment, kept: dict[str, object]) -> Stretch:
    start, end = weeks[0].start, weeks[-1].start + timedelta(days=6)
    events = sum(each.events for each in weeks)
    is_past = start <= at
    link = moment.events(since=start, until=end, **kept) if is_past else moment.system(at=end, **kept)
    return Stretch(start, end, events, link, is_past)


def slider(whole: Whole, at: date, moment: Moment, **kept: object) -> Slider | None:
    """The slider, where there is more than a week to slide over."""
    weeks = whole.recent
    if len(weeks) < 2:
        return None
    first, last = week_number(weeks[0].start), week_number(weeks[-1].start)
    value = min(max(week_number(at), first), last)

    def beside(by: int) -> str:
        monday = weeks[0].start + timedelta(weeks=value - first + by)
        return moment.system(at=monday + timedelta(days=6), **kept) if first <= value + by <= last else ""

    return Slider(first, last, value, weeks[0].start, whole.last, beside(-1), beside(1))
