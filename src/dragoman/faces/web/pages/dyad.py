"""Dyad: how two sides stand, how it came so, and what is likely next."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec

from dragoman.faces import wording
from dragoman.faces.web.charts.timeline import Timeline, timeline
from dragoman.faces.web.keeping.systems import SYSTEMS, By, Opened, day_asked
from dragoman.faces.web.page import Context
from dragoman.faces.web.taking import Limit, Offset
from dragoman.faces.web.telling.behind import Behind, behind, chosen, filter_words
from dragoman.faces.web.telling.moment import Moment, from_path
from dragoman.faces.web.telling.outlooks import LogRow, Prospect, log_rows, prospects
from dragoman.faces.web.telling.saying import Alarmed, Counted, Turned, alarmed, turned
from dragoman.faces.web.telling.standing import (
    PeriodRow,
    Single,
    StandingRow,
    period_rows,
    single_events,
    standings,
)
from dragoman.system.ledger import Ledger
from dragoman.terms import DragomanError, EntityKind, Severity
from dragoman.world import load

_ALARMS = 12

Step = Annotated[Literal["week", "month"], msgspec.Meta(description="Periods of the drawing.")]
Way = Annotated[
    Literal["forth", "back"] | None, msgspec.Meta(description="Only what one does to the other, or back.")
]


class DyadRequest(msgspec.Struct, frozen=True):
    """Two sides, as of when, and which of their events to list."""

    one: str
    other: str
    at: str | None = None
    by: By = "known"
    using: str = "all"
    step: Step = "month"
    log: bool = False
    kind: str | None = None
    way: Way = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    limit: Limit = 25
    offset: Offset = 0


class Bloc(msgspec.Struct, frozen=True):
    """A bloc that both belong to on the day; ``one`` and ``other`` say as what."""

    id: str
    name: str
    one: str
    other: str


class DyadPage(msgspec.Struct, frozen=True):
    """How two sides stand.

    Attributes:
        missing: what there is not, in sentences.
        standings: by everything, by words and by deeds.
        total: events of the two over all time.
        periods: the table that is the twin of the drawing, the earliest first.
        singles: the events that are drawn by themselves.
        events: the list.
        log: how good such forecasts would have been, where it was asked for.
        is_waiting: whether alarms, forecasts or their log are still being worked out; then ask again.
    """

    request: DyadRequest
    at: date
    by: str
    one: str
    one_name: str
    other: str
    other_name: str
    missing: tuple[str, ...]
    total: Counted
    standings: tuple[StandingRow, ...]
    severity: Severity | None
    turns: tuple[Turned, ...]
    alarms: tuple[Alarmed, ...]
    blocs: tuple[Bloc, ...]
    periods: tuple[PeriodRow, ...]
    events: Behind
    prospects: tuple[Prospect, ...]
    log: tuple[LogRow, ...]
    is_waiting: bool
    singles: tuple[Single, ...]

    @property
    def title(self) -> str:
        """See `PageRecord`."""
        return f"{self.one_name} and {self.other_name}"

    @property
    def rows(self) -> tuple[PeriodRow, ...]:
        """See `PageRecord`."""
        return self.periods

    @property
    def plot(self) -> Timeline | None:
        """The drawing of the periods."""
        return timeline(self.periods, (self.one_name, self.other_name), self.alarms, self.turns, self.singles)

    @property
    def moment(self) -> Moment:
        """As of when, for the links."""
        return _moment(self.request)


def dyad(context: Context, request: DyadRequest) -> DyadPage:
    """The page `/dyad/{one}/{other}`."""
    one, other = _side(request.one), _side(request.other)
    if one == other:
        raise DragomanError(f"{wording.speaker(one)} is both sides. Name two.")
    path = context.settings.record
    opened = SYSTEMS.opened(context.record, path, day_asked(request.at), request.by, request.using)
    system, moment = opened.system(context.record), _moment(request)
    rows = opened.model.ledger.between(one, other)
    relation = system.relation(one, other)
    turns = opened.kept(("turns", one, other), lambda: tuple(system.turns(one, other)))
    path = context.settings.record
    every = opened.alarms(path)
    alarms = tuple(each for each in every or () if set(each.sides) == {one, other})[:_ALARMS]
    tones = opened.later(("tones", one, other), path, lambda found: found.model.tones(one, other))
    periods = tuple(
        msgspec.structs.replace(
            each, is_chosen=(str(each.start), str(each.end)) == (request.since, request.until)
        )
        for each in period_rows(system, one, other, request.step, moment, tones or {})
    )
    done = chosen(rows)
    foreseen = prospects(opened, path, (one, other), moment) if len(done) else ()
    log = log_rows(opened, path) if request.log and foreseen is not None else None if request.log else ()
    return DyadPage(
        request=request,
        at=opened.model.at,
        by=opened.by,
        one=one,
        one_name=wording.speaker(one),
        other=other,
        other_name=wording.speaker(other),
        missing=_missing(opened, one, other, len(done)),
        total=Counted("events", _distinct(done), moment.between(one, other)),
        standings=standings(relation, one, other, moment),
        severity=None if relation is None else relation.severity,
        turns=tuple(turned(each, (one, other), moment) for each in turns),
        alarms=tuple(alarmed(each, moment) for each in alarms),
        blocs=_blocs(one, other, opened.model.at),
        periods=periods,
        events=_events(context, opened, request, one, other),
        prospects=foreseen or (),
        log=log or (),
        is_waiting=every is None or tones is None or foreseen is None or log is None,
        singles=single_events(context.record, done, periods[0].start, periods[-1].end) if periods else (),
    )


def _moment(request: DyadRequest) -> Moment:
    return Moment(request.at, request.by, request.using)


def _side(name: str) -> str:
    found = load().resolve(from_path(name))
    return found.country or found.id


def _distinct(rows: Ledger) -> int:
    return len({*zip(rows.origin.tolist(), rows.event.tolist(), strict=True)})


def _missing(opened: Opened, one: str, other: str, number: int) -> tuple[str, ...]:
    if number:
        return ()
    names, at = f"{wording.speaker(one)} and {wording.speaker(other)}", opened.model.at
    absent = [wording.speaker(side) for side in (one, other) if side not in opened.model.taking_part]
    told = [f"Nothing is known to have happened between {names} by {at}."]
    if absent:
        told.append(
            f"{' and '.join(absent)} {'takes' if len(absent) == 1 else 'take'} part in nothing by then."
        )
    return tuple(told)


def _events(context: Context, opened: Opened, request: DyadRequest, one: str, other: str) -> Behind:
    ledger, names = opened.model.ledger, (wording.speaker(one), wording.speaker(other))
    if request.way == "back":
        rows, words = ledger.between(other, one, directed=True), f"{names[1]} to {names[0]}"
    elif request.way == "forth":
        rows, words = ledger.between(one, other, directed=True), f"{names[0]} to {names[1]}"
    else:
        rows, words = ledger.between(one, other), f"{names[0]} and {names[1]}"
    rows = chosen(rows, kind=request.kind, status=request.status, since=request.since, until=request.until)
    words += filter_words(request.kind, request.status, request.since, request.until)
    path = Moment().dyad(one, other)
    return behind(context.record, rows, f"Events, {words}", path, request)


def _name(bloc: str) -> str:
    """A bloc by its letters, where people know them."""
    short = wording.speaker(bloc)
    return load().entities[bloc].name if "_" in short else short


def _blocs(one: str, other: str, at: date) -> tuple[Bloc, ...]:
    """The blocs both belong to on the day, with as what."""
    world = load()
    if any(world.entities[side].kind is not EntityKind.STATE for side in (one, other)):
        return ()
    own, others = world.blocs_of(one, at), world.blocs_of(other, at)
    return tuple(
        Bloc(bloc, _name(bloc), own[bloc].status.value, others[bloc].status.value)
        for bloc in sorted(own.keys() & others.keys())
    )
