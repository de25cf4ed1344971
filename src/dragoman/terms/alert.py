"""An alarm with names and days, as it stands in the log."""

from __future__ import annotations

from datetime import date

import msgspec

from dragoman.terms.relation import Rise


class Alert(msgspec.Struct, frozen=True):
    """A week that brought two sides more than the weeks before let expect.

    Attributes:
        sides: ids of both.
        week: its first day, a Monday.
        what: what there was more of.
        p: probability of so much or more in such a week if nothing had changed, for all that was watched.
        observed: events of the week; ``expected``: mean of the forecast made before it, ``low`` to ``high``
            its 90 % interval.
        budget: the share of false ones among the alarms of a week that was allowed.
        watched: whether the dyad stood on the watch-list, which has a budget of its own.
        changed: the first day of the stretch of another rate that the week lies in, dated in hindsight;
            ``None`` where there is none.
    """

    sides: tuple[str, str]
    week: date
    what: Rise
    p: float
    observed: float
    expected: float
    low: float
    high: float
    budget: float
    watched: bool = False
    changed: date | None = None
