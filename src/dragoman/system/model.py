"""The model of a system as of a day: all that is computed from one ledger, each when first asked for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dragoman.system import alarms as alarm
from dragoman.system import filter as discounted
from dragoman.system import relation
from dragoman.system.alarm_log import AlarmLog
from dragoman.system.alarms import Budgets
from dragoman.system.changes import date_change
from dragoman.system.contact import ContactModel
from dragoman.system.counts import Counts, Step, count, first_day, period_on, spread, together
from dragoman.system.course import tone_course
from dragoman.system.dyads import MATERIAL, VERBAL, Dyads, dyads
from dragoman.system.filter import State
from dragoman.system.forecasting import Foreseen, contacts, foreseen, learnt
from dragoman.system.ledger import COUNTED, TYPES, Ledger, joined
from dragoman.system.matrix import Distances, distances
from dragoman.system.movement import movements
from dragoman.system.orbits import Settings, history, orbits
from dragoman.system.outlook import OutlookModel
from dragoman.system.pairs import once_for_each_side, undirected
from dragoman.system.rates import HALF_LIFE
from dragoman.system.series import series
from dragoman.terms import (
    Acts,
    Alert,
    Change,
    Dyad,
    Level,
    Movement,
    Relation,
    Rise,
    Series,
    Status,
    Turn,
)
from dragoman.terms.outlook import Deed
from dragoman.terms.position import Orbits

Floats = NDArray[np.float64]

_CELLS = 20_000_000  # dyads times weeks that are gone through; of more, dyads of few events are left out
WATCHED = 20.0  # events of a dyad over all time, below which no alarm is looked for
STRETCH = 26  # weeks that are compared with as many before them, unless another day is named
_LEAST_WEEKS = 4  # covered, of the stretch that is compared with
_LOOKED_AT = 104  # weeks in which a change is looked for; the work grows with their square
_CHANCE = 0.05


class Model:
    """What a ledger says of its actors at the end of a day.

    Attributes:
        at: the day.
    """

    def __init__(self, ledger: Ledger, at: date, *more: Ledger) -> None:
        self._parts = (ledger, *more)
        self.at = at
        self._outlooks: dict[tuple[Deed, ...], OutlookModel] = {}
        self._movements: dict[date | None, tuple[Movement, ...]] = {}
        self._alarms: dict[tuple[float | None, tuple[tuple[str, str], ...]], AlarmLog] = {}

    @cached_property
    def ledger(self) -> Ledger:
        """Everything that counts by the day, of every status."""
        return joined(self._parts)

    @cached_property
    def done(self) -> Ledger:
        """What happened and goes on, between different known sides."""
        return self.ledger.with_status(COUNTED).abroad()

    @cached_property
    def directed(self) -> Counts:
        """Events by week of each side towards each other one."""
        return self._until_now(count(self.done))

    @cached_property
    def pairs(self) -> Counts:
        """Events by week of each two sides, whoever acted."""
        return self._until_now(count(undirected(self.done)))

    def with_more(self, ledger: Ledger) -> Model:
        """The model of these events and more, none of which it had; what was counted is not counted again.

        The order of sides is that of their names, so forecasts and states are worked out anew when asked for.
        """
        grown = Model(self._parts[0], self.at, *self._parts[1:], ledger)
        done = ledger.with_status(COUNTED).abroad()
        grown.__dict__["directed"] = self._until_now(together(self.directed, count(done)))
        grown.__dict__["pairs"] = self._until_now(together(self.pairs, count(undirected(done))))
        return grown

    def _until_now(self, counts: Counts) -> Counts:
        """Counts up to the week of the day, whether or not anything is known of the last weeks."""
        stop = max(counts.stop, period_on(self.at, counts.step) + 1)
        if stop == counts.stop or not len(counts.keys):
            return counts
        keys = counts.dyad * (stop - counts.start) + counts.period
        exposure = np.concatenate([counts.exposure, np.zeros(stop - counts.stop)])
        return replace(counts, stop=stop, keys=keys, exposure=exposure)

    @cached_property
    def taking_part(self) -> dict[str, int]:
        """How many events each side takes part in, of any status, those of most first."""
        own = once_for_each_side(self.ledger)
        number = np.bincount(own, minlength=len(self.ledger.sides))
        order = sorted(range(len(number)), key=lambda place: (-int(number[place]), self.ledger.sides[place]))
        return {self.ledger.sides[place]: int(number[place]) for place in order if number[place]}

    def busiest(self) -> tuple[str, ...]:
        """Everybody who takes part in anything, those of most events first."""
        return tuple(self.taking_part)

    def series(self, dyad: Dyad, step: Step = Step.WEEK, statuses: Sequence[Status] = ()) -> Series:
        """A dyad from period to period; see `dragoman.system.series.series`."""
        counts = self.pairs if step is Step.WEEK else count(self.ledger.with_status(COUNTED), step)
        return series(self.ledger, counts, dyad, statuses or COUNTED)

    def orbit_history(
        self, centre: str, periods: int, window: int, settings: Settings | None = None
    ) -> tuple[Orbits, ...]:
        """Orbits at the ends of periods that follow each other up to the day, each map turned onto the last.

        Args:
            window: weeks of a period. Those in which the centre has too few events are left out.
        """
        days = [self.at - timedelta(weeks=window * back) for back in range(periods)]
        return tuple(history(self.directed, centre, days, window, settings))

    def orbits(self, centre: str, settings: Settings | None = None, since: date | None = None) -> Orbits:
        """Where everybody stands, seen from one side; see `dragoman.system.orbits.orbits`."""
        return orbits(self.directed, centre, self.at, since, None, settings)

    def distances(self, enough: float, always: Collection[str] = ()) -> Distances:
        """How far the busiest sides stand from each other; see `dragoman.system.matrix.distances`."""
        return distances(self.directed, self.at, enough, always)

    @cached_property
    def foreseen(self) -> Foreseen:
        """The events as forecasts take them in; the forecast weeks are those after the day's."""
        return foreseen(self.ledger, self.directed)

    def outlooks(self, kinds: tuple[Deed, ...], names: Sequence[str] = ()) -> OutlookModel:
        """What is learnt about some kinds of acts; see `dragoman.system.outlook`.

        Args:
            names: of the sides, for the words of the reasons.
        """
        if kinds not in self._outlooks:
            self._outlooks[kinds] = learnt(self.foreseen, kinds, names or self.ledger.sides)
        return self._outlooks[kinds]

    @cached_property
    def contacts(self) -> ContactModel:
        """Who turns to whom next, as learned from all days up to the day; its rows are those of ``done``."""
        return contacts(self.done, self.at.toordinal() + 1)

    @cached_property
    def table(self) -> Dyads:
        """The dyads that relations are worked out of; of a large system only those with some events."""
        number = len(np.unique(self.pairs.dyad))
        return dyads(self.pairs, 1.0 if number * self.pairs.periods <= _CELLS else WATCHED)

    @cached_property
    def states(self) -> dict[Acts, State]:
        """What is known of every dyad of `table` after all weeks, by all, verbal and material events."""
        return {
            acts: discounted.run(self.table.weeks(*quads))
            for acts, quads in (
                (Acts.ALL, ((0, 1), (2, 3))),
                (Acts.VERBAL, tuple((each,) for each in VERBAL)),
                (Acts.MATERIAL, tuple((each,) for each in MATERIAL)),
            )
        }

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """How the two sides of every dyad of `table` stand, in its order; see `dragoman.system.relation`."""
        table = self.table
        sides = [table.names(dyad) for dyad in range(len(table.numbers))]
        week = first_day(table.counts.stop - 1, Step.WEEK) if len(sides) else self.at
        return relation.relations(self.states, sides, week, relation.severities(self._types()))

    @cached_property
    def totals(self) -> dict[tuple[str, str], float]:
        """Events of every dyad of `table` over all time, by its sides."""
        return {self.table.names(dyad): float(events) for dyad, events in enumerate(self.table.totals())}

    def relation(self, one: str, other: str) -> Relation | None:
        """How two sides stand; ``None`` when nothing is known between them."""
        place = self.table.place(one, other)
        return None if place is None else self.relations[place]

    def _types(self) -> Floats:
        """Decayed events of each type between the sides of each dyad of `table`; [dyads, types]."""
        table, ledger = self.table, undirected(self.done)
        row, period, weight = spread(ledger, Step.WEEK)
        number = ledger.actor[row].astype(np.int64) * len(ledger.sides) + ledger.recipient[row]
        place = np.minimum(np.searchsorted(table.numbers, number), max(0, len(table.numbers) - 1))
        known = table.numbers[place] == number if len(table.numbers) else np.zeros(len(row), bool)
        decayed = weight * 2.0 ** ((period - (table.counts.stop - 1)) / HALF_LIFE)
        cells = place[known] * len(TYPES) + ledger.type[row][known]
        order = np.argsort(cells * np.int64(1 << 20) + (period[known] & 0xFFFFF), kind="stable")
        size = len(table.numbers) * len(TYPES)
        found = np.bincount(cells[order], decayed[known][order], minlength=size).astype(np.float64)
        return found.reshape(-1, len(TYPES))

    def movements(self, since: date | None = None) -> tuple[Movement, ...]:
        """Who moved towards whom since a day; without one, in the last half year.

        Nobody did, as far as can be said, when hardly a week of the time before is covered.
        """
        if since not in self._movements:
            self._movements[since] = self._moved(since)
        return self._movements[since]

    def _moved(self, since: date | None) -> tuple[Movement, ...]:
        counts = self.pairs
        stop = counts.periods
        first = stop - STRETCH if since is None else period_on(since, Step.WEEK) - counts.start
        first = min(max(first, 0), stop)
        before = max(0, 2 * first - stop)
        if (counts.exposure[before:first] > 0).sum() < _LEAST_WEEKS:
            return ()
        return movements(counts, first, before)

    def tones(self, one: str, other: str) -> dict[date, Level]:
        """The tone of two sides after each week, by its Monday, where there was enough to give one."""
        table = self.table
        place = table.place(one, other)
        if place is None:
            return {}
        course = tone_course(table.weeks(), place)
        start = table.counts.start
        return {first_day(start + week, Step.WEEK): level for week, level in enumerate(course) if level}

    def turns(self, one: str, other: str) -> tuple[Turn, ...]:
        """Since when two sides have had more or less to do with each other, and more or less conflict.

        Only changes that chance gives in fewer than one of twenty such series, the clearest first. Of a long
        past the last two years are looked at.
        """
        table = self.table
        place = table.place(one, other)
        if place is None:
            return ()
        weeks = table.full(np.array([place]))
        first = max(0, table.counts.periods - _LOOKED_AT)
        conflict = weeks.conflict[0, first:]
        series = {Rise.VOLUME: weeks.cooperation[0, first:] + conflict, Rise.CONFLICT: conflict}
        others = weeks.others[0, first:]
        found = {what: date_change(counts, others) for what, counts in series.items()}
        start = table.counts.start + first
        turns = [_turn(what, change, start) for what, change in found.items() if change is not None]
        return tuple(sorted((each for each in turns if each.p < _CHANCE), key=lambda each: each.p))

    def alarms(
        self,
        budget: float | None = None,
        watch: Collection[tuple[str, str]] = (),
        since: date | None = None,
    ) -> tuple[Alert, ...]:
        """The log of alarms up to the day, the latest first.

        Args:
            budget: the share of false ones among the alarms of a week.
            watch: pairs of sides that have a budget of their own.
            since: only weeks that begin on this day or later; the others are not dated in hindsight then.
        """
        key = budget, tuple(sorted(watch))
        if key not in self._alarms:
            self._alarms[key] = self._surprises(budget, key[1])
        return self._alarms[key].since(since)

    def _surprises(self, budget: float | None, watch: tuple[tuple[str, str], ...]) -> AlarmLog:
        table = self._watched(watch)
        listed = np.zeros(len(table.numbers), bool)
        for one, other in watch:
            place = table.place(one, other)
            if place is not None:
                listed[place] = True
        budgets = Budgets(watch_list=listed)
        budgets = budgets if budget is None else replace(budgets, everybody=budget)
        return AlarmLog(table, alarm.alarms(table.weeks(), budgets))

    def _watched(self, watch: Collection[tuple[str, str]]) -> Dyads:
        sides = self.pairs.sides
        known = [sorted((sides.index(a), sides.index(b))) for a, b in watch if a in sides and b in sides]
        return dyads(self.pairs, WATCHED, tuple(one * len(sides) + other for one, other in known))


def _turn(what: Rise, found: Change, start: int) -> Turn:
    """A change with days in place of weeks counted from one of them."""

    def monday(place: int) -> date:
        return first_day(start + place, Step.WEEK)

    return Turn(
        what=what,
        since=monday(found.first),
        earliest=monday(found.earliest),
        latest=monday(found.latest),
        until=None if found.last is None else monday(found.last + 1) - timedelta(days=1),
        before=found.before,
        during=found.during,
        p=found.p,
    )
