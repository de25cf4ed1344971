"""Tellings of one event to the event, and to what they agree in.

| of the event | from the tellings |
|---|---|
| type, status, when, where, mode | what is taken of each, by `dragoman.record.agreement` |
| participants | those of the fullest telling, and whom others name that do not contradict it |
| reported | the first report |
| sentence | the first telling of this type and status that is no copy; of one day what knows most actors |
| confidence | 1 minus the product of 1 minus each voice's, at most .99; of one voice its own |
| disputed | the fields that `Agreement.is_disputed` says |

A telling with several sources counts for the confidence with one of them, since it was read once; those who
say another type or deny it do not count.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from dragoman.record.agreement import (
    Account,
    Agreement,
    Field,
    Spot,
    Stance,
    Weighed,
    days,
    modes,
    places,
    statuses,
    tallied,
    types,
)
from dragoman.record.voices import (
    Party,
    Told,
    chorus,
    firstness,
    history,
    independent_reports,
    named,
    party,
    printed,
    voice_of,
)
from dragoman.terms import Event, EventType, Interval, Mention, Status, StatusStep, Telling
from dragoman.world import plover

# What parties do together: "Xi met Putin" and "Putin met Xi" do not contradict each other
MUTUAL = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})
_CONFLICT = frozenset({plover.Quad.VERBAL_CONFLICT, plover.Quad.MATERIAL_CONFLICT})
_SUREST = 0.99  # reports can be wrong together


class Cast(msgspec.Struct, frozen=True):
    """Who takes part in one telling."""

    actors: frozenset[Party]
    recipients: frozenset[Party]

    @property
    def resolved(self) -> int:
        """How many are more than words."""
        return sum(each.resolved for each in (*self.actors, *self.recipients))


class Balance(msgspec.Struct, frozen=True):
    """What is taken of each field.

    Attributes:
        base: the telling whose participants are taken.
    """

    type: Weighed[EventType]
    status: Weighed[Status]
    when: Weighed[Interval]
    where: Weighed[Spot]
    actors: Weighed[frozenset[Party]]
    recipients: Weighed[frozenset[Party]]
    mode: Weighed[str]
    base: Told

    @property
    def fields(self) -> tuple[Weighed[Any], ...]:
        """In the order of `Field`."""
        participants = (self.actors, self.recipients)
        return (self.type, self.status, self.when, self.where, *participants, self.mode)


def agreements(tellings: Iterable[Telling], copies: Mapping[str, str]) -> tuple[Agreement, ...]:
    """For each field of an event, in the order of `Field`, every account of it. Of one telling at least."""
    told = chorus(tellings, copies)
    every = frozenset(one.id for one in told)
    return tuple(_shown(each, every) for each in weigh(told).fields)


def event_of(tellings: Sequence[Telling], copies: Mapping[str, str], story: str = "") -> Event:
    """The event that the tellings tell; of one telling at least, in whatever order.

    Args:
        copies: id of a document to that of the original of its copies; others stand alone.
        story: id of the story the event belongs to.
    """
    if len(tellings) == 1:
        return _alone(tellings[0], copies, story)
    told = chorus(tellings, copies)
    if len(told) == 1:
        return _alone(told[0].telling, copies, story)
    balance = weigh(told)
    every = [one.telling for one in told]
    actors, recipients = _joined(told, balance)
    mentions = [one.mention for one in every]
    return Event(
        id=min(mention.id for mention in mentions),
        type=balance.type.tallies[0].value,
        actors=actors,
        recipients=recipients,
        status=balance.status.tallies[0].value,
        when=balance.when.taken or Interval(),
        tellings=tuple(sorted({mention.id for mention in mentions})),
        documents=tuple(sorted({mention.document for mention in mentions})),
        outlets=tuple(sorted({outlet for telling in every for outlet in telling.outlets})),
        reports=independent_reports(every, copies),
        said_by=tuple(sorted({printed(said.source) for mention in mentions for said in mention.said_by})),
        reported=every[0].published,
        mode=balance.mode.taken,
        where=balance.where.tallies[0].told[0].telling.mention.where if balance.where.tallies else None,
        confidence=_confidence(told, balance),
        sentence=_sentence(told, balance),
        voices=len(frozenset[str]().union(*(one.keys for one in told))),
        disputed=tuple(each.field.value for each in balance.fields if each.is_disputed),
        history=history(every),
        story=story,
    )


def _alone(telling: Telling, copies: Mapping[str, str], story: str) -> Event:
    """What a single telling gives; most events of a record are told once, so nothing is weighed."""
    mention = telling.mention
    return Event(
        id=mention.id,
        type=mention.type,
        actors=mention.actors,
        recipients=mention.recipients,
        status=mention.status,
        when=mention.when,
        tellings=(mention.id,),
        documents=(mention.document,),
        outlets=tuple(sorted(set(telling.outlets))),
        reports=1,
        said_by=tuple(sorted({printed(said.source) for said in mention.said_by})),
        reported=telling.published,
        mode=mention.mode,
        where=mention.where,
        confidence=mention.confidence,
        sentence=telling.sentence,
        voices=len(voice_of(telling, copies)) if len(mention.said_by) > 1 else 1,
        history=(StatusStep(mention.status, telling.published, (mention.id,)),),
        story=story,
    )


def weigh(told: Sequence[Told]) -> Balance:
    """What is taken of each field and what else is said, of the tellings as `chorus` orders them."""
    type = types(told)
    taken = type.tallies[0].value
    status = statuses(told)
    actors, recipients, base = _participants(told, taken)
    return Balance(
        type=type,
        status=status,
        when=days(told, status.tallies[0].value),
        where=places(told, status.tallies[0].value),
        actors=actors,
        recipients=recipients,
        mode=modes(told, taken),
        base=base,
    )


def _participants(
    told: Sequence[Told], type: EventType
) -> tuple[Weighed[frozenset[Party]], Weighed[frozenset[Party]], Told]:
    """The actors, the recipients, and the telling whose participants are taken."""
    cast = {
        one.id: Cast(_parties(one.telling.mention.actors), _parties(one.telling.mention.recipients))
        for one in told
    }
    base = _fullest(told, cast, type)
    taken = cast[base.id]
    roles = type not in MUTUAL
    fight = plover.quad(type) in _CONFLICT

    def against_actors(parties: frozenset[Party]) -> bool:
        exchanged = roles and _are_exchanged(parties, taken.actors, taken.recipients)
        return exchanged or (fight and _are_other_states(parties, taken.actors))

    def against_recipients(parties: frozenset[Party]) -> bool:
        return roles and _are_exchanged(parties, taken.recipients, taken.actors)

    actors = _role(Field.ACTORS, told, {id: each.actors for id, each in cast.items()}, base, against_actors)
    recipients = _role(
        Field.RECIPIENTS, told, {id: each.recipients for id, each in cast.items()}, base, against_recipients
    )
    return actors, recipients, base


def _role(
    field: Field,
    told: Sequence[Told],
    parties: Mapping[str, frozenset[Party]],
    base: Told,
    is_against: Callable[[frozenset[Party]], bool],
) -> Weighed[frozenset[Party]]:
    """One role; where the fullest telling is silent, what most voices say stands first."""
    tallies = tallied(told, lambda one: parties[one.id] or None)
    taken = parties[base.id] or (tallies[0].value if tallies else frozenset())
    tallies.sort(key=lambda each: each.value != taken)
    for each in tallies:
        each.stance = Stance.CONTRADICTING if is_against(each.value) else _closeness(each.value, taken)
    return Weighed(field, tallies, lambda one: _names(one, field))


def _fullest(told: Sequence[Told], cast: Mapping[str, Cast], type: EventType) -> Told:
    """Of the tellings with the side most voices name as actor, the first that knows most participants."""
    voices: dict[str, set[str]] = {}
    if type not in MUTUAL:
        for one in told:
            for label in {each.side or each.key for each in cast[one.id].actors if each.resolved}:
                voices.setdefault(label, set()).update(one.keys)
    fitting = told
    if voices:
        most = max(len(each) for each in voices.values())
        leading = {label for label, each in voices.items() if len(each) == most}
        first = next(one for one in told if _labels(cast[one.id].actors) & leading)
        leading &= _labels(cast[first.id].actors)
        fitting = [one for one in told if _labels(cast[one.id].actors) & leading]
    return max(fitting, key=lambda one: cast[one.id].resolved)


def _labels(parties: Iterable[Party]) -> set[str]:
    """Keys and sides: "Vladimir Putin" and "RUS"."""
    return {label for each in parties for label in (each.key, each.side) if label is not None}


def _are_exchanged(parties: Iterable[Party], own: frozenset[Party], other: frozenset[Party]) -> bool:
    """Whether those of one role are those whom the taken telling names in the other."""
    labels = _labels(parties)
    return bool(own) and not labels & _labels(own) and bool(labels & _labels(other))


def _are_other_states(parties: frozenset[Party], taken: frozenset[Party]) -> bool:
    """Whether all are known to act for other states; a bloc may act for its members."""
    sides, others = ({each.side for each in those} for those in (parties, taken))
    return bool(others) and None not in sides | others and not sides & others


def _closeness(parties: frozenset[Party], taken: frozenset[Party]) -> Stance:
    if parties == taken:
        return Stance.AGREED
    if _are_covered(parties, taken):
        return Stance.LESS_EXACT
    return Stance.MORE_EXACT if _are_covered(taken, parties) else Stance.COMPATIBLE


def _are_covered(parties: frozenset[Party], by: frozenset[Party]) -> bool:
    """Whether each is named there too, or somebody who acts for it."""
    finer = {each.side for each in by if not each.is_whole}
    return all(each in by or (each.is_whole and each.key in finer) for each in parties)


class _Roll:
    """Who stands in a role: those of the fullest telling, then whom others add."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.parties = {known.key: known for known in map(party, mentions)}
        self.mentions: dict[str, Mention] = {}
        self._own = frozenset(self.parties)
        # Whom somebody here acts for
        self._principals = {each.side for each in self.parties.values() if not each.is_whole}
        self._kept = self._principals & self._own  # one telling names both

    def enter(self, one: Party, across: _Roll) -> None:
        """Add whom nobody here or in the other role stands for."""
        if not one.resolved or one.key in self.parties or one.key in across.parties:
            return
        if one.is_whole and one.key in self._principals | across._principals:
            return
        if one.side is None or one.side not in across.parties:
            self.parties[one.key] = one
            if not one.is_whole:
                self._principals.add(one.side)

    def listed(self) -> tuple[Mention, ...]:
        """Each once; somebody who acts for a state in its place, and no mere words where others know more."""
        place = {key: number for number, key in enumerate(self.parties)}
        dropped = self._principals & self.parties.keys() - self._kept
        if not any(self.parties[key].resolved for key in self._own) and len(self.parties) > len(self._own):
            dropped |= self._own
        order = sorted(
            self.parties.values(), key=lambda each: place[each.side if each.side in place else each.key]
        )
        return tuple(self.mentions[each.key] for each in order if each.key not in dropped)


