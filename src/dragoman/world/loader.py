"""The world at run time: what is known before reading, as of any day."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cache, cached_property
from importlib import resources
from types import MappingProxyType

from dragoman.terms import Entity, EntityKind, Interval, UnknownName
from dragoman.world.compiled import Compiled, names, opened, packed, whole
from dragoman.world.lookup import Lookup
from dragoman.world.own_paths import own_paths
from dragoman.world.tables import (
    LEADER,
    LEADING_GROUPS,
    MONARCH,
    CodeScheme,
    Membership,
    MembershipStatus,
    Name,
    Office,
    State,
    Term,
)


class World:
    """Who there is, what they are called, what they belong to and who leads them.

    Attributes:
        entities: by id.
        weak_names: surnames that name their person only behind a title ("President Li").
        sector_nouns: noun in lower case, singular or plural, to PLOVER sector code.
        offices: office word in lower case to `Office`.
        ambiguous: surfaces that several entities share or that mean other things too, with the reason.
        version: digest of the compiled tables.
    """

    def __init__(self, compiled: Compiled, version: str) -> None:
        tables = compiled.tables
        self._compiled, self._tables = compiled, tables
        self.entities: Mapping[str, Entity] = MappingProxyType(
            {entity.id: entity for entity in tables.entities}
        )
        self.weak_names: tuple[Name, ...] = tables.weak_names
        self.states: tuple[State, ...] = tables.states
        self.sector_nouns: Mapping[str, str] = MappingProxyType(tables.sector_nouns)
        self.offices: Mapping[str, Office] = MappingProxyType(tables.offices)
        self.ambiguous: Mapping[str, str] = MappingProxyType(tables.ambiguous)
        self.version = version

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Every surface that names an entity; a surface may occur several times."""
        return names(self._compiled)

    def state(self, code: str | int, scheme: CodeScheme = CodeScheme.ISO3, on: date | None = None) -> State:
        """The state with a code, as of a day; without a day the one that exists or existed last.

        Codes are read without regard to case and leading zeros.

        Raises:
            UnknownName: no state has that code then.
        """
        holders = self._by_code[scheme].get(_bare(code), ())
        for state in holders:
            if on is None or _covers(state.exists, on):
                return state
        raise UnknownName(f"{scheme} code", str(code), tuple(state.id for state in holders))

    def members(self, bloc: str, on: date | None = None) -> Mapping[str, Membership]:
        """Who belongs to a bloc on a day, suspended members, associates and observers included.

        Without a day: who belongs to it now, that is, whose membership has no last day. A global bloc
        (the IMF) has the members of the United Nations.

        Raises:
            UnknownName: no such bloc.
        """
        return {row.state: row for row in self.memberships(bloc) if _holds(row.valid, on)}

    def memberships(self, bloc: str) -> tuple[Membership, ...]:
        """Every stretch of time in which a state belonged to a bloc, in whatever way.

        Raises:
            UnknownName: no such bloc.
        """
        return self._tables.blocs["UN" if bloc in self._tables.global_blocs else self._bloc(bloc)]

    def member_status(self, bloc: str, state: str, on: date | None = None) -> MembershipStatus | None:
        """How a state belongs to a bloc on a day; ``None`` when it does not.

        Raises:
            UnknownName: no such bloc.
        """
        membership = self.members(bloc, on).get(state)
        return membership.status if membership else None

    def blocs_of(self, state: str, on: date | None = None) -> Mapping[str, Membership]:
        """The blocs a state belongs to on a day, global ones left out."""
        return {
            bloc: row
            for bloc, rows in self._tables.blocs.items()
            for row in rows
            if row.state == state and _holds(row.valid, on)
        }

    def region(self, region: str) -> tuple[str, ...]:
        """The states of a region.

        Raises:
            UnknownName: no such region.
        """
        if region not in self._tables.regions:
            raise UnknownName("region", region, self._lookup.nearest(region, EntityKind.REGION))
        return self._tables.regions[region]

    def expand(self, entity: str, on: date | None) -> tuple[str, ...]:
        """The states behind a region or bloc on a day; without one, now. Nobody behind any other entity."""
        if entity in self._tables.regions:
            return self._tables.regions[entity]
        if entity not in self._tables.blocs:
            return ()
        rows = self.members(entity, on)
        return tuple(state for state, row in rows.items() if row.status is MembershipStatus.MEMBER)

    def regions_of(self, state: str) -> tuple[str, ...]:
        """The regions a state lies in."""
        return tuple(region for region, members in self._tables.regions.items() if state in members)

    def holder(self, country: str, office: str, on: date) -> Entity | None:
        """Who holds an office of a state, bloc or group on a day; ``None`` when nobody is known.

        On the day of a handover it is the newcomer. For an office with several holders it is the one who
        took it last. "leader", "head_of_state" and "head_of_government" mean another office in each state.
        """
        return next(iter(self.holders(country, office, on)), None)

    def holders(self, country: str, office: str, on: date) -> tuple[Entity, ...]:
        """Everybody known to hold an office on a day, who took it last first, each once."""
        serving = [
            term
            for owner, name in self._meant(country, office, on)
            for term in self._terms[owner, name]
            if _covers(term.valid, on)
        ]
        serving.sort(key=lambda term: term.valid.earliest or date.min, reverse=True)
        return tuple(self.entities[person] for person in dict.fromkeys(term.person for term in serving))

    def terms_of(self, person: str) -> tuple[Term, ...]:
        """The offices a person held, as the files list them."""
        return self._terms_of.get(person, ())

    def titled(self, surname: str) -> tuple[Name, ...]:
        """The weak names that are this surname."""
        return self._titled.get(surname, ())

    def sector_of(self, term: Term, on: date) -> str | None:
        """The sector that an office gives on a day; ``None`` when it is not held then."""
        if not _covers(term.valid, on):
            return None
        owner = self.entities[term.of]
        return self.group_sector(owner, on) if owner.kind is EntityKind.GROUP else self._sectors[term.office]

    def group_sector(self, group: Entity, on: date | None) -> str | None:
        """The sector of a group on a day: the Taliban were rebels and became a government."""
        dated = self._tables.sectors.get(group.id, ()) if on else ()
        return next((sector for sector, valid in dated if on and _covers(valid, on)), group.sector)

    def entities_of_country(self, iso3: str) -> tuple[Entity, ...]:
        """The state itself, its groups and its people."""
        return self._by_country.get(iso3, ())

    def resolve(self, text: str) -> Entity:
        """The entity a user means: an id, an ISO code or any name, without regard to case.

        Raises:
            UnknownName: nobody is called so, or several are; carries the nearest names or the ids.
        """
        return self.entities[self._lookup.resolve(text)]

    def _meant(self, country: str, office: str, on: date) -> list[tuple[str, str]]:
        """Whose office is meant: a head of state is a president here, another state's monarch there."""
        own = self._by_code[CodeScheme.ISO3].get(country, ())
        if office == LEADER and not own:
            return [(country, name) for name in LEADING_GROUPS]
        leading = [row for state in own for row in state.leading.get(office, ())]
        offices = [name for name, valid in leading if _covers(valid, on)] or [office]
        crown = next((state.crown for state in own if state.crown), None)
        return [(crown if crown and name == MONARCH else country, name) for name in offices]

    def _bloc(self, bloc: str) -> str:
        if bloc not in self._tables.blocs:
            raise UnknownName("bloc", bloc, self._lookup.nearest(bloc, EntityKind.BLOC))
        return bloc

    @cached_property
    def _by_code(self) -> dict[CodeScheme, dict[str, list[State]]]:
        """For each scheme the states of each code, the latest first."""
        table: dict[CodeScheme, dict[str, list[State]]] = {scheme: defaultdict(list) for scheme in CodeScheme}
        for state in sorted(self.states, key=lambda state: state.exists.latest or date.max, reverse=True):
            for scheme in CodeScheme:
                code = state.code(scheme)
                if code is not None:
                    table[scheme][_bare(code)].append(state)
        return table

    @cached_property
    def _terms(self) -> defaultdict[tuple[str, str], list[Term]]:
        table: defaultdict[tuple[str, str], list[Term]] = defaultdict(list)
        for term in self._tables.terms:
            table[term.of, term.office].append(term)
        return table

    @cached_property
    def _sectors(self) -> dict[str, str]:
        return {office.id: office.sector for office in self._tables.offices.values()}

    @cached_property
    def _titled(self) -> dict[str, tuple[Name, ...]]:
        table: defaultdict[str, list[Name]] = defaultdict(list)
        for name in self.weak_names:
            table[name.surface].append(name)
        return {surface: tuple(names) for surface, names in table.items()}

    @cached_property
    def _terms_of(self) -> dict[str, tuple[Term, ...]]:
        table: defaultdict[str, list[Term]] = defaultdict(list)
        for term in self._tables.terms:
            table[term.person].append(term)
        return {person: tuple(terms) for person, terms in table.items()}

    @cached_property
    def _by_country(self) -> dict[str, tuple[Entity, ...]]:
        table: defaultdict[str, list[Entity]] = defaultdict(list)
        for entity in self.entities.values():
            if entity.country is not None:
                table[entity.country].append(entity)
        return {country: tuple(entities) for country, entities in table.items()}

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(self._tables, self.names)


def decode(content: bytes) -> World:
    """A world from compiled bytes.

    Raises:
        WorldError: the bytes are not tables of this version of the program.
    """
    return World(opened(content), hashlib.sha256(content).hexdigest()[:16])


@cache
def load() -> World:
    """The world that comes with the package and what the user adds to it; read once per process.

    Raises:
        WorldError: what the user adds cannot be read or contradicts the rest.
    """
    shipped = resources.files("dragoman.world").joinpath("compiled.msgpack").read_bytes()
    paths = own_paths()
    if not paths:
        return decode(shipped)
    # Only who adds something pays for reading YAML
    from dragoman.world.own import joined

    return decode(packed(joined(whole(opened(shipped)), paths)))


def _bare(code: str | int) -> str:
    """A code without case and leading zeros: "004", 4 and "4" are one."""
    return str(code).strip().upper().lstrip("0")


def _covers(valid: Interval, on: date) -> bool:
    return valid.overlaps(Interval.day(on))


def _holds(valid: Interval, on: date | None) -> bool:
    return valid.latest is None if on is None else _covers(valid, on)
