"""Deeds that everybody knows and nobody dates: "since Russia invaded", "the annexation of Crimea".

The chronicle says what happened when. Of its happenings those count that name two states or blocs and an act
by a rare word, "invade" but not "attack": between the same two there are few of that sort, so a telling with
that word and those parties, and no day of its own, means the latest one before its report. What is planned,
feared or denied means the one that came soon after. Which one it is depends on the telling alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache

import msgspec

from dragoman.terms import EntityKind, EventType, Interval, Status
from dragoman.world import World, chronicle, load, words
from dragoman.world.chronicle import Happening

Days = tuple[int, int]  # first and last day, as proleptic ordinals


def _acts(written: str) -> frozenset[str]:
    """The stems of words for acts."""
    return frozenset(map(words.family, words.stems(written)))


_RARE = 5.0  # rarity of a word for an act that few acts have; that of the rare acts of `blocks`
_POINT = 62  # days; of what took longer the first day is meant
_RECURS = 3 * 366  # days; how long ago the latest of several can be. By judgement.
_SOON = 92  # days within which what was feared came. By judgement.
_MONTH = 31  # days; who tells of an army that was sent must know the day as well as that
_AWAITED = frozenset({Status.PLANNED, Status.POSSIBLE, Status.CALLED_FOR, Status.DENIED})
_KINDS = frozenset({EntityKind.STATE, EntityKind.BLOC, EntityKind.PLACE})
_BETWEEN = 2  # parties of a deed
_PREPOSITIONS = frozenset("against at between by for from in into near of off on over to with".split())
# Words for an invasion that has not come yet.
_FEARED = _acts("attack assault offensive aggression war occupy")
# What two states do to each other once in a long time; of other acts the telling must name something more.
_ONCE = _acts("invade annex recognise accession")
# How an invasion begins: an army that is sent, or a border that is crossed.
_MARCHED = _acts("crossed entered marched moved ordered sent")
_ARMY = _acts("army border columns forces soldiers tanks troops")
# What is signed for one of these is told for it.
_SIGNED = _acts("decree sign signature treaty")
_INVADE = "invad"
_WORD = re.compile(r"[^\W_](?:[\w.-]*\w)?")


class Deed(msgspec.Struct, frozen=True):
    """Something known that was done between states.

    Attributes:
        id: first day and parties; what the chronicle has with the same is one.
        act: stem of the word for it.
        sides: the states and blocs between which it was done.
        by: the one that did it, if its name says so.
        days: on which it was done, of what took long the first.
        words: stems that tell it from others of the sort.
    """

    id: str
    act: str
    sides: frozenset[str]
    by: str
    days: Days
    words: frozenset[str]


class Told(msgspec.Struct, frozen=True):
    """What a telling says that can give a known deed away; the fields of a trace.

    Attributes:
        actors: of the sides, those that act.
        stems: of its sentence and of what the report is about.
        published: every day on which the report can have appeared; open sides are none.
    """

    type: EventType
    status: Status
    act: tuple[str, ...]
    sides: tuple[str, ...]
    actors: frozenset[str]
    stems: Collection[str]
    when: Days | None
    published: Interval


def deed_of(told: Told) -> Deed | None:
    """The known deed that a telling means; none where it means none, or could mean several."""
    awaited = told.status in _AWAITED
    acts = {*told.act, _INVADE} if _means_invasion(told) else set(told.act)
    if told.when is not None and not acts.isdisjoint(_SIGNED):
        acts |= _ONCE.intersection(map(words.family, told.stems))
    found = [deed for act in sorted(acts) for deed in _deeds().get(act, ()) if _is_between(deed, told)]
    if told.when is not None:
        return _only([deed for deed in found if _falls_on(deed, told.act, told.when)], told)
    if not awaited:
        return _latest(found, told)
    feared = [deed for deed in found if _came_soon(deed, told.published)]
    return _only(feared, told) if feared else None


def _means_invasion(told: Told) -> bool:
    """Whether it tells what an invasion is before it came, or how one begins, in other words."""
    acts = set(told.act)
    if told.type is EventType.ASSAULT and told.status in _AWAITED and not acts.isdisjoint(_FEARED):
        return True
    if told.when is None or told.when[1] - told.when[0] >= _MONTH:
        return False
    return not (acts.isdisjoint(_MARCHED) or acts.isdisjoint(_ARMY))


def _is_between(deed: Deed, told: Told) -> bool:
    """Whether its parties are those of the telling; one that is not read may be named in the text."""
    if deed.by and told.actors and deed.by not in told.actors:
        return False
    if deed.act not in _ONCE and deed.words.isdisjoint(told.stems):
        return False
    missing = deed.sides.difference(told.sides)
    if not missing:
        return len(told.sides) <= len(deed.sides) + 1
    if len(told.sides) >= len(deed.sides):
        return False
    return missing.issubset(_named(told.stems)) and deed.sides.issuperset(told.sides)


def _falls_on(deed: Deed, acts: Collection[str], when: Days) -> bool:
    """Whether it was done on these days; what two do once goes on for weeks under its own name."""
    last = deed.days[1] + (_SOON if deed.act in _ONCE.intersection(acts) else 0)
    return when[0] <= last and deed.days[0] <= when[1]


def _latest(found: list[Deed], told: Told) -> Deed | None:
    """The last one before the report, or the one that the words single out."""
    latest = told.published.latest
    before = [deed for deed in found if latest is None or deed.days[0] <= latest.toordinal()]
    named = [deed for deed in before if not deed.words.isdisjoint(told.stems)]
    if len(before) > 1 and len(named) == 1:
        return named[0]
    if latest is None or len(before) < 2:
        return _only(before, told)
    last = max(before, key=lambda deed: (deed.days, deed.id))
    return last if latest.toordinal() - last.days[0] <= _RECURS else None


def _came_soon(deed: Deed, published: Interval) -> bool:
    """Whether it came after the report, and soon; what is known of its day must not speak against that."""
    first, last = published.earliest, published.latest
    if first is not None and deed.days[0] < first.toordinal():
        return False
    return last is not None and deed.days[0] - last.toordinal() <= _SOON


def _only(found: list[Deed], told: Told) -> Deed | None:
    """The one there is, or the one of several that the words single out."""
    named = [deed for deed in found if not deed.words.isdisjoint(told.stems)]
    kept = named if len(named) == 1 else found
    return kept[0] if len({deed.id for deed in kept}) == 1 else None


@cache
def _deeds() -> Mapping[str, tuple[Deed, ...]]:
    """The known deeds by their act."""
    merged: dict[tuple[str, str], Deed] = {}
    for happening in chronicle.load().happenings:
        for deed in _of(happening):
            known = merged.get((deed.act, deed.id))
            both = deed.words & known.words if known else deed.words
            merged[deed.act, deed.id] = msgspec.structs.replace(deed, words=both)
    found: defaultdict[str, list[Deed]] = defaultdict(list)
    for (act, _), deed in sorted(merged.items(), key=lambda each: each[0]):
        found[act].append(deed)
    return {act: tuple(deeds) for act, deeds in found.items()}


def _of(happening: Happening) -> Iterator[Deed]:
    """The deeds that the phrases of a happening name."""
    days = _days(happening.when)
    for phrase in (happening.name, *happening.called) if days else ():
        act = _act_of(phrase)
        if not days or not act or words.rarity(act) < _RARE:
            continue
        named = _sides_of(phrase)
        if len(set(named)) == _BETWEEN:
            by = named[0] if re.search(" (?:of|on) ", phrase) else ""
            id = f"{date.fromordinal(days[0])} {' '.join(sorted(set(named)))}"
            yield Deed(id, act, frozenset(named), by, days, _own_words(phrase, act))


def _own_words(phrase: str, act: str) -> frozenset[str]:
    """What a phrase names besides the act, states and years."""
    rare = {stem for stem in words.stems(phrase) if words.rarity(stem) >= _RARE and not stem.isdigit()}
    return frozenset(stem for stem in rare.difference(_states()) if words.family(stem) != act)


def _act_of(phrase: str) -> str:
    """The stem of the word for the act: the last before a preposition, a noun by its verb."""
    if _PREPOSITIONS.isdisjoint(phrase.split()):
        return ""
    parts = _WORD.findall(phrase.lower())
    end = next((place for place, word in enumerate(parts) if place and word in _PREPOSITIONS), 0)
    return words.family(words.stem(parts[end - 1])) if end else ""


def _days(when: Interval) -> Days | None:
    """All days of what took a few, the first of what took long."""
    if when.earliest is None:
        return None
    first = when.earliest.toordinal()
    width = when.width_days
    return (first, first + width - 1) if width is not None and width <= _POINT else (first, first)


def _sides_of(phrase: str) -> list[str]:
    """The states and blocs that a phrase names, those of its places among them, in their order."""
    parts = [re.sub(r"['’]s?$|-led$", "", word) for word in re.findall(r"[^\s–]+", phrase.lower())]
    surfaces = _surfaces()
    found: list[str] = []
    place = 0
    while place < len(parts):
        for size in (3, 2, 1):
            side = surfaces.get(" ".join(parts[place : place + size]))
            if side and place + size <= len(parts):
                found.append(side)
                place += size - 1
                break
        place += 1
    return found


def _named(stems: Collection[str]) -> set[str]:
    """The states that stems name."""
    states = _states()
    return {states[stem] for stem in stems if stem in states}


@cache
def _surfaces() -> dict[str, str]:
    """The side that a name in lower case means; those that can mean two are left out."""
    return _unambiguous((name.surface.lower(), name.entity, load()) for name in load().names)


@cache
def _states() -> dict[str, str]:
    """The state that a stem names: "ukrain", "russian"."""
    world = load()
    states = {entity.id for entity in world.entities.values() if entity.kind is EntityKind.STATE}
    return _unambiguous(
        (stems[0], name.entity, world)
        for name in world.names
        if name.entity in states and name.surface.isalpha() and (stems := words.stems(name.surface))
    )


def _unambiguous(rows: Iterable[tuple[str, str, World]]) -> dict[str, str]:
    """Of words and the entities they name, those words that name one state or bloc, and which."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for surface, id, world in rows:
        entity = world.entities[id]
        if entity.kind in _KINDS:
            found[surface].add(entity.country or id)
    return {surface: min(sides) for surface, sides in found.items() if len(sides) == 1}
