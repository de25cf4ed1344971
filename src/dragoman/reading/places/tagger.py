"""Finds place names by rules: longest names of the atlas, and what stands around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from dragoman.reading.places.candidates import Candidates
from dragoman.reading.places.disambiguate import Decision
from dragoman.reading.places.evidence import Signs, Weights, signs_around
from dragoman.reading.places.home import compact_host
from dragoman.reading.places.people import People, says
from dragoman.reading.places.short import ALONE, IN_PAIRS
from dragoman.reading.places.windows import Window, windows_at
from dragoman.reading.places.words import Word, words_of
from dragoman.reading.spelling import ordinary_words
from dragoman.terms import Document, Place, PlaceKind, Span
from dragoman.world.atlas import TOWNS, distance, fold

Tag = Callable[[Document], Sequence[Span]]
Locate = Callable[[Document, Sequence[Span]], Sequence[Decision]]

_FAMOUS, _LARGE = 1_000_000, 100_000
_DATELINE = (" (", " —", " –", " -", ", ")
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august "
    "september october november december mon tue tues wed thu thurs fri sat sun jan feb mar apr jun jul aug "
    "sep sept oct nov dec i a an the he she it we they but and or if in on at by for to of as is no yes not "
    "this that these those there here what when where who why how after before during while although "
    "christmas easter ramadan god internet web english north south east west northern southern eastern "
    "western "
    "central".split()
)
_NOT_A_NOUN = frozenset(
    "said says is was were are be been has have had and or but who which that in of on at to by from with "
    "for as "
    "will would could should may might can do does did not also than then when while because if".split()
)
_SHORTEST_IN_HOST = 5
_SHORTEST_WORD = 3  # letters of a name that is no short form of a state
_HOPE = 2.2  # what the rest of a text can add to a name


class _Found(msgspec.Struct):
    """A name that may be a place's."""

    span: Span
    key: str
    signs: Signs
    sure: bool = False


