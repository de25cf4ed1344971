"""What people decided about tellings: which decisions hold, and what follows from them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from datetime import UTC, datetime

import msgspec

from dragoman.record.editing import edited, fits
from dragoman.terms import Anchor, DragomanError, Edit, EventMention, Interval, Judgement, JudgementKind

_PAIRS = (JudgementKind.SAME, JudgementKind.NOT_SAME)
_FIRST = datetime.min.replace(tzinfo=UTC)
_UNDATED = f"Expected when it was made, with the zone, such as {datetime(2022, 10, 7, 12, tzinfo=UTC)}"


class Decisions(msgspec.Struct, frozen=True):
    """What people decided about pairs of tellings.

    Attributes:
        same, apart: ids of event mentions that tell one event, and that do not; the smaller id first, sorted.
        lost: the judgements that find no telling any more, or nothing in it to change; to be shown.
    """

    same: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    lost: tuple[Judgement, ...] = ()


def check(judgement: Judgement) -> None:
    """Make sure that a judgement says something.

    Raises:
        DragomanError: it does not, in words for whoever made it.
    """
    if not judgement.author.strip():
        raise DragomanError("nobody is named as the author. Expected who decided.")
    if _moment(judgement.at) is None:
        raise DragomanError(f"{judgement.at!r} is no time. {_UNDATED}.")
    if not judgement.subject.strip():
        raise DragomanError("it is about nothing. Expected a document, a telling or a judgement as subject.")
    kind = judgement.kind
    if kind is JudgementKind.PUBLISHED and judgement.value and Interval.parse(judgement.value).is_unknown:
        raise DragomanError(f"{judgement.value!r} names no day. Expected one such as 2022-10-07.")
    if kind not in (JudgementKind.PUBLISHED, JudgementKind.UNDO):
        Anchor.parse(judgement.subject)
    if kind in _PAIRS and Anchor.parse(judgement.value) == Anchor.parse(judgement.subject):
        raise DragomanError(f"a telling is compared with itself: {judgement.value!r}. Expected another one.")
    if kind is JudgementKind.EDIT:
        Edit.parse(judgement.value)


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that hold, in the order they were made, whatever the order they come in.

    One that was taken back does not, nor one that a later judgement about the same thing replaces. What is
    decided about days of publication is left out only when it was taken back.
    """
    every = {judgement.id: judgement for judgement in judgements}
    holding = _not_undone(every)
    latest: dict[Hashable, Judgement] = {}
    for judgement in sorted(holding, key=_rank):
        key = _key(judgement)
        latest.pop(key, None)  # so that it stands in the place of the later one
        latest[key] = judgement
    return tuple(latest.values())


def taken_back(judgements: Iterable[Judgement]) -> frozenset[str]:
    """Ids of the judgements that another one undoes which holds itself."""
    every = {judgement.id: judgement for judgement in judgements}
    return frozenset(every) - {judgement.id for judgement in _not_undone(every)}


def find(anchor: Anchor, mentions: Iterable[EventMention]) -> EventMention | None:
    """Of a document's event mentions the one that an anchor means; ``None`` when none stands there.

    Those of its type come first, then the one whose trigger overlaps most and says least besides.
    """
    there = [
        mention
        for mention in mentions
        if mention.document == anchor.document
        and (mention.trigger == anchor.span or mention.trigger.overlaps(anchor.span))
    ]
    return min(there, key=lambda mention: _distance(anchor, mention), default=None)


def obeyed(mentions: Sequence[EventMention], judgements: Iterable[Judgement]) -> tuple[EventMention, ...]:
    """Event mentions of some documents as people corrected them, in the order given.

    Give them as they were read: one that was corrected says so in ``reader`` and keeps what it has, as the
    positions of participants are those of the reader.
    """
    held = _Held(mentions, standing(judgements))
    return tuple(held.corrected(mention) for mention in mentions if mention.id not in held.rejected)


def decided(mentions: Sequence[EventMention], judgements: Iterable[Judgement]) -> Decisions:
    """What follows for pairs of tellings, and which judgements come to nothing.

    A pair of which one telling was rejected is left out.

    Args:
        mentions: as they were read, of every document that the judgements are about.
    """
    held = _Held(mentions, standing(judgements))
    pairs = {
        pair: judgement.kind
        for pair, judgement in held.pairs
        if not held.rejected.intersection(pair) and pair[0] != pair[1]
    }
    ordered = sorted(pairs.items())
    return Decisions(
        same=tuple(pair for pair, kind in ordered if kind is JudgementKind.SAME),
        apart=tuple(pair for pair, kind in ordered if kind is JudgementKind.NOT_SAME),
        lost=tuple(held.lost),
    )


