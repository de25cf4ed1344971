"""Which two sides have to do with each other most."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.terms import DragomanError

if TYPE_CHECKING:
    from dragoman.faces.api.record import Record
    from dragoman.system.model import Model


class Meeting(msgspec.Struct, frozen=True):
    """Two sides, by id, and the events that happened or go on between them, imported ones with them."""

    one: str
    other: str
    events: int


def meetings(record: Record, limit: int) -> tuple[Meeting, ...]:
    """The two sides of most events, as known on the last day; none where the record has no such sides."""
    try:
        return meetings_in(record.system().model, limit)
    except DragomanError:
        return ()


def meetings_in(model: Model, limit: int) -> tuple[Meeting, ...]:
    """The two sides of most events of a model."""
    import numpy as np

    from dragoman.system.pairs import undirected

    ledger = undirected(model.done)
    known = ledger.where((ledger.actor >= 0) & (ledger.recipient >= 0))
    pairs, numbers = np.unique(
        known.actor.astype(np.int64) * len(known.sides) + known.recipient, return_counts=True
    )
    most = np.lexsort((pairs, -numbers))[:limit]
    return tuple(
        Meeting(
            known.sides[int(pair) // len(known.sides)], known.sides[int(pair) % len(known.sides)], int(number)
        )
        for pair, number in zip(pairs[most], numbers[most], strict=True)
    )
