"""Which place each name of a text means, all names decided together.

Each name begins with what it means anywhere: the most populous namesake, a state before a town. Then the
names look at each other for some rounds. A place gains by lying near what the other names may be, in a
region or a
state the text speaks of, and in the land of the paper; what other names may be counts as much as it is
likely. A name said to lie in another ("Paris, Texas") may only be such a place. A name has one meaning
throughout a text unless the text says otherwise.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.reading.places.candidates import Candidate, Candidates
from dragoman.reading.places.containment import contained
from dragoman.reading.places.home import compact_host, home_country, home_towns
from dragoman.terms import Document, Place, PlaceKind, Span
from dragoman.world.atlas import DIVISIONS, TOWNS, Atlas, fold
from dragoman.world.atlas.geometry import EARTH

Floats = NDArray[np.float64]

ROUNDS = 4
NEAR = 70.0  # kilometres over which nearness falls to a third
# What context is worth at most, on the scale of `candidates.prior`: about how unlikely it is, as a logarithm,
# that a namesake lies there by chance (within an hour's drive, in one of fifty regions, in one of twenty
# states).
BY_NEARNESS, BY_REGION, BY_COUNTRY, BY_HOME, BY_LANGUAGE = 5.0, 3.5, 3.0, 2.0, 5.0
BY_STATES = 4.0  # of a state, where most other names are states too
# That a name means none of the places the atlas has: a hamlet, a street, a person. Small places start below
# it and say little to others until something speaks for them.
NOBODY = 3.5
_SATURATION = 0.6  # so much nearness is worth two thirds of all that nearness can be worth
# States and capitals are named in texts about anywhere; a town or a province says more of where one is set.
_ACTORS = frozenset({PlaceKind.STATE, PlaceKind.CAPITAL})
_OF_A_STATE = 0.5
# Every name has a namesake in Ohio. What is this unlikely counts half of what it would, and less below.
_FAINT = 0.1
_DOUBT = 0.7  # mentions that speak for no place at all
_HOME_WEIGHT = 3.0  # mentions that the name of the paper counts as
_ENGLISH = frozenset({"USA", "GBR", "CAN", "AUS", "IRL", "NZL"})
_LARGE = frozenset({PlaceKind.STATE, PlaceKind.REGION, PlaceKind.CONTINENT})
# "the Lebanese city of", "the Russian border town of"
_CITY_OF = re.compile(
    r"\b([A-Z]\w+)\s(?:\w+\s){0,2}?(?:city|town|village|port|capital|province|district|region|suburb)\sof\s$"
)
_CITY_OF_REACH = 60  # characters
_SHORTEST_IN_HOST = 5


class Decision(msgspec.Struct, frozen=True):
    """What a name means.

    Attributes:
        place: the place; ``None`` where the atlas has none of that name.
        candidates: how many places have the name.
        reason: why it is this one, in words.
    """

    place: Place | None
    candidates: int
    reason: str


class _Name(msgspec.Struct):
    """One name of a text with all its occurrences that may mean the same."""

    candidates: tuple[Candidate, ...]
    weight: float
    reason: str = ""


# Candidates that are decided together; their nearness takes eight bytes for each two of them. Only lists of
# hundreds of towns have more, and these are decided stretch by stretch.
_TOGETHER = 3000


def _parts(names: Sequence[_Name]) -> Iterator[list[_Name]]:
    """The names in stretches with no more candidates than are decided together."""
    part: list[_Name] = []
    count = 0
    for name in names:
        if part and count + len(name.candidates) > _TOGETHER:
            yield part
            part, count = [], 0
        part.append(name)
        count += len(name.candidates)
    if part:
        yield part


class Disambiguator:
    """Decides what the place names of documents mean.

    Args:
        atlas: the places.
        candidates: looks names up in it.
    """

    def __init__(self, atlas: Atlas, candidates: Candidates) -> None:
        self._atlas = atlas
        self._candidates = candidates

    def decide(self, document: Document, spans: Sequence[Span]) -> list[Decision]:
        """For each name in order what it means.

        Args:
            spans: the place names of the document in order.
        """
        names, of_span = self._gathered(document, spans)
        keys = [key for key, name in names.items() if name.candidates]
        home = home_country(document)
        chosen = [
            choice for part in _parts([names[key] for key in keys]) for choice in _Round(part, home).chosen()
        ]
        decided = dict(zip(keys, chosen, strict=True))
        decisions = []
        for key in of_span:
            name = names[key]
            choice = decided.get(key)
            reason = name.reason or _reason(name, choice)
            decisions.append(Decision(choice.place if choice else None, len(name.candidates), reason))
        return decisions

    def _gathered(self, document: Document, spans: Sequence[Span]) -> tuple[dict[str, _Name], list[str]]:
        """The names of a document by key, and the key of each occurrence."""
        text = document.text
        pairs = contained(text, spans, self._candidates, self._atlas)
        names: dict[str, _Name] = {}
        sure = self._said(text, spans, pairs)
        of_span = []
        for index, span in enumerate(spans):
            surface = span.of(text)
            in_pair = index - 1 in pairs
            key = fold(surface)
            found = self._candidates.of(surface, in_pair=in_pair)
            if in_pair:
                found = _only([large for _, large in pairs[index - 1]]) or found
                key = f"{key}|outer|{min((each.place.id for each in found), default='')}"
            if index in pairs:
                found = _only([small for small, _ in pairs[index]])
                key = f"{key}|{','.join(sorted(each.place.id for each in found))}"
            elif not in_pair and key in sure:
                found, key = sure[key]
            name = names.setdefault(key, _Name(found, 0.0, _said_reason("|" in key, in_pair)))
            name.weight += 1.0
            of_span.append(key)
        self._add_home(document, names)
        for name in names.values():
            name.weight = name.weight**0.5
        return names, of_span

    def _said(
        self,
        text: str,
        spans: Sequence[Span],
        pairs: Mapping[int, tuple[tuple[Candidate, Candidate], ...]],
    ) -> dict[str, tuple[tuple[Candidate, ...], str]]:
        """For each name of which the text says somewhere where it lies: what it means everywhere else."""
        said: defaultdict[str, Counter[str]] = defaultdict(Counter)
        found: dict[str, tuple[Candidate, ...]] = {}
        for index, each in pairs.items():
            key = fold(spans[index].of(text))
            inner = _only([small for small, _ in each])
            full = f"{key}|{','.join(sorted(one.place.id for one in inner))}"
            said[key][full] += 1
            found[full] = inner
        for span in spans:
            there = self._in_its_country(text, span)
            if there:
                key = fold(span.of(text))
                full = f"{key}|{','.join(sorted(one.place.id for one in there))}"
                said[key][full] += 1
                found[full] = there
        best = {key: counts.most_common(1)[0][0] for key, counts in said.items()}
        return {key: (found[full], full) for key, full in best.items()}

    def _in_its_country(self, text: str, span: Span) -> tuple[Candidate, ...]:
        """ "The Lebanese city of Tripoli": the places of that name there; none without such words."""
        match = _CITY_OF.search(text, max(0, span.start - _CITY_OF_REACH), span.start)
        if match is None:
            return ()
        states = {one.place.id for one in self._candidates.of(match[1]) if one.place.kind is PlaceKind.STATE}
        return tuple(one for one in self._candidates.of(span.of(text)) if one.place.country in states)

    def _add_home(self, document: Document, names: dict[str, _Name]) -> None:
        """What the paper is named after counts as if the text named it several times.

        A paper in English that is named after a town mostly stands where English is spoken: the "Paris
        News" in Texas.
        """
        host, outlet = compact_host(document), f" {fold(document.outlet or '')} "
        own = (key for key in names if _is_in(key, host) or f" {key.partition('|')[0]} " in outlet)
        home = names.get(next(own, ""))
        if home is None:
            towns = home_towns(document, self._candidates)
            home = names.setdefault("|home", _Name(towns, 0.0)) if towns else None
        if home is not None:
            home.weight += _HOME_WEIGHT
            home.candidates = tuple(_at_home(candidate) for candidate in home.candidates)


class _Round:
    """The candidates of all names as arrays, and what they gain from each other."""

    def __init__(self, names: Sequence[_Name], country: str | None) -> None:
        self._names = names
        self._owner = np.concatenate([np.full(len(name.candidates), i) for i, name in enumerate(names)])
        places = [candidate.place for name in names for candidate in name.candidates]
        self._prior = np.array([candidate.score for name in names for candidate in name.candidates])
        self._weight = np.array([name.weight for name in names])[self._owner]
        self._weight *= np.array([_OF_A_STATE if place.kind in _ACTORS else 1.0 for place in places])
        countries = [place.country or "" for place in places]
        regions = [f"{place.country}/{place.region}" if place.region else "" for place in places]
        self._country, self._region = _codes(countries), _codes(regions)
        self._has_country = np.array([bool(each) for each in countries])
        self._has_region = np.array([bool(each) for each in regions])
        self._is_point = np.array([place.kind not in _LARGE for place in places])
        self._prior += BY_HOME * np.array([bool(country) and each == country for each in countries])
        self._near = self._nearness(places)
        self._is_state = np.array([place.kind is PlaceKind.STATE for place in places])

    def chosen(self) -> list[Candidate]:
        """The likeliest candidate of each name."""
        shares = self._shares(self._prior)
        for _ in range(ROUNDS):
            shares = self._shares(self._prior + self._gains(shares))
        score = self._prior + self._gains(shares)
        chosen, start = [], 0
        for name in self._names:
            stop = start + len(name.candidates)
            chosen.append(name.candidates[int(np.argmax(score[start:stop]))])
            start = stop
        return chosen

    def _nearness(self, places: Sequence[Place]) -> Floats:
        """For each two candidates of different names how near they are, from 0 to 1."""
        latitude = np.radians([place.latitude for place in places])
        longitude = np.radians([place.longitude for place in places])
        level = np.cos(latitude)
        points = np.column_stack((level * np.cos(longitude), level * np.sin(longitude), np.sin(latitude)))
        angles = np.arccos(np.clip(points @ points.T, -1.0, 1.0))
        near: Floats = np.exp(-angles * EARTH / NEAR)
        near *= self._is_point[:, None] & self._is_point[None, :]
        near[self._owner[:, None] == self._owner[None, :]] = 0.0
        return near

    def _shares(self, score: Floats) -> Floats:
        """How likely each candidate is among those of its name."""
        best = np.full(len(self._names), -np.inf)
        np.maximum.at(best, self._owner, score)
        np.maximum(best, NOBODY, out=best)
        shares: Floats = np.exp(score - best[self._owner])
        none = np.exp(NOBODY - best)
        total: Floats = (np.bincount(self._owner, shares) + none)[self._owner]
        return shares / total

    def _gains(self, shares: Floats) -> Floats:
        weighted = shares * shares / (shares + _FAINT) * self._weight
        in_country = self._share_of(self._country, weighted, self._has_country)
        in_region = self._share_of(self._region, weighted, self._has_region)
        near = 1.0 - np.exp(-(self._near @ weighted) / _SATURATION)
        # What is large has no point to be near to; it gains by what lies in it instead
        near = np.where(self._is_point, near, np.where(self._has_region, in_region, in_country))
        in_region = np.where(self._has_region | self._is_point, in_region, in_country)
        states = self._share_of_states(weighted)
        gains: Floats = (
            BY_STATES * states + BY_NEARNESS * near + BY_REGION * in_region + BY_COUNTRY * in_country
        )
        return gains

    def _share_of_states(self, weighted: Floats) -> Floats:
        """For each state the share of the other names' weight that belongs to states: texts list like with
        like."""
        names = len(self._names)
        own = np.bincount(self._owner, np.where(self._is_state, weighted, 0.0), minlength=names)
        all_own = np.bincount(self._owner, weighted, minlength=names)
        share = (own.sum() - own) / (all_own.sum() - all_own + _DOUBT)
        return np.where(self._is_state, share[self._owner], 0.0)

    def _share_of(self, codes: NDArray[np.intp], weighted: Floats, known: NDArray[np.bool_]) -> Floats:
        """For each candidate the share of the other names' weight that lies in the same state or region."""
        weights = np.where(known, weighted, 0.0)
        total = np.bincount(codes, weights)[codes]
        size = codes.max() + 1
        own = np.bincount(self._owner * size + codes, weights, minlength=size * len(self._names))
        others = total - own[self._owner * size + codes]
        everything = weights.sum() - np.bincount(self._owner, weights)[self._owner]
        share = np.divide(others, everything + _DOUBT)
        return np.where(known, share, 0.0)


