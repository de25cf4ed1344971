"""How two sides stand, in figures with intervals; and what they did from period to period."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, timedelta

import msgspec
import numpy as np

from dragoman.faces.api import Record
from dragoman.faces.api.system import System
from dragoman.faces.web.telling.behind import of_event, of_row
from dragoman.faces.web.telling.moment import Moment
from dragoman.store import CodedRow
from dragoman.system.ledger import READ, Ledger
from dragoman.terms import Acts, Event, Level, Period, Relation
from dragoman.world import plover

_WORDS = {Acts.ALL: "everything", Acts.VERBAL: "words", Acts.MATERIAL: "deeds"}
_KINDS = {Acts.ALL: None, Acts.VERBAL: "verbal", Acts.MATERIAL: "material"}
_WIDEST_TONE = 4.0  # of the scale, on either side of an ordinary relation
_WIDEST_VOLUME = math.log(16)  # 16 times as much as usual, or as little
_BEFORE = 3  # periods shown before the first event
_MOST_PERIODS = 110
_CONFLICT = (plover.Quad.VERBAL_CONFLICT, plover.Quad.MATERIAL_CONFLICT)
_DRAWN = 60  # single events of most outlets; more hide each other


class Gauge(msgspec.Struct, frozen=True):
    """A figure on a scale from 0 to 100 whose middle is what is usual."""

    low: float
    value: float
    high: float


class StandingRow(msgspec.Struct, frozen=True):
    """Tone and volume by all events, by words or by deeds; ``None`` where there are not enough.

    Attributes:
        acts: "everything", "words" or "deeds".
        tone: 0 for an ordinary relation; at -1 there is 2.7 times more conflict for each act of cooperation.
        volume: events now as a multiple of what is usual.
        rests_on: events, older ones counting less.
        link: the events.
    """

    acts: str
    tone: Level | None
    volume: Level | None
    rests_on: float | None
    link: str

    @property
    def tone_gauge(self) -> Gauge | None:
        """The tone on its scale."""
        return (
            None
            if self.tone is None
            else _gauge(self.tone.low, self.tone.value, self.tone.high, _WIDEST_TONE)
        )

    @property
    def volume_gauge(self) -> Gauge | None:
        """The volume on its scale, each doubling as far."""
        found = self.volume
        if found is None:
            return None
        low, value, high = (math.log(max(each, 1e-3)) for each in (found.low, found.value, found.high))
        return _gauge(low, value, high, _WIDEST_VOLUME)


class PeriodRow(msgspec.Struct, frozen=True):
    """One period. ``None`` where the record covers nothing of anybody.

    An event that is known to be in one of several periods counts a part in each; a meeting is of both.

    Attributes:
        start, end: its first and last day.
        forth_cooperation, forth_conflict: events of the first side towards the other; ``back_``: of that one.
        events: of both, each once.
        outlets: newspapers that had them, each counted once for each event.
        everybody: events of everybody in the record.
        link: the events.
        tone: at its end, 0 for an ordinary relation; ``tone_low`` to ``tone_high`` its 90 % interval, all
            ``None`` where there was not enough.
        is_chosen: whether its events are the ones listed.
    """

    start: date
    end: date
    forth_cooperation: float | None
    forth_conflict: float | None
    back_cooperation: float | None
    back_conflict: float | None
    events: float | None
    outlets: float | None
    everybody: float
    link: str
    tone: float | None = None
    tone_low: float | None = None
    tone_high: float | None = None
    is_chosen: bool = False


class Single(msgspec.Struct, frozen=True):
    """An event that is drawn by itself; ``outlets`` newspapers have it."""

    id: str
    day: date
    says: str
    is_conflict: bool
    outlets: int
    link: str


def _gauge(low: float, value: float, high: float, widest: float) -> Gauge:
    low, value, high = (round(50 + 50 * min(max(each / widest, -1.0), 1.0), 1) for each in (low, value, high))
    return Gauge(low, value, high)


def standings(relation: Relation | None, one: str, other: str, moment: Moment) -> tuple[StandingRow, ...]:
    """The rows of a relation; none when nothing happened between the two."""
    if relation is None:
        return ()
    return tuple(
        StandingRow(
            acts=_WORDS[each.acts],
            tone=each.tone,
            volume=each.volume,
            rests_on=next((level.n for level in (each.tone, each.volume) if level is not None), None),
            link=moment.between(one, other, kind=_KINDS[each.acts]),
        )
        for each in relation.standings
    )


def period_rows(
    system: System, one: str, other: str, step: str, moment: Moment, tones: Mapping[date, Level]
) -> tuple[PeriodRow, ...]:
    """The periods from shortly before the first event on; of very many the last.

    Args:
        tones: that after each week, by its Monday.
    """
    both = system.series(one, other, step=step)
    begun = next((place for place, each in enumerate(both) if each.events), None)
    if begun is None:
        return ()
    forth = {each.start: each for each in system.series(one, other, step=step, directed=True)}
    back = {each.start: each for each in system.series(other, one, step=step, directed=True)}
    shown = both[max(begun - _BEFORE, len(both) - _MOST_PERIODS, 0) :]
    found = (_row(each, forth, back, step, moment, (one, other)) for each in shown)
    return tuple(_toned(row, tones) for row in found)


def _toned(row: PeriodRow, tones: Mapping[date, Level]) -> PeriodRow:
    """With the tone after its last week, where the record reaches so far."""
    if not tones:
        return row
    last = max(tones)
    monday = row.end - timedelta(days=row.end.weekday())
    tone = tones.get(min(monday, last) if row.start <= last + timedelta(days=6) else monday)
    if tone is None:
        return row
    return msgspec.structs.replace(row, tone=tone.value, tone_low=tone.low, tone_high=tone.high)


def _row(
    both: Period,
    forth: Mapping[date, Period],
    back: Mapping[date, Period],
    step: str,
    moment: Moment,
    sides: tuple[str, str],
) -> PeriodRow:
    there, here = forth.get(both.start), back.get(both.start)
    end = _end(both.start, step)
    return PeriodRow(
        start=both.start,
        end=end,
        forth_cooperation=_sum(there, "verbal_cooperation", "material_cooperation"),
        forth_conflict=_sum(there, "verbal_conflict", "material_conflict"),
        back_cooperation=_sum(here, "verbal_cooperation", "material_cooperation"),
        back_conflict=_sum(here, "verbal_conflict", "material_conflict"),
        events=both.events,
        outlets=both.outlets,
        everybody=both.exposure,
        link=moment.between(*sides, step=None if step == "month" else step, since=both.start, until=end),
    )


def _sum(period: Period | None, *fields: str) -> float | None:
    parts = [getattr(period, field) for field in fields] if period is not None else [None]
    known = [float(part) for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


def _end(start: date, step: str) -> date:
    if step == "week":
        return start + timedelta(days=6)
    after = date(start.year + start.month // 12, start.month % 12 + 1, 1)
    return after - timedelta(days=1)


def single_events(record: Record, rows: Ledger, first: date, last: date) -> tuple[Single, ...]:
    """The events and imported rows between two days, those of most outlets."""
    own = rows.where((rows.first >= first.toordinal()) & (rows.first <= last.toordinal()))
    order = np.lexsort((own.number, -own.first, own.origin != READ, -own.outlets))
    own = own.where(order[np.sort(np.unique(own.number[order], return_index=True)[1])][:_DRAWN])
    is_read = own.origin == READ
    events = record.store.events_numbered(own.event[is_read].tolist())
    coded = {row.number: row for row in record.store.coded(own.event[~is_read].tolist())}
    cells = zip(own.event.tolist(), is_read.tolist(), own.first.tolist(), own.outlets.tolist(), strict=True)
    found = (
        _single(events.get(number) if is_own else coded.get(number), day, outlets)
        for number, is_own, day, outlets in cells
    )
    return tuple(sorted((each for each in found if each), key=lambda each: (each.day, each.id)))


def _single(found: Event | CodedRow | None, day: int, outlets: int) -> Single | None:
    if found is None:
        return None
    line = of_event(found, outlets, None) if isinstance(found, Event) else of_row(found, outlets, None)
    return Single(
        id=line.id,
        day=date.fromordinal(day),
        says=f"{line.who} {line.arrow} {line.whom}, {line.type.value}",
        is_conflict=plover.quad(line.type) in _CONFLICT,
        outlets=outlets,
        link=line.link,
    )
