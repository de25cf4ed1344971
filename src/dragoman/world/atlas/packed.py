"""The file of the atlas: columns of numbers and one list of names, each compressed.

Divisions stand first, a state before its regions and a region before its districts; towns follow in the order
of their names. So a town needs no number for its name, and its parent is a small number. Positions of
towns are kept as the distance from their parent, in hundredths of a degree, low and high bytes apart.
"""

from __future__ import annotations

import math
import zlib

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.terms import PlaceKind, WorldError

Numbers = NDArray[np.int32]
KINDS = tuple(PlaceKind)
NOWHERE = 0xFFFF  # the parent of what lies in no single place
MOST_DIVISIONS = NOWHERE
IS_NAME = 1 << 23  # of a link: the surface is how to print the place
PER_DEGREE = 100
PER_DOUBLING = 8  # steps of the population scale from n to 2n people: each is 9 per cent
_LEVEL = 9


class Packed(msgspec.Struct, frozen=True, array_like=True):
    """What the file holds, all but the last two fields compressed.

    Attributes:
        surfaces: every name once, in the order of `fold`, parted by line feeds.
        town_counts: for each surface how many towns are printed so.
        link_counts: for each surface how many other places it names, or towns by another name.
        links: the places these are; with `IS_NAME`, the place is printed so.
        kinds, parents, latitudes, longitudes, populations: of all places.
        codes: the alpha-3 codes of the states, which stand right behind the continents.
        states: for places in several states, the place and its states, as numbers of places.
    """

    surfaces: bytes
    town_counts: bytes
    link_counts: bytes
    links: bytes
    kinds: bytes
    parents: bytes
    latitudes: bytes
    longitudes: bytes
    populations: bytes
    codes: tuple[str, ...]
    states: tuple[tuple[int, tuple[int, ...]], ...]


class Columns(msgspec.Struct, frozen=True):
    """The content of the file as numbers and text; fields as in `Packed`.

    ``divisions`` is how many places stand before the first town.
    """

    surfaces: bytes
    town_counts: Numbers
    link_counts: Numbers
    links: Numbers
    kinds: Numbers
    parents: Numbers
    latitudes: Numbers
    longitudes: Numbers
    populations: Numbers
    codes: tuple[str, ...]
    states: tuple[tuple[int, tuple[int, ...]], ...]
    divisions: int


def packed(columns: Columns) -> bytes:
    """The bytes of the file; equal columns give equal bytes."""
    lat, lon = _from_parents(columns, sign=-1)
    return msgspec.msgpack.encode(
        Packed(
            surfaces=zlib.compress(columns.surfaces, _LEVEL),
            town_counts=_squeeze(columns.town_counts, 2),
            link_counts=_squeeze(columns.link_counts, 2),
            links=_squeeze(columns.links, 3),
            kinds=_squeeze(columns.kinds, 1),
            parents=_squeeze(columns.parents, 2),
            latitudes=_squeeze(lat & 0xFFFF, 2),
            longitudes=_squeeze(lon & 0xFFFF, 2),
            populations=_squeeze(columns.populations, 1),
            codes=columns.codes,
            states=columns.states,
        )
    )


def opened(content: bytes) -> Columns:
    """The content of the file.

    Raises:
        WorldError: it is not one, or of another version of the program.
    """
    try:
        stored = msgspec.msgpack.decode(content, type=Packed)
        surfaces = zlib.decompress(stored.surfaces)
        kinds, parents = _stretch(stored.kinds, 1), _stretch(stored.parents, 2)
        town_counts = _stretch(stored.town_counts, 2)
        columns = Columns(
            surfaces=surfaces,
            town_counts=town_counts,
            link_counts=_stretch(stored.link_counts, 2),
            links=_stretch(stored.links, 3),
            kinds=kinds,
            parents=parents,
            latitudes=_signed(_stretch(stored.latitudes, 2)),
            longitudes=_signed(_stretch(stored.longitudes, 2)),
            populations=_stretch(stored.populations, 1),
            codes=stored.codes,
            states=stored.states,
            divisions=len(kinds) - int(town_counts.sum()),
        )
    except (msgspec.DecodeError, zlib.error, ValueError) as error:
        raise WorldError(f"the atlas cannot be read: {error}. Reinstall dragoman.") from error
    lat, lon = _from_parents(columns, sign=1)
    return msgspec.structs.replace(columns, latitudes=lat, longitudes=lon)


def scaled(population: int) -> int:
    """A number of people on the scale of the file, from 0 for unknown to 255."""
    return round(PER_DOUBLING * math.log2(population)) if population > 1 else 0


def people(scale: int) -> int:
    """The number of people that a step of the scale stands for, two digits of it."""
    if not scale:
        return 0
    exact = 2 ** (scale / PER_DOUBLING)
    return int(round(exact, 1 - int(math.log10(exact)))) if exact >= 10 else round(exact)


def _from_parents(columns: Columns, sign: int) -> tuple[Numbers, Numbers]:
    """Positions of towns with that of their parent added or taken away; others as they are."""
    first = columns.divisions
    parents = columns.parents[first:]
    lat, lon = columns.latitudes.copy(), columns.longitudes.copy()
    lat[first:] += sign * columns.latitudes[parents]
    lon[first:] += sign * columns.longitudes[parents]
    return lat, lon


def _squeeze(numbers: Numbers, width: int) -> bytes:
    """Numbers from 0 on as bytes, the lowest of all first, compressed."""
    planes = [(numbers >> (8 * plane) & 0xFF).astype(np.uint8).tobytes() for plane in range(width)]
    return zlib.compress(b"".join(planes), _LEVEL)


def _stretch(squeezed: bytes, width: int) -> Numbers:
    planes = np.frombuffer(zlib.decompress(squeezed), np.uint8).reshape(width, -1)
    numbers: Numbers = planes[0].astype(np.int32)
    for plane in range(1, width):
        numbers |= planes[plane].astype(np.int32) << (8 * plane)
    return numbers


def _signed(numbers: Numbers) -> Numbers:
    """Numbers of two bytes, the upper half of which stands below zero."""
    signed: Numbers = (numbers - 0x10000 * (numbers > 0x7FFF)).astype(np.int32)
    return signed