def _is_in(key: str, host: str) -> bool:
    """Whether an address is named after the name of a key."""
    compact = key.partition("|")[0].replace(" ", "")
    return len(compact) >= _SHORTEST_IN_HOST and compact in host


def _at_home(candidate: Candidate) -> Candidate:
    """A candidate for the home of a paper in English."""
    place = candidate.place
    bonus = BY_LANGUAGE * (place.kind in TOWNS | DIVISIONS and place.country in _ENGLISH)
    return msgspec.structs.replace(candidate, score=candidate.score + bonus)


def _codes(values: Sequence[str]) -> NDArray[np.intp]:
    table = {value: number for number, value in enumerate(dict.fromkeys(values))}
    return np.array([table[value] for value in values])


def _only(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Candidates, each once."""
    return tuple({candidate.place.id: candidate for candidate in candidates}.values())


def _said_reason(is_inner: bool, is_outer: bool) -> str:
    if is_outer:
        return "another place is said to lie in it"
    return "the text says where it lies" if is_inner else ""


def _reason(name: _Name, choice: Candidate | None) -> str:
    if choice is None:
        return "the atlas has no place of that name"
    if len(name.candidates) == 1:
        return "the only place of that name"
    if choice == name.candidates[0]:
        return "the best known place of that name"
    return "near the other places of the text"
