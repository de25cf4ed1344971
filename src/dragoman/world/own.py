"""What a user adds to the world: a folder of the same YAML files, or tables in ``dragoman.toml``.

``DRAGOMAN_WORLD`` names folders or ``.toml`` files (several are parted as in ``PATH``); without it a
``dragoman.toml`` in the working folder counts. An own state, bloc, region, group or person of a known id
replaces the one
that ships; everything else is added. What contradicts the rest is refused as in the files that ship.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from dragoman.terms import EntityKind, WorldError
from dragoman.world.build import assemble, read_sources
from dragoman.world.check import check, check_dates
from dragoman.world.files import (
    BlocFile,
    Filed,
    GroupFile,
    InstitutionsFile,
    OfficeRow,
    PeopleFile,
    PersonRow,
    PlaceRow,
    PlacesFile,
    RegionFile,
    Sources,
    StateFile,
)
from dragoman.world.own_paths import ENVIRONMENT, FILE
from dragoman.world.tables import WorldTables

Value = TypeVar("Value")
_TABLE = "world"


class PersonEntry(PersonRow, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A person in a TOML file, with the state whose he is."""

    state: str


class PlaceEntry(PlaceRow, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A place in a TOML file, with its state."""

    state: str


class OwnTables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table ``[world]`` of a ``dragoman.toml``.

    Attributes:
        folders: folders of YAML files, relative to the file.
    """

    folders: tuple[str, ...] = ()
    states: tuple[StateFile, ...] = ()
    blocs: tuple[BlocFile, ...] = ()
    regions: tuple[RegionFile, ...] = ()
    groups: tuple[GroupFile, ...] = ()
    people: tuple[PersonEntry, ...] = ()
    places: tuple[PlaceEntry, ...] = ()
    sectors: dict[str, tuple[str, ...]] = {}
    offices: dict[str, OfficeRow] = {}
    ambiguous: dict[str, str] = {}
    spellings: dict[str, tuple[str, ...]] = {}


def joined(shipped: WorldTables, paths: Iterable[Path]) -> WorldTables:
    """The world with the user's additions.

    Raises:
        WorldError: a file is not there or not of its shape, or what it says contradicts the rest.
    """
    tables = shipped
    for path in paths:
        for sources in _read(path):
            check_dates(sources)
            people = {entity.id for entity in tables.entities if entity.kind is EntityKind.PERSON}
            tables = _join(tables, assemble(sources, people))
            check(sources, tables)
    return tables


def _read(path: Path) -> list[Sources]:
    """What a folder or a TOML file holds; the folders a file names come after its own tables."""
    if path.is_dir():
        return [read_sources(path)]
    if not path.is_file():
        raise WorldError(f"{path}: is not there. {ENVIRONMENT} must name a folder of YAML files or a {FILE}.")
    own = _tables(path)
    found = [_sources(own, path.name)]
    for folder in own.folders:
        if not (path.parent / folder).is_dir():
            raise WorldError(f"{path}: folders: {folder} is no folder beside it.")
        found.append(read_sources(path.parent / folder))
    return found


def _tables(path: Path) -> OwnTables:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert(_undated(content.get(_TABLE, {})), OwnTables, strict=False)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise WorldError(f"{path}: is not TOML: {error}") from error
    except msgspec.ValidationError as error:
        raise WorldError(f'{path}: [{_TABLE}]: {error}. See the manual, "Add your own actors".') from error


def _undated(value: Any) -> Any:
    """The days of TOML as the text that the YAML files have."""
    if isinstance(value, Mapping):
        return {key: _undated(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_undated(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def _sources(own: OwnTables, file: str) -> Sources:
    people: defaultdict[str, list[PersonRow]] = defaultdict(list)
    for person in own.people:
        people[person.state].append(person)
    places: defaultdict[str, list[PlaceRow]] = defaultdict(list)
    for place in own.places:
        places[place.state].append(place)
    none: tuple[Filed[InstitutionsFile], ...] = ()
    return Sources(
        states=tuple(Filed(file, row) for row in own.states),
        blocs=tuple(Filed(file, row) for row in own.blocs),
        regions=tuple(Filed(file, row) for row in own.regions),
        people=tuple(Filed(file, PeopleFile(state, tuple(rows))) for state, rows in people.items()),
        groups=tuple(Filed(file, row) for row in own.groups),
        institutions=none,
        places=tuple(Filed(file, PlacesFile(state, tuple(rows))) for state, rows in places.items()),
        sectors=Filed(file, own.sectors),
        offices=Filed(file, own.offices),
        ambiguous=Filed(file, own.ambiguous),
        spellings=Filed(file, own.spellings),
    )


def _join(tables: WorldTables, own: WorldTables) -> WorldTables:
    """The own tables laid over the others: what has a known id replaces it, the rest is added."""
    new = {entity.id for entity in own.entities}

    def kept(table: Mapping[str, Value]) -> dict[str, Value]:
        return {key: value for key, value in table.items() if key not in new}

    return WorldTables(
        entities=(*(entity for entity in tables.entities if entity.id not in new), *own.entities),
        names=(*(name for name in tables.names if name.entity not in new), *own.names),
        weak_names=(*(name for name in tables.weak_names if name.entity not in new), *own.weak_names),
        states=(*(state for state in tables.states if state.id not in new), *own.states),
        blocs={**kept(tables.blocs), **own.blocs},
        global_blocs=(*(bloc for bloc in tables.global_blocs if bloc not in new), *own.global_blocs),
        regions={**kept(tables.regions), **own.regions},
        sectors={**kept(tables.sectors), **own.sectors},
        sector_nouns={**tables.sector_nouns, **own.sector_nouns},
        offices={**tables.offices, **own.offices},
        terms=(*(term for term in tables.terms if term.person not in new), *own.terms),
        ambiguous={**tables.ambiguous, **own.ambiguous},
    )
