"""A system of actors as a Python object: how it stands, who moves; each opened to its events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from dragoman import modelling
from dragoman.faces.api.foresight import Foresight
from dragoman.faces.api.frame import Frame
from dragoman.faces.api.overview import Busy, Overview
from dragoman.faces.api.query import choices
from dragoman.faces.api.speaking import SPOKEN, grounds, spoken
from dragoman.modelling import Evidence, Known, OnProgress
from dragoman.store import Store
from dragoman.system.counts import Step
from dragoman.system.ledger import READ, Ledger
from dragoman.system.model import STRETCH, Model
from dragoman.system.orbits import ENOUGH, Settings
from dragoman.system.pairs import Member, grouped, once_each
from dragoman.terms import (
    Alert,
    DragomanError,
    Dyad,
    EntityKind,
    Interval,
    Movement,
    Orbits,
    Period,
    Position,
    Relation,
    Status,
    Turn,
)
from dragoman.terms.position import VoteOrbits
from dragoman.world import MembershipStatus, load

_GROUPS = (EntityKind.BLOC, EntityKind.REGION)


class System(Foresight):
    """The actors of a record and what they do to each other, as of a day. Made by `Record.system`.

    Sides may be named in any way the world knows ("Kazakhstan", "KAZ", "kz").

    Attributes:
        at: the day.
        by: whether it shows what was ``known`` by then or what had ``happened``.
    """

    def __init__(self, store: Store, model: Model, by: Known) -> None:
        self.store = store
        self.model = model
        self.at = model.at
        self.by = by

    def sides(self) -> tuple[str, ...]:
        """Ids of everybody who takes part in anything, busiest first."""
        return self.model.busiest()

    def overview(self, shown: int = 8, *, with_alarms: bool = True) -> Overview:
        """The system in short, so many of each; alarms take longest and can be left out."""
        ledger = self.model.ledger
        done = once_each(ledger.with_status())
        said = {
            status.value: len(once_each(ledger.with_status([status])))
            for status in Status
            if status not in modelling.COUNTED
        }
        half_year = self.at - timedelta(weeks=STRETCH)
        return Overview(
            at=self.at,
            by=self.by,
            events=len(done),
            read=int((done.origin == READ).sum()),
            imported=int((done.origin != READ).sum()),
            by_report=int(done.by_report.sum()),
            said={status: number for status, number in said.items() if number},
            since=date.fromordinal(int(ledger.first.min())),
            weeks=int((self.model.pairs.exposure > 0).sum()),
            sides=tuple(Busy(side, self.model.taking_part[side]) for side in self.sides()[:shown]),
            relations=tuple(self.relations()[:shown]),
            movements=tuple(self.movers()[:shown]),
            alarms=tuple(self.alarms(half_year)[:shown]) if with_alarms else (),
        )

    def is_group(self, name: str) -> bool:
        """Whether somebody is a bloc or region.

        Raises:
            UnknownName: nobody is called so.
        """
        return load().resolve(name).kind in _GROUPS

    def with_members(self, group: str) -> System:
        """The same system with a bloc or region in place of its members, on the days they belonged to it.

        Raises:
            UnknownName: nobody is called so.
            DragomanError: it has no members.
        """
        found = load().resolve(group)
        if found.kind not in _GROUPS:
            raise DragomanError(f"{found.name} has no members: it is a {found.kind.value}, no bloc or region")
        ledger = grouped(self.model.ledger, found.id, _members(found.id, found.kind))
        return System(self.store, Model(ledger, self.at), self.by)

    def series(
        self,
        actor: str,
        recipient: str,
        *,
        step: str = "week",
        status: str | Sequence[str] = (),
        directed: bool = False,
    ) -> Frame[Period]:
        """What two sides did to each other from period to period, without gaps.

        Args:
            step: ``day``, ``week`` (from Monday) or ``month``.
            status: what to count; ``happened`` and ``ongoing`` unless said otherwise. What is planned,
                possible, called for or denied counts when it is said.
            directed: only what the actor does to the recipient.

        Raises:
            UnknownName: a side, a step or a status nobody knows.
        """
        statuses = choices(status or None, Status, "status")
        dyad = Dyad(self.side(actor), self.side(recipient), directed)
        return Frame(self.model.series(dyad, choices(step, Step, "step")[0], statuses).periods, Period)

    def relation(self, one: str, other: str) -> Relation | None:
        """How two sides stand; ``None`` when nothing happened between them.

        Raises:
            UnknownName: a side nobody knows.
        """
        return self.model.relation(*self._two(one, other))

    def events_between(self, one: str, other: str) -> float:
        """How many events two sides have had, whoever acted; ids of both, as in `Relation.sides`."""
        return self.model.totals.get((one, other), 0.0)

    def relations(self, about: str | None = None) -> Frame[Relation]:
        """How every two sides stand, those of most events first.

        Args:
            about: only with this side on either end.

        Raises:
            UnknownName: a side nobody knows.
        """
        side = None if about is None else self.side(about)
        found = [each for each in self.model.relations if side is None or side in each.sides]
        found.sort(key=lambda each: (-self.model.totals[each.sides], each.sides))
        return Frame(found, Relation)

    def orbits(
        self,
        centre: str,
        *,
        since: str | date | None = None,
        half_life: float | None = None,
        enough: float = ENOUGH,
    ) -> Orbits:
        """Where everybody stands, seen from one side.

        Args:
            since: the first day that counts.
            half_life: weeks after which an event counts half; ``None``: all count the same.
            enough: events that a side needs to be placed.

        Raises:
            UnknownName: a side nobody knows, or who takes part in nothing.
            DragomanError: the centre has too few events.
        """
        settings = Settings(half_life=half_life, enough=enough)
        return self.model.orbits(self.side(centre), settings, _day(since))

    def positions(self, centre: str, *, since: str | date | None = None) -> Frame[Position]:
        """The positions of `orbits` as a frame."""
        return Frame(self.orbits(centre, since=since).positions, Position)

    def orbits_over(
        self, centre: str, *, periods: int = 6, window: int = 26, enough: float = ENOUGH
    ) -> tuple[Orbits, ...]:
        """Orbits in periods that follow each other up to the day, the earliest first.

        Args:
            window: weeks of a period. Those in which the centre has too few events are left out.
            enough: events of a period that a side needs to be placed.

        Raises:
            UnknownName: a side nobody knows, or who takes part in nothing.
        """
        settings = Settings(enough=enough)
        return self.model.orbit_history(self.side(centre), periods, window, settings)

    def turns(self, one: str, other: str) -> Frame[Turn]:
        """Since when two sides have had more or less to do with each other, and more or less conflict.

        Raises:
            UnknownName: a side nobody knows.
        """
        return Frame(self.model.turns(*self._two(one, other)), Turn)

    def votes(self, file: str | Path, centre: str, *, calls: str | Path | None = None) -> VoteOrbits:
        """A second opinion: who votes in the United Nations as the centre does, in the year of the day.

        Args:
            file: roll calls or ideal points, as CSV (`dragoman.system.votes` names the public files).
            calls: sessions and dates of the roll calls, where ``file`` has neither.

        Raises:
            UnreadableInput: a file cannot be read, or lacks a column.
            UnknownName: nobody is called like the centre, or the file does not have it then.
            DragomanError: the file has nothing of that year.
        """
        from dragoman.system import votes

        path, side = Path(file), self.side(centre)
        if votes.is_roll_calls(path):
            return votes.roll_calls(path, side, None if calls is None else Path(calls), year=self.at.year)
        return votes.ideal_points(path, side, year=self.at.year)

    def movers(self, since: str | date | None = None, about: str | None = None) -> Frame[Movement]:
        """Who moved towards whom, or away, since a day, against as long before it; the most certain first.

        Args:
            since: without one, half a year before the day of the system.
            about: only with this side on either end.

        Raises:
            UnknownName: a side nobody knows.
        """
        side = None if about is None else self.side(about)
        found = self.model.movements(_day(since))
        return Frame([each for each in found if side is None or side in each.sides], Movement)

    def alarms(
        self,
        since: str | date | None = None,
        *,
        budget: float | None = None,
        watch: Sequence[tuple[str, str]] = (),
    ) -> Frame[Alert]:
        """Weeks that brought two sides more than was to be expected, the latest first.

        Args:
            since: the first day; without one, all of the log.
            budget: the share of false ones among the alarms of a week; 0.1 unless said otherwise.
            watch: pairs of sides that have a budget of their own.

        Raises:
            UnknownName: a side nobody knows.
        """
        listed = [self._two(one, other) for one, other in watch]
        return Frame(self.model.alarms(budget, listed, _day(since)), Alert)

    def speaking_for(self, found: Movement | Alert, most: int = SPOKEN) -> tuple[Evidence, ...]:
        """The events whose sentences speak best for a movement or an alarm, each of another report.

        What a report says itself comes before what it quotes, deeds before words, what more outlets have
        before the rest; imported rows come last.
        """
        return spoken(self.store, grounds(self.model, found), most)

    def evidence(
        self,
        one: str,
        other: str | None = None,
        *,
        since: str | date | None = None,
        until: str | date | None = None,
        directed: bool = False,
        status: str | Sequence[str] = (),
    ) -> tuple[Evidence, ...]:
        """The events and imported rows behind what is shown of one side or two, the latest first.

        Args:
            status: ``happened`` and ``ongoing`` unless said otherwise.

        Raises:
            UnknownName: a side or a status nobody knows.
        """
        rows = self.model.ledger.with_status(choices(status or None, Status, "status") or modelling.COUNTED)
        if other is None:
            rows = rows.of_side(self.side(one))
        else:
            rows = rows.between(self.side(one), self.side(other), directed=directed)
        return modelling.evidence(self.store, _within(rows, _day(since), _day(until, last=True)))


def agreement(pairs: Sequence[tuple[float, float]]) -> float:
    """How far two measures put the same sides in the same order: Spearman's rank correlation, -1 to 1."""
    from scipy.stats import spearmanr

    one, other = zip(*pairs, strict=True)
    return float(spearmanr(one, other).statistic)


def open_system(
    store: Store,
    at: date | None,
    *,
    by: Known,
    using: str,
    dated: bool,
    on_progress: OnProgress | None,
) -> System:
    """See `Record.system`."""
    return System(store, modelling.model_of(store, at, by, using, dated=dated, on_progress=on_progress), by)


def _day(value: str | date | None, *, last: bool = False) -> date | None:
    if value is None or isinstance(value, date):
        return value
    interval = Interval.parse(value)
    return interval.latest if last else interval.earliest


def _within(rows: Ledger, since: date | None, until: date | None) -> Ledger:
    first = since.toordinal() if since else 0
    last = until.toordinal() if until else date.max.toordinal()
    return rows.where((rows.last >= first) & (rows.first <= last))


def _members(group: str, kind: EntityKind) -> list[Member]:
    """Who belongs to a bloc from when to when; a region has the same states at all times."""
    world = load()
    if kind is EntityKind.REGION:
        return [Member(side) for side in world.region(group)]
    rows = [row for row in world.memberships(group) if row.status is MembershipStatus.MEMBER]
    return [
        Member(
            row.state,
            (row.valid.earliest or date.min).toordinal(),
            (row.valid.latest or date.max).toordinal(),
        )
        for row in rows
    ]
