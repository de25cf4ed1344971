"""A forecast with names, as people read it."""

from __future__ import annotations

from datetime import date

import msgspec

from dragoman.terms.outlook import Deed
from dragoman.terms.plover import EventType


class Recent(msgspec.Struct, frozen=True):
    """One of the last events that a term of a forecast counts.

    Attributes:
        id: of the event; of an imported one, the import and its row.
        row: the number under which the row of an imported one is kept; ``None`` for what was read here.
    """

    id: str
    row: int | None = None


class Cause(msgspec.Struct, frozen=True):
    """One term of a forecast.

    Attributes:
        words: what it counts.
        weight: what it adds to the logarithm of the odds, against an ordinary pair of sides.
        events: how many it counts; ``latest`` are the last of them.
    """

    words: str
    weight: float
    events: int
    latest: tuple[Recent, ...] = ()


class Forecast(msgspec.Struct, frozen=True):
    """How likely it is that one side does something to another within some weeks.

    Attributes:
        actor, recipient: ids of the sides.
        kind: one of the sixteen types, or a quad category.
        since: the Monday on which the time that is meant begins; ``weeks``: how long it is.
        probability: 0 to 1, that it happens at least once.
        base_rate: 0 to 1, how often this actor did it to this recipient in as long a time, and nothing else.
        low, high: 90 % interval; ``None`` where there is not enough.
        n: past events between the two that it rests on.
        enough: whether there was enough to go beyond the base rate; if not, ``probability`` is that rate.
        causes: the largest terms first.
    """

    actor: str
    recipient: str
    kind: Deed
    since: date
    weeks: int
    probability: float
    base_rate: float
    low: float | None
    high: float | None
    n: int
    enough: bool
    causes: tuple[Cause, ...] = ()


class NextContact(msgspec.Struct, frozen=True):
    """To whom an act goes, or from whom it comes, if it takes place.

    Attributes:
        actor, recipient: ids of the sides; one of them was given, the other is foreseen.
        kind: the event type.
        day: the day that is asked about; only what was before it is looked at.
        probability: that it is this one; those of all sides sum to 1.
        causes: the largest terms first.
        learnt_from: past acts that the weights were learned from; 0 where they are those by default.
    """

    actor: str
    recipient: str
    kind: EventType
    day: date
    probability: float
    causes: tuple[Cause, ...]
    learnt_from: int
