"""When a document was published, by others of the record that tell the same in the same words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from dragoman.terms import Clue, Document, Interval, Judgement, Published

OTHER_DOCUMENT, BY_HAND = "other document", "by hand"
# A copy appears on the day or in the weeks after; one that was taken from it can only be as much earlier.
_EARLIER, _LATER = timedelta(days=3), timedelta(days=14)
_WEIGHT = 0.9


def by_others(document: Document, others: Sequence[Document]) -> Published | None:
    """The day of publication that documents with the same sentences give; `None` when they give none.

    Only documents whose day is sure give one, and only to a document whose own is not. Where they do not
    agree with each other or with the document's own days, they are shown as clues and change nothing.
    """
    own = document.published
    sure = sorted(
        (other for other in others if other.published.is_sure),
        key=lambda other: (other.published.interval.earliest or date.max, other.id),
    )
    if own.is_sure or not sure:
        return None
    clues = tuple(_clue(other) for other in sure)
    shown = (*clues, *(clue for clue in own.clues if clue.kind != OTHER_DOCUMENT))
    interval = own.interval
    for clue in clues:
        if not clue.interval.overlaps(interval):
            return msgspec.structs.replace(own, clues=shown)
        interval = interval.shared(clue.interval)
    first = sure[0].published
    best = first.best or first.interval.earliest
    best = best if best and interval.contains(best) else interval.earliest
    return msgspec.structs.replace(own, interval=interval, clues=shown, best=best)


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
