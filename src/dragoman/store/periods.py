"""How many events or documents can have been in each month and year, as the filters by day find them.

What is known within an interval only counts in all months that it touches. So each number is the length of
the list that it leads to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

import msgspec

from dragoman.store.answers import Count

_GAP = 24  # months or years; a longer one in which nothing begins or ends is not filled


class Bounds(msgspec.Struct, frozen=True):
    """How many begin and end in each month, by its number from the year 0 on.

    Attributes:
        open: how many have no first day, and began before all others.
    """

    begun: Mapping[int, int]
    ended: Mapping[int, int]
    open: int = 0


def bounds(intervals: Iterable[tuple[str | None, str | None, int]]) -> Bounds:
    """Of intervals as pairs of months ("2022-10"; ``None`` is an open side), and how many have each."""
    begun, ended, unbegun = Counter[int](), Counter[int](), 0
    for first, last, number in intervals:
        if first:
            begun[_month(first)] += number
        else:
            unbegun += number
        if last:
            ended[_month(last)] += number
    return Bounds(begun, ended, unbegun)


def by_month(found: Bounds) -> tuple[Count, ...]:
    """How many there can have been in each month: "2022-10"."""
    return tuple(Count(f"{place // 12:04}-{place % 12 + 1:02}", number) for place, number in _running(found))


def by_year(found: Bounds) -> tuple[Count, ...]:
    """How many there can have been in each year: "2022"."""
    begun, ended = Counter[int](), Counter[int]()
    for months, years in ((found.begun, begun), (found.ended, ended)):
        for month, number in months.items():
            years[month // 12] += number
    return tuple(Count(f"{place:04}", number) for place, number in _running(Bounds(begun, ended, found.open)))


def _month(name: str) -> int:
    return int(name[:4]) * 12 + int(name[5:7]) - 1


def _running(found: Bounds) -> Iterator[tuple[int, int]]:
    places = sorted({*found.begun, *found.ended})
    number = found.open
    for place, following in pairwise([*places, *(places[-1:])]):
        number += found.begun.get(place, 0)
        if number:
            yield place, number
        number -= found.ended.get(place, 0)
        if number and following - place <= _GAP:
            yield from ((between, number) for between in range(place + 1, following))
