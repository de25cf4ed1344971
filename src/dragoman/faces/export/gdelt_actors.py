"""Participants in the ten columns by which GDELT describes an actor."""

from __future__ import annotations

from datetime import date

import msgspec

from dragoman import world
from dragoman.faces.export.cameo import ANYBODY, role
from dragoman.faces.export.cells import cell
from dragoman.terms import Entity, EntityKind, Mention, UnknownName
from dragoman.world import CodeScheme, coded

_IGO = "IGO"
NOBODY = ("",) * 10


class _Actor(msgspec.Struct, frozen=True):
    """What CAMEO says of a participant."""

    name: str
    country: str = ""
    group: str = ""
    role: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """Code, name, country, known group, ethnic group, two religions, three roles."""
        code = self.role + self.group if self.role == _IGO else self.country + self.role + self.group
        return (code, cell(self.name), self.country, self.group, "", "", "", self.role, "", "")


class Actors:
    """Writes participants in CAMEO codes; what CAMEO has no code for stays empty."""

    def __init__(self) -> None:
        self._world = world.load()
        sides = coded.load().sides
        self._regions = {region: code for code, region in sides.cameo_regions.items()}
        self._groups = {
            entity: code
            for code, ids in reversed(sides.cameo_groups.items())
            for entity in ids.split("|")
            if self._kind(entity) is not EntityKind.STATE
        }

    def cells(self, mention: Mention | None, on: date | None) -> tuple[str, ...]:
        """The ten columns of a participant; the day tells in whose office a person was."""
        return NOBODY if mention is None else self._actor(mention, on).cells

    def fips(self, country: str | None) -> str:
        """The FIPS code of a country; empty where there is none."""
        return self._code(country, CodeScheme.FIPS)

    def country_name(self, country: str | None) -> str:
        """How a country is called."""
        entity = self._entity(country)
        return entity.name if entity else ""

    def _actor(self, mention: Mention, on: date | None) -> _Actor:
        entity = self._entity(mention.entity)
        name = mention.text or (entity.name if entity else "")
        country = self._code(mention.country, CodeScheme.CAMEO)
        match entity.kind if entity else None:
            case EntityKind.STATE:
                own = self._code(mention.entity, CodeScheme.CAMEO)
                return _Actor(name, own, role=role(mention.sector))
            case EntityKind.BLOC:
                return _Actor(name, group=self._group(mention.entity), role=_IGO)
            case EntityKind.REGION:
                return _Actor(name, self._regions.get(mention.entity or "", ""))
            case EntityKind.GROUP if mention.entity in self._groups:
                return _Actor(name, country, self._group(mention.entity), role(mention.sector))
            case EntityKind.PERSON if mention.sector == _IGO:
                return _Actor(name, group=self._group(self._bloc(mention.entity, on)), role=_IGO)
        # A country alone would mean its government
        return _Actor(name, country, role=role(mention.sector) or (ANYBODY if country else ""))

    def _bloc(self, person: str | None, on: date | None) -> str | None:
        """In whose office a person of an organisation was."""
        terms = self._world.terms_of(person or "")
        serving = (term.of for term in terms if on is None or term.valid.contains(on))
        return next((owner for owner in serving if self._kind(owner) is EntityKind.BLOC), None)

    def _group(self, entity: str | None) -> str:
        return self._groups.get(entity or "", "")

    def _entity(self, id: str | None) -> Entity | None:
        return self._world.entities.get(id) if id else None

    def _kind(self, id: str) -> EntityKind | None:
        entity = self._entity(id)
        return entity.kind if entity else None

    def _code(self, country: str | None, scheme: CodeScheme) -> str:
        if not country:
            return ""
        try:
            return self._world.state(country).code(scheme) or ""
        except UnknownName:
            return ""
