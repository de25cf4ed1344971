"""ICEWS event tables: twenty columns with a header, tabs or commas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

from dragoman.sources.coded import values
from dragoman.sources.coded.columns import Columns
from dragoman.sources.coded.files import Table
from dragoman.sources.coded.rows import Refusal, read_rows
from dragoman.terms import CodedEvent, Rejected, RejectReason
from dragoman.world.coded import cameo
from dragoman.world.coded.sides import Sides

COLUMNS = (
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Publisher",
    "City",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
)
_NEEDED = tuple(one for one in COLUMNS if one.startswith(("Event", "Source", "Target", "CAMEO")))


class Icews:
    """CAMEO codes; names, sectors and countries in words; a meeting stands there once from each side."""

    name = "icews"
    title = "an ICEWS event table"
    expected = "20 columns, with a header: Event ID, Event Date, Source Name, CAMEO Code and so on"

    def fits(self, head: Sequence[str]) -> bool:
        return bool(head) and Columns(head[0]).has(_NEEDED)

    def read(self, table: Table, sides: Sides) -> Iterator[CodedEvent | Rejected]:
        columns = Columns(table.next() or "")
        columns.require(_NEEDED, table.name, self.title)
        pick = itemgetter(*(columns.find(name) for name in COLUMNS))

        def read(cells: list[str], line: int) -> CodedEvent | Refusal:
            cells.append("")
            return _event(pick(cells), line, sides)

        yield from read_rows(table, columns.shape, read)


def _event(cells: tuple[str, ...], line: int, sides: Sides) -> CodedEvent | Refusal:
    key, day, source, source_sectors, source_land, code, intensity, *rest = cells
    target, target_sectors, target_land, story, publisher, city, province, land, north, east = rest
    on = values.day(day)
    if on is None:
        return Refusal(RejectReason.DAY, day)
    row = cameo(code)
    if row is None or row.type is None:
        return Refusal(RejectReason.CODE if row is None else RejectReason.NO_ACT, code)
    given = values.given
    first = sides.icews(given(source), given(source_sectors), given(source_land), on)
    second = sides.icews(given(target), given(target_sectors), given(target_land), on)
    if first is None and second is None:
        return Refusal(RejectReason.NO_ACTOR)
    actors, recipients = values.cast(row, values.sides(first), values.sides(second))
    latitude, longitude = values.point(given(north), given(east))
    return CodedEvent(
        kind="icews",
        key=key or f"line {line}",
        day=values.interval(on),
        actors=actors,
        recipients=recipients,
        type=row.type,
        code=code,
        mode=row.mode,
        score=values.number(intensity),
        outlet=given(publisher),
        story=given(story),
        place=given(city) or given(province) or given(land),
        country=sides.country(given(land), on),
        latitude=latitude,
        longitude=longitude,
    )
