"""The day of an act that the text names as something everybody knows: "the annexation of Crimea".

Such an act has no day in its sentence and needs none: the chronicle knows when it was. A wrong day is worse
than none, so the words must name the act itself, mean one happening only, and fit who acts and when the
document appeared.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.reading.dating.named import Namings
from dragoman.reading.gazetteer import is_whole
from dragoman.terms import Document, EventMention, Interval, Span, Status, TimeExpression, TimeKind
from dragoman.world import World, chronicle, load
from dragoman.world.chronicle import Chronicle

# Nouns that name an act which took place on a day or a few. Accords and laws are left out: what is told of
# them is mostly what became of them later. So are wars, reigns and elections.
_ACTS = frozenset(
    "abduction airstrike airstrikes ambush annexation arrest assassination assault attack attacks beheading"
    " blast blasts bombing bombings capture clash clashes conference coup crackdown deportation downing"
    " execution explosion explosions expulsion hijacking impeachment incursion intervention invasion"
    " kidnapping killing killings landing massacre meeting murder murders mutiny occupation ouster overthrow"
    " poisoning raid referendum resignation riot riots sabotage seizure shelling shootdown shooting shootings"
    " siege sinking stabbing storming strike strikes summit swap takeover withdrawal".split()
)
# Of these the first day is that of the act, however long what they began went on; each happens once between
# two countries in a time, so that the words without the adjective and the verb mean the same.
_BEGUN = {"invasion": ("invaded", "invades"), "annexation": ("annexed", "annexes")}
# What is done to a person once.
_DEADLY = {"assassination": "assassinated", "murder": "murdered", "poisoning": "poisoned"}
_PREPOSITIONS = frozenset("against at between by for from in into near of off on over to with".split())
# Words before the phrase that make it another act than the one known, or one that is only thought of.
_OTHERWISE = frozenset(
    "another any attempted copycat different fears first fresh further future if imminent like new next"
    " planned possible potential renewed repeat second similar such third threatened".split()
)
# Words of the trigger that may stand before the phrase: "launched its invasion of Ukraine".
_LIGHT = frozenset(
    "the a its his their launched launch launching began begun begin started start carried out staged"
    " committed mounted full-scale military".split()
)
_POINT_DAYS = 62  # a happening of more days says too little of an act; see `_BEGUN`
_RECURS = timedelta(days=3 * 366)  # how long ago the latest of several can be. By judgement.
_NEAR = 3  # words within which a day that is named is taken to be the act's. By judgement.
_LOOK = 3  # words before a phrase that may make it another
_ONE_OF_MANY = re.compile(r"\ban?\s\Z", re.IGNORECASE)
_WORD = re.compile(r"[^\W_](?:[\w.'/-]*\w)?")


class KnownAct(msgspec.Struct, frozen=True):
    """A happening as a phrase names it.

    Attributes:
        days: of the act.
        head: where in the phrase the word stands that names the act.
        by: the country whose act it was, if the chronicle says so.
        is_verb: whether the phrase is verb and object, so that somebody must be known to act.
    """

    days: Interval
    head: Span
    by: str | None = None
    is_verb: bool = False


class HappeningsOfActs:
    """The acts the chronicle knows, ready to be found.

    Args:
        tables: what happened when.
        world: which countries the words of a phrase name.
    """

    def __init__(self, tables: Chronicle, world: World) -> None:
        self._namings = Namings(_of_acts(tables))
        self._countries: dict[str, str] = {}
        for name in world.names:
            country = world.entities[name.entity].country
            if country is not None:
                self._countries.setdefault(name.surface.lower(), country)
        short: defaultdict[str, list[KnownAct]] = defaultdict(list)
        for happening in tables.happenings:
            for phrase in (happening.name, *happening.called):
                for words, act in _shortened(phrase, happening.when, self._countries):
                    short[words].append(act)
        self._short = tuple(tuple(acts) for acts in short.values())
        self._automaton = AhoCorasick(tuple(short), matchkind=MatchKind.LeftmostLongest)

    @classmethod
    def shipped(cls) -> HappeningsOfActs:
        """Of the world and the chronicle that come with the package; made once per process."""
        return _shipped()

    def of(self, document: Document) -> NamedActs:
        """What the words of a document name."""
        folded = document.text.lower().replace("’", "'").replace("\n", " ")
        if len(folded) != len(document.text):  # a letter that is two in lower case; spans would not fit
            return NamedActs(document, (), {}, self._countries)
        named = tuple((naming.span, naming.named.when) for naming in self._namings.find(folded))
        acts: defaultdict[Span, list[KnownAct]] = defaultdict(list)
        for span, when in named:
            act = self._named(span.of(document.text), when)
            if act is not None:
                acts[span].append(act)
        for span, short in self._shorts(folded) if document.published.interval.latest else ():
            acts[span] += short
        return NamedActs(document, named, dict(acts), self._countries)

    def _shorts(self, folded: str) -> Iterator[tuple[Span, tuple[KnownAct, ...]]]:
        """Where a text names what `_shortened` gives."""
        for index, start, end in self._automaton.find_matches_as_indexes(folded):
            if is_whole(folded, start, end):
                yield Span(start, end), self._short[index]

    def _named(self, phrase: str, when: Interval) -> KnownAct | None:
        """The act that a phrase of the chronicle names, if it names one."""
        head = _head(phrase)
        days = None if head is None else _days_of(when, head.of(phrase).lower())
        if head is None or days is None:
            return None
        return KnownAct(days, head, _by(phrase, head, self._countries))


class NamedActs:
    """The known acts that the words of one document name, each where it stands.

    Args:
        named: all that is named, with its days; not only acts.
        acts: what can be meant at each place.
        countries: which country a word in lower case names.
    """

    def __init__(
        self,
        document: Document,
        named: Sequence[tuple[Span, Interval]],
        acts: Mapping[Span, Sequence[KnownAct]],
        countries: Mapping[str, str],
    ) -> None:
        self._document = document
        self._named = named
        self._acts = acts
        self._countries = countries

    def without_names(self, times: Sequence[TimeExpression]) -> Sequence[TimeExpression]:
        """The time expressions without the "September 11" of the attacks, read as that of this year."""
        if not self._named:
            return times
        return [
            time
            for time in times
            if not any(
                span.contains(time.span) and not when.overlaps(time.interval) for span, when in self._named
            )
        ]

    def dated(
        self, events: Sequence[EventMention], times: Sequence[TimeExpression]
    ) -> Sequence[EventMention]:
        """The events, those without a day whose words name a known act with the days of it.

        Args:
            times: the time expressions of the document; a day near the words is the act's own.
        """
        return [self._dated(event, times) for event in events] if self._acts else events

    def _dated(self, event: EventMention, times: Sequence[TimeExpression]) -> EventMention:
        if not event.when.is_unknown or event.status not in (Status.HAPPENED, Status.ONGOING):
            return event
        for span, acts in self._acts.items():
            if span.overlaps(event.trigger):
                days = self._days(event, span, acts, times)
                if days is not None:
                    return msgspec.structs.replace(event, when=days)
        return event

    def _days(
        self, event: EventMention, span: Span, acts: Sequence[KnownAct], times: Sequence[TimeExpression]
    ) -> Interval | None:
        """The days of the one act that is meant by the words at a place."""
        text = self._document.text
        said = self._said_before(event.evidence[0], span)
        if said is None or _goes_on(text, span):
            return None
        meant = [act for act in acts if _is_named_by(event.trigger, span, act, text)]
        if not any(act.by for act in meant) and _ONE_OF_MANY.search(text, max(0, span.start - 4), span.start):
            # "A Crimea bridge attack" is news; "an invasion of Ukraine" by Russia is the known one.
            return None
        agreed = [act for act in meant if _agrees(act, _acting(event), said)]
        if any(act.by for act in meant) and not any(act.by for act in agreed):
            return None  # whose act it was is known, and it was another's
        days = _days_meant(agreed, self._document.published.interval)
        if days is None or any(_is_near(text, span, time) and _denies(time, days) for time in times):
            return None
        return days

    def _said_before(self, sentence: Span, span: Span) -> str | None:
        """Whose act the word before says it was, empty when it says nothing; ``None`` where the phrase is
        part of a longer name, or of what makes it another act.
        """
        before = self._document.text[sentence.start : span.start].replace("’", "'").rstrip()
        words = _WORD.findall(before)[-_LOOK:]
        if _OTHERWISE.intersection(word.lower() for word in words):
            return None
        if not words or not before.endswith(words[-1]) or words[-1][0].islower():
            return ""
        country = self._countries.get(words[-1].lower().removesuffix("'s").removesuffix("-led"))
        opens = before == words[-1] or words[-1].endswith("'s")  # capital anyhow, or an owner nobody knows
        return country or ("" if opens else None)


@cache
def _shipped() -> HappeningsOfActs:
    return HappeningsOfActs(chronicle.load(), load())


def _of_acts(tables: Chronicle) -> Chronicle:
    """The happenings and meetings with those of their phrases that name an act."""
    return Chronicle(
        happenings=tuple(
            msgspec.structs.replace(one, called=called, keys=())
            for one in tables.happenings
            if (called := tuple(phrase for phrase in one.called if _head(phrase)))
        ),
        lives=(),
        series=tuple(
            msgspec.structs.replace(one, called=called)
            for one in tables.series
            if (called := tuple(phrase for phrase in one.called if _head(phrase)))
        ),
        roles=(),
    )


def _head(phrase: str) -> Span | None:
    """The word of a phrase that names an act: the last before a preposition."""
    if _ACTS.isdisjoint(phrase.lower().split()):
        return None
    words = list(_WORD.finditer(phrase))
    end = next((i for i, word in enumerate(words) if i and word[0].lower() in _PREPOSITIONS), len(words))
    if not words or words[end - 1][0].lower() not in _ACTS:
        return None
    return Span(*words[end - 1].span())


def _by(phrase: str, head: Span, countries: Mapping[str, str]) -> str | None:
    """Whose act it was: "Russia's annexation of", "US-led invasion of". In "Nord Stream attack" nobody's."""
    if not phrase[head.end :].strip() or not phrase[: head.start].strip():
        return None
    before = phrase[: head.start].split()
    for size in (2, 1):
        name = re.sub(r"(['’]s?|-led)$", "", " ".join(before[:size]).lower())
        if name in countries:
            return countries[name]
    return None


