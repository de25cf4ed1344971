"""How a dyad has moved since a day."""

from __future__ import annotations

from datetime import date

import msgspec


class Movement(msgspec.Struct, frozen=True):
    """The tone of a dyad since a day against the same length of time before it.

    Attributes:
        sides: ids of both.
        since: the first day of the later stretch, a Monday; ``before``: that of the earlier one.
        change: log odds of cooperation since then less those before; -1 means that there is 2.7 times less
            cooperation for each act of conflict.
        low, high: its 90 % interval.
        closer: probability that it moved towards cooperation, 0 to 1.
        cooperation, conflict: events since then; ``cooperation_before``, ``conflict_before``: those before.
        certain: whether ``closer`` is under .05 or over .95.
    """

    sides: tuple[str, str]
    since: date
    before: date
    change: float
    low: float
    high: float
    closer: float
    cooperation: float
    conflict: float
    cooperation_before: float
    conflict_before: float
    certain: bool
