"""What is worth asking a person, most useful first: doubt times effect on the figures that are published.

Doubt is twice the probability that the record is wrong, 1 at most: 1 where either answer is as likely, and
where the record holds what is less likely (averages can join what a pair alone would not). Effect is how many
independent reports an answer would move, and one more where it changes how many events two sides have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import combinations, product

import msgspec

from dragoman.record.settled import Settled
from dragoman.record.voices import FACTS
from dragoman.terms import EditField, Event, EventMention, Link, Mention, Telling
from dragoman.world import load

WORTH = 1.0  # doubt times effect that is worth a minute: every other answer moves a report or a count
SURE = 0.7  # pairs are asked about while the record is likelier than this to be right, and no longer
_OPEN = 2 * (1 - SURE)
# The reader keeps who else may be meant, and no score; these are judgements, not measured.
_RIVAL, _ONLY_RIVAL = 0.5, 0.3


class QuestionKind(StrEnum):
    """What is asked."""

    SAME = "same"  # whether two tellings tell one event
    EVENT = "event"  # whether a telling tells an event at all
    WHO = "who"  # who a participant is


class Question(msgspec.Struct, frozen=True):
    """One thing to decide.

    Attributes:
        subjects: ids of the event mentions: two for `SAME`, else one.
        doubt: 0 to 1.
        moved: independent reports that an answer would join, part or take out.
        sides: pairs of states or blocs whose number of events an answer would change.
        joined: for `SAME`, whether the record has them as one event now.
        field, position: for `WHO`, which participant; the position as it was read.
        entity: for `WHO`, id of whom it is asked about.
        rival: for `WHO`, id of whom it is if not that; `None` when nobody else is named.
    """

    kind: QuestionKind
    subjects: tuple[str, ...]
    doubt: float
    moved: int
    sides: tuple[tuple[str, str], ...] = ()
    joined: bool = False
    field: EditField | None = None
    position: int | None = None
    entity: str | None = None
    rival: str | None = None

    @property
    def effect(self) -> int:
        """How much an answer changes."""
        return self.moved + bool(self.sides)

    @property
    def worth(self) -> float:
        """Doubt times effect."""
        return self.doubt * self.effect

    @property
    def id(self) -> str:
        """The same for the same question, whatever is known about it."""
        which = () if self.field is None else (self.field.value, str(self.position))
        return " ".join((self.kind.value, *self.subjects, *which))


class Sight(msgspec.Struct, frozen=True):
    """What is looked at to find questions.

    Attributes:
        events: with everything that is told in them.
        tellings: of those events, as they were read; others are not asked about.
        links: between tellings, of any score.
    """

    events: Sequence[Event]
    tellings: Sequence[Telling]
    links: Sequence[Link]


def queue(seen: Sight, settled: Settled, author: str = "") -> tuple[Question, ...]:
    """The questions, the most useful first, whatever the order of what is seen.

    What people decided already, and what would change nothing, is not asked; of pairs that people judged
    differently only who has not judged them is asked.
    """
    view = _View(seen, settled)
    mentions = [mention for id, mention in sorted(view.mentions.items()) if not settled.is_rejected(id)]
    found = [
        *_pairs(view, author),
        *(question for mention in mentions if (question := _is_event(view, mention))),
        *(question for mention in mentions for question in _who(view, mention)),
    ]
    return tuple(sorted(found, key=lambda question: (-round(question.worth, 6), question.id)))


def sides_of(event: Event) -> tuple[tuple[str, str], ...]:
    """The pairs of states or blocs whose published number the event counts in, each sorted.

    Only what happened counts. Where several act and nobody receives, each of them faces the others.
    """
    if event.status not in FACTS:
        return ()
    actors, recipients = _parties(event.actors), _parties(event.recipients)
    pairs = product(actors, recipients) if recipients else combinations(actors, 2)
    return tuple(sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}))


class _View:
    """What is seen, by id."""

    def __init__(self, seen: Sight, settled: Settled) -> None:
        self.settled = settled
        self.event_of = {id: event for event in seen.events for id in event.tellings}
        told = (telling for telling in seen.tellings if telling.mention.id in self.event_of)
        self.tellings = {telling.mention.id: telling for telling in told}
        self.mentions = {id: telling.mention for id, telling in self.tellings.items()}
        self.links = {(link.one, link.other): link.score for link in seen.links}
        self.barred = self._barred()

    def score(self, one: str, other: str) -> float:
        """How alike two tellings are, 0 where that is not known."""
        return self.links.get((min(one, other), max(one, other)), 0.0)

    def _barred(self) -> frozenset[frozenset[str]]:
        """Events that stay two whatever is said of their other tellings, for people parted them."""
        homes: dict[str, set[str]] = {}
        for id, event in self.event_of.items():
            homes.setdefault(self.settled.group(id), set()).add(event.id)
        return frozenset(
            frozenset(pair)
            for one, other in self.settled.parted()
            for pair in product(homes.get(one, ()), homes.get(other, ()))
        )


def _pairs(view: _View, author: str) -> Iterable[Question]:
    """Of all pairs that come to the same answer, the one that is most in doubt."""
    best: dict[object, Question] = {}
    for (one, other), score in sorted(view.links.items()):
        if not _is_open(view, one, other, author):
            continue
        left, right = view.event_of[one], view.event_of[other]
        is_contested = frozenset((one, other)) in view.settled.contested
        doubt = 1.0 if is_contested else _doubt(1 - score if left is right else score)
        if doubt < _OPEN:
            continue
        question = _pair(view, one, other, doubt)
        groups = frozenset((view.settled.group(one), view.settled.group(other)))
        key = groups if left is right else frozenset((left.id, right.id))
        known = best.get(key)
        if known is None or (-question.worth, question.id) < (-known.worth, known.id):
            best[key] = question
    return best.values()


def _is_open(view: _View, one: str, other: str, author: str) -> bool:
    """Whether an answer about two tellings can still change something."""
    settled = view.settled
    if one not in view.tellings or other not in view.tellings:
        return False
    if settled.is_rejected(one) or settled.is_rejected(other):
        return False
    if settled.are_one(one, other) or settled.are_two(one, other):
        return False
    pair = frozenset((one, other))
    if pair in settled.contested:
        return not settled.has_voted(author, pair)
    return frozenset((view.event_of[one].id, view.event_of[other].id)) not in view.barred


def _pair(view: _View, one: str, other: str, doubt: float) -> Question:
    left, right = view.event_of[one], view.event_of[other]
    if left is right:
        moved, sides = _smaller_part(view, left, one, other), sides_of(left)
    else:
        moved = min(left.reports, right.reports)
        sides = tuple(sorted(set(sides_of(left)).intersection(sides_of(right))))
    return Question(QuestionKind.SAME, (one, other), doubt, moved, sides, joined=left is right)


def _smaller_part(view: _View, event: Event, one: str, other: str) -> int:
    """Reports that would go if an event were parted: each telling goes with the one it is more like."""
    parts: tuple[set[str], set[str]] = ({one}, {other})
    for id in event.tellings:
        if id not in (one, other):
            parts[view.score(id, one) < view.score(id, other)].add(id)
    return min(len({_report(view, id) for id in part}) for part in parts)


def _report(view: _View, mention: str) -> str:
    telling = view.tellings.get(mention)
    return telling.fingerprint if telling else mention


def _is_event(view: _View, mention: EventMention) -> Question | None:
    """Only what nobody else tells: a second report is the better witness."""
    event = view.event_of[mention.id]
    if len(event.tellings) > 1 or view.settled.is_event(mention.id):
        return None
    doubt = _doubt(1 - mention.confidence)
    if doubt < _OPEN:
        return None
    return Question(QuestionKind.EVENT, (mention.id,), doubt, len(event.tellings), sides_of(event))


def _who(view: _View, mention: EventMention) -> Iterator[Question]:
    """Participants who may be somebody else."""
    event = view.event_of[mention.id]
    for field, side in ((EditField.ACTORS, mention.actors), (EditField.RECIPIENTS, mention.recipients)):
        for position, participant in enumerate(side):
            if participant.runner_up is None or view.settled.is_set(mention.id, (field, position)):
                continue
            is_known = participant.entity is not None
            before, after = participant.country or participant.entity, _side_of(participant.runner_up)
            yield Question(
                QuestionKind.WHO,
                (mention.id,),
                1.0 if participant.doubtful else _RIVAL if is_known else _ONLY_RIVAL,
                event.reports,
                sides_of(event) if before != after else (),
                field=field,
                position=position,
                entity=participant.entity if is_known else participant.runner_up,
                rival=participant.runner_up if is_known else None,
            )


def _doubt(wrong: float) -> float:
    """See above; ``wrong`` is the probability that the record is."""
    return round(min(1.0, max(0.0, 2 * wrong)), 4)


def _parties(mentions: Sequence[Mention]) -> list[str]:
    return sorted({side for each in mentions if (side := each.country or each.entity)})


def _side_of(entity: str) -> str:
    known = load().entities.get(entity)
    return (known.country if known else None) or entity
