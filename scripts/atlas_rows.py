"""The rows of the atlas, gathered from all its sources, and their numbers."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import yaml
from atlas_names import division_names, english_name, town_names
from atlas_sources import Sources, TownSource
from atlas_table import Row, columns

from dragoman.terms import PlaceKind
from dragoman.world.atlas.folding import fold
from dragoman.world.atlas.packed import Columns
from dragoman.world.atlas.suffixes import bare
from dragoman.world.build import read_sources as read_world

_CELL = 4  # cells per degree, of which the middle of a division is taken


class GeographyRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of ``geography.yml``; ``states`` are alpha-3 codes of where it lies."""

    name: str
    kind: str
    lat: float
    lon: float
    states: tuple[str, ...] = ()
    called: tuple[str, ...] = ()


class Rows:
    """Every place of the atlas.

    Args:
        sources: what the packages say.
        folder: where ``geography.yml`` and ``centres.yml`` lie.
    """

    def __init__(self, sources: Sources, folder: Path) -> None:
        self._world = read_world(Path(folder.parent))
        self._iso3 = {country.iso2: country.iso3 for country in sources.countries}
        self._areas: dict[str, Row] = {}  # everything but towns, by key
        self._towns: dict[tuple[str, str], Row] = {}  # by parent and name
        self._centres: dict[str, tuple[float, float]] = yaml.safe_load(
            (folder / "centres.yml").read_text(encoding="utf-8")
        )
        self._add_countries(sources)
        self._add_divisions(sources)
        self._add_towns(sources)
        self._fill_areas(sources.towns, folder)
        self._add_own_spellings()
        self._add_groups_of_states()
        self._add_geography(folder)

    def summary(self) -> str:
        """How many places of each kind and how many other names."""
        places = [*self._areas.values(), *self._towns.values()]
        kinds = Counter(str(row.kind) for row in places)
        others = sum(len(row.others) for row in places)
        return f"{dict(kinds)}, {others} other names"

    def columns(self) -> Columns:
        """The places as numbers."""
        return columns(self._areas.values(), self._towns.values())

    def _add_countries(self, sources: Sources) -> None:
        for continent in sources.continents:
            key = f" {continent.name}"
            self._areas[key] = Row(
                key, continent.name, PlaceKind.CONTINENT, "", continent.latitude, continent.longitude,
                continent.population,
            )  # fmt: skip
        for country in sources.countries:
            self._areas[country.iso3] = Row(
                country.iso3,
                country.name,
                PlaceKind.STATE,
                f" {country.continent}",
                population=country.population,
            )

        for state in (filed.content for filed in self._world.states):
            if state.id in self._centres and state.id not in self._areas:
                self._areas[state.id] = Row(state.id, state.name, PlaceKind.STATE)  # Soviet Union

    def _add_divisions(self, sources: Sources) -> None:
        merged: dict[tuple[str, str], Row] = {}
        self._keys: dict[str, str] = {}  # code of GeoNames to key
        for division in sorted(sources.divisions, key=lambda each: (each.code.count("."), each.code)):
            country, *rest = division.code.split(".")
            above = ".".join([country, *rest[:-1]])
            parent = self._iso3.get(country, "") if len(rest) == 1 else self._keys.get(above, "")
            if parent not in self._areas:
                continue
            kind = PlaceKind.REGION if len(rest) == 1 else PlaceKind.DISTRICT
            key = f"{parent}.{rest[-1]}"
            name = english_name(division.name, division.others)
            row = merged.setdefault((parent, fold(name)), Row(key, name, kind, parent))
            row.others.update(dict.fromkeys((division.name, *division.others)))
            self._areas[row.key] = row
            self._keys[division.code] = row.key

    def _parent(self, town: TownSource) -> str:
        parts = town.division.split(".")
        while len(parts) > 1:
            key = self._keys.get(".".join(parts))
            if key is not None:
                return key
            parts.pop()
        return self._iso3.get(town.country, "")

    def _add_towns(self, sources: Sources) -> None:
        capitals = {(country.iso2, fold(country.capital)) for country in sources.countries}
        largest: dict[str, Row] = {}
        for town in sources.towns:
            parent = self._parent(town)
            if not parent:
                continue
            others = town_names(town.name, town.others, town.population, town.country)
            row = Row(
                "", town.name, PlaceKind.TOWN, parent, town.latitude, town.longitude, town.population,
                dict.fromkeys(others),
            )  # fmt: skip
            known = self._towns.get((parent, town.name))
            if known is None or known.population < row.population:
                self._towns[parent, town.name] = row
            spellings = {fold(name) for name in (town.name, *town.others)}
            if any((town.country, name) in capitals for name in spellings):
                best = largest.get(town.country)
                if best is None or best.population < row.population:
                    largest[town.country] = row
        for row in largest.values():
            row.kind = PlaceKind.CAPITAL
            self._towns[row.parent, row.name] = row

    def _fill_areas(self, towns: Iterable[TownSource], folder: Path) -> None:
        """Middle and population of every area: that of the inhabited cells, so that a metropolis does not
        draw it to itself."""
        cells: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
        people: Counter[str] = Counter()
        for row in self._towns.values():
            key = row.parent
            while key:
                cells[key].add((math.floor(row.latitude * _CELL), math.floor(row.longitude * _CELL)))
                people[key] += row.population
                area = self._areas[key]
                key = "" if area.kind is PlaceKind.STATE else area.parent
        for key, inhabited in cells.items():
            area = self._areas[key]
            area.latitude, area.longitude = _middle(sorted(inhabited))
            area.population = area.population or people[key]
        by_id = {self._written(row): row for row in self._areas.values() if row.kind in _LISTED}
        for name, (latitude, longitude) in self._centres.items():
            by_id[name].latitude, by_id[name].longitude = latitude, longitude
        for area in self._areas.values():
            if area.kind in (PlaceKind.REGION, PlaceKind.DISTRICT):
                kept = division_names(area.name, area.others, area.population, area.kind is PlaceKind.REGION)
                area.others = dict.fromkeys(kept)

    def _written(self, row: Row) -> str:
        return (
            row.key if row.kind is PlaceKind.STATE else f"{self._written(self._areas[row.parent])}/{row.name}"
        )

    def _add_own_spellings(self) -> None:
        """The names the world's own files have for states, capitals, towns and provinces."""
        for state in (filed.content for filed in self._world.states):
            area = self._areas.get(state.id)
            if area is None:
                continue
            regions = {bare(fold(row.name)) for row in self._areas_of(state.id)}
            for name in (state.name, state.official, *(_text(alias) for alias in state.aliases)):
                if name and name != area.name and bare(fold(name)) not in regions:
                    area.others[name] = None
            if state.name != area.name:
                area.others[area.name] = None
                area.name = state.name
                area.others.pop(state.name, None)
            for row in self._towns_of(state.id):
                if row.kind is PlaceKind.CAPITAL:
                    self._spell(row, [_text(name) for name in state.capital])
        for places in (filed.content for filed in self._world.places):
            by_fold: defaultdict[str, list[Row]] = defaultdict(list)
            for row in [*self._areas_of(places.state), *self._towns_of(places.state)]:
                for name in (row.name, *row.others):
                    by_fold[fold(name)].append(row)
                    by_fold[bare(fold(name))].append(row)
            for place in places.places:
                self._give(by_fold, place.name, [_text(alias) for alias in place.aliases])

    def _add_groups_of_states(self) -> None:
        """The regions of the world that lie together, in the middle of their states: Middle East, Sahel."""
        for region in (filed.content for filed in self._world.regions):
            states = tuple(state for state in region.members if state in self._areas)
            if region.id.lower() not in _TOGETHER or not states:
                continue
            middle = _mean([(self._areas[state].latitude, self._areas[state].longitude) for state in states])
            key = f"~{PlaceKind.AREA}:{region.name}"
            others = dict.fromkeys(_text(alias) for alias in region.aliases)
            self._areas[key] = Row(key, region.name, PlaceKind.AREA, "", *middle, 0, others, states)

    def _give(self, by_fold: dict[str, list[Row]], name: str, aliases: list[str]) -> None:
        """Aliases to the largest town and the largest division of a name."""
        spellings = [name, *aliases]
        found = [row for each in spellings for row in by_fold.get(fold(each), ())]
        for wanted in ((PlaceKind.TOWN, PlaceKind.CAPITAL), (PlaceKind.REGION,), (PlaceKind.DISTRICT,)):
            rows = [row for row in found if row.kind in wanted]
            if not rows:
                continue
            row = max(rows, key=lambda row: row.population)
            is_town = PlaceKind.TOWN in wanted
            self._spell(row, [each for each in spellings if not (is_town and bare(fold(each)) != fold(each))])
            if not is_town:
                return

    def _spell(self, row: Row, names: Iterable[str]) -> None:
        known = {fold(name) for name in (row.name, *row.others)}
        for name in names:
            if fold(name) not in known:
                row.others[name] = None

    def _towns_of(self, state: str) -> list[Row]:
        if not hasattr(self, "_by_state"):
            self._by_state: defaultdict[str, list[Row]] = defaultdict(list)
            for row in self._towns.values():
                self._by_state[row.parent.split(".")[0]].append(row)
        return self._by_state[state]

    def _areas_of(self, state: str) -> list[Row]:
        return [row for row in self._areas.values() if row.key.startswith(f"{state}.")]

    def _add_geography(self, folder: Path) -> None:
        path = folder / "geography.yml"
        if not path.is_file():
            return
        listed = msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), list[GeographyRow])
        self._free_names(listed)
        for place in listed:
            states = tuple(state for state in place.states if state in self._areas)
            parent = states[0] if len(states) == 1 else ""
            known = self._same(place, states)
            if known is not None:
                self._spell(known, (place.name, *place.called))
                continue
            kind = _KINDS.get(place.kind) or PlaceKind(place.kind)
            if parent and kind in _LIES_IN_A_DIVISION:
                parent = self._nearest(parent, place.lat, place.lon)
            key = f"~{kind}:{place.name}"
            self._areas[key] = Row(
                key, place.name, kind, parent, place.lat, place.lon, 0,
                {name: None for name in place.called if name != place.name}, states,
            )  # fmt: skip

    def _free_names(self, listed: Sequence[GeographyRow]) -> None:
        """Take from towns the names that our own list gives to something larger: Donbas is not Donetsk."""
        larger = {
            fold(name)
            for place in listed
            if place.kind not in _SAME or place.kind == "region"
            for name in (place.name, *place.called)
        }
        for row in self._towns.values():
            for name in [name for name in row.others if fold(name) in larger]:
                del row.others[name]

    def _nearest(self, state: str, latitude: float, longitude: float) -> str:
        """What the nearest town of a state lies in."""
        level = math.cos(math.radians(latitude))
        near = min(
            self._towns_of(state),
            key=lambda row: math.hypot(row.latitude - latitude, level * (row.longitude - longitude)),
            default=None,
        )
        return near.parent if near else state

    def _same(self, place: GeographyRow, states: Sequence[str]) -> Row | None:
        """The town or division of the packages that a row of our own list is."""
        kinds, degrees = _SAME.get(place.kind, ((), 0.0))
        wanted = {fold(name) for name in (place.name, *place.called)}
        near = [
            row
            for state in states
            for row in (*self._towns_of(state), *self._areas_of(state))
            if row.kind in kinds
            and abs(row.latitude - place.lat) < degrees
            and abs(row.longitude - place.lon) < 2 * degrees
            and wanted & {fold(name) for name in (row.name, *row.others)}
        ]
        return max(near, key=lambda row: row.population, default=None)


