"""Asking people what is in doubt, and doing what they say: the queue of a record, kept up to date."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Sequence
from copy import copy
from enum import Enum, auto

import msgspec

from dragoman import deciding
from dragoman.record import likeness, trace
from dragoman.record.cluster import THRESHOLD
from dragoman.record.likeness import Reason
from dragoman.record.queue import SURE, WORTH, Question, QuestionKind, Sight, queue, sides_of
from dragoman.record.settled import Settled
from dragoman.store import Store
from dragoman.terms import Edit, EditField, Event, EventQuery, Interval, Judgement, Link, Telling

HELD = 200  # of each sort of doubt that are looked at; when few are left, more are fetched
REMEMBERED = 10  # decisions that can be taken back
_FEW = 20  # questions left when more are fetched
_COUNTS = 2  # numbers that are told after an answer


class Answer(Enum):
    """What somebody says to a question."""

    YES = auto()
    NO = auto()
    NEITHER = auto()  # of the two that may be meant; only for `QuestionKind.WHO`


class SideCount(msgspec.Struct, frozen=True):
    """How many events two sides have in a month; without a month, of all that is undated."""

    one: str
    other: str
    month: str
    number: int


class Effect(msgspec.Struct, frozen=True):
    """What an answer changed.

    Attributes:
        before, after: the events that are no more as they were, and what became of them.
        counts: numbers that are others now.
    """

    judgement: Judgement
    before: tuple[Event, ...]
    after: tuple[Event, ...]
    counts: tuple[SideCount, ...]


class _Step(msgspec.Struct, frozen=True):
    """A question that was dealt with, and the judgement it led to; `None` when it was skipped."""

    question: Question
    judgement: Judgement | None


class Review:
    """The questions of a record, one after the other.

    Attributes:
        decided: questions answered in this review.
    """

    def __init__(
        self, store: Store, author: str, kinds: Collection[QuestionKind] = tuple(QuestionKind)
    ) -> None:
        self._store = store
        self._author = author
        self._kinds = frozenset(kinds)
        self._judgements = list(store.judgements())
        self._steps: deque[_Step] = deque(maxlen=REMEMBERED)
        self._again: list[Question] = []
        self._skipped: set[str] = set()
        self._links: dict[tuple[str, str], Link] = {}
        self._events: dict[str, Event] = {}
        self._tellings: dict[str, Telling] = {}
        self._is_cut = False
        self.decided = 0
        self._load()
        self._queue = self._asked()

    def over(self, store: Store) -> Review:
        """The same over another connection to the record; from now on each goes its own way."""
        other = copy(self)
        other._store = store
        other._judgements, other._again = list(self._judgements), list(self._again)
        other._steps, other._skipped = self._steps.copy(), set(self._skipped)
        other._links, other._events = dict(self._links), dict(self._events)
        other._tellings = dict(self._tellings)
        return other

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is to be asked, the most useful first."""
        return (*reversed(self._again), *self._queue)

    @property
    def left(self) -> int:
        """How many of the questions are worth a minute."""
        return len(self._again) + sum(question.worth >= WORTH for question in self._queue)

    def current(self) -> Question | None:
        """The question to ask now; `None` when there is nothing left."""
        return next(iter(self.questions), None)

    def event(self, mention: str) -> Event | None:
        """The event that a telling is part of."""
        return next((event for event in self._events.values() if mention in event.tellings), None)

    def telling(self, mention: str) -> Telling:
        """A telling as it was read."""
        return self._tellings[mention]

    def reasons(self, question: Question) -> tuple[Reason, ...]:
        """What speaks for and against two tellings being one event, the strongest first."""
        data = self._store.traces(question.subjects)
        if question.kind is not QuestionKind.SAME or len(data) < len(question.subjects):
            return ()
        one, other = (trace.unpacked(data[id]) for id in question.subjects)
        return likeness.reasons(one, other)

    def answer(self, question: Question, answer: Answer, remark: str = "") -> Effect:
        """Decide a question for good; the record and the queue follow at once."""
        before = self._around(question)
        judgement = self._decide(question, answer, remark)
        self._note(judgement)
        self._steps.append(_Step(question, judgement))
        self.decided += 1
        return self._effect(judgement, before, self._refreshed(question, before))

    def skip(self, question: Question) -> None:
        """Leave a question for another time."""
        self._steps.append(_Step(question, None))
        self._skipped.add(question.id)
        self._settle(question)

    def back(self) -> Effect | Question | None:
        """Take the last step back, so that its question is the next one again.

        Returns:
            What taking a judgement back changed; the question when it was only skipped; `None` when there
            is no earlier step left.
        """
        if not self._steps:
            return None
        step = self._steps.pop()
        question = step.question
        self._skipped.discard(question.id)
        if step.judgement is None:
            self._again.append(question)
            self._queue = self._asked()
            return question
        before = self._around(question)
        undone = deciding.undo(self._store, step.judgement.id, self._author)
        self._note(undone)
        self.decided -= 1
        self._again.append(question)
        return self._effect(undone, before, self._refreshed(question, before, is_back=True))

    def note(self, question: Question, words: str) -> None:
        """Keep a remark about the telling in question, or the first of the two."""
        self._note(deciding.note(self._store, question.subjects[0], self._author, words))

    def _decide(self, question: Question, answer: Answer, remark: str) -> Judgement:
        subject, is_yes = question.subjects[0], answer is Answer.YES
        if question.kind is QuestionKind.SAME:
            one, other = question.subjects
            return deciding.judge_same(self._store, one, other, self._author, same=is_yes, remark=remark)
        if question.kind is QuestionKind.EVENT and not is_yes:
            return deciding.reject(self._store, subject, self._author, remark)
        return deciding.edit(self._store, subject, self._change(question, answer), self._author, remark)

    def _change(self, question: Question, answer: Answer) -> Edit:
        """What is set: who it is, or what was read already, which is thereby a person's word."""
        mention = self.telling(question.subjects[0]).mention
        if question.field is None or question.position is None:
            return Edit(EditField.TYPE, mention.type.value)
        side = mention.actors if question.field is EditField.ACTORS else mention.recipients
        words = side[question.position].text or "somebody"
        chosen = {Answer.YES: question.entity, Answer.NO: question.rival}.get(answer)
        return Edit(question.field, chosen or words, question.position)

    def _note(self, judgement: Judgement) -> None:
        self._judgements.append(judgement)

    def _around(self, question: Question) -> tuple[Event, ...]:
        """The events that an answer may touch: all that hangs together with the tellings in question."""
        own = _told(self._store.events_of(question.subjects))
        return self._store.events_of(self._store.component({*own, *question.subjects}, THRESHOLD))

    def _refreshed(
        self, question: Question, before: Sequence[Event], *, is_back: bool = False
    ) -> tuple[Event, ...]:
        """Bring what is known of these events up to date; what became of them."""
        touched = {*question.subjects, *_told(before)}
        after = self._store.events_of(touched)
        touched.update(_told(after))
        stale = [event.id for event in self._events.values() if touched.intersection(event.tellings)]
        for id in stale:
            del self._events[id]
        self._see(after)
        self._link_again(touched)
        if is_back:
            self._queue = self._asked()
        else:
            self._settle(question)
        return after

    def _link_again(self, touched: Collection[str]) -> None:
        """The links of these tellings as they are now; an edit or a person's word changes scores."""
        old = [pair for pair in self._links if not set(pair).isdisjoint(touched)]
        ends = {*touched, *(id for pair in old for id in pair)}
        for pair in old:
            del self._links[pair]
        self._keep(link for link in self._store.links(ends) if not {link.one, link.other}.isdisjoint(touched))

    def _settle(self, question: Question) -> None:
        """Go on behind a question."""
        self._again = [each for each in self._again if each.id != question.id]
        self._queue = self._asked()
        if self._is_cut and len(self._queue) < _FEW:
            self._load()
            self._queue = self._asked()

    def _asked(self) -> tuple[Question, ...]:
        settled = Settled(self._judgements, (telling.mention for telling in self._tellings.values()))
        seen = Sight(
            tuple(self._events.values()), tuple(self._tellings.values()), tuple(self._links.values())
        )
        passed = {*self._skipped, *(question.id for question in self._again)}
        return tuple(
            question
            for question in queue(seen, settled, self._author)
            if question.kind in self._kinds and question.id not in passed
        )

    def _load(self) -> None:
        """Fetch what is most in doubt, and the events around it."""
        store, most = self._store, HELD + len(self._judgements) + len(self._skipped)
        links = store.doubtful_links(1 - SURE, most) if QuestionKind.SAME in self._kinds else ()
        alone = store.unsure_mentions(SURE, most) if QuestionKind.EVENT in self._kinds else ()
        rivalled = store.rivalled_mentions(most) if QuestionKind.WHO in self._kinds else ()
        self._is_cut = most in (len(links), len(alone), len(rivalled))
        ends = {id for link in links for id in (link.one, link.other)}
        self._see(store.events_of({*ends, *alone, *rivalled}))
        self._keep(links)
        joined = [event for event in self._events.values() if len(event.tellings) > 1]
        self._keep(store.links(_told(joined)))

    def _see(self, events: Sequence[Event]) -> None:
        self._events.update({event.id: event for event in events})
        unseen = _told(events) - self._tellings.keys()
        self._tellings.update({telling.mention.id: telling for telling in self._store.tellings_of(unseen)})

    def _keep(self, links: Iterable[Link]) -> None:
        self._links.update({(link.one, link.other): link for link in links})

    def _effect(self, judgement: Judgement, before: Sequence[Event], after: Sequence[Event]) -> Effect:
        """Only the events that are others now."""
        had = tuple(event for event in before if event not in after)
        has = tuple(event for event in after if event not in before)
        return Effect(judgement, had, has, self._counts(had, has))

    def _counts(self, before: Sequence[Event], after: Sequence[Event]) -> tuple[SideCount, ...]:
        """Numbers that differ before and after; what changed in another way is told by its events."""
        had, has = _tally(before), _tally(after)
        changed = sorted(key for key in {*had, *has} if had.get(key, 0) != has.get(key, 0))
        return tuple(_count(self._store, *key) for key in changed[:_COUNTS])


def month(event: Event) -> str:
    """The month an event counts in, as 2022-10: that of its first day, or of its first report."""
    days = event.reported if event.when.is_unknown else event.when
    first = days.earliest or days.latest
    return first.isoformat()[:7] if first else ""


def _tally(events: Iterable[Event]) -> dict[tuple[str, str, str], int]:
    counted: dict[tuple[str, str, str], int] = {}
    for event in events:
        for one, other in sides_of(event):
            key = (one, other, month(event))
            counted[key] = counted.get(key, 0) + 1
    return counted


def _count(store: Store, one: str, other: str, in_month: str) -> SideCount:
    query = EventQuery(about=one)
    if in_month:
        days = Interval.parse(in_month)
        query = EventQuery(about=one, since=days.earliest, until=days.latest)
    found = store.events(query)
    number = sum((one, other) in sides_of(event) and month(event) == in_month for event in found)
    return SideCount(one, other, in_month, number)


def _told(events: Iterable[Event]) -> set[str]:
    return {id for event in events for id in event.tellings}
