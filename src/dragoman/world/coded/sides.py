"""Who is meant by an actor of an event table."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache, partial

import msgspec

from dragoman.terms import CodedSide, Entity, EntityKind
from dragoman.world.coded import load
from dragoman.world.coded.names import Names
from dragoman.world.coded.tables import SectorRow
from dragoman.world.loader import World
from dragoman.world.tables import CodeScheme

# Actors that are remembered with what they resolve to; some 40 MB when full
_KEPT = 60_000
# Who acts for the state, as for our own reader (`dragoman.reading.resolve`)
STATE_SECTORS = frozenset({"GOV", "MIL", "SPY", "COP", "JUD", "LEG"})
_IN_BRACKETS = re.compile(r"(?P<who>.+?) \((?P<where>.+)\)")
_FORCES = re.compile(
    r"(?P<what>Military Forces|Police Forces|Government|Presidential Guard|Prison Guards|Coalition Forces)"
    r" of (?:the )?(?P<country>[^(]+?)(?: \(\d{4}.*)?"
)
_FORCE_SECTORS = {"Military Forces": "MIL", "Presidential Guard": "MIL", "Police Forces": "COP"}
_ROLE_LETTERS = 3
_ACTING = frozenset((EntityKind.GROUP, EntityKind.BLOC))


class CameoActor(msgspec.Struct, frozen=True):
    """The columns by which GDELT describes an actor, in their order.

    Attributes:
        types: up to three role codes.
        peoples: whether an ethnic group or a religion is named.
    """

    code: str
    name: str
    country: str
    group: str
    types: tuple[str, ...]
    peoples: bool


Resolve = Callable[..., CodedSide | None]


class Sides:
    """Actors of GDELT, ICEWS, POLECAT and ACLED as states, blocs and groups of the world on a day.

    What cannot be known stays ``None``. Each actor is worked out once a day and then remembered. An actor
    without a name and a code is ``None`` itself.

    Attributes:
        gdelt: the ten columns of an actor and the day.
        gdelt_code: an actor code alone and the day.
        icews: name, sectors, country and day.
        polecat: name, sector, country and day.
        acled: name, actor type and day.
        place: FIPS code of a country and day, to alpha-3.
        country: name of a country and day, to alpha-3.
    """

    def __init__(self, world: World) -> None:
        table = load().sides
        self._world, self._table, self._names = world, table, Names(world, table)
        self._sectors = frozenset(world.sector_nouns.values())
        remember = lru_cache(maxsize=_KEPT)
        self._role = remember(partial(_first_sector, table.cameo_roles))
        self._sector = remember(partial(_first_sector, table.icews_sectors))
        self.gdelt: Resolve = remember(self._gdelt)
        self.gdelt_code: Resolve = remember(self._gdelt_code)
        self.icews: Resolve = remember(self._icews)
        self.polecat: Resolve = remember(self._polecat)
        self.acled: Resolve = remember(self._acled)
        self.place: Callable[[str, date], str | None] = remember(
            lambda code, on: self._names.state(code, CodeScheme.FIPS, on) if code else None
        )
        self.country: Callable[[str, date], str | None] = remember(
            lambda text, on: self._names.country(text, on) if text else None
        )

    def _gdelt(self, columns: tuple[str, ...], on: date) -> CodedSide | None:
        code, name, country, group, ethnic, faith, faith_too, *types = columns
        peoples = bool(ethnic or faith or faith_too)
        return self._cameo(CameoActor(code, name, country, group, tuple(filter(None, types)), peoples), on)

    def _gdelt_code(self, code: str, on: date) -> CodedSide | None:
        """A CAMEO actor code alone (``USAMIL``, ``IGOUNO``): three letters for each of its parts."""
        parts = [code[at : at + _ROLE_LETTERS] for at in range(0, len(code), _ROLE_LETTERS)]
        roles = {row.code for row in self._table.cameo_roles}
        country = next((part for part in parts[:2] if part not in roles and self._lands(part, on)), "")
        rest = [part for part in parts if part != country]
        group = next((part for part in rest if part in self._table.cameo_groups and part not in roles), "")
        types = tuple(part for part in rest if part in roles)
        peoples = len(rest) > len(types) + bool(group)
        return self._cameo(CameoActor(code, "", country, group, types, peoples), on)

    def _lands(self, code: str, on: date) -> bool:
        return code in self._table.cameo_regions or self._names.state(code, CodeScheme.CAMEO, on) is not None

    def _cameo(self, actor: CameoActor, on: date) -> CodedSide | None:
        if not actor.code and not actor.name:
            return None
        country = self._names.state(actor.country, CodeScheme.CAMEO, on) if actor.country else None
        sector = self._role(actor.types) if actor.types else None
        for code in (actor.group, *actor.types):
            ids = self._table.cameo_groups.get(code) if code else None
            entity = self._names.existing(ids.split("|"), on) if ids else None
            if entity is not None:
                return self._of(entity, actor.name, actor.code, country, sector, on)
        bare = not (actor.types or actor.peoples or actor.group)
        if country is None:
            region = self._table.cameo_regions.get(actor.country) if bare else None
            return CodedSide(actor.name, actor.code, region, None, sector)
        return _side(country, actor.name, actor.code, "GOV" if bare else sector)

    def _icews(self, name: str, sectors: str, country: str, on: date) -> CodedSide | None:
        if not name:
            return None
        where = self.country(country, on)
        sector = self._sector(tuple(sectors.split(","))) if sectors else None
        return self._named(name, sectors, where, sector, on)

    def _polecat(self, name: str, sector: str, country: str, on: date) -> CodedSide | None:
        if not name and not country:
            return None
        ours = self._table.polecat_sectors.get(sector, sector)
        known = ours if ours in self._sectors else self._world.sector_nouns.get(sector.casefold())
        return self._named(name, sector, self.country(country, on), known, on)

    def _acled(self, name: str, kind: str, on: date) -> CodedSide | None:
        if not name:
            return None
        sector = self._table.acled_actors.get(kind.casefold())
        forces = _FORCES.fullmatch(name)
        if forces:
            country = self.country(forces["country"], on)
            sector = _FORCE_SECTORS.get(forces["what"], "GOV")
            return _side(country, name, kind, sector)
        bracketed = _IN_BRACKETS.fullmatch(name)
        who = bracketed["who"] if bracketed else name
        for called in (name, who, *(part.strip() for part in who.split(":"))):
            entity = self._names.entity(called, on)
            if entity is not None and entity.kind in _ACTING:
                return self._of(entity, name, kind, None, sector, on)
        country = self.country(bracketed["where"], on) if bracketed else None
        return _side(country, name, kind, sector)

    def _named(self, name: str, code: str, country: str | None, sector: str | None, on: date) -> CodedSide:
        """A name with the country and sector that the table gives it."""
        generic = _IN_BRACKETS.fullmatch(name)
        if generic:
            where = self.country(generic["where"], on) or country
            owner = None if where else self._names.entity(generic["where"], on)
            if owner is not None and owner.kind in _ACTING:
                return self._of(owner, name, code, country, sector, on)
            role = sector or self._world.sector_nouns.get(generic["who"].casefold())
            return _side(where, name, code, role)
        state = self.country(name, on) if name else country
        if state is not None:
            return _side(state, name, code, sector or "GOV")
        entity = self._names.entity(name, on, country)
        if entity is not None:
            return self._of(entity, name, code, country, sector, on)
        return _side(country, name, code, sector)

    def _of(
        self, entity: Entity, name: str, code: str, country: str | None, sector: str | None, on: date
    ) -> CodedSide:
        """The side of an entity that is known by name or code."""
        match entity.kind:
            case EntityKind.STATE:
                return _side(entity.id, name, code, sector or "GOV")
            case EntityKind.BLOC:
                return CodedSide(name, code, entity.id, None, entity.sector)
            case EntityKind.GROUP:
                own = self._world.group_sector(entity, on)
                return CodedSide(name, code, entity.id, entity.country or country, own or sector)
            case EntityKind.REGION:
                return CodedSide(name, code, entity.id, country, sector)
            case EntityKind.PERSON:
                return self._person(entity, name, code, country, sector, on)
            case _:
                return _side(country or entity.country, name, code, sector)

    def _person(
        self, person: Entity, name: str, code: str, country: str | None, sector: str | None, on: date
    ) -> CodedSide:
        """Somebody acts for the state, or else the bloc, in whose office the day finds them."""
        serving = [term for term in self._world.terms_of(person.id) if term.valid.contains(on)]
        held = next((one for one in serving if self._kind(one.of) is EntityKind.STATE), None)
        if held is not None:
            own = self._world.sector_of(held, on) if sector in (None, "IGO") else sector
            return _side(country or held.of, name, code, own)
        bloc = next((one.of for one in serving if self._kind(one.of) is EntityKind.BLOC), None)
        if bloc is not None or sector == "IGO":
            return CodedSide(name, code, bloc, None, "IGO")
        return _side(country or person.country, name, code, sector)

    def _kind(self, owner: str) -> EntityKind:
        return self._world.entities[owner].kind


def _side(country: str | None, name: str, code: str, sector: str | None) -> CodedSide:
    """Somebody of a country, who is the state itself where the sector acts for it."""
    return CodedSide(name, code, country if sector in STATE_SECTORS else None, country, sector)


def _first_sector(rows: tuple[SectorRow, ...], given: tuple[str, ...]) -> str | None:
    """The sector of the first row that one of these is."""
    return next((row.sector for row in rows if any(_is(row.code, one.strip()) for one in given)), None)


def _is(pattern: str, given: str) -> bool:
    return given.endswith(pattern[1:]) if pattern.startswith("*") else given == pattern
