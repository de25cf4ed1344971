"""The log of alarms, each dated in hindsight when it is first asked for: pages show the last few of many."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec
import numpy as np

from dragoman.system.changes import sharpest
from dragoman.system.counts import first_day
from dragoman.system.dyads import Dyads
from dragoman.terms import Alarm, Alert

_AROUND = 52  # weeks before an alarm among which the beginning of a change is looked for


class AlarmLog:
    """The alarms of some dyads, the latest first."""

    def __init__(self, table: Dyads, found: Sequence[Alarm]) -> None:
        self._table = table
        self._start, self._step = table.counts.start, table.counts.step
        logged = [(self._alert(each), each.dyad) for each in found]
        logged.sort(key=lambda each: (-each[0].week.toordinal(), each[0].p, each[0].sides))
        self._alerts = [alert for alert, _ in logged]
        self._dyads = [dyad for _, dyad in logged]
        self._dated = 0

    def since(self, first: date | None = None) -> tuple[Alert, ...]:
        """Those of weeks that begin on a day or later, or all."""
        number = sum(first is None or each.week >= first for each in self._alerts)
        for place in range(self._dated, number):
            alert = self._alerts[place]
            changed = self._changed(self._dyads[place], alert.week)
            self._alerts[place] = msgspec.structs.replace(alert, changed=changed)
        self._dated = max(self._dated, number)
        return tuple(self._alerts[:number])

    def _alert(self, found: Alarm) -> Alert:
        return Alert(
            sides=self._table.names(found.dyad),
            week=first_day(self._start + found.week, self._step),
            what=found.what,
            p=found.p,
            observed=found.observed,
            expected=found.expected,
            low=found.low,
            high=found.high,
            budget=found.budget,
            watched=found.watched,
        )

    def _changed(self, dyad: int, day: date) -> date | None:
        """The first day of the stretch of another rate in which the week lies, if there is one."""
        week = (day - first_day(self._start, self._step)).days // 7
        first = max(0, week - _AROUND)
        weeks = self._table.full(np.array([dyad]))
        own = weeks.cooperation[0] + weeks.conflict[0]
        found = sharpest(own[first:], weeks.others[0, first:])
        if found is None:
            return None
        begins, last = found
        if week - first < begins or (last is not None and week - first > last):
            return None
        return first_day(self._start + first + begins, self._step)
