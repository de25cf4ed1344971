"""What two sides did to each other from period to period."""

from __future__ import annotations

from datetime import date

import msgspec


class Dyad(msgspec.Struct, frozen=True):
    """Two sides of a system.

    Attributes:
        actor, recipient: ids of states, blocs, regions or groups.
        directed: whether only what the actor does to the recipient is meant.
    """

    actor: str
    recipient: str
    directed: bool = False


class Period(msgspec.Struct, frozen=True):
    """What a dyad did in one period. ``None`` where the record covers nothing of anybody.

    An event that is known to be in one of several periods counts a part in each.

    Attributes:
        start: its first day.
        verbal_cooperation, material_cooperation, verbal_conflict, material_conflict: events by quad category.
        events: all of them.
        reports: independent reports of them.
        outlets: newspapers that had them, each counted once for each event.
        exposure: events of everybody.
    """

    start: date
    verbal_cooperation: float | None
    material_cooperation: float | None
    verbal_conflict: float | None
    material_conflict: float | None
    events: float | None
    reports: float | None
    outlets: float | None
    exposure: float


class Series(msgspec.Struct, frozen=True):
    """A dyad from period to period, without gaps.

    Attributes:
        step: ``day``, ``week`` or ``month``.
        status: what was counted: ``happened`` and ``ongoing`` unless asked otherwise.
        periods: in the order of time.
        undated: events of the dyad that name no day and count by that of their first report.
    """

    dyad: Dyad
    step: str
    status: tuple[str, ...]
    periods: tuple[Period, ...]
    undated: int = 0