class _Held:
    """The tellings that standing judgements mean.

    Attributes:
        rejected: ids of the event mentions that tell nothing.
        pairs: ids that are one or apart, in the order of the judgements.
        lost: see `Decisions`.
    """

    def __init__(self, mentions: Sequence[EventMention], judgements: Sequence[Judgement]) -> None:
        self._mentions: defaultdict[str, list[EventMention]] = defaultdict(list)
        for mention in mentions:
            self._mentions[mention.document].append(mention)
        self._edits: defaultdict[str, list[tuple[Edit, Judgement]]] = defaultdict(list)
        self.rejected: set[str] = set()
        self.pairs: list[tuple[tuple[str, str], Judgement]] = []
        self.lost: list[Judgement] = []
        refused = {each.subject for each in judgements if each.kind is JudgementKind.REJECT}
        # What edits made of a type decides which telling a rejection means
        for judgement in sorted(judgements, key=lambda each: each.kind is JudgementKind.REJECT):
            if judgement.kind not in (JudgementKind.PUBLISHED, JudgementKind.UNDO):
                is_void = judgement.kind is JudgementKind.EDIT and judgement.subject in refused
                if not is_void and not self._takes(judgement):
                    self.lost.append(judgement)
        self.lost.sort(key=_rank)

    def corrected(self, mention: EventMention) -> EventMention:
        """A mention with the edits that are made to it."""
        return edited(mention, self._edits.get(mention.id, ()))

    def _takes(self, judgement: Judgement) -> bool:
        """Note what a judgement says; whether there is something it can be said of."""
        mention = self._meant(judgement.subject)
        if mention is None:
            return False
        if judgement.kind in _PAIRS:
            other = self._meant(judgement.value)
            if other is None or (other is mention and judgement.kind is JudgementKind.NOT_SAME):
                return False
            one, two = sorted((mention.id, other.id))
            self.pairs.append(((one, two), judgement))
        elif judgement.kind is JudgementKind.EDIT:
            edit = _edit(judgement)
            if edit is None or not fits(edit, mention):
                return False
            self._edits[mention.id].append((edit, judgement))
        elif judgement.kind is JudgementKind.REJECT:
            return self._rejects(judgement, mention)
        return True

    def _rejects(self, judgement: Judgement, mention: EventMention) -> bool:
        """Only what was read as it was then: a reader that finds another act there may be right."""
        types = {mention.type, self.corrected(mention).type}
        if Anchor.parse(judgement.subject).type not in types:
            return False
        self.rejected.add(mention.id)
        return True

    def _meant(self, written: str) -> EventMention | None:
        try:
            anchor = Anchor.parse(written)
        except DragomanError:
            return None
        return find(anchor, self._mentions.get(anchor.document, ()))


def _distance(anchor: Anchor, mention: EventMention) -> tuple[bool, int, int, str]:
    """Sorts the telling that an anchor means first."""
    trigger = mention.trigger
    shared = min(trigger.end, anchor.end) - max(trigger.start, anchor.start)
    return mention.type is not anchor.type, -shared, len(trigger), mention.id


def _not_undone(every: dict[str, Judgement]) -> list[Judgement]:
    """Those that nothing takes back that holds itself; each settled once all that may undo it are."""
    undoing = {
        id: judgement.subject for id, judgement in every.items() if judgement.kind is JudgementKind.UNDO
    }
    waits_for = Counter(undoing.values())
    ready = [id for id in every if not waits_for[id]]
    undone: set[str] = set()
    holding = []
    while ready:
        id = ready.pop()
        if id not in undone:
            holding.append(every[id])
        target = undoing.get(id)
        if target not in every:
            continue
        if id not in undone:
            undone.add(target)
        waits_for[target] -= 1
        if not waits_for[target]:
            ready.append(target)
    return holding


def _key(judgement: Judgement) -> Hashable:
    """What a judgement is about; a later one about the same replaces it."""
    if judgement.kind in _PAIRS:
        return ("pair", frozenset((judgement.subject, judgement.value)))
    if judgement.kind is JudgementKind.REJECT:
        return ("reject", judgement.subject)
    edit = _edit(judgement) if judgement.kind is JudgementKind.EDIT else None
    if edit is None:
        return judgement.id
    return ("edit", judgement.subject, edit.slot)


def _edit(judgement: Judgement) -> Edit | None:
    """The edit of a judgement; ``None`` when it cannot be read, as one of a later version may not."""
    try:
        return Edit.parse(judgement.value)
    except DragomanError:
        return None


def _rank(judgement: Judgement) -> tuple[datetime, str]:
    """The order in which judgements were made; those that do not say come first."""
    return _moment(judgement.at) or _FIRST, judgement.id


def _moment(at: str) -> datetime | None:
    """When that was, whatever the zone; ``None`` where the time or the zone is missing."""
    try:
        moment = datetime.fromisoformat(at)
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None
