"""From the YAML files to the compiled tables."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from dragoman.terms import Entity, EntityKind, Interval
from dragoman.world.check import check, check_dates
from dragoman.world.files import (
    BlocFile,
    Filed,
    GroupFile,
    InstitutionsFile,
    OfficeRow,
    PeopleFile,
    PersonRow,
    PlacesFile,
    RegionFile,
    Sources,
    StateFile,
    Texts,
)
from dragoman.world.naming import (
    bloc_names,
    dated,
    group_names,
    interval,
    person_names,
    place_id,
    place_names,
    region_names,
    spelt_names,
    state_names,
    titled_names,
)
from dragoman.world.packing import Shape, read_file, read_folder
from dragoman.world.tables import (
    HEAD_OF_GOVERNMENT,
    HEAD_OF_STATE,
    LEADER,
    Membership,
    Name,
    Office,
    State,
    Term,
    WorldTables,
)

FOLDER = Path(__file__).parent


def read_sources(folder: Path = FOLDER) -> Sources:
    """All YAML files of the world.

    Raises:
        WorldError: a file is not of its shape; file and key are named.
    """
    return Sources(
        states=read_folder(folder / "states", StateFile),
        blocs=read_folder(folder / "blocs", BlocFile),
        regions=read_folder(folder / "regions", RegionFile),
        people=read_folder(folder / "people", PeopleFile),
        groups=read_folder(folder / "groups", GroupFile),
        institutions=read_folder(folder / "institutions", InstitutionsFile),
        places=read_folder(folder / "places", PlacesFile),
        sectors=_single(folder / "sectors.yml", dict[str, tuple[str, ...]]),
        offices=_single(folder / "offices.yml", dict[str, OfficeRow]),
        ambiguous=_single(folder / "ambiguous.yml", dict[str, str]),
        spellings=_single(folder / "spellings.yml", dict[str, tuple[str, ...]]),
    )


def build(sources: Sources) -> WorldTables:
    """The compiled tables, in the order of the files.

    Raises:
        WorldError: the files contradict themselves or each other; file and key are named.
    """
    check_dates(sources)
    tables = assemble(sources)
    check(sources, tables)
    return tables


def assemble(sources: Sources, people: Iterable[str] = ()) -> WorldTables:
    """The tables of some files, not checked against each other.

    Args:
        sources: the files.
        people: ids of people whose spellings the files may list though they stand elsewhere.
    """
    return WorldTables(
        entities=_entities(sources),
        names=_names(sources, people),
        weak_names=_unique(name for person in _people(sources) for name in titled_names(person)),
        states=tuple(_state(filed.content) for filed in sources.states),
        blocs={filed.content.id: _memberships(filed.content) for filed in sources.blocs},
        global_blocs=tuple(filed.content.id for filed in sources.blocs if filed.content.members == "global"),
        sectors={
            group.id: _dated(group.sector) for group in groups(sources) if not isinstance(group.sector, str)
        },
        regions={filed.content.id: filed.content.members for filed in sources.regions},
        sector_nouns={noun: sector for sector, nouns in sources.sectors.content.items() for noun in nouns},
        offices={
            word: Office(office, row.sector, row.single, row.single or row.complete)
            for office, row in sources.offices.content.items()
            for word in row.words
        },
        terms=_terms(sources),
        ambiguous=sources.ambiguous.content,
    )


def _single(path: Path, shape: type[Shape]) -> Filed[Shape]:
    """A table of one file; empty when there is no such file."""
    return Filed(path.name, read_file(path, shape) if path.exists() else msgspec.convert({}, shape))


def _people(sources: Sources) -> list[PersonRow]:
    return [person for filed in sources.people for person in filed.content.people]


def _entities(sources: Sources) -> tuple[Entity, ...]:
    return (
        *(_state_entity(filed.content) for filed in sources.states),
        *(_bloc_entity(filed.content) for filed in sources.blocs),
        *(_region_entity(filed.content) for filed in sources.regions),
        *(_group_entity(group) for group in groups(sources)),
        *(
            _person_entity(person, filed.content.state)
            for filed in sources.people
            for person in filed.content.people
        ),
        *(
            Entity(place_id(place, filed.content.state), place.name, EntityKind.PLACE, filed.content.state)
            for filed in sources.places
            for place in filed.content.places
        ),
    )


def groups(sources: Sources) -> list[GroupFile]:
    """The groups with a file of their own and those kept in the file of their state."""
    kept = [
        GroupFile(row.id, row.sector, filed.content.state, row.aliases, row.adjectives, exists=row.exists)
        for filed in sources.institutions
        for row in filed.content.institutions
    ]
    return [*(filed.content for filed in sources.groups), *kept]


def _state_entity(state: StateFile) -> Entity:
    return Entity(state.id, state.name, EntityKind.STATE, country=state.id, exists=interval(state.exists))


def _bloc_entity(bloc: BlocFile) -> Entity:
    return Entity(bloc.id, bloc.name, EntityKind.BLOC, sector=bloc.sector, exists=interval(bloc.exists))


def _region_entity(region: RegionFile) -> Entity:
    return Entity(region.id, region.name, EntityKind.REGION)


def _group_entity(group: GroupFile) -> Entity:
    sector = group.sector if isinstance(group.sector, str) else dated(group.sector[-1])[0]
    return Entity(group.id, group.id, EntityKind.GROUP, group.country, sector, exists=interval(group.exists))


def _person_entity(person: PersonRow, state: str) -> Entity:
    """A person is an actor from the first day in office to the last, open where a term is open."""
    terms = [interval(term) for term in person.offices]
    starts = [term.earliest for term in terms]
    ends = [term.latest for term in terms]
    first = None if None in starts else min(filter(None, starts), default=None)
    last = None if None in ends else max(filter(None, ends), default=None)
    return Entity(person.id, person.id, EntityKind.PERSON, state, person.sector, Interval(first, last))


def _names(sources: Sources, people: Iterable[str]) -> tuple[Name, ...]:
    persons = {*people, *(person.id for person in _people(sources))}
    kinds: tuple[Iterable[Iterable[Name]], ...] = (
        (state_names(filed.content) for filed in sources.states),
        (bloc_names(filed.content) for filed in sources.blocs),
        (region_names(filed.content) for filed in sources.regions),
        (group_names(group) for group in groups(sources)),
        (person_names(person) for person in _people(sources)),
        (
            place_names(place, filed.content.state)
            for filed in sources.places
            for place in filed.content.places
        ),
        (spelt_names(e, texts, e in persons) for e, texts in sources.spellings.content.items()),
    )
    return _unique(name for kind in kinds for names in kind for name in names)


def _unique(names: Iterable[Name]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys(names))


def _state(state: StateFile) -> State:
    return State(
        id=state.id,
        name=state.name,
        official=state.official,
        iso2=state.iso2,
        numeric=state.numeric,
        cow=state.cow,
        gw=state.gw,
        fips=state.fips,
        cameo=state.cameo or (state.id if state.iso2 else None),
        exists=interval(state.exists),
        leading={
            LEADER: _dated(state.leader),
            HEAD_OF_STATE: _dated(state.head_of_state),
            HEAD_OF_GOVERNMENT: _dated(state.head_of_government),
        },
        crown=state.crown,
        claimed_by=state.claimed_by,
    )


def _dated(offices: Texts) -> tuple[tuple[str, Interval], ...]:
    return tuple(dated(office) for office in offices)


def _memberships(bloc: BlocFile) -> tuple[Membership, ...]:
    if bloc.members == "global":
        return ()
    return tuple(Membership(row.state, row.status, interval(row)) for row in bloc.members)


def _terms(sources: Sources) -> tuple[Term, ...]:
    return tuple(
        Term(person.id, row.office, row.of or filed.content.state, interval(row))
        for filed in sources.people
        for person in filed.content.people
        for row in person.offices
    )
