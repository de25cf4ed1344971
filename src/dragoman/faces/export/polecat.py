"""Events as a POLECAT table: 40 columns below a header, parted by tabs (data files of 2018 and later)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from dragoman import __version__, world
from dragoman.faces.export.backing import Backing
from dragoman.faces.export.cells import NOTE, cell, degrees, line, listed, only_day
from dragoman.faces.export.layout import Column, Layout, not_held
from dragoman.faces.export.places import place_of
from dragoman.faces.export.tally import Tally
from dragoman.terms import Event, Mention, PlaceKind, UnknownName
from dragoman.world import CodeScheme, World, plover

_EMPTY = "Left empty."
_TOWNS = frozenset({PlaceKind.TOWN, PlaceKind.CAPITAL})


def _party(whose: str, field: str) -> tuple[Column, ...]:
    """Columns of one side; several are parted by semicolons, and places agree."""
    columns = (
        (f"{whose} Name", "Name of the entity, or as written."),
        (f"{whose} Country", "ISO 3166 alpha-3."),
        (f"{whose} COW", "Correlates of War code of the country."),
        (f"Primary {whose} Sector", "PLOVER sector."),
        (f"{whose} Sectors", "PLOVER sector."),
        (f"{whose} Title", _EMPTY),
        (f"{whose} Name Raw", "As written."),
        (f"Wikipedia {whose} ID", _EMPTY),
    )
    return tuple(
        Column(name, "string", meaning, () if meaning == _EMPTY else (field,)) for name, meaning in columns
    )


COLUMNS = (
    Column("Event ID", "string", "Id of the event.", ("id",)),
    Column("Event Date", "date", "The day, when it is known to the day.", ("when",)),
    Column("Event Type", "string", "PLOVER type.", ("type",)),
    Column("Event Mode", "string", "Mode, where PLOVER itself has it.", ("mode",)),
    Column("Intensity", "number", "Score of this project's PLOVER table, -10 to +10.", ("type", "mode")),
    Column("Quad Code", "string", "Quad category in words.", ("type",)),
    Column("Contexts", "string", _EMPTY),
    *_party("Actor", "actors"),
    *_party("Recipient", "recipients"),
    Column("Placename", "string", "Name in the atlas.", ("where",)),
    Column("City", "string", "The same, of a town.", ("where",)),
    Column("District", "string", "Division of the second order.", ("where",)),
    Column("Province", "string", "Division of the first order.", ("where",)),
    Column("Country", "string", "ISO 3166 alpha-3 of the place.", ("where",)),
    Column("Latitude", "number", "Degrees north.", ("where",)),
    Column("Longitude", "number", "Degrees east.", ("where",)),
    Column("GeoNames ID", "string", _EMPTY),
    Column("Raw Placename", "string", "As written.", ("where",)),
    Column("Feature Type", "string", _EMPTY),
    Column("Source", "string", "Newspapers that print it, parted by semicolons.", ("outlets",)),
    Column("Publication Date", "date", "Day of the first report, when known to the day.", ("reported",)),
    Column("Story People", "string", _EMPTY),
    Column("Story Organizations", "string", _EMPTY),
    Column("Story Locations", "string", _EMPTY),
    Column("Language", "string", _EMPTY),
    Column("Version", "string", "The program that wrote it."),
)
LAYOUT = Layout(
    media="text/tab-separated-values",
    columns=COLUMNS,
    not_held=not_held(
        [
            ("status", "Only what happened or goes on is written; there is no column for plans and denials."),
            ("when", "A day that is not known to the day."),
            ("mode", "Modes that PLOVER has only as contexts."),
            ("actors recipients", "Entity ids, reasons, spans; somebody of whom nothing at all is known."),
            ("reported", "More than one day."),
            ("where", "The id of the place."),
            (
                "tellings documents reports said_by confidence sentence voices disputed history story",
                "There is no column.",
            ),
        ]
    ),
    delimiter="\t",
    note="A semicolon inside a name is written as a comma. " + NOTE,
)


def write_polecat(events: Iterable[Event], stream: TextIO, backing: Backing | None = None) -> Tally:
    """Write a row an event below a header; how many events there were.

    What was planned, denied or called for is left out: the table has no column for the auxiliary modes.
    """
    known = world.load()
    stream.write(line([column.name for column in COLUMNS]))
    tally = Tally()
    for event in events:
        if tally.takes(event):
            stream.write(line(_row(event, known)))
            tally.events += 1
    return tally


def _row(event: Event, known: World) -> list[str]:
    on, reported = only_day(event.when), only_day(event.reported)
    mode = plover.load().modes(event.type).get(event.mode or "")
    return [
        cell(event.id),
        str(on or ""),
        event.type.value,
        (event.mode or "") if mode is not None and not mode.ours else "",
        f"{plover.score(event.type, event.mode):.1f}",
        plover.quad(event.type).name.replace("_", " "),
        "",
        *_side(event.actors, known),
        *_side(event.recipients, known),
        *_place(event),
        listed(event.outlets),
        str(reported or ""),
        *[""] * 4,
        f"dragoman {__version__}",
    ]


def _side(mentions: tuple[Mention, ...], known: World) -> list[str]:
    """Name, country, COW, two sectors, title, raw name, Wikipedia."""
    named = [(_name(mention, known), mention) for mention in mentions]
    there = [(name, mention) for name, mention in named if name]
    sectors = listed(mention.sector for _, mention in there)
    return [
        listed(name for name, _ in there),
        listed(mention.country for _, mention in there),
        listed(_cow(mention.country, known) for _, mention in there),
        sectors,
        sectors,
        "",
        listed(mention.text for _, mention in there),
        "",
    ]


def _name(mention: Mention, known: World) -> str:
    """What stands in the column of names; something must, or the lists would not agree."""
    for id in (mention.entity, mention.country):
        entity = known.entities.get(id) if id else None
        if entity is not None and (id == mention.entity or not mention.text.strip()):
            return entity.name
    return mention.text.strip() or mention.sector or ""


def _cow(country: str | None, known: World) -> str:
    try:
        return (known.state(country).code(CodeScheme.COW) or "") if country else ""
    except UnknownName:
        return ""


def _place(event: Event) -> list[str]:
    """Name, town, district, province, country, degrees, GeoNames, as written, kind."""
    if event.where is None:
        return [""] * 10
    place = place_of(event)
    if place is None:
        return [*[""] * 4, event.where.country or "", "", "", "", cell(event.where.text), ""]
    name = cell(place.name)
    return [
        name,
        name if place.kind in _TOWNS else "",
        cell(place.district),
        cell(place.region),
        place.country or "",
        degrees(place.latitude),
        degrees(place.longitude),
        "",
        cell(event.where.text),
        "",
    ]
