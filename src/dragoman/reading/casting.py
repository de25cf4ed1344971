"""Who the names of a whole text are.

A name alone may mean several: two presidents Bush, two states called Congo. The text as a whole knows more:
who is named in full, which countries it speaks of, on which day it was written. Here the names of a text are
found, those spelt otherwise among them, and put in the order of what they can mean.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

import msgspec

from dragoman.reading.gazetteer import Gazetteer, NameHit
from dragoman.reading.misplaced import doubts
from dragoman.reading.spelling import Spelling, Spellings, distinct, is_sure, ordinary_words, proper_names
from dragoman.reading.verbs import lexicon
from dragoman.terms import EntityKind, Interval, Span
from dragoman.world import Name, NameSense, World

_WORD = re.compile(r"(?<![\w'’])[^\W\d_a-z][\w’']*[a-z][\w’']*(?:-[^\W\d_][\w’']*)*")
# A capitalised word right before and right behind a place.
_BEFORE = re.compile(r"([^\W\d_a-z][\w'’-]*) $")
_BEHIND = re.compile(r" [^\W\d_a-z][\w'’]*[a-z]")
_BEFORE_A_MONTH = frozenset("the a an in of since until by next last early late mid during this".split())
# Waters and papers named after a country or a city are neither.
_WATERS = re.compile(r"\b(?:Gulf|Sea|Bay|Straits?|Treaty|Convention|Protocol|Peace|Battle) of (?:the )?$")
_PAPERS = re.compile(
    r" (?:Ocean|Sea|Gulf|Canal|[Cc]onventions?|[Aa]ccords?|[Pp]rotocols?|[Ss]yndrome|Treaty|Agreements?)\b"
)
_AGREED = re.compile(r" (?:agreements?|process|format|memorandum)\b")
_POSSESSIVE = re.compile(r"['’]s$")
# "Brussels" is the Union's unless the text speaks of Belgium too.
_SEAT_OF_A_BLOC = 1
# So long before and after his time in office a surname alone may mean a man whose country is not named. By
# judgement.
_BEFORE_OFFICE, _AFTER_OFFICE = timedelta(days=4 * 365), timedelta(days=10 * 365)
_LONGEST_WORD = 40  # so far in front of a name the word before it begins
_MOST_WORDS = 3  # of a name spelt otherwise
_BEHIND_WORD = re.compile(r" ([^\W\d_a-z][\w’]*[a-z])\b")
_NAMING_THINGS = frozenset({NameSense.NAME, NameSense.CAPITAL, NameSense.ADJECTIVE, NameSense.ALIAS})
_PLACE_NAMES = frozenset({NameSense.NAME, NameSense.CAPITAL})
_JOINT = frozenset({EntityKind.BLOC, EntityKind.GROUP})
_DAYS_AND_TITLES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december mr mrs ms dr sir lord lady madam prince princess king queen "
    "president minister general colonel premier chancellor saint".split()
)


class _Word(msgspec.Struct, frozen=True):
    """A capitalised word that belongs to no known name."""

    span: Span
    text: str


class _Taken:
    """Which characters of a text belong to a known name."""

    def __init__(self, text: str, hits: Iterable[NameHit]) -> None:
        self._taken = bytearray(len(text))
        for hit in hits:
            self.take(hit.span)

    def take(self, span: Span) -> None:
        """Give some characters to a name."""
        self._taken[span.start : span.end] = b"\x01" * (span.end - span.start)

    def is_free(self, span: Span) -> bool:
        """Whether none of some characters is taken."""
        return not any(self._taken[span.start : span.end])


class Casting:
    """Finds the names of texts and says who they are.

    Args:
        world: what is known.
        gazetteer: its names, ready to be found.
    """

    def __init__(self, world: World, gazetteer: Gazetteer) -> None:
        self._world = world
        self._gazetteer = gazetteer
        self._spellings = Spellings(world)
        self._proper = proper_names()
        self._weak: dict[str, list[Name]] = {}
        for name in world.weak_names:
            self._weak.setdefault(name.entity, []).append(name)
        self._ordinary = ordinary_words() | lexicon().keys() | world.sector_nouns.keys() | _DAYS_AND_TITLES

    def names(self, text: str, day: date | None, support: Sequence[str] = ()) -> list[NameHit]:
        """The names of a text in order, each with what it can mean, the likeliest first.

        Args:
            text: the whole text.
            day: a day it belongs to, if known.
            support: countries it is known to speak of besides those it names.
        """
        exact = self._gazetteer.names(text)
        words = self._unknown(text, exact)
        hits = self._whole(exact, words, text)
        full = {hit.senses[0].entity for hit in hits if hit.senses[0].sense is NameSense.FULL_NAME}
        countries = Counter(support)
        countries.update(self._countries(hit for hit in hits if not _is_surname(hit)))
        hits = self._believable(hits, full, countries, day)
        countries.update(self._countries(hit for hit in hits if _is_surname(hit)))
        taken = _Taken(text, hits)
        words = [word for word in words if taken.is_free(word.span)]
        spelt = self._spelt_otherwise(words, text, hits, countries, day)
        hits += self._believable(spelt, full, countries, day)
        hits += self._titled_alone(text, hits)
        hits += self._in_short(text, hits)
        hits.sort(key=lambda hit: hit.span)
        ranked = [self._ranked(hit, full, countries, day) for hit in hits]
        doubted = doubts(text, ranked, self._world)
        return [
            msgspec.structs.replace(hit, doubt=doubted[hit.span]) if hit.span in doubted else hit
            for hit in ranked
        ]

    def _whole(self, hits: Sequence[NameHit], words: Sequence[_Word], text: str) -> list[NameHit]:
        """The names with unknown given names before them, without those that are part of another's name."""
        behind = {word.span.end + 1: word for word in words}
        hits = [hit for hit in hits if not self._names_a_thing(hit, text)]
        found = (self._with_given_name(hit, behind.get(hit.span.start), text) for hit in hits)
        return [hit for hit in found if hit is not None]

    def _names_a_thing(self, hit: NameHit, text: str) -> bool:
        """Whether it only names a sea or a paper: the Gulf of Mexico, the Minsk agreements."""
        sense = hit.senses[0].sense
        if sense not in _NAMING_THINGS:
            return False
        start, end = hit.span.start, hit.span.end
        if _WATERS.search(text, max(0, start - _LONGEST_WORD), start) or _PAPERS.match(text, end):
            return True
        if sense is NameSense.CAPITAL and _AGREED.match(text, end):
            return True
        surface = hit.span.of(text)
        first_name = sense in _PLACE_NAMES and self._spellings.is_given_name(surface)
        next_word = _BEHIND_WORD.match(text, end) if first_name else None
        return next_word is not None and next_word[1].lower() not in self._ordinary

    def _unknown(self, text: str, hits: Sequence[NameHit]) -> list[_Word]:
        """Capitalised words outside the known names that no ordinary text writes in lower case."""
        taken = _Taken(text, hits)
        found = []
        for match in _WORD.finditer(text):
            word = _POSSESSIVE.sub("", match.group())
            span = Span(match.start(), match.start() + len(word))
            if word.lower() not in self._ordinary and taken.is_free(span):
                found.append(_Word(span, word))
        return found

    def _countries(self, hits: Iterable[NameHit]) -> Counter[str]:
        """How often the text names each country or somebody of it, where a name means one only."""
        counts: Counter[str] = Counter()
        for hit in hits:
            countries = {self._world.entities[name.entity].country for name in hit.senses}
            if len(countries) == 1 and None not in countries:
                counts[str(countries.pop())] += 1
        return counts

    def _with_given_name(self, hit: NameHit, given: _Word | None, text: str) -> NameHit | None:
        """A surname with the unknown given name before it; ``None`` when that makes it somebody else's.

        "Kassym-Zomart Tokayev" is Tokayev, "Ivan Lavrov" is not the minister and "Michael Jordan" no state.
        """
        if given is None or text[given.span.end : hit.span.start] != " ":
            return hit
        senses = hit.senses
        if _is_surname(hit):
            his = tuple(n for n in senses if self._spellings.is_given_name_of(given.text, n.entity))
            if his:
                span = Span(given.span.start, hit.span.end)
                full = tuple(msgspec.structs.replace(n, sense=NameSense.FULL_NAME) for n in his)
                return NameHit(span, full, why=f"spelt otherwise: {his[0].entity}")
            return None if self._spellings.is_given_name(given.text) else hit
        named = senses[0].sense in _PLACE_NAMES and " " not in hit.span.of(text)
        return None if named and self._spellings.is_given_name(given.text) else hit

    def _spelt_otherwise(
        self,
        words: Sequence[_Word],
        text: str,
        hits: Sequence[NameHit],
        countries: Mapping[str, int],
        day: date | None,
    ) -> list[NameHit]:
        """Known names that unknown words are other spellings of, the longest at each place."""
        found: list[NameHit] = []
        people = {name.entity for hit in hits for name in hit.senses}
        index = 0
        while index < len(words):
            run = _run(words, index, text)
            for length in range(len(run), 0, -1):
                span = Span(run[0].span.start, run[length - 1].span.end)
                hit = self._spelt(span, text, people, countries, day)
                if hit is not None and self._fits(hit, text):
                    found.append(hit)
                    index += length - 1
                    break
            index += 1
        return found

    def _spelt(
        self, span: Span, text: str, named: set[str], countries: Mapping[str, int], day: date | None
    ) -> NameHit | None:
        """The one name that words are a spelling of: without support when they are sure."""
        words = span.of(text)
        close = []
        for spelling in self._spellings.like(words):
            if words in self._proper and words[:1] != spelling.surface[:1]:
                continue  # Gandhi is not Chandy
            supported = self._is_supported(spelling, named, countries)
            if supported or (is_sure(spelling, words) and self._needs_no_support(words, spelling)):
                close.append((supported, spelling.likeness, spelling))
        if not close:
            return None
        supported, likeness, best = max(close, key=lambda each: each[:2])
        same = [s for known, alike, s in close if (known, alike) == (supported, likeness)]
        senses = tuple(dict.fromkeys(name for spelling in same for name in spelling.senses))
        on = Interval.day(day) if day else Interval()
        if len(distinct(senses)) > 1:
            senses = tuple(n for n in senses if self._world.entities[n.entity].exists.overlaps(on)) or senses
        return NameHit(span, senses, why=f"spelt otherwise: {best.surface}", open=len(distinct(senses)) > 1)

    def _needs_no_support(self, words: str, spelling: Spelling) -> bool:
        """Neither a name that everybody knows as it stands nor a place, of which there are too many."""
        kinds = {self._world.entities[name.entity].kind for name in spelling.senses}
        return words not in self._proper and kinds != {EntityKind.PLACE}

    def _is_supported(self, spelling: Spelling, named: set[str], countries: Mapping[str, int]) -> bool:
        """Whether the text speaks of what the name belongs to."""
        entities = [self._world.entities[name.entity] for name in spelling.senses]
        return any(entity.id in named or countries.get(entity.country or "", 0) > 0 for entity in entities)

    def _fits(self, hit: NameHit, text: str) -> bool:
        """Whether no capitalised word beside it makes a surname spelt otherwise somebody else's."""
        if not _is_surname(hit):
            return True
        before = _BEFORE.search(text, max(0, hit.span.start - _LONGEST_WORD), hit.span.start)
        behind = _BEHIND.match(text, hit.span.end)
        strange = before is not None and before[1].lower() not in self._ordinary
        his = before is not None and any(
            self._spellings.is_given_name_of(before[1], name.entity) for name in hit.senses
        )
        return behind is None and (not strange or his)

    def _titled_alone(self, text: str, hits: Sequence[NameHit]) -> list[NameHit]:
        """ "May" behind "Theresa May": a too common surname of somebody named in full before."""
        first: dict[str, int] = {}
        for hit in hits:
            if hit.senses[0].sense is NameSense.FULL_NAME:
                first.setdefault(hit.senses[0].entity, hit.span.end)
        weak: dict[str, list[Name]] = {}
        for name in (name for person in first for name in self._weak.get(person, ())):
            weak.setdefault(name.surface, []).append(name)
        if not weak:
            return []
        found, taken = [], _Taken(text, hits)
        surfaces = "|".join(re.escape(surface) for surface in sorted(weak, key=len, reverse=True))
        for match in re.finditer(rf"\b(?:{surfaces})\b(?! (?:\d|[A-Z][a-z]))", text):
            span = Span(*match.span())
            names = tuple(n for n in weak[match.group()] if first[n.entity] <= span.start)
            if names and taken.is_free(span) and self._stands_alone(text, span.start):
                found.append(NameHit(span, names, why="named in full before"))
        return found

    def _stands_alone(self, text: str, start: int) -> bool:
        """Whether no number, preposition of time, article or unknown name before a word makes it another."""
        before = re.search(r"(\S+) $", text[max(0, start - _LONGEST_WORD) : start])
        if before is None:
            return True
        word = before[1]
        strange = word[:1].isupper() and word.lower() not in self._ordinary and word[-1:].isalnum()
        return not strange and not word[:1].isdigit() and word.lower() not in _BEFORE_A_MONTH

    def _in_short(self, text: str, hits: Sequence[NameHit]) -> list[NameHit]:
        """ "The Union", "the Commission": the last word of the only longer name in the text that ends so."""
        longer: dict[str, dict[str, Name]] = {}
        for hit in hits:
            name = hit.senses[0]
            entity = self._world.entities[name.entity]
            for words in {hit.span.of(text), entity.name} if entity.kind in _JOINT else ():
                if " " in words:
                    longer.setdefault(words.split()[-1], {})[entity.id] = name
        found = []
        taken = _Taken(text, hits)
        for word, names in longer.items():
            if len(names) != 1 or not word[:1].isupper():
                continue
            name = next(iter(names.values()))
            for match in re.finditer(rf"(?<=\bthe )({re.escape(word)})\b(?! [A-Z]| of | for )", text):
                span = Span(*match.span())
                if taken.is_free(span):
                    full = self._world.entities[name.entity].name
                    found.append(NameHit(span, (name,), why=f"short for {full}"))
        return found

    def _believable(
        self, hits: Sequence[NameHit], full: set[str], countries: Mapping[str, int], day: date | None
    ) -> list[NameHit]:
        """The names without bare surnames of people who cannot be meant.

        Somebody is meant who is named in full elsewhere, whose country the text speaks of, or who was in
        office around the day.
        """
        if day is None:
            return list(hits)
        around = Interval(day - _AFTER_OFFICE, day + _BEFORE_OFFICE)

        def is_meant(name: Name) -> bool:
            entity = self._world.entities[name.entity]
            spoken_of = countries.get(entity.country or "", 0) > 0
            return entity.id in full or spoken_of or entity.exists.overlaps(around)

        found = []
        for hit in hits:
            meant = tuple(name for name in hit.senses if is_meant(name)) if _is_surname(hit) else hit.senses
            if meant:
                found.append(hit if meant == hit.senses else msgspec.structs.replace(hit, senses=meant))
        return found

    def _ranked(
        self, hit: NameHit, full: set[str], countries: Mapping[str, int], day: date | None
    ) -> NameHit:
        """The senses of a name in the order of what the text and its day say for them."""
        if len(distinct(hit.senses)) < 2:
            return hit
        on = Interval.day(day) if day else Interval()

        def worth(name: Name) -> tuple[bool, bool, bool, int]:
            entity = self._world.entities[name.entity]
            alive = day is not None and entity.exists.overlaps(on)
            support = countries.get(entity.country or "", 0) if entity.country else 0
            if name.sense is NameSense.SEAT and entity.kind is EntityKind.BLOC:
                support = _SEAT_OF_A_BLOC
            return (name.valid.overlaps(on), name.entity in full, alive, support)

        senses = tuple(sorted(hit.senses, key=worth, reverse=True))
        first = senses[0]
        rival = next(name for name in senses if name.entity != first.entity)
        kinds = {self._world.entities[name.entity].kind for name in (first, rival)}
        level = worth(first) == worth(rival) and kinds == {EntityKind.PERSON}
        why = hit.why or _reason(worth(first), worth(rival), day)
        return msgspec.structs.replace(hit, senses=senses, why=why, open=level)


def _is_surname(hit: NameHit) -> bool:
    return all(name.sense is NameSense.SURNAME for name in hit.senses)


def _run(words: Sequence[_Word], index: int, text: str) -> list[_Word]:
    """Unknown words that follow each other with nothing but a space between, from one of them on."""
    run = [words[index]]
    for word in words[index + 1 : index + _MOST_WORDS]:
        if text[run[-1].span.end : word.span.start] != " ":
            break
        run.append(word)
    return run


def _reason(
    first: tuple[bool, bool, bool, int], rival: tuple[bool, bool, bool, int], day: date | None
) -> str:
    """Why the first of two senses is likelier than the second."""
    reasons = (
        f"called so on {day}",
        "named in full in the text",
        f"in office on {day}",
        "the text speaks of the country",
    )
    for place, reason in enumerate(reasons):
        if first[place] != rival[place]:
            return reason
    return ""
