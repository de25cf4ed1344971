"""GDELT event tables: 1.0 (57 or 58 columns), 2.0 (61), and the reduced historical ones (17)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

import msgspec

from dragoman.sources.coded import values
from dragoman.sources.coded.columns import ABSENT, Columns
from dragoman.sources.coded.files import Table
from dragoman.sources.coded.rows import Refusal, Shape, read_rows
from dragoman.terms import CodedEvent, Rejected, RejectReason, UnreadableInput
from dragoman.world.coded import cameo
from dragoman.world.coded.sides import Sides

_ACTOR = (
    "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code "
    "Type1Code Type2Code Type3Code"
).split()
_ACTORS = tuple(f"Actor{one}{column}" for one in (1, 2) for column in _ACTOR)
_REST = (
    "GlobalEventID SQLDATE IsRootEvent EventCode GoldsteinScale NumSources NumArticles ActionGeo_FullName "
    "ActionGeo_CountryCode ActionGeo_Lat ActionGeo_Long DATEADDED SOURCEURL"
).split()
_NEEDED = (*_ACTORS, "GlobalEventID", "SQLDATE", "EventCode")
_REDUCED = "Date Source Target CAMEOCode Goldstein NumArts ActionGeoLat ActionGeoLong".split()
_OTHER_NAMES = {"SQLDATE": ("SQLDATE", "Day")}

_FIRST_ACTOR, _SECOND_ACTOR, _BEHIND_ACTORS = slice(0, 10), slice(10, 20), slice(20, None)
# Other tables that GDELT publishes beside the events, by their number of columns
_SISTERS = {
    11: "That may be its first knowledge graph; take the file without .gkg in its name.",
    16: "That may be its table of mentions; take the file with .export in its name.",
    27: "That may be its knowledge graph; take the file with .export in its name.",
}
_HEAD = 20  # lines among which one must be whole


class Layout(msgspec.Struct, frozen=True):
    """Where the columns stand: of both actors, then those of `_REST`."""

    shape: Shape
    places: tuple[int, ...]


def _plain_layout(width: int, geography: int, added: int) -> Layout:
    """A layout without a header.

    Args:
        geography: place of the name of where it happened; the country stands behind it.
        added: place of the day on which the row was added; behind it the address, where there is one.
    """
    wide = width > added + 1
    where = (geography, geography + 1, added - 3, added - 2)
    rest = (0, 1, 25, 26, 30, 32, 33, *where, added, added + 1 if wide else ABSENT)
    return Layout(Shape(width), (*range(5, 25), *rest))


LAYOUTS = {
    57: _plain_layout(57, 50, 56),
    58: _plain_layout(58, 50, 56),
    61: _plain_layout(61, 52, 59),
}


class Gdelt:
    """Rows of CAMEO codes; the same event of an article often stands in several."""

    name = "gdelt"
    title = "a GDELT event table"
    expected = "57, 58 or 61 columns parted by tabs without a header, or the 17 of the reduced files with one"

    def fits(self, head: Sequence[str]) -> bool:
        return _layout_without_header(head) is not None or _is_reduced(head) or _has_header(head)

    def read(self, table: Table, sides: Sides) -> Iterator[CodedEvent | Rejected]:
        head = table.head(_HEAD)
        if _is_reduced(head):
            table.next()
            yield from _read_reduced(table, Columns(head[0]), sides)
            return
        layout = _layout_without_header(head)
        if layout is None:
            layout = _layout_of_header(table, head)
            table.next()
        yield from read_rows(table, layout.shape, _Reader(layout, sides).read)


class _Reader:
    """Reads rows of one layout."""

    def __init__(self, layout: Layout, sides: Sides) -> None:
        self._pick = itemgetter(*layout.places)
        self._sides = sides

    def read(self, cells: list[str], line: int) -> CodedEvent | Refusal:
        cells.append("")  # what an absent column holds
        picked = self._pick(cells)
        key, sqldate, root, code, goldstein, sources, articles, place, land, north, east, added, url = picked[
            _BEHIND_ACTORS
        ]
        on = values.day(sqldate)
        if on is None:
            return Refusal(RejectReason.DAY, sqldate)
        row = cameo(code)
        if row is None:
            return Refusal(RejectReason.CODE, code)
        if row.type is None:
            return Refusal(RejectReason.NO_ACT, code)
        first = self._sides.gdelt(picked[_FIRST_ACTOR], on)
        second = self._sides.gdelt(picked[_SECOND_ACTOR], on)
        if first is None and second is None:
            return Refusal(RejectReason.NO_ACTOR)
        actors, recipients = values.cast(row, values.sides(first), values.sides(second))
        latitude, longitude = values.point(north, east)
        return CodedEvent(
            kind="gdelt",
            key=key or f"line {line}",
            day=values.interval(on),
            actors=actors,
            recipients=recipients,
            type=row.type,
            code=code,
            mode=row.mode,
            known=values.day(added) if added else None,
            score=values.number(goldstein),
            reports=values.count(articles),
            outlets=values.count(sources),
            outlet=values.host(url),
            url=url if "://" in url else "",
            story="" if "://" in url else url,
            place=place,
            country=self._sides.place(land, on),
            latitude=latitude,
            longitude=longitude,
            is_root=root == "1" if root else None,
        )


def _read_reduced(table: Table, columns: Columns, sides: Sides) -> Iterator[CodedEvent | Rejected]:
    """Files of one row for each day, pair and code: no ids, no addresses, actors by their codes alone."""
    pick = itemgetter(*(columns.find(name) for name in _REDUCED))

    def read(cells: list[str], line: int) -> CodedEvent | Refusal:
        cells.append("")
        date, source, target, code, goldstein, articles, north, east = pick(cells)
        on = values.day(date)
        if on is None:
            return Refusal(RejectReason.DAY, date)
        row = cameo(code)
        if row is None or row.type is None:
            return Refusal(RejectReason.CODE if row is None else RejectReason.NO_ACT, code)
        parties = [values.sides(sides.gdelt_code(one.strip(), on)) for one in (source, target)]
        if not any(parties):
            return Refusal(RejectReason.NO_ACTOR)
        actors, recipients = values.cast(row, *parties)
        latitude, longitude = values.point(north, east)
        return CodedEvent(
            kind="gdelt",
            key=f"line {line}",
            day=values.interval(on),
            actors=actors,
            recipients=recipients,
            type=row.type,
            code=code,
            mode=row.mode,
            score=values.number(goldstein),
            reports=values.count(articles),
            latitude=latitude,
            longitude=longitude,
        )

    yield from read_rows(table, columns.shape, read)


def _layout_without_header(head: Sequence[str]) -> Layout | None:
    """The layout that one of the first lines has, with an id and a day where they belong."""
    for line in head:
        cells = line.split("\t")
        if len(cells) in LAYOUTS and cells[0].isdigit() and values.day(cells[1]):
            return LAYOUTS[len(cells)]
    return None


def _is_reduced(head: Sequence[str]) -> bool:
    return bool(head) and Columns(head[0]).has(_REDUCED)


def _has_header(head: Sequence[str]) -> bool:
    return bool(head) and Columns(head[0]).has(("GlobalEventID", "EventCode"))


def _layout_of_header(table: Table, head: Sequence[str]) -> Layout:
    """The layout of an export with a header, as databases write it.

    Raises:
        UnreadableInput: it is none; the message says what was found.
    """
    if not _has_header(head):
        widths = sorted({line.count("\t") + 1 for line in head if line})
        found = f"{' or '.join(map(str, widths))} columns" if widths else "nothing"
        hint = next((f" {_SISTERS[width]}" for width in widths if width in _SISTERS), "")
        raise UnreadableInput(
            f"{table.name}: not {Gdelt.title}. Expected {Gdelt.expected}; found {found}.{hint}"
        )
    columns = Columns(head[0])
    needed = [name for name in _NEEDED if name != "SQLDATE" or columns.find("Day") == ABSENT]
    columns.require(needed, table.name, Gdelt.title)
    places = (columns.find(*_OTHER_NAMES.get(name, (name,))) for name in (*_ACTORS, *_REST))
    return Layout(columns.shape, tuple(places))
