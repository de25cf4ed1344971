"""Filters of a list: those that are set, and counts each of which leads to the list with it chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from dragoman.faces.web.telling import links
from dragoman.store import Count

_MONTHS = 36  # of more of them years are shown


class Choice(msgspec.Struct, frozen=True):
    """A value of a filter that may be chosen, or taken back.

    Attributes:
        number: how many of the list have it; about so many where they were counted in a part of them.
        link: the page with it chosen, or without it where it is.
    """

    value: str
    name: str
    number: int
    chosen: bool
    link: str


class Facet(msgspec.Struct, frozen=True):
    """A filter with what may be chosen."""

    filter: str
    name: str
    choices: tuple[Choice, ...]


class Set(msgspec.Struct, frozen=True):
    """A filter that is set, in words, and the page without it."""

    filter: str
    value: str
    link: str


class Filters:
    """The filters of a request.

    Args:
        path: where the list stands.
        name: the value of a filter as people know it, by filter and value.
        scale: how many of the list each counted one stands for.
    """

    def __init__(
        self, path: str, request: msgspec.Struct, name: Callable[[str, str], str], scale: float = 1.0
    ) -> None:
        self._path = path
        self._request = request
        self._name = name
        self._scale = scale

    def changed(self, **changes: str | None) -> str:
        """The address with some filters set anew, from the first page on."""
        return links.address(self._path, self._request, offset=None, **changes)

    @property
    def sets(self) -> tuple[Set, ...]:
        """Those that are set."""
        found = []
        for name in self._request.__struct_fields__:
            value = getattr(self._request, name)
            if value and name not in ("limit", "offset"):
                words = self._name(name, str(value)) if value is not True else "yes"
                found.append(Set(name.replace("_", " "), words, self.changed(**{name: None})))
        return tuple(found)

    def facet(
        self, name: str, title: str, counts: Iterable[Count], chosen: Sequence[str], *, several: bool = False
    ) -> Facet:
        """What may be chosen of a filter that takes one value, or several, parted by commas."""

        def link(value: str) -> str:
            if not several:
                return self.changed(**{name: None if value in chosen else value})
            left = [each for each in chosen if each != value] if value in chosen else [*chosen, value]
            return self.changed(**{name: ",".join(left) or None})

        return Facet(name, title, tuple(self._choice(name, each, chosen, link) for each in counts))

    def period(
        self, months: Sequence[Count], years: Sequence[Count], since: str | None, until: str | None
    ) -> Facet:
        """The months that may be chosen; of too many the years, or the months of the years chosen."""
        first, last = (since or "")[:4], (until or "~")[:4] + "~"
        near = [each for each in months if len(months) <= _MONTHS or first <= each.name <= last]
        stretches = near if len(near) <= _MONTHS else years
        chosen = [since] if since and since == until else []

        def link(value: str) -> str:
            day = None if value in chosen else value
            return self.changed(since=day, until=day)

        return Facet("since", "When", tuple(self._choice("since", each, chosen, link) for each in stretches))

    def _choice(self, name: str, count: Count, chosen: Sequence[str], link: Callable[[str], str]) -> Choice:
        return Choice(
            value=count.name,
            name=self._name(name, count.name),
            number=round(count.number * self._scale),
            chosen=count.name in chosen,
            link=link(count.name),
        )


def in_order(counts: Iterable[Count], chosen: Sequence[str], every: Iterable[str]) -> list[Count]:
    """The counts in the order of the manual, with those that are chosen although none is left."""
    numbers = dict.fromkeys(chosen, 0) | {each.name: each.number for each in counts}
    return [Count(str(name), numbers[str(name)]) for name in every if str(name) in numbers]