class RuleTagger:
    """Finds the place names of documents.

    Args:
        candidates: looks names up.
        people: knows names of persons.
        modifiers: adjectives of places ("Russian"), which are found before a noun.
        others: names of what is no place although a town is called so ("White House"); what the atlas has as
            more than a town is one all the same ("Gulf").
        locate: decides where the names that are sure lie, so that others are believed when they lie near.
    """

    def __init__(
        self,
        candidates: Candidates,
        people: People,
        modifiers: frozenset[str],
        others: frozenset[str] = frozenset(),
        locate: Locate | None = None,
        weights: Weights | None = None,
    ) -> None:
        self._candidates = candidates
        self._others = others
        self._locate = locate
        self._people = people
        self._modifiers = modifiers
        self._weights = weights or Weights()
        self._ordinary = ordinary_words()

    def __call__(self, document: Document) -> list[Span]:
        """The place names of a document in order."""
        sentences = [words_of(document.text, sentence) for sentence in document.sentences]
        taken = [self._people.in_sentence(words) for words in sentences]
        surnames = {surname for _, names in taken for surname in names}
        host = compact_host(document)
        found: list[_Found] = []
        for words, (persons, _) in zip(sentences, taken, strict=True):
            found += self._in_sentence(document.text, words, persons, surnames, host)
        sure = {each.key for each in found if each.sure or self._counts(each, bonus=-1.0)}
        for each in found:
            if each.key in sure:
                each.signs.shown.append("elsewhere")
        self._mark_nearby(document, found)
        return [each.span for each in found if each.sure or self._counts(each)]

    def _mark_nearby(self, document: Document, found: Sequence[_Found]) -> None:
        """Let the towns that are sure speak for names that lie near them."""
        doubtful = [each for each in found if not (each.sure or self._counts(each))]
        if self._locate is None or not doubtful:
            return
        spans = sorted({each.span for each in found if each.sure or self._counts(each)})
        decided = (decision.place for decision in self._locate(document, spans))
        points = [place for place in decided if place is not None and place.kind in _POINTS]
        for each in doubtful:
            own = (candidate.place for candidate in self._candidates.of(each.span.of(document.text)))
            if any(is_near(place, point) for place in own if place.kind in _POINTS for point in points):
                each.signs.shown.append("nearby")

    def _counts(self, found: _Found, bonus: float = 0.0) -> bool:
        return found.signs.score(self._weights) + bonus >= self._weights.threshold

    def _in_sentence(
        self, text: str, words: Sequence[Word], persons: set[int], surnames: set[str], host: str
    ) -> list[_Found]:
        found: list[_Found] = []
        index = 0
        while index < len(words):
            outer = self._short_outer(words, index, found)
            if outer is not None:
                found.append(outer)
                index += 1
                continue
            windows = list(windows_at(text, words, index, self._candidates))
            adjective = self._adjective(text, words, index)
            if adjective is not None and not (windows and windows[0].last > index):
                found.append(adjective)
                index += 1
                continue
            judged = [
                (window, self._judged(text, words, window, persons, surnames, host))
                for window in windows
                if not self._is_excluded(text, words, window)
            ]
            for window, each in judged:
                self._join(text, found, each)
                if self._counts(each, bonus=_HOPE):
                    found.append(each)
                    index = window.last
                    break
            index += 1
        return found

    def _short_outer(self, words: Sequence[Word], index: int, found: Sequence[_Found]) -> _Found | None:
        """ "Ill." behind a town and a comma."""
        word = words[index]
        if not found or word.text not in IN_PAIRS or word.gap not in {", ", " (", ","}:
            return None
        if found[-1].span.end != words[index - 1].end:
            return None
        found[-1].sure = True
        return _Found(Span(word.start, word.end), word.text, Signs([]), sure=True)

    def _adjective(self, text: str, words: Sequence[Word], index: int) -> _Found | None:
        """An adjective of a place in front of a noun."""
        word = words[index]
        if word.text not in self._modifiers or index + 1 >= len(words):
            return None
        behind = words[index + 1]
        if behind.gap not in {" ", "-", "\n"} or behind.lower in _NOT_A_NOUN or word.is_possessive:
            return None
        return _Found(Span(word.start, word.end), word.text, Signs([]), sure=True)

    def _is_excluded(self, text: str, words: Sequence[Word], window: Window) -> bool:
        surface = text[words[window.first].start : words[window.last].end]
        if surface in self._others and not self._is_well_known(surface):
            return True
        if window.first != window.last:
            return False
        word = words[window.first]
        if (
            len(word.text) < _SHORTEST_WORD
            and word.text not in ALONE
            and self._fame(word.text, window) != "state"
        ):
            return True
        return word.lower in _CALENDAR

    def _is_well_known(self, surface: str) -> bool:
        """Whether a name is that of a city or of something larger: "The Hague", "Gulf"."""
        return any(
            each.place.kind not in _SETTLED
            or (each.place.population >= _LARGE and fold(each.place.name) == fold(surface))
            for each in self._candidates.of(surface)
        )

    def _judged(
        self,
        text: str,
        words: Sequence[Word],
        window: Window,
        persons: set[int],
        surnames: set[str],
        host: str,
    ) -> _Found:
        first, last = window.first, window.last
        span = Span(words[first].start, words[last].end)
        surface = span.of(text)
        signs = [self._fame(surface, window), *signs_around(words, first, last)]
        single = first == last
        word = words[first]
        if first and words[first - 1].text in self._modifiers and "capital_before" in signs:
            signs.remove("capital_before")
        signs += self._word_signs(words, first, signs[0]) if single else ["several_words"]
        if any(index in persons for index in range(first, last + 1)):
            signs += ["person_here"] if single or signs[0] in {"small", "unknown"} else []
        elif single and word.text in surnames:
            signs.append("person_in_text")
        if word.is_all_capitals and single:
            is_dateline = first == 0 and words[last].after.startswith(_DATELINE)
            signs.append("dateline" if is_dateline else "capitals")
        key = fold(surface)
        compact = key.replace(" ", "")
        if len(compact) >= _SHORTEST_IN_HOST and compact in host:
            signs.append("home")
        return _Found(span, key, Signs(signs))

    def _word_signs(self, words: Sequence[Word], index: int, fame: str) -> list[str]:
        """What a single word says by itself and by what stands right beside it."""
        word, signs = words[index], []
        if word.lower in self._ordinary and fame != "state":
            signs.append("ordinary")
            if index == 0 or any(mark in word.gap for mark in ':"“'):
                signs.append("opening")
        if self._people.is_given(word.text):
            signs.append("given")
        if self._people.is_surname(word.text):
            signs.append("surname")
        if fame != "state" and says(words, index + 1):
            signs.append("says")
        return signs

    def _fame(self, surface: str, window: Window) -> str:
        if not window.known:
            return "unknown"
        best = self._candidates.of(surface)
        if not best:
            return "state"
        place = best[0].place
        if place.kind in {PlaceKind.STATE, PlaceKind.CONTINENT}:
            return "state"
        if place.kind is PlaceKind.REGION and place.country in {"USA", "CAN", "AUS", "GBR"}:
            return "state"
        top = max(each.place.population for each in best if each.score > best[0].score - 2.0)
        if top >= _FAMOUS or place.kind is PlaceKind.CAPITAL or place.kind not in _SETTLED:
            return "famous"
        return "large" if top >= _LARGE or self._candidates.is_in_the_news(surface) else "small"

    def _join(self, text: str, found: Sequence[_Found], outer: _Found) -> None:
        """Let a name and the one before it speak for each other when one lies in the other."""
        if not found:
            return
        inner = found[-1]
        if text[inner.span.end : outer.span.start] not in {", ", " (", ","}:
            return
        if self._lies_in(inner.span.of(text), outer.span.of(text)):
            inner.signs.shown.append("pair_inner")
            outer.signs.shown.append("pair_outer")

    def _lies_in(self, inner: str, outer: str) -> bool:
        larger = [
            each.place
            for each in self._candidates.of(outer, in_pair=True)
            if each.place.kind in {PlaceKind.STATE, PlaceKind.REGION}
        ]
        if not larger:
            return False
        smaller = [each.place for each in self._candidates.of(inner)]
        return any(
            small.country == large.country
            and (large.kind is PlaceKind.STATE or small.region == large.region)
            and fold(small.name) != fold(large.name)
            for large in larger
            for small in smaller
        )


_NEAR = 80.0  # kilometres
_KILOMETRES_PER_DEGREE = 111.0


def is_near(place: Place, other: Place) -> bool:
    """Whether two places lie within a day's news of each other."""
    north = abs(place.latitude - other.latitude) * _KILOMETRES_PER_DEGREE
    if north > _NEAR or place.id == other.id:
        return False
    return distance(place.latitude, place.longitude, other.latitude, other.longitude) <= _NEAR


_POINTS = TOWNS | {PlaceKind.DISTRICT, PlaceKind.QUARTER, PlaceKind.SITE}
_SETTLED = frozenset({PlaceKind.TOWN, PlaceKind.REGION, PlaceKind.DISTRICT})
