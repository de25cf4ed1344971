"""Counting what events are like, over their columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import msgspec
import numpy as np

from dragoman.store import periods
from dragoman.store.answers import Count, Facets
from dragoman.store.catalogue_columns import ENDLESS, Columns
from dragoman.store.groups import Groups, Mask, Numbers, Places
from dragoman.terms import EventType, Status

_SHOWN = 12  # of each sort; more is a list to read, not a choice
_EPOCH = date(1970, 1, 1).toordinal()
_NO_DAY, _OPEN, _FIRST_MONTH = 0, 1, 12  # the year 1 begins with the twelfth month from the year 0 on
_LAST_MONTH = 12 * date.max.year + 11
assert date.max.toordinal() < ENDLESS  # noqa: S101

TYPES = {type: place for place, type in enumerate(EventType)}
STATUSES = {status: place for place, status in enumerate(Status)}


class _Numbers(msgspec.Struct, frozen=True):
    """How many events there are of each type, status, actor and newspaper, and begin and end in each month.

    Attributes:
        begun, ended: by the number of the month from the year 0 on; `_OPEN` stands for an open side,
            `_NO_DAY` for no day at all.
    """

    types: Numbers
    statuses: Numbers
    actors: Numbers
    outlets: Numbers
    begun: Numbers
    ended: Numbers


class Counting:
    """Counts what events are like; of most of them by what the others are like."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._begin, self._end = _months(columns.start), _months(columns.end)
        self._begin[~columns.is_dated] = self._end[~columns.is_dated] = _NO_DAY
        self._all = self._counted(lambda column: column, lambda groups: groups.values)

    def facets(self, chosen: Mask, found: Places) -> Facets:
        """What the events of a mask are like, whose places these are."""
        if 2 * len(found) <= len(chosen):
            numbers = self._numbers(found)
        else:
            others = self._numbers(np.flatnonzero(~chosen).astype(np.int32))
            both = zip(msgspec.structs.astuple(self._all), msgspec.structs.astuple(others), strict=True)
            numbers = _Numbers(*(every - other for every, other in both))
        return self._named(numbers)

    def _numbers(self, found: Places) -> _Numbers:
        places = found.astype(np.intp)  # once, and not for each column
        return self._counted(lambda column: column[places], lambda groups: groups.of(places))

    def _counted(self, of: Callable[[Numbers], Numbers], members: Callable[[Groups], Numbers]) -> _Numbers:
        own, months = self._columns, _LAST_MONTH + 1
        return _Numbers(
            types=np.bincount(of(own.type), minlength=len(TYPES)),
            statuses=np.bincount(of(own.status), minlength=len(STATUSES)),
            actors=np.bincount(members(own.named), minlength=len(own.names)),
            outlets=np.bincount(members(own.told_by), minlength=len(own.outlets)),
            begun=np.bincount(of(self._begin), minlength=months),
            ended=np.bincount(of(self._end), minlength=months),
        )

    def _named(self, numbers: _Numbers) -> Facets:
        known = periods.Bounds(
            begun=_by_place(numbers.begun), ended=_by_place(numbers.ended), open=int(numbers.begun[_OPEN])
        )
        return Facets(
            types=_most(numbers.types, list(TYPES), len(TYPES)),
            statuses=_most(numbers.statuses, list(STATUSES), len(STATUSES)),
            actors=_most(numbers.actors, self._columns.names, _SHOWN),
            outlets=_most(numbers.outlets, self._columns.outlets, _SHOWN),
            months=periods.by_month(known),
            years=periods.by_year(known),
        )


def _months(days: Numbers) -> Numbers:
    """The month of each day, by its number from the year 0 on; `_OPEN` of an open side."""
    is_day = (days >= 1) & (days < ENDLESS)
    since_1970 = (np.where(is_day, days, _EPOCH) - _EPOCH).astype("datetime64[D]").astype("datetime64[M]")
    return np.where(is_day, since_1970.astype(np.int32) + 12 * 1970, _OPEN).astype(np.int32)


def _by_place(numbers: Numbers) -> dict[int, int]:
    """The months that there are, with how many there are of each."""
    places = np.flatnonzero(numbers[_FIRST_MONTH:]) + _FIRST_MONTH
    return dict(zip(places.tolist(), numbers[places].tolist(), strict=True))


def _most(numbers: Numbers, names: Sequence[str], shown: int) -> tuple[Count, ...]:
    """Those of which there are any, most first, then by name; of a long list the first."""
    found = [(-int(numbers[place]), str(names[place])) for place in np.flatnonzero(numbers).tolist()]
    return tuple(Count(name, -number) for number, name in sorted(found)[:shown])
