"""A place on the map."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class PlaceKind(StrEnum):
    """What sort of place it is."""

    CONTINENT = "continent"
    STATE = "state"  # a country, or a territory with an ISO 3166 code of its own
    REGION = "region"  # a division of the first order: oblast, US state, province
    DISTRICT = "district"  # a division of the second order: raion, county
    CAPITAL = "capital"
    TOWN = "town"
    QUARTER = "quarter"  # of a town
    RIVER = "river"
    CANAL = "canal"
    STRAIT = "strait"
    SEA = "sea"
    OCEAN = "ocean"
    GULF = "gulf"
    BAY = "bay"
    LAKE = "lake"
    ISLAND = "island"
    PENINSULA = "peninsula"
    MOUNTAIN = "mountain"  # or a range or a pass
    VALLEY = "valley"
    DESERT = "desert"
    AREA = "area"  # without a border that everybody agrees on: Donbas, the Sahel
    SITE = "site"  # a base, a plant, a crossing, an airport


class Place(msgspec.Struct, frozen=True):
    """A place the atlas knows.

    Attributes:
        id: where it lies, from large to small: ``UKR``, ``UKR/Kharkiv``, ``UKR/Kharkiv/Kupianskyi Raion``,
            ``USA/Illinois/Coles County:Charleston`` for a town, ``river:Dnipro`` for what lies in no single
            division.
        name: how to print it.
        latitude, longitude: degrees, north and east positive, to about a kilometre; of something large, a
            point near its middle.
        country: ISO 3166 alpha-3 of the state it lies in; ``None`` where it lies in several or none.
        region, district: name of its division of the first and the second order; ``None`` where not known.
        population: people, to some 5 per cent; 0 where not known.
    """

    id: str
    name: str
    kind: PlaceKind
    latitude: float
    longitude: float
    country: str | None = None
    region: str | None = None
    district: str | None = None
    population: int = 0
