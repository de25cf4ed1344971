"""The rows of the atlas as columns of numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec
import numpy as np

from dragoman.terms import PlaceKind
from dragoman.world.atlas.folding import fold
from dragoman.world.atlas.packed import (
    IS_NAME,
    KINDS,
    MOST_DIVISIONS,
    NOWHERE,
    PER_DEGREE,
    Columns,
    Numbers,
    scaled,
)

_ORDER = {PlaceKind.CONTINENT: 0, PlaceKind.STATE: 1, PlaceKind.REGION: 2, PlaceKind.DISTRICT: 3}
_LAST = len(_ORDER)


class Row(msgspec.Struct):
    """A place being built. ``parent`` is the key of the place it lies in."""

    key: str
    name: str
    kind: PlaceKind
    parent: str = ""
    latitude: float = 0.0
    longitude: float = 0.0
    population: int = 0
    others: dict[str, None] = {}
    states: tuple[str, ...] = ()


def columns(rows_of_areas: Iterable[Row], rows_of_towns: Iterable[Row]) -> Columns:
    """The places as numbers: areas in the order of their keys, then towns in that of their names."""
    areas = sorted(rows_of_areas, key=lambda row: (_ORDER.get(row.kind, _LAST), row.key))
    towns = sorted(rows_of_towns, key=lambda row: (fold(row.name), row.name, row.parent, row.latitude))
    if len(areas) >= MOST_DIVISIONS:
        raise ValueError(f"{len(areas)} divisions; at most {MOST_DIVISIONS - 1} fit")
    places = [*areas, *towns]
    numbers = {row.key: number for number, row in enumerate(areas)}
    names = Names(places, len(areas))
    return Columns(
        surfaces="\n".join(names.surfaces).encode(),
        town_counts=_array(names.town_counts()),
        link_counts=_array(names.link_counts()),
        links=_array(names.links()),
        kinds=_array(KINDS.index(row.kind) for row in places),
        parents=_array(numbers.get(row.parent, NOWHERE) for row in places),
        latitudes=_array(round(row.latitude * PER_DEGREE) for row in places),
        longitudes=_array(round(row.longitude * PER_DEGREE) for row in places),
        populations=_array(scaled(row.population) for row in places),
        codes=tuple(row.key for row in areas if row.kind is PlaceKind.STATE),
        states=tuple(
            (number, tuple(numbers[state] for state in row.states))
            for number, row in enumerate(areas)
            if len(row.states) > 1
        ),
        divisions=len(areas),
    )


class Names:
    """Every surface and what it names."""

    def __init__(self, places: Sequence[Row], areas: int) -> None:
        self._towns: Counter[str] = Counter(row.name for row in places[areas:])
        self._links: defaultdict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(places):
            if number < areas:
                self._links[row.name].append(number | IS_NAME)
            for other in row.others:
                if other != row.name:
                    self._links[other].append(number)
        self.surfaces = sorted({*self._towns, *self._links}, key=lambda name: (fold(name), name))

    def town_counts(self) -> list[int]:
        return [self._towns[name] for name in self.surfaces]

    def link_counts(self) -> list[int]:
        return [len(self._links.get(name, ())) for name in self.surfaces]

    def links(self) -> list[int]:
        return [link for name in self.surfaces for link in self._links.get(name, ())]


def _array(numbers: Iterable[int]) -> Numbers:
    return np.fromiter(numbers, np.int32)
