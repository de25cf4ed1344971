"""Task ``places``: which words name a place, and where it lies.

Gold: JSON Lines, a document each: ``text``, ``url``, ``title`` and ``toponyms``, each with ``s``, ``e``
(characters) and, where they are known, ``lat``, ``lon`` and ``country`` (its English name); that of LGL
(Lieberman,
Samet and Sankaranarayanan, ICDE 2010) and GeoWebNews (Gritta, Pilehvar and Collier, 2020) as this project
keeps them. A document is given with its address and its title.

Where toponyms have a ``type``, only those with a position are gold: the others are no names of places
(expressions, languages, peoples), and finding them is an error. Where they have none, all are.

A find is right when it covers the same characters; the looser figures count overlap, one to one. Position
and country are asked of the toponyms with a position that were found. A place that the atlas does not have is
wrong in both. The country is that of the gold; where it names none for a typed toponym, that of the nearest
town, unless a town of another state lies within `_BORDER` kilometres as well or no town lies within `_FAR`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from statistics import median

import msgspec

from dragoman.evaluation.gold import read_lines
from dragoman.evaluation.metrics import Prf, match_one_to_one
from dragoman.reading.places import Tag, Toponym, find_toponyms
from dragoman.terms import Document, GoldError, Place, PlaceKind, Span
from dragoman.text.sentences import split
from dragoman.world.atlas import Atlas, distance, load_atlas

_EXPECTED = '{"text": "Rain in Oslo.", "toponyms": [{"s": 8, "e": 12, "lat": 59.9, "lon": 10.7}]}'
_NEAR = 161.0  # kilometres: 100 miles, as the papers on these sets have it
_BORDER, _FAR = 30.0, 100.0


class PlaceScore(msgspec.Struct, frozen=True):
    """How well place names were found and located.

    Attributes:
        tag_f1, tag_precision, tag_recall: of toponyms whose characters are exactly right.
        overlap_f1, overlap_precision, overlap_recall: of toponyms that overlap, one to one.
        country_acc: share of the found ones with a known country whose country is right.
        acc161: share of the found ones with a position that are placed within 161 km of it.
        median_error_km: kilometres from it, of those found and placed.
        unknown: share of the found ones with a position that the atlas does not have.
        located: how many were found and have a position; ``documents``, ``n``: documents, gold toponyms.
    """

    tag_f1: float
    tag_precision: float
    tag_recall: float
    overlap_f1: float
    overlap_precision: float
    overlap_recall: float
    country_acc: float
    acc161: float
    median_error_km: float
    unknown: float
    located: int
    documents: int
    n: int


class _Gold(msgspec.Struct, frozen=True):
    """A toponym of the gold."""

    s: int
    e: int
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    type: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.s, self.e)


class _Row(msgspec.Struct, frozen=True):
    """A document of the gold."""

    text: str
    toponyms: tuple[_Gold, ...]
    title: str | None = None
    url: str | None = None


class _Counts(msgspec.Struct):
    """What was counted so far."""

    right: int = 0
    overlapping: int = 0
    found: int = 0
    gold: int = 0
    errors: list[float] = []
    unknown: int = 0
    countries: list[bool] = []
    documents: int = 0


def evaluate(paths: Sequence[Path], tag: Tag | None = None) -> PlaceScore:
    """How well the place names of gold files are found and located.

    Args:
        tag: what finds them; the rules when left out.

    Raises:
        GoldError: a file is not in the format above.
    """
    atlas, counts = load_atlas(), _Counts()
    for row in read_lines(paths, _Row, _EXPECTED):
        _count(counts, row, find_toponyms(_document(row), tag), atlas)
    if not counts.documents:
        raise GoldError(f"no document in {', '.join(map(str, paths)) or 'no file'}: expected {_EXPECTED}")
    exact = Prf.of(counts.right, counts.found, counts.gold)
    loose = Prf.of(counts.overlapping, counts.found, counts.gold)
    located = len(counts.errors) + counts.unknown
    return PlaceScore(
        tag_f1=exact.f1,
        tag_precision=exact.precision,
        tag_recall=exact.recall,
        overlap_f1=loose.f1,
        overlap_precision=loose.precision,
        overlap_recall=loose.recall,
        country_acc=_share(sum(counts.countries), len(counts.countries)),
        acc161=_share(sum(error <= _NEAR for error in counts.errors), located),
        median_error_km=median(counts.errors) if counts.errors else 0.0,
        unknown=_share(counts.unknown, located),
        located=located,
        documents=counts.documents,
        n=counts.gold,
    )


def _document(row: _Row) -> Document:
    return Document("", "", row.text, "", title=row.title, url=row.url, sentences=split(row.text))


def _is_gold(toponym: _Gold) -> bool:
    return toponym.type is None or toponym.lat is not None


def _count(counts: _Counts, row: _Row, found: Sequence[Toponym], atlas: Atlas) -> None:
    gold = [toponym for toponym in row.toponyms if _is_gold(toponym)]
    by_span = {toponym.span: toponym for toponym in found}
    counts.documents += 1
    counts.gold += len(gold)
    counts.found += len(found)
    counts.overlapping += len(match_one_to_one(_overlaps(gold, found)))
    for wanted in gold:
        toponym = by_span.pop(wanted.span, None)
        if toponym is not None:
            counts.right += 1
            _locate(counts, wanted, toponym.place, atlas)


def _locate(counts: _Counts, wanted: _Gold, place: Place | None, atlas: Atlas) -> None:
    """Count whether a found toponym is placed rightly."""
    if wanted.lat is None or wanted.lon is None:
        return
    country = _country(wanted, wanted.lat, wanted.lon, atlas)
    if country is not None:
        counts.countries.append(place is not None and place.country == country)
    if place is None:
        counts.unknown += 1
    else:
        counts.errors.append(distance(wanted.lat, wanted.lon, place.latitude, place.longitude))


def _country(wanted: _Gold, latitude: float, longitude: float, atlas: Atlas) -> str | None:
    """The state a gold toponym lies in; ``None`` when that is not known for sure."""
    if wanted.country is not None:
        states = (place for place in atlas.named(wanted.country) if place.kind is PlaceKind.STATE)
        return next((place.country for place in states), None)
    if wanted.type is None:
        return None
    towns = atlas.near(latitude, longitude, _BORDER) or (atlas.nearest(latitude, longitude),)
    if distance(latitude, longitude, towns[0].latitude, towns[0].longitude) > _FAR:
        return None
    countries = {town.country for town in towns}
    return countries.pop() if len(countries) == 1 else None


def _overlaps(gold: Sequence[_Gold], found: Sequence[Toponym]) -> dict[tuple[int, int], float]:
    """How many characters each gold toponym shares with each find, where it shares any."""
    shared = {}
    for left, wanted in enumerate(gold):
        for right, toponym in enumerate(found):
            common = min(wanted.e, toponym.span.end) - max(wanted.s, toponym.span.start)
            if common > 0:
                shared[left, right] = float(common)
    return shared


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