def _shortened(phrase: str, when: Interval, countries: Mapping[str, str]) -> Iterator[tuple[str, KnownAct]]:
    """ "Invasion of Ukraine" and "invaded Ukraine" for "Russian invasion of Ukraine", and whose it was."""
    head = _head(phrase)
    noun = head.of(phrase).lower() if head else ""
    if head is None or noun not in _BEGUN.keys() | _DEADLY.keys():
        return
    days, whom = _days_of(when, noun), phrase[head.end :].strip().removeprefix("of ")
    if days is None or not re.fullmatch(r"(?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+)*", whom):
        return
    by, whom = _by(phrase, head, countries), whom.lower()
    if noun in _BEGUN and by:
        yield f"{noun} of {whom}", KnownAct(days, Span(0, len(noun)), by)
        for verb in _BEGUN[noun]:
            yield f"{verb} {whom}", KnownAct(days, Span(0, len(verb)), by, is_verb=True)
    elif noun in _DEADLY and head.start == 0 and " " in whom:
        verb = _DEADLY[noun]
        yield f"{verb} {whom}", KnownAct(days, Span(0, len(verb)))


def _days_of(when: Interval, noun: str) -> Interval | None:
    """The days of an act by those of what it began; none where they are too many."""
    if when.width_days is not None and when.width_days <= _POINT_DAYS:
        return when
    return Interval.day(when.earliest) if noun in _BEGUN and when.earliest else None


