"""ACLED exports: a header, commas or semicolons, notes in quotes; actor types as numbers or in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from operator import itemgetter

from dragoman.sources.coded import values
from dragoman.sources.coded.columns import Columns
from dragoman.sources.coded.files import Table
from dragoman.sources.coded.rows import Refusal, read_rows
from dragoman.terms import CodedEvent, Interval, Rejected, RejectReason
from dragoman.world.coded import CodeRow, load
from dragoman.world.coded.sides import Sides

# Other names a column has in some years stand behind it
COLUMNS: tuple[tuple[str, ...], ...] = (
    ("event_id_cnty", "data_id", "event_id_no_cnty"),
    ("event_date",),
    ("time_precision",),
    ("event_type",),
    ("sub_event_type",),
    ("actor1",),
    ("assoc_actor_1", "ally_actor_1"),
    ("inter1",),
    ("actor2",),
    ("assoc_actor_2", "ally_actor_2"),
    ("inter2",),
    ("country",),
    ("location",),
    ("latitude",),
    ("longitude",),
    ("source",),
    ("fatalities",),
    ("timestamp",),
)
_NEEDED = ("event_date", "event_type", "actor1", "country")
_TOLD_APART_BY = ("inter1", "event_id_cnty", "data_id", "fatalities")
_DAYS_OF_WEEK = 6


class Acled:
    """Violence and protest, read by people; a row is one event."""

    name = "acled"
    title = "an ACLED export"
    expected = "a header with event_id_cnty, event_date, event_type, sub_event_type, actor1, inter1 and so on"

    def fits(self, head: Sequence[str]) -> bool:
        if not head:
            return False
        columns = Columns(head[0])
        return columns.has(_NEEDED) and any(columns.has([name]) for name in _TOLD_APART_BY)

    def read(self, table: Table, sides: Sides) -> Iterator[CodedEvent | Rejected]:
        columns = Columns(table.next() or "")
        columns.require(_NEEDED, table.name, self.title)
        pick = itemgetter(*(columns.find(*names) for names in COLUMNS))

        def read(cells: list[str], line: int) -> CodedEvent | Refusal:
            cells.append("")
            return _event(tuple(map(values.given, pick(cells))), line, sides)

        yield from read_rows(table, columns.shape, read)


def _event(cells: tuple[str, ...], line: int, sides: Sides) -> CodedEvent | Refusal:
    key, day, precision, kind, sort, *parties = cells[:11]
    land, place, north, east, source, fatalities, timestamp = cells[11:]
    on = values.day(day)
    if on is None:
        return Refusal(RejectReason.DAY, day)
    row = _row(kind.casefold(), sort.casefold())
    if row is None or row.type is None:
        reason = RejectReason.CODE if row is None else RejectReason.NO_ACT
        return Refusal(reason, f"{kind}/{sort}" if sort else kind)
    first, second = _sides(parties[:3], sides, on), _sides(parties[3:], sides, on)
    if not first and not second:
        return Refusal(RejectReason.NO_ACTOR)
    actors, recipients = values.cast(row, first, second)
    latitude, longitude = values.point(north, east)
    told_by = [name for one in source.split(";") if (name := one.strip())]
    return CodedEvent(
        kind="acled",
        key=key or f"line {line}",
        day=_days(on, precision),
        actors=actors,
        recipients=recipients,
        type=row.type,
        code=f"{kind}/{sort}" if sort else kind,
        mode=row.mode,
        known=values.day_of_seconds(timestamp) if timestamp else None,
        reports=max(len(told_by), 1),
        outlets=max(len(told_by), 1),
        outlet=told_by[0] if told_by else "",
        place=place,
        country=sides.country(land, on),
        latitude=latitude,
        longitude=longitude,
        fatalities=values.whole(fatalities),
    )


def _sides(party: Sequence[str], sides: Sides, on: date) -> values.Sides:
    """The actor, and of those with it the ones that are states, blocs or groups we know."""
    name, others, kind = party
    allied = (sides.acled(one.strip(), "", on) for one in others.split(";")) if others else ()
    known = (one for one in allied if one is not None and one.side is not None)
    return values.sides(sides.acled(name, kind, on), *known)


@lru_cache(maxsize=10_000)
def _days(on: date, precision: str) -> Interval:
    """The code book's time precision: 1 the day, 2 some day of that week, 3 of that month."""
    if precision == "2":
        return Interval(on - timedelta(_DAYS_OF_WEEK), on + timedelta(_DAYS_OF_WEEK))
    if precision == "3":
        return Interval.parse(f"{on:%Y-%m}")
    return values.interval(on)


@lru_cache(maxsize=1)
def _rows() -> dict[tuple[str, str], CodeRow]:
    return {
        (kind.casefold(), sort.casefold()): row
        for kind, sorts in load().acled.items()
        for sort, row in sorts.items()
    }


def _row(kind: str, sort: str) -> CodeRow | None:
    """What a type with its sub-type is; a sub-type that the code book does not have is unknown."""
    return _rows().get((kind, sort))