def _joined(told: Sequence[Told], balance: Balance) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Actors and recipients, each as the first telling names them; as they stand where all name the same."""
    base = balance.base.telling.mention
    named = [
        [(party(each), each) for each in mentions]
        for one in told
        for mentions in (one.telling.mention.actors, one.telling.mention.recipients)
    ]
    if len({tuple(known for known, _ in each) for each in named[::2]}) == 1 and (
        len({tuple(known for known, _ in each) for each in named[1::2]}) == 1
    ):
        return base.actors, base.recipients
    opposed = balance.actors.opposed() | balance.recipients.opposed()
    actors, recipients = _Roll(base.actors), _Roll(base.recipients)
    for number, one in enumerate(told):
        if one.id in opposed:
            continue
        for roll, across, those in (
            (actors, recipients, named[2 * number]),
            (recipients, actors, named[2 * number + 1]),
        ):
            for known, mention in those:
                roll.enter(known, across)
                roll.mentions.setdefault(known.key, mention)
    return actors.listed(), recipients.listed()


def _confidence(told: Sequence[Told], balance: Balance) -> float:
    """How sure it is that it was read rightly, from all who do not contradict it."""
    opposed = balance.type.opposed() | balance.status.opposed()
    sure: dict[str, float] = {}
    for one in [one for one in told if one.id not in opposed] or told:
        key = min(one.keys)
        sure[key] = max(sure.get(key, 0.0), one.telling.mention.confidence)
    best = max(sure.values())
    if len(sure) == 1:
        return best
    return max(best, min(_SUREST, 1 - math.prod(1 - each for each in sorted(sure.values()))))


def _sentence(told: Sequence[Told], balance: Balance) -> str:
    """That of a plan would say of what has happened that it will."""

    def rank(one: Told) -> tuple[Any, ...]:
        mention = one.telling.mention
        other = mention.type is not balance.type.taken or mention.status is not balance.status.taken
        known = sum(party(each).resolved for each in (*mention.actors, *mention.recipients))
        sentence = one.telling.sentence
        is_copy = one.original != mention.document
        return other, not sentence, is_copy, firstness(one.telling.published), -known, -len(sentence)

    return min(told, key=rank).telling.sentence


def _shown(weighed: Weighed[Any], every: frozenset[str]) -> Agreement:
    """In words, with the tellings among ``every`` that are silent."""
    accounts = []
    for each in weighed.tallies:
        voices = dict.fromkeys(voice for one in each.told for voice in one.voices)
        tellings = tuple(sorted(one.id for one in each.told))
        value = weighed.show(each.told[0])
        accounts.append(Account(value, tuple(voices), tellings, len(each.voices), each.stance))
    silent = every.difference(*(each.tellings for each in accounts))
    return Agreement(weighed.field, tuple(accounts), tuple(sorted(silent)), weighed.is_disputed)


def _names(one: Told, field: Field) -> str:
    mention = one.telling.mention
    return ", ".join(dict.fromkeys(named(each) for each in getattr(mention, field.value)))


def _parties(mentions: Iterable[Mention]) -> frozenset[Party]:
    return frozenset(map(party, mentions))