def _acting(event: EventMention) -> set[str]:
    """The countries known to act."""
    return {known for actor in event.actors for known in (actor.country or actor.entity,) if known}


def _agrees(act: KnownAct, acting: set[str], said: str) -> bool:
    """Whether an act can be of those known to act, and of the country that the text says."""
    if act.is_verb and not acting:
        return False
    return not (act.by and acting and act.by not in acting) and (not said or act.by == said)


def _is_named_by(trigger: Span, span: Span, act: KnownAct, text: str) -> bool:
    """Whether the words of an event name the act of a phrase, and nothing beyond it."""
    before = _WORD.findall(text[trigger.start : max(trigger.start, span.start)].lower())
    return (
        act.head.shifted(span.start).overlaps(trigger)
        and trigger.end <= span.end
        and all(word in _LIGHT for word in before)
    )


def _goes_on(text: str, span: Span) -> bool:
    """Whether a name goes on behind the phrase: "of Crimea's Tatars", "of Kuwait City", "attacks-style"."""
    return re.match(r"['’]s\b|['’](?=\s)|-\w|\s[A-Z]", text[span.end : span.end + 3]) is not None


def _days_meant(acts: Sequence[KnownAct], published: Interval) -> Interval | None:
    """The days of the act meant on a day: the only one, or the latest in reason; one told as two is both."""
    before = [act.days for act in acts if not published.latest or _first(act.days) <= published.latest]
    ordered = sorted(set(before), key=_first)
    if not ordered:
        return None
    last = ordered[-1]
    alike = [days for days in ordered if days.overlaps(last)]
    if len(alike) < len(ordered) and (not published.latest or published.latest - _first(last) > _RECURS):
        return None
    ends = [days.latest for days in alike if days.latest]
    return Interval(min(_first(days) for days in alike), max(ends))


def _first(days: Interval) -> date:
    return days.earliest or date.max


def _is_near(text: str, span: Span, time: TimeExpression) -> bool:
    """Whether only few words part a day from a phrase, in one clause."""
    first, second = sorted((span, time.span))
    between = text[first.end : second.start]
    return len(_WORD.findall(between)) <= _NEAR and not re.search(r"[.;:!?\n,]", between)


def _denies(time: TimeExpression, days: Interval) -> bool:
    """Whether a day that is named is not one of these; what can be any day is not."""
    if time.kind not in (TimeKind.DATE, TimeKind.TIME) or time.value.endswith("_REF"):
        return False
    return time.interval.is_unknown or not time.interval.overlaps(days)
