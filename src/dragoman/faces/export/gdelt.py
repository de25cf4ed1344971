"""Events as rows of GDELT 2.0: 61 columns parted by tabs, no header (Event Codebook V2.0, 2015)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import blake2b
from itertools import combinations, islice, product
from typing import TextIO

from dragoman.faces.export.backing import Backing, NoBacking, urls
from dragoman.faces.export.cameo import cameo_code
from dragoman.faces.export.cells import NOTE, cell, degrees, line, only_day
from dragoman.faces.export.gdelt_actors import Actors
from dragoman.faces.export.gdelt_layout import COLUMNS
from dragoman.faces.export.layout import Layout, not_held
from dragoman.faces.export.places import place_of
from dragoman.faces.export.tally import Tally
from dragoman.terms import Event, Mention, PlaceKind
from dragoman.world.coded import Parties, cameo, load

# Hexadecimal digits of an event's id in that of its rows, and pairs behind it: 60 bits, 63 can be held
_KEPT_DIGITS = 12
_MOST_PAIRS = 0x1000
_NO_GEO = [""] * 8
_LARGE = frozenset({PlaceKind.REGION, PlaceKind.DISTRICT})
_USA = "USA"

LAYOUT = Layout(
    media="text/tab-separated-values",
    columns=COLUMNS,
    not_held=not_held(
        [
            ("status", "Only what happened or goes on is written; there is no column for plans and denials."),
            ("when", "A day that is not known to the day; month and year stand where they are known."),
            ("mode", "Modes for which CAMEO has no code."),
            (
                "actors recipients",
                "Entity ids, countries and sectors that have no CAMEO code, reasons, spans.",
            ),
            ("outlets tellings documents", "Which they are; their numbers are there."),
            ("reported", "More than one day."),
            ("where", "The id of the place."),
            (
                "said_by reports confidence sentence voices disputed history story",
                "There is no column.",
            ),
        ]
    ),
    delimiter="\t",
    has_header=False,
    note="An event has a row for each pair of its participants, at most 4096. GLOBALEVENTID in hexadecimal, "
    "filled up to 15 digits, is the first 12 of the event's id and the number of the pair. Religions, ethnic "
    "groups, Goldstein values and tone are left empty: nobody read them. A country of unknown sector has "
    "CAMEO's catch-all role CVL, for a country alone would be its government. " + NOTE,
)


def write_gdelt(events: Iterable[Event], stream: TextIO, backing: Backing | None = None) -> Tally:
    """Write a row for each pair of actor and recipient; how many events there were.

    What was planned, denied or called for is left out: a row of GDELT says that something happened. So does a
    row whose day is not known; the day is empty then, and many programs pass such rows over.
    """
    known = backing or NoBacking()
    actors = Actors()
    tally = Tally()
    for event in events:
        if tally.takes(event):
            for row in _rows(event, actors, known):
                stream.write(line(row))
            tally.events += 1
    return tally


def _rows(event: Event, actors: Actors, backing: Backing) -> Iterator[list[str]]:
    on = only_day(event.when)
    code = cameo_code(event.type, event.mode)
    quad = load().cameo.quads[code[:2]]
    counts = [str(len(each)) for each in (event.tellings, event.outlets, event.documents)]
    act = ["", code, code[:3], code[:2], str(int(quad)), "", *counts, ""]
    where = _geography(event, actors)
    reported = only_day(event.reported)
    added = f"{_digits(reported)}000000" if reported else ""
    url = cell(next(iter(urls(backing.appearances(event))), ""))
    for number, (first, second) in enumerate(islice(_pairs(event, code), _MOST_PAIRS)):
        key = str(row_id(event.id, number))
        sides = (*actors.cells(first, on), *actors.cells(second, on))
        yield [key, *_days(event, on), *sides, *act, *_NO_GEO, *_NO_GEO, *where, added, url]


def row_id(event: str, pair: int) -> int:
    """The number of a row, which begins as the event's id; a hash where the id is not of our making."""
    start = event[:_KEPT_DIGITS]
    try:
        head = int(start, 16) if len(start) == _KEPT_DIGITS else None
    except ValueError:
        head = None
    if head is None:
        digest = blake2b(event.encode("utf-8", "surrogatepass"), digest_size=_KEPT_DIGITS // 2)
        head = int(digest.hexdigest(), 16)
    return head * _MOST_PAIRS + pair


def _pairs(event: Event, code: str) -> Iterator[tuple[Mention | None, Mention | None]]:
    """Who with or against whom; each pair once."""
    row = cameo(code)
    if event.recipients:
        yield from product(event.actors or (None,), event.recipients)
    elif len(event.actors) > 1 and row is not None and row.parties is Parties.MUTUAL:
        yield from combinations(event.actors, 2)
    else:
        yield from ((actor, None) for actor in event.actors or (None,))


def _days(event: Event, on: date | None) -> list[str]:
    """The day, its month, its year, and the year with its fraction, each where it is known."""
    first, last = event.when.earliest, event.when.latest
    year = f"{first.year:04d}" if first and last and first.year == last.year else ""
    month = f"{year}{first.month:02d}" if year and first and last and first.month == last.month else ""
    # As the code book has it: months of thirty days in a year of 365
    fraction = f"{on.year + (on.month * 30 + on.day) / 365:.4f}" if on else ""
    return [_digits(on) if on else "", month, year, fraction]


def _digits(on: date) -> str:
    return f"{on.year:04d}{on.month:02d}{on.day:02d}"


def _geography(event: Event, actors: Actors) -> list[str]:
    """Type, name, country, two divisions, latitude, longitude and feature of the place."""
    if event.where is None:
        return _NO_GEO
    place = place_of(event)
    if place is None:
        return ["", cell(event.where.text), actors.fips(event.where.country), "", "", "", "", ""]
    land = actors.country_name(place.country)
    name = place.name if place.name == land or not land else f"{place.name}, {land}"
    abroad = place.country != _USA
    if place.kind is PlaceKind.STATE:
        kind = 1
    elif place.kind in _LARGE:
        kind = 5 if abroad else 2
    else:
        kind = 4 if abroad else 3
    point = [degrees(place.latitude), degrees(place.longitude)]
    return [str(kind), cell(name), actors.fips(place.country), "", "", *point, ""]
