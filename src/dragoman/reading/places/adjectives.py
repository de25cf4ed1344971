"""Adjectives and names of peoples, and the places they come from: "Russian", "Kenyans"."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.terms import EntityKind, Place, PlaceKind
from dragoman.world import NameSense, World
from dragoman.world.atlas import Atlas, fold

_CONTINENTS = {"AFRICA": "Africa", "ASIA": "Asia", "EUROPE": "Europe", "SOUTH_AMERICA": "South America",
               "NORTH_AMERICA": "North America", "OCEANIA": "Oceania"}  # fmt: skip
_SENSES = frozenset({NameSense.ADJECTIVE, NameSense.DEMONYM})
# Divisions whose adjectives are in daily use; the world's files have those of states and some provinces.
_OF_DIVISIONS = {
    "English": "England", "Scottish": "Scotland", "Welsh": "Wales", "Texan": "Texas",
    "Californian": "California", "Northern Irish": "Northern Ireland", "Bavarian": "Bavaria", "Catalan":
    "Catalonia", "Sicilian": "Sicily",
    "Hawaiian": "Hawaii", "Alaskan": "Alaska", "Parisian": "Paris", "Siberian": "Siberia",
    "Tibetan": "Tibet", "Chechen": "Chechnya", "Quebecois": "Quebec", "Corsican": "Corsica",
    "Floridian": "Florida", "Flemish": "Flanders", "Kurdish": "Kurdistan",
}  # fmt: skip


def places_of_adjectives(world: World, atlas: Atlas) -> tuple[Mapping[str, Place], Mapping[str, Place]]:
    """Adjectives and demonyms by their surface, each with its place."""
    adjectives: dict[str, Place] = {}
    demonyms: dict[str, Place] = {}
    for surface, name in _OF_DIVISIONS.items():
        found = [place for place in atlas.named(name) if place.kind in _WIDE]
        if found:
            adjectives[surface] = found[0]
    for each in world.names:
        if each.sense in _SENSES:
            place = _place(each.entity, world, atlas)
            if place is not None:
                table = adjectives if each.sense is NameSense.ADJECTIVE else demonyms
                table.setdefault(each.surface, place)
    return adjectives, demonyms


def places_in_the_news(world: World) -> frozenset[tuple[str, str]]:
    """Folded names of the towns, regions and capitals that the world's files have, each with its state."""
    return frozenset(
        (fold(name.surface), name.entity if name.sense is NameSense.CAPITAL else entity.country or "")
        for name in world.names
        for entity in (world.entities[name.entity],)
        if name.sense is NameSense.CAPITAL or (entity.kind is EntityKind.PLACE and name.sense not in _SENSES)
    )


def names_of_others(world: World) -> frozenset[str]:
    """Names of organisations, groups, seats of government and loose regions: "White House", "Western"."""
    own, others = set(), set()
    for name in world.names:
        kind = world.entities[name.entity].kind
        if kind in {EntityKind.STATE, EntityKind.PLACE} and name.sense is not NameSense.SEAT:
            own.add(name.surface)
        elif name.sense is not NameSense.SURNAME:
            others.add(name.surface)
    return frozenset(others - own)


_WIDE = frozenset({PlaceKind.REGION, PlaceKind.CAPITAL, PlaceKind.AREA, PlaceKind.ISLAND})


def _place(identifier: str, world: World, atlas: Atlas) -> Place | None:
    entity = world.entities[identifier]
    if entity.kind is EntityKind.STATE:
        return atlas.state(identifier)
    if entity.kind is EntityKind.PLACE:
        name = fold(entity.name)
        return next((place for place in atlas.named(name) if place.country == entity.country), None)
    continent = _CONTINENTS.get(identifier)
    return next(iter(atlas.named(continent)), None) if continent else None
