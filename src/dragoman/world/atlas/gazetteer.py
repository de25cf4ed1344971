"""Looking up places by name, by id and by position."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, cached_property
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.terms import Place, PlaceKind, UnknownName
from dragoman.world.atlas.folding import fold
from dragoman.world.atlas.geometry import EARTH
from dragoman.world.atlas.kinds import DIVISIONS, TOWNS
from dragoman.world.atlas.packed import IS_NAME, KINDS, NOWHERE, PER_DEGREE, Columns, Numbers, opened, people
from dragoman.world.atlas.suffixes import parted

_STEP = 256  # surfaces between two that are folded when the atlas is opened
_ABOVE_STATES = frozenset({PlaceKind.CONTINENT})
_LINE_FEED = 10


class Atlas:
    """The places of the world.

    Places are made when they are first asked for; the columns hold them all in some 20 MB.
    """

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._blob = columns.surfaces
        ends = np.flatnonzero(np.frombuffer(self._blob, np.uint8) == _LINE_FEED)
        self._starts = _view(np.concatenate(([0], ends + 1, [len(self._blob) + 1])))
        self._size = len(self._starts) - 1
        self._town_starts = _view(_starts(columns.town_counts) + columns.divisions)
        self._link_starts = _view(_starts(columns.link_counts))
        self._links = _view(columns.links & (IS_NAME - 1))
        self._parents = _view(columns.parents)
        self._kinds = _view(columns.kinds)
        self._samples = [fold(self._surface(number)) for number in range(0, self._size, _STEP)]
        self._states = dict(columns.states)
        self._places: dict[int, Place] = {}
        self._number_of: dict[str, int] = {}
        self._named: dict[str, tuple[int, ...]] = {}

    def __len__(self) -> int:
        """How many places there are."""
        return len(self._kinds)

    def named(self, surface: str) -> tuple[Place, ...]:
        """The places a name may mean, states first, then the most populous.

        Case, marks, hyphens and stops do not count, nor does "the" in front; "St" is "Saint", "Mt" is
        "Mount".
        A word that says what it is ("Donetsk region", "Coles County", "River Don") leaves only such places.
        """
        return tuple(self._place(number) for number in self._numbers(fold(surface)))

    def knows(self, surface: str) -> bool:
        """Whether `named` gives anything."""
        return bool(self._numbers(fold(surface)))

    def lists(self, surface: str) -> bool:
        """Whether the atlas has a name as it stands, words for kinds and all."""
        return bool(self._exact(fold(surface)))

    def place(self, identifier: str) -> Place:
        """The place of an id.

        Raises:
            UnknownName: no place has it.
        """
        name = identifier.replace(":", "/").rpartition("/")[2]
        state = self.state(identifier)
        here = (self._place(number) for number in self._exact(fold(name)))
        found = state or next((place for place in here if place.id == identifier), None)
        if found is None:
            raise UnknownName("place", identifier, ())
        return found

    def contains(self, outer: Place, inner: Place) -> bool:
        """Whether a place lies in another: a village in its region, a region in its state, a river in each
        of its states. Nothing contains itself."""
        first, second = self._number(outer), self._number(inner)
        return first != second and first in self._around(second)

    def state(self, iso3: str) -> Place | None:
        """The state of an alpha-3 code; ``None`` where the atlas has none."""
        number = self._by_iso3.get(iso3)
        return None if number is None else self._place(number)

    def nearest(self, latitude: float, longitude: float) -> Place:
        """The town nearest to a point; degrees."""
        units = self._units
        wanted = _unit(np.array([np.radians(latitude)]), np.array([np.radians(longitude)]))[0]
        return self._place(self._columns.divisions + int(np.argmax(units @ wanted)))

    def near(self, latitude: float, longitude: float, kilometres: float) -> tuple[Place, ...]:
        """The towns within a distance of a point in degrees, the nearest first."""
        cosines = self._units @ _unit(np.array([np.radians(latitude)]), np.array([np.radians(longitude)]))[0]
        (inside,) = np.nonzero(cosines >= np.cos(kilometres / EARTH))
        ordered = inside[np.argsort(-cosines[inside], kind="stable")]
        return tuple(self._place(self._columns.divisions + int(number)) for number in ordered)

    def _numbers(self, folded: str) -> tuple[int, ...]:
        """The numbers of the places a folded name may mean, in the order of `named`."""
        known = self._named.get(folded)
        if known is None:
            numbers = dict.fromkeys(self._exact(folded))
            found = parted(folded)
            if found is not None:
                name, kinds = found
                numbers |= dict.fromkeys(n for n in self._exact(name) if KINDS[self._kinds[n]] in kinds)
            known = tuple(sorted(numbers, key=self._rank))
            self._named[folded] = known
        return known

    def _rank(self, number: int) -> tuple[bool, int, int]:
        kind = KINDS[self._kinds[number]]
        return kind is not PlaceKind.STATE, -int(self._columns.populations[number]), number

    def _exact(self, folded: str) -> list[int]:
        """The numbers of the places that some surface of a fold names."""
        numbers: list[int] = []
        for surface in self._surfaces(folded):
            numbers += range(self._town_starts[surface], self._town_starts[surface + 1])
            numbers += self._links[self._link_starts[surface] : self._link_starts[surface + 1]].tolist()
        return numbers

    def _surfaces(self, folded: str) -> Iterator[int]:
        """The surfaces of a fold; they stand side by side."""
        block = bisect_left(self._samples, folded)
        low, high = max(0, block - 1) * _STEP, min(block * _STEP, self._size)
        while low < high:
            middle = (low + high) // 2
            if fold(self._surface(middle)) < folded:
                low = middle + 1
            else:
                high = middle
        while low < self._size and fold(self._surface(low)) == folded:
            yield low
            low += 1

    def _surface(self, number: int) -> str:
        return self._blob[self._starts[number] : self._starts[number + 1] - 1].decode()

    def _place(self, number: int) -> Place:
        known = self._places.get(number)
        if known is None:
            known = self._places[number] = self._made(number)
            self._number_of[known.id] = number
        return known

    def _made(self, number: int) -> Place:
        columns = self._columns
        kind = KINDS[self._kinds[number]]
        name = self._name(number)
        above = self._above(number)
        parts = {KINDS[self._kinds[each]]: self._name(each) for each in above}
        own = {kind: name} if kind in DIVISIONS or kind is PlaceKind.STATE else {}
        iso3 = next((self._iso3[each] for each in (number, *above) if each in self._iso3), None)
        return Place(
            id=self._written(number, kind, name),
            name=name,
            kind=kind,
            latitude=int(columns.latitudes[number]) / PER_DEGREE,
            longitude=int(columns.longitudes[number]) / PER_DEGREE,
            country=iso3,
            region=(parts | own).get(PlaceKind.REGION),
            district=(parts | own).get(PlaceKind.DISTRICT),
            population=people(int(columns.populations[number])),
        )

    def _name(self, number: int) -> str:
        if number >= self._columns.divisions:
            return self._surface(bisect_right(self._town_starts, number) - 1)
        return self._surface(int(self._area_surfaces[number]))

    def _above(self, number: int) -> list[int]:
        """What a place lies in, from near to far, up to its state."""
        above = []
        parent = self._parents[number]
        while parent != NOWHERE and KINDS[self._kinds[parent]] not in _ABOVE_STATES:
            above.append(parent)
            parent = self._parents[parent]
        return above

    def _around(self, number: int) -> set[int]:
        """All that a place lies in, continents and the several states of a river included."""
        around: set[int] = set()
        open_numbers = [number]
        while open_numbers:
            each = open_numbers.pop()
            above = [self._parents[each], *self._states.get(each, ())]
            open_numbers += [one for one in above if one != NOWHERE and one not in around]
            around.update(one for one in above if one != NOWHERE)
        return around

    def _written(self, number: int, kind: PlaceKind, name: str) -> str:
        """The id of a place."""
        if number in self._iso3:
            return self._iso3[number]
        if kind not in DIVISIONS | TOWNS:
            return f"{kind}:{name}"
        path = "/".join(self._iso3.get(each) or self._name(each) for each in reversed(self._above(number)))
        return f"{path}:{name}" if kind in TOWNS else f"{path}/{name}"

    def _number(self, place: Place) -> int:
        if place.id not in self._number_of:
            self.place(place.id)
        return self._number_of[place.id]

    @cached_property
    def _iso3(self) -> dict[int, str]:
        """The codes of the states by their numbers; they stand together."""
        first = int(np.argmax(self._columns.kinds == KINDS.index(PlaceKind.STATE)))
        return dict(enumerate(self._columns.codes, start=first))

    @cached_property
    def _by_iso3(self) -> dict[str, int]:
        return {code: number for number, code in self._iso3.items()}

    @cached_property
    def _area_surfaces(self) -> Numbers:
        """For each place before the first town the number of the surface it is printed with."""
        columns = self._columns
        surfaces = np.repeat(np.arange(self._size, dtype=np.int32), columns.link_counts)
        printed = columns.links >= IS_NAME
        table = np.zeros(columns.divisions, np.int32)
        table[columns.links[printed] - IS_NAME] = surfaces[printed]
        return table

    @cached_property
    def _units(self) -> NDArray[np.float64]:
        """Every town as a point on the unit sphere."""
        towns = slice(self._columns.divisions, None)
        latitude = np.radians(self._columns.latitudes[towns] / PER_DEGREE)
        longitude = np.radians(self._columns.longitudes[towns] / PER_DEGREE)
        return _unit(latitude, longitude)


@cache
def version() -> str:
    """Digest of the file, part of every reading's provenance."""
    return hashlib.sha256(
        resources.files("dragoman.world.atlas").joinpath("atlas.bin").read_bytes()
    ).hexdigest()[:16]


@cache
def load_atlas() -> Atlas:
    """The atlas that comes with the package; read once per process.

    Raises:
        WorldError: its file is not of this version of the program.
    """
    return Atlas(opened(_packed()))


def _packed() -> bytes:
    return resources.files("dragoman.world.atlas").joinpath("atlas.bin").read_bytes()


def _starts(counts: Numbers) -> Numbers:
    """Where each stretch begins, and the end of the last."""
    return np.concatenate(([0], np.cumsum(counts))).astype(np.int32)


def _view(numbers: NDArray[Any]) -> memoryview[int]:
    """Numbers of which single ones are read fast, as plain integers."""
    return numbers.astype(np.int32).data.cast("B").cast("i")


def _unit(latitude: NDArray[np.float64], longitude: NDArray[np.float64]) -> NDArray[np.float64]:
    """Points in radians on the unit sphere, a row each."""
    level = np.cos(latitude)
    return np.column_stack((level * np.cos(longitude), level * np.sin(longitude), np.sin(latitude)))
