"""When a document was published, by others of the record that tell the same in the same words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import msgspec

from dragoman.terms import Clue, Document, Interval, Judgement, Published

OTHER_DOCUMENT, BY_HAND = "other document", "by hand"
# A copy appears on the day or in the weeks after; one that was taken from it can only be as much earlier.
_EARLIER, _LATER = timedelta(days=3), timedelta(days=14)
_EXACT_DAYS = 31
_WEIGHT = 0.9


def is_exact(published: Published) -> bool:
    """Whether a document is dated well enough to date others, and to need none."""
    return (published.interval.width_days or _EXACT_DAYS + 1) <= _EXACT_DAYS


def is_dated_by_others(published: Published) -> bool:
    """Whether another document told its day."""
    return any(clue.kind == OTHER_DOCUMENT for clue in published.clues)


def by_others(document: Document, others: Sequence[Document]) -> Published | None:
    """The day of publication that documents with the same sentences give; `None` when they give none.

    A document that is dated keeps its day. What contradicts its own clues is shown and changes nothing.
    """
    dated = [other for other in others if is_exact(other.published)]
    own = document.published
    if is_exact(own) or not dated:
        return None
    clues = [_clue(other) for other in dated]
    known = {(clue.kind, clue.quotation) for clue in own.clues}
    fresh = tuple(clue for clue in clues if (clue.kind, clue.quotation) not in known)
    if not fresh:
        return None
    interval, best = own.interval, own.best
    for clue, other in zip(clues, dated, strict=True):
        if clue.interval.overlaps(interval):
            interval = _shared(interval, clue.interval)
            best = other.published.best or other.published.interval.earliest
    if best is not None and not interval.contains(best):
        best = interval.earliest
    return msgspec.structs.replace(own, interval=interval, clues=(*fresh, *own.clues), best=best)


def by_hand(document: Document, judgement: Judgement) -> Published:
    """The day of publication that a person gave, with the clues of the document beside it."""
    interval = Interval.parse(judgement.value)
    reason = f"{judgement.author}, {judgement.at[:10]}{f': {judgement.remark}' if judgement.remark else ''}"
    clues = tuple(clue for clue in document.published.clues if clue.kind != BY_HAND)
    best = interval.earliest if interval.width_days == 1 else None
    return Published(interval, (Clue(BY_HAND, judgement.value, interval, 1.0, reason), *clues), best)


def _clue(other: Document) -> Clue:
    first, last = other.published.interval.earliest, other.published.interval.latest
    interval = Interval(first and first - _EARLIER, last and last + _LATER)
    outlet = f" in {other.outlet}" if other.outlet else ""
    reason = f"published {other.published.interval}{outlet}; several sentences are the same"
    return Clue(OTHER_DOCUMENT, other.title or other.id, interval, _WEIGHT, reason)


def _shared(one: Interval, other: Interval) -> Interval:
    starts = [day for day in (one.earliest, other.earliest) if day]
    ends = [day for day in (one.latest, other.latest) if day]
    return Interval(max(starts, default=None), min(ends, default=None))