# How `geography.yml` calls what the atlas calls otherwise.
_KINDS = {
    "range": PlaceKind.MOUNTAIN, "pass": PlaceKind.MOUNTAIN, "region": PlaceKind.AREA,
    "village": PlaceKind.TOWN,
    "base": PlaceKind.SITE, "port": PlaceKind.SITE, "plant": PlaceKind.SITE, "border": PlaceKind.SITE,
    "camp": PlaceKind.SITE, "airport": PlaceKind.SITE, "dam": PlaceKind.SITE, "bridge": PlaceKind.SITE,
}  # fmt: skip
_LIES_IN_A_DIVISION = (PlaceKind.TOWN, PlaceKind.QUARTER, PlaceKind.SITE)
_SETTLED = (PlaceKind.TOWN, PlaceKind.CAPITAL)
# What may be the same as a row of it, and how many degrees of latitude away at most.
_SAME = {
    "town": (_SETTLED, 0.3), "village": (_SETTLED, 0.15), "quarter": (_SETTLED, 0.1), "port": (_SETTLED, 0.2),
    "region": ((PlaceKind.REGION, PlaceKind.DISTRICT), 2.0),
}  # fmt: skip
_LISTED = (PlaceKind.STATE, PlaceKind.REGION)


# Regions of the world's files that are a place and not only a group.
_TOGETHER = frozenset(
    "balkans baltics caribbean central_africa central_america central_asia central_europe east_africa "
    "east_asia "
    "eastern_europe eastern_mediterranean eurasia great_lakes indochina indo_pacific latin_america levant "
    "maghreb mashriq "
    "melanesia middle_east nordics north_africa northern_europe polynesia sahel scandinavia south_asia "
    "southeast_asia "
    "southern_africa southern_europe southeastern_europe sub_saharan_africa west_africa western_balkans "
    "western_europe black_sea_region".split()
)


def _text(name: object) -> str:
    """A name of the world's files, which may have days."""
    return name if isinstance(name, str) else str(getattr(name, "text", name))


def _middle(cells: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """The middle of cells in degrees."""
    return _mean([((row + 0.5) / _CELL, (column + 0.5) / _CELL) for row, column in cells])


def _mean(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The middle of points in degrees, those near the poles weighing less; across the date line as well."""
    x = y = z = 0.0
    for point in points:
        latitude, longitude = map(math.radians, point)
        weight = math.cos(latitude)
        x += weight * math.cos(latitude) * math.cos(longitude)
        y += weight * math.cos(latitude) * math.sin(longitude)
        z += weight * math.sin(latitude)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
