"""Which places a name may mean, and how likely each is before anything else is known."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache

import msgspec
from rapidfuzz import fuzz

from dragoman.reading.places.short import written_out
from dragoman.terms import Place, PlaceKind
from dragoman.world.atlas import DIVISIONS, TOWNS, Atlas, fold

# Namesakes of one name that are looked at; the rest are the least populous ones.
MOST = 60
# The scores are on a scale on which one step is about a factor e. By judgement, on texts of our own.
_PER_POPULATION = 0.9  # for each power of ten
_LEAST_PEOPLE = 100  # what a place without a number is taken to have
_KINDS = {
    PlaceKind.CONTINENT: 6.0, PlaceKind.STATE: 3.5, PlaceKind.REGION: -0.8, PlaceKind.DISTRICT: -2.5,
    PlaceKind.CAPITAL: 1.2, PlaceKind.TOWN: 0.0,
}  # fmt: skip
_GEOGRAPHY = 3.0  # rivers, seas, areas: listed by hand because reports name them
_KNOWN_REGIONS = {"USA": 2.5, "CAN": 1.5, "AUS": 1.0, "GBR": 1.5, "IND": 0.5, "DEU": 0.5, "RUS": 0.0}
_BEFORE_ITS_NAMESAKE = 1.5  # Washington is the city before it is the state
_METROPOLIS = 1_000_000  # people; it comes before the region that is called like it
_BEHIND_ITS_CITY = 3.0
_BEHIND_A_METROPOLIS = 2.8  # what is called so besides its name: Niu-York in Ukraine
_IN_THE_NEWS = 1.5
_NEWSWORTHY = 20_000  # people: a namesake in the same state is not meant by those files
_FIRST = 3  # namesakes of which one is meant by those files
# The atlas prints the place otherwise: "Chernobyl" is Chornobyl, and the former name of another town.
_SPELT_OTHERWISE, _OTHER_NAME = -0.7, -2.5
_ALIKE = 70  # of 100, rapidfuzz ratio
_DIRECTIONS = tuple(
    f"{word} "
    for word in "northern southern eastern western central north south east west northeastern northwestern "
    "southeastern southwestern northeast northwest southeast southwest upper lower greater downtown "
    "metropolitan metro mainland old occupied".split()
)
_BEHIND = tuple(
    f" {word}" for word in ("area", "metro area", "valley", "peninsula", "bay", "beach", "strip", "suburbs")
)


# Words for kinds that belong to the name in print.
_KEPT_BEHIND = frozenset(
    "county oblast region province governorate prefecture krai kray republic territory voivodeship canton "
    "raion rayon parish borough municipality okrug river island islands township".split()
)


_FACILITIES = frozenset(
    "airport university college school hospital station stadium park bridge street road avenue square center "
    "centre hall museum church cathedral prison jail court courthouse harbor harbour port base zoo library "
    "theatre theater diocese archdiocese embassy consulate mosque cemetery market".split()
)


class Candidate(msgspec.Struct, frozen=True):
    """A place a name may mean.

    Attributes:
        place: the place.
        score: how likely it is before the text is looked at; only differences between scores say something.
    """

    place: Place
    score: float


class Candidates:
    """Looks names up in an atlas.

    Args:
        atlas: the places.
        adjectives: words that are no name but come of one ("Russian"), with their place.
        in_the_news: folded names of towns and regions that the world's files have, with their state.
    """

    def __init__(
        self,
        atlas: Atlas,
        adjectives: Mapping[str, Place],
        in_the_news: frozenset[tuple[str, str]] = frozenset(),
    ) -> None:
        self._atlas = atlas
        self._adjectives = adjectives
        self._in_the_news = in_the_news
        self._known: dict[tuple[str, bool], tuple[Candidate, ...]] = {}
        self.knows = lru_cache(maxsize=1 << 16)(self._knows)

    def of(self, surface: str, *, in_pair: bool = False) -> tuple[Candidate, ...]:
        """The places a name may mean, the likeliest first; none when the atlas does not know it.

        Args:
            in_pair: whether it stands behind the name of a town and a comma.
        """
        key = (surface, in_pair)
        if key not in self._known:
            self._known[key] = self._found(written_out(surface.strip(), in_pair=in_pair))
        return self._known[key]

    def _knows(self, surface: str) -> bool:
        """Whether the atlas has a name, a word for its kind behind it aside: "Lviv Oblast", not "City of
        Lviv"."""
        name = written_out(surface)
        if name.lower().startswith("the "):
            return any(place.name.lower().startswith("the ") for place in self._atlas.named(name))
        if self._atlas.lists(name):
            return True
        ends = name.rpartition(" ")[2].lower()
        return ends in _KEPT_BEHIND and self._atlas.knows(name)

    def is_in_the_news(self, surface: str) -> bool:
        """Whether the world's files have a town or region of that name."""
        return any(
            (fold(surface), each.place.country) in self._in_the_news for each in self.of(surface)[:_FIRST]
        )

    def _found(self, name: str) -> tuple[Candidate, ...]:
        own = self._adjectives.get(name)
        if own is not None:
            return (Candidate(own, prior(own, fold(own.name))),)
        places = self._atlas.named(name)
        if not places:
            for shorter in (_without_direction(name), *_named_after(name)):
                places = places or (self._atlas.named(shorter) if shorter else ())
        wanted = fold(name)
        metropoles = {
            (place.country, place.region)
            for place in places
            if place.kind in TOWNS and place.population >= _METROPOLIS and wanted in fold(place.name)
        }
        found = [Candidate(place, self._score(place, wanted, metropoles)) for place in places]
        found.sort(key=lambda candidate: (-candidate.score, candidate.place.id))
        return tuple(found[:MOST])

    def _score(self, place: Place, wanted: str, metropoles: set[tuple[str | None, str | None]]) -> float:
        """The prior with what other places of the name and the world's files say."""
        score = prior(place, wanted)
        if place.kind is PlaceKind.REGION and (place.country, place.region) in metropoles:
            score -= _BEHIND_ITS_CITY
        if metropoles and place.population < _METROPOLIS and fold(place.name) != wanted:
            score -= _BEHIND_A_METROPOLIS
        if (wanted, place.country) in self._in_the_news and place.population >= _NEWSWORTHY:
            score += _IN_THE_NEWS
        return score


