"""POLECAT event tables: PLOVER types and modes, lists in their cells, a header, tabs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from operator import itemgetter

import msgspec

from dragoman.sources.coded import values
from dragoman.sources.coded.columns import Columns
from dragoman.sources.coded.files import Table
from dragoman.sources.coded.rows import Refusal, read_rows
from dragoman.terms import CodedEvent, EventType, Rejected, RejectReason
from dragoman.world import plover
from dragoman.world.coded import CodeRow, Parties, load
from dragoman.world.coded.sides import Sides

# Other names a column has in some years stand behind it
COLUMNS: tuple[tuple[str, ...], ...] = (
    ("Event ID",),
    ("Event Date",),
    ("Event Type",),
    ("Event Mode",),
    ("Intensity", "Event Intensity"),
    ("Actor Name",),
    ("Actor Country",),
    ("Primary Actor Sector", "Actor Sectors"),
    ("Actor Name Raw",),
    ("Recipient Name",),
    ("Recipient Country",),
    ("Primary Recipient Sector", "Recipient Sectors"),
    ("Recipient Name Raw",),
    ("Placename", "City"),
    ("Country",),
    ("Latitude",),
    ("Longitude",),
    ("Source",),
    ("Publication Date",),
)
_NEEDED = ("Event ID", "Event Date", "Event Type", "Actor Name", "Actor Country", "Recipient Name")
# In some files the header names columns that the rows do not have; these are then the columns
_STANDARD = (
    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\t"
    "Actor Country\tActor COW\tPrimary Actor Sector\tActor Sectors\tActor Title\tActor Name Raw\t"
    "Wikipedia Actor ID\tRecipient Name\tRecipient Country\tRecipient COW\tPrimary Recipient Sector\t"
    "Recipient Sectors\tRecipient Title\tRecipient Name Raw\tWikipedia Recipient ID\tPlacename\tCity\t"
    "District\tProvince\tCountry\tLatitude\tLongitude\tGeoNames ID\tRaw Placename\tFeature Type\t"
    "Source\tPublication Date\tStory People\tStory Organizations\tStory Locations\tLanguage\tVersion"
)


class Party(msgspec.Struct, frozen=True):
    """One side of a row: lists parted by semicolons."""

    names: str
    countries: str
    sectors: str
    raw: str


class Polecat:
    """PLOVER as its makers code it; several actors may stand in a cell."""

    name = "polecat"
    title = "a POLECAT event table"
    expected = "a header with Event ID, Event Date, Event Type, Actor Name, Recipient Name and so on"

    def fits(self, head: Sequence[str]) -> bool:
        return bool(head) and Columns(head[0]).has(_NEEDED)

    def read(self, table: Table, sides: Sides) -> Iterator[CodedEvent | Rejected]:
        columns = Columns(table.next() or "")
        columns.require(_NEEDED, table.name, self.title)
        standard = Columns(_STANDARD)
        first = table.head(1)
        cells = first[0].count("\t") + 1 if first else columns.shape.width
        if cells != columns.shape.width and cells == standard.shape.width:
            columns = standard
        pick = itemgetter(*(columns.find(*names) for names in COLUMNS))

        def read(row: list[str], line: int) -> CodedEvent | Refusal:
            row.append("")
            return _event(tuple(map(values.given, pick(row))), line, sides)

        yield from read_rows(table, columns.shape, read)


def _event(cells: tuple[str, ...], line: int, sides: Sides) -> CodedEvent | Refusal:
    key, day, kind, mode, intensity, *parties, place, land, north, east, source, published = cells
    on = values.day(day)
    if on is None:
        return Refusal(RejectReason.DAY, day)
    row = _row(kind, mode)
    if row is None or row.type is None:
        return Refusal(RejectReason.CODE, kind)
    first = _sides(Party(*parties[:4]), sides, on)
    second = _sides(Party(*parties[4:]), sides, on)
    if not first and not second:
        return Refusal(RejectReason.NO_ACTOR)
    actors, recipients = values.cast(row, first, second)
    latitude, longitude = values.point(north, east)
    return CodedEvent(
        kind="polecat",
        key=key or f"line {line}",
        day=values.interval(on),
        actors=actors,
        recipients=recipients,
        type=row.type,
        code=f"{kind}/{mode}" if mode else kind,
        mode=row.mode,
        known=values.day(published) if published else None,
        score=values.number(intensity),
        outlet=source,
        place=place,
        country=sides.country(land, on),
        latitude=latitude,
        longitude=longitude,
    )


@lru_cache(maxsize=1000)
def _row(kind: str, mode: str) -> CodeRow | None:
    """A type and mode in the manual's words; a mode it does not have is left out, an unknown type is none."""
    table = load().polecat
    name = kind.upper()
    if name not in table.types and name not in EventType.__members__:
        return None
    event_type = table.types.get(name) or EventType(name)
    written = mode.casefold()
    ours = table.modes.get(event_type, {}).get(written, written)
    known = ours if ours in plover.load().modes(event_type) else None
    parties = Parties.MUTUAL if event_type is EventType.CONSULT else Parties.DIRECTED
    return CodeRow(name, event_type, known, parties)


def _sides(party: Party, sides: Sides, on: date) -> values.Sides:
    """Everybody a cell lists; names without a country or sector of their own have none."""
    names = _listed(party.names) or _listed(party.raw) or [""] * len(_listed(party.countries))
    countries = _spread(party.countries, len(names))
    sectors = _spread(party.sectors, len(names))
    each = zip(names, sectors, countries, strict=True)
    return values.sides(*(sides.polecat(name, sector, country, on) for name, sector, country in each))


def _listed(cell: str) -> list[str]:
    return [one for part in cell.split(";") if (one := values.given(part))]


def _spread(cell: str, count: int) -> list[str]:
    """One for each of so many: those listed when they are as many, the only one for all, otherwise none.

    An empty place counts: of "; RUS" the first has no country, and the second is Russian.
    """
    places = [values.given(part) for part in cell.split(";")]
    if len(places) == count:
        return places
    found = _listed(cell)
    if len(found) == count:
        return found
    return found * count if len(found) == 1 else [""] * count
