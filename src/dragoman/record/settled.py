"""What people have said about pairs and tellings already, so that nobody is asked for what is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.record.judging import standing, taken_back
from dragoman.terms import Anchor, DragomanError, Edit, EventMention, Judgement, JudgementKind

_PAIRS = (JudgementKind.SAME, JudgementKind.NOT_SAME)
_ENOUGH = 2  # authors of one mind end a disagreement


class Settled:
    """What is decided about some tellings, and what follows from it.

    A pair is decided when everybody who judged it is of one mind, or when two or more are and fewer are not.
    Of what is decided, the rest follows: one event with the same is one event with each other.

    Attributes:
        contested: pairs that people judged differently, to whom each said what; nobody has settled them yet.
    """

    def __init__(self, judgements: Sequence[Judgement], mentions: Iterable[EventMention]) -> None:
        self._names = _Names(mentions)
        self._leader: dict[str, str] = {}
        self._apart: set[frozenset[str]] = set()
        self._votes: dict[frozenset[str], dict[str, JudgementKind]] = {}
        self._rejected: set[str] = set()
        self._edited: dict[str, set[tuple[str | int | None, ...]]] = defaultdict(set)
        self._read(judgements)
        self.contested = {pair: votes for pair, votes in self._votes.items() if _verdict(votes) is None}
        decided = {pair: verdict for pair, votes in self._votes.items() if (verdict := _verdict(votes))}
        for pair, verdict in decided.items():
            if verdict is JudgementKind.SAME:
                first, second = sorted(self.group(id) for id in pair)
                self._leader[second] = first
        for pair, verdict in decided.items():
            if verdict is JudgementKind.NOT_SAME:
                self._apart.add(frozenset(self.group(id) for id in pair))

    def group(self, mention: str) -> str:
        """A name for all tellings that people say are one event with this one."""
        while (above := self._leader.get(mention, mention)) != mention:
            mention = above
        return mention

    def are_one(self, one: str, other: str) -> bool:
        """Whether people say, or it follows, that two tellings tell one event."""
        return self.group(one) == self.group(other)

    def are_two(self, one: str, other: str) -> bool:
        """Whether people say, or it follows, that they do not."""
        return frozenset((self.group(one), self.group(other))) in self._apart

    def parted(self) -> Iterator[tuple[str, str]]:
        """Groups that people parted."""
        for pair in self._apart:
            if len(pair) == 2:
                first, second = sorted(pair)
                yield first, second

    def is_rejected(self, mention: str) -> bool:
        """Whether somebody said that this tells no event."""
        return mention in self._rejected

    def is_event(self, mention: str) -> bool:
        """Whether somebody took it for an event: corrected it, or joined it with another."""
        return mention in self._edited or any(
            mention in pair and JudgementKind.SAME in votes.values() for pair, votes in self._votes.items()
        )

    def is_set(self, mention: str, slot: tuple[str | int | None, ...]) -> bool:
        """Whether somebody set this of the telling; see `Edit.slot`."""
        return slot in self._edited.get(mention, ())

    def has_voted(self, author: str, pair: frozenset[str]) -> bool:
        """Whether this author judged the pair."""
        return author in self._votes.get(pair, {})

    def _read(self, judgements: Sequence[Judgement]) -> None:
        undone = taken_back(judgements)
        for judgement in standing(judgements):
            if judgement.kind is JudgementKind.REJECT:
                self._rejected.update(self._names.of(judgement.subject))
            elif judgement.kind is JudgementKind.EDIT and (slot := _slot(judgement)):
                for name in self._names.of(judgement.subject):
                    self._edited[name].add(slot)
        # A later judgement replaces an earlier one in the record, but here each author has a voice
        voices = [each for each in judgements if each.kind in _PAIRS and each.id not in undone]
        for judgement in sorted(voices, key=lambda each: (each.at, each.id)):
            pair = frozenset((*self._names.of(judgement.subject), *self._names.of(judgement.value)))
            if len(pair) == 2:
                self._votes.setdefault(pair, {})[judgement.author] = judgement.kind


class _Names:
    """The telling that a judgement means, by id where it is among those at hand, else as it is written."""

    def __init__(self, mentions: Iterable[EventMention]) -> None:
        self._by_document: defaultdict[str, list[EventMention]] = defaultdict(list)
        for mention in mentions:
            self._by_document[mention.document].append(mention)

    def of(self, written: str) -> tuple[str, ...]:
        """One name; none for what cannot be read."""
        try:
            anchor = Anchor.parse(written)
        except DragomanError:
            return ()
        # Another reader may mark a word more or less. Type and place together are never two tellings.
        near = [
            (mention.trigger != anchor.span, mention.id)
            for mention in self._by_document.get(anchor.document, ())
            if mention.type is anchor.type
            and (mention.trigger == anchor.span or mention.trigger.overlaps(anchor.span))
        ]
        return (min(near)[1] if near else written,)


def _verdict(votes: Mapping[str, JudgementKind]) -> JudgementKind | None:
    """What is decided by these votes; `None` while people disagree."""
    same = sum(kind is JudgementKind.SAME for kind in votes.values())
    apart = len(votes) - same
    if not apart or (same >= _ENOUGH and same > apart):
        return JudgementKind.SAME
    if not same or (apart >= _ENOUGH and apart > same):
        return JudgementKind.NOT_SAME
    return None


def _slot(judgement: Judgement) -> tuple[str | int | None, ...] | None:
    try:
        return Edit.parse(judgement.value).slot
    except DragomanError:
        return None
