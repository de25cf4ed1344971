"""In what the tellings of one event agree, and in what they contradict each other.

Silence contradicts nothing, and neither does a less exact word.

| field | taken | contradicting |
|---|---|---|
| type | what most voices say | another quad, unless the two are neighbours (`NEIGHBOURS`) |
| status | the one that holds now (`dragoman.record.voices`) | as the table of `opposed_to` says |
| when | the most exact that has no more voices against it than for it | no day in common |
| where | likewise | neither lies in the other; a sea or an area without a border: another state |
| actors | the fullest telling with the side most voices name | roles exchanged; in conflict, another state |
| recipients | those of the same telling | roles exchanged |
| mode | what most voices say who say the type | nothing |

For a day or place are the voices that give it or one within it; against it those that exclude it. Of two that
exclude each other with as many voices the earlier report is taken. A copy that contradicts its original and,
once it happened, the days and places of its plan are listed and weigh nothing. To meet, to agree and to work
together are mutual: whom they are told of first does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Generic, TypeVar

import msgspec

from dragoman.record.voices import FACTS, Told, Voice, opposed_to, placed, status_of, words
from dragoman.terms import EventType, Interval, Mention, Status, UnknownName
from dragoman.world import plover
from dragoman.world.atlas import load_atlas

V = TypeVar("V", bound=Hashable)

# Types of other quads that reports of one act are told as; within a quad all are taken for wording
NEIGHBOURS = frozenset(
    frozenset(pair)
    for pair in (
        (EventType.CONSULT, EventType.COOPERATE),  # talks about a project, and the project
        (EventType.AGREE, EventType.COOPERATE),  # ready to work together, and working together
        (EventType.SUPPORT, EventType.COOPERATE),  # a signed agreement on trade
        (EventType.AGREE, EventType.AID),  # help promised, and help given
        (EventType.SUPPORT, EventType.AID),  # backing in words, and with money or arms
        (EventType.AGREE, EventType.RETREAT),  # a ceasefire agreed on, and kept
        (EventType.CONCEDE, EventType.RETREAT),  # giving way, in law or on the spot
        (EventType.CONSULT, EventType.REQUEST),  # talks, and what was asked for in them
        (EventType.REQUEST, EventType.PROTEST),  # demands of a crowd
        (EventType.ACCUSE, EventType.PROTEST),  # blame by a crowd
        (EventType.REJECT, EventType.SANCTION),  # a treaty refused, and left
        (EventType.THREATEN, EventType.SANCTION),  # sanctions announced, and imposed
        (EventType.ACCUSE, EventType.SANCTION),  # blame, and the envoy called home over it
        (EventType.ACCUSE, EventType.COERCE),  # charges, and the arrest on them
        (EventType.THREATEN, EventType.COERCE),  # a ban announced, and imposed
        (EventType.THREATEN, EventType.MOBILIZE),  # a show of force
    )
)
_CANDIDATES = 32  # values that are weighed for being taken, so that thousands of reports take no longer


class Field(StrEnum):
    """What tellings of one event can differ in."""

    TYPE = "type"
    STATUS = "status"
    WHEN = "when"
    WHERE = "where"
    ACTORS = "actors"
    RECIPIENTS = "recipients"
    MODE = "mode"


class Stance(StrEnum):
    """How a telling stands to what is taken."""

    AGREED = "agreed"
    MORE_EXACT = "more exact"
    LESS_EXACT = "less exact"
    COMPATIBLE = "compatible"  # other words, an earlier state of affairs, somebody else who also took part
    CONTRADICTING = "contradicting"
    SILENT = "silent"


class Account(msgspec.Struct, frozen=True):
    """One answer to a field, and who gives it.

    Attributes:
        value: in words.
        voices: in the order of the reports.
        tellings: ids of the event mentions, sorted.
        weight: number of voices that count.
    """

    value: str
    voices: tuple[Voice, ...]
    tellings: tuple[str, ...]
    weight: int
    stance: Stance


class Agreement(msgspec.Struct, frozen=True):
    """A field with every account of it.

    Attributes:
        accounts: what is taken first, then by weight; empty when every telling is silent.
        silent: ids of the event mentions that say nothing of it, sorted.
        is_disputed: whether a voice contradicts what is taken and nowhere says it; who says both corrects
            itself.
    """

    field: Field
    accounts: tuple[Account, ...]
    silent: tuple[str, ...]
    is_disputed: bool

    def stance(self, telling: str) -> Stance:
        """How the event mention of that id stands to what is taken."""
        found = (each.stance for each in self.accounts if telling in each.tellings)
        return next(found, Stance.SILENT)


class Spot(msgspec.Struct, frozen=True):
    """A place as it is compared: the words only where no entity is known."""

    entity: str | None
    country: str | None
    words: str = ""


class Tally(msgspec.Struct, Generic[V]):
    """One value of a field, those who give it in order, and the voices that count for it."""

    value: V
    told: list[Told]
    voices: set[str]
    stance: Stance = Stance.COMPATIBLE


class Weighed(msgspec.Struct, Generic[V]):
    """A field with its values, the taken one first."""

    field: Field
    tallies: list[Tally[V]]
    show: Callable[[Told], str]

    @property
    def taken(self) -> V | None:
        """What is taken; ``None`` when all are silent."""
        return self.tallies[0].value if self.tallies else None

    @property
    def is_disputed(self) -> bool:
        """As `Agreement.is_disputed`."""
        against = (each for each in self.tallies if each.stance is Stance.CONTRADICTING)
        return any(each.voices - self.tallies[0].voices for each in against)

    def opposed(self) -> set[str]:
        """Ids of the tellings that contradict what is taken."""
        against = (each for each in self.tallies if each.stance is Stance.CONTRADICTING)
        return {one.id for each in against for one in each.told}


def spot(mention: Mention) -> Spot:
    """A place as it is compared."""
    return Spot(mention.entity, mention.country, "" if mention.entity else words(mention.text))


def tallied(
    told: Iterable[Told], value_of: Callable[[Told], V | None], ignored: frozenset[str] = frozenset()
) -> list[Tally[V]]:
    """The values that are given, by the number of voices that count, then in the order of the reports."""
    tallies: dict[V, Tally[V]] = {}
    for one in told:
        value = value_of(one)
        if value is None:
            continue
        tally = tallies.get(value)
        if tally is None:
            tally = tallies[value] = Tally(value, [], set())
        tally.told.append(one)
        if one.id not in ignored:
            tally.voices |= one.keys
    return sorted(tallies.values(), key=lambda tally: -len(tally.voices))


def types(told: Sequence[Told]) -> Weighed[EventType]:
    """The type that most voices say; of as many the surest, then the first of the manual."""
    order = tuple(EventType)
    tallies = tallied(told, lambda one: one.telling.mention.type)
    tallies.sort(key=lambda each: (*_support(each), order.index(each.value)))
    taken = tallies[0].value
    for each in tallies:
        if each.value is taken:
            each.stance = Stance.AGREED
        elif not _is_wording(each.value, taken):
            each.stance = Stance.CONTRADICTING
    return Weighed(Field.TYPE, tallies, lambda one: one.telling.mention.type.value)


def _is_wording(one: EventType, other: EventType) -> bool:
    return plover.quad(one) == plover.quad(other) or frozenset({one, other}) in NEIGHBOURS


def statuses(told: Sequence[Told]) -> Weighed[Status]:
    """The status that holds, then the others."""
    taken = status_of(told)
    against = opposed_to(taken, told)
    tallies = tallied(told, lambda one: one.telling.mention.status)
    tallies.sort(key=lambda each: each.value is not taken)
    for each in tallies:
        if each.value is taken:
            each.stance = Stance.AGREED
        elif any(one.id in against for one in each.told):
            each.stance = Stance.CONTRADICTING
    return Weighed(Field.STATUS, tallies, lambda one: one.telling.mention.status.value.replace("_", " "))


def modes(told: Sequence[Told], type: EventType) -> Weighed[str]:
    """Modes are parts of a type, so those who say another type are silent."""
    of_type = [one for one in told if one.telling.mention.type is type]
    tallies = tallied(of_type, lambda one: one.telling.mention.mode)
    tallies.sort(key=lambda each: (*_support(each), each.value))
    for each in tallies[:1]:
        each.stance = Stance.AGREED
    return Weighed(Field.MODE, tallies, lambda one: one.telling.mention.mode or "")


def _support(tally: Tally[V]) -> tuple[int, bool, float]:
    """Sorts what more voices say before less, originals before what only copies say, sure before unsure."""
    mentions = [(one.original, one.telling.mention) for one in tally.told]
    only_copies = all(original != mention.document for original, mention in mentions)
    return -len(tally.voices), only_copies, -max(mention.confidence for _, mention in mentions)


class _Kin(msgspec.Struct, Generic[V], frozen=True):
    """How the values of a field lie to each other.

    Attributes:
        apart: whether both cannot be true.
        within: whether the first is the second, only more exact.
        exactness: sorts exact before wide.
    """

    field: Field
    value_of: Callable[[Told], V | None]
    show: Callable[[Told], str]
    apart: Callable[[V, V], bool]
    within: Callable[[V, V], bool]
    exactness: Callable[[V], tuple[bool, int]]


def days(told: Sequence[Told], holds: Status) -> Weighed[Interval]:
    """When it happened, given the status that holds."""
    return _most_exact(_DAYS, told, holds)


def places(told: Sequence[Told], holds: Status) -> Weighed[Spot]:
    """Where it happened, given the status that holds."""
    return _most_exact(_PLACES, told, holds)


def _most_exact(kin: _Kin[V], told: Sequence[Told], status: Status) -> Weighed[V]:
    tallies = tallied(told, kin.value_of, _ignored(kin, told, status))
    if len(tallies) > 1:
        position = {one.id: number for number, one in enumerate(told)}
        taken = _taken(kin, tallies, {each.value: position[each.told[0].id] for each in tallies})
        tallies.sort(key=lambda each: each is not taken)
    for each in tallies:
        each.stance = _stance(kin, each.value, tallies[0].value)
    return Weighed(kin.field, tallies, kin.show)


def _taken(kin: _Kin[V], tallies: Sequence[Tally[V]], order: Mapping[V, int]) -> Tally[V]:
    """See the table at the top of this file; ``order`` is that of the first reports."""
    weights = [(each, *_for_and_against(kin, each, tallies)) for each in tallies[:_CANDIDATES]]
    held = [(each, backing) for each, backing, against in weights if against <= backing and each.voices]
    if not held:
        return min(weights, key=lambda each: (-each[1], each[2], order[each[0].value]))[0]
    held.sort(key=lambda each: (kin.exactness(each[0].value), -each[1], order[each[0].value]))
    best = held[0][0]
    rivals = [each for each, _ in held if each is best or kin.apart(each.value, best.value)]
    first = min(rivals, key=lambda each: order[each.value])
    return next(each for each, _ in held if each is first or kin.within(each.value, first.value))


def _for_and_against(kin: _Kin[V], one: Tally[V], tallies: Sequence[Tally[V]]) -> tuple[int, int]:
    """How many voices give a value or one within it, and how many others exclude it."""
    backing, against = set(one.voices), set[str]()
    for each in tallies:
        if each is not one and kin.within(each.value, one.value):
            backing |= each.voices
        elif kin.apart(each.value, one.value):
            against |= each.voices
    return len(backing), len(against - backing)


def _ignored(kin: _Kin[V], told: Sequence[Told], status: Status) -> frozenset[str]:
    """Ids of the copies that contradict what they were taken from, and of the plans of what has happened."""
    given = [(one, value) for one in told if (value := kin.value_of(one)) is not None]
    done = {one.id for one, _ in given if one.telling.mention.status in FACTS} if status in FACTS else set()
    first: dict[tuple[str, frozenset[str]], tuple[str, V]] = {}
    ignored = {one.id for one, _ in given if one.id not in done} if done else set()
    for one, value in given:
        if one.id not in ignored:
            document = one.telling.mention.document
            original, said = first.setdefault((one.original, one.keys), (document, value))
            if document != original and kin.apart(said, value):
                ignored.add(one.id)
    return frozenset(ignored)


def _stance(kin: _Kin[V], value: V, taken: V) -> Stance:
    if value == taken:
        return Stance.AGREED
    if kin.within(value, taken):
        return Stance.MORE_EXACT
    if kin.within(taken, value):
        return Stance.LESS_EXACT
    return Stance.CONTRADICTING if kin.apart(value, taken) else Stance.COMPATIBLE


def _days_of(one: Told) -> Interval | None:
    when = one.telling.mention.when
    return None if when.is_unknown else when


def _is_shorter(inner: Interval, outer: Interval) -> bool:
    return inner != outer and inner.overlaps(outer) and inner.shared(outer) == inner


def _spot_of(one: Told) -> Spot | None:
    where = one.telling.mention.where
    return None if where is None else spot(where)


def _are_apart(one: Spot, other: Spot) -> bool:
    """Of words nobody resolved, seas and areas only the states can be compared."""
    if one.country is None or other.country is None or one == other:
        return False
    if one.country == other.country and not (_is_on_the_path(one) and _is_on_the_path(other)):
        return False
    return not (lies_in(one, other) or lies_in(other, one))


def lies_in(inner: Spot, outer: Spot) -> bool:
    """Whether a place is known to lie in another."""
    if inner.entity == outer.entity or outer.entity is None:
        return False
    if outer.entity == inner.country:
        return True
    if inner.entity is None:
        return False
    if _is_on_the_path(inner) and _is_on_the_path(outer):
        return inner.entity.startswith((f"{outer.entity}/", f"{outer.entity}:"))
    return _contains(outer.entity, inner.entity)


def _is_on_the_path(place: Spot) -> bool:
    """Whether its id says where it lies: "UKR/Kharkiv", not "river:Dnipro"."""
    entity, country = place.entity or "", place.country or ""
    return bool(country) and (entity == country or entity.startswith((f"{country}/", f"{country}:")))


@lru_cache(maxsize=4096)
def _contains(outer: str, inner: str) -> bool:
    atlas = load_atlas()
    try:
        return atlas.contains(atlas.place(outer), atlas.place(inner))
    except UnknownName:
        return False


def _place(one: Told) -> str:
    where = one.telling.mention.where
    return "" if where is None else placed(where)


_DAYS: _Kin[Interval] = _Kin(
    field=Field.WHEN,
    value_of=_days_of,
    show=lambda one: str(one.telling.mention.when),
    apart=lambda one, other: not one.overlaps(other),
    within=_is_shorter,
    exactness=lambda when: (when.width_days is None, when.width_days or 0),
)
_PLACES: _Kin[Spot] = _Kin(
    field=Field.WHERE,
    value_of=_spot_of,
    show=_place,
    apart=_are_apart,
    within=lies_in,
    exactness=lambda place: (place.entity is None, -len((place.entity or "").replace(":", "/").split("/"))),
)