def prior(place: Place, folded: str) -> float:
    """How likely a place is meant by a folded name, the text aside."""
    score = _PER_POPULATION * math.log10(place.population + _LEAST_PEOPLE)
    score += _KINDS.get(place.kind, _GEOGRAPHY)
    if place.kind is PlaceKind.CAPITAL and place.country == "USA":
        score += _BEFORE_ITS_NAMESAKE
    if place.kind is PlaceKind.REGION:
        score += _KNOWN_REGIONS.get(place.country or "", 0.0)
    if place.kind in DIVISIONS and folded == fold(place.name) and " " in folded:
        score += 2.0 if place.kind is PlaceKind.DISTRICT else 0.0
    is_large = place.kind in {PlaceKind.STATE, PlaceKind.CAPITAL} or place.population >= _METROPOLIS
    if not is_large and (printed := fold(place.name)) != folded:
        score += _SPELT_OTHERWISE if fuzz.ratio(printed, folded) >= _ALIKE else _OTHER_NAME
    return score


def _without_direction(name: str) -> str:
    """ "northern Iraq" without the word that says which part; empty when it has none."""
    lower = name.lower()
    for word in _DIRECTIONS:
        if lower.startswith(word):
            return name[len(word) :]
    for word in _BEHIND:
        if lower.endswith(word):
            return name[: -len(word)]
    return ""


def _named_after(name: str) -> tuple[str, ...]:
    """What a building, a street or an institution may stand in, since it is named after it.

    Example:
        >>> _named_after("Kharkiv Airport"), _named_after("University of Toronto")
        (('Kharkiv',), ('Toronto',))
    """
    first, _, behind = name.partition(" of ")
    if behind and first.rpartition(" ")[2].lower() in _FACILITIES:
        return (behind,)
    words = name.split()
    if len(words) > 1 and words[-1].lower() in _FACILITIES:
        return tuple(" ".join(words[:size]) for size in range(len(words) - 1, 0, -1))
    return ()
