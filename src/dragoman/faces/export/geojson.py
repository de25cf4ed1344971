"""Events on the map: GeoJSON (RFC 7946), the fields of PLOVER JSON Lines as properties."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

import msgspec

from dragoman.faces.export.backing import Backing
from dragoman.faces.export.layout import Column, Layout
from dragoman.faces.export.places import place_of
from dragoman.faces.export.plover import LAYOUT as PLOVER
from dragoman.faces.export.plover import PloverEvent, plover_event
from dragoman.faces.export.tally import Tally
from dragoman.terms import Event, Place

LAYOUT = Layout(
    media="application/geo+json",
    columns=(
        Column(
            "geometry",
            "object",
            "Point of the place, to about a kilometre, of something large near its "
            "middle; null where the atlas does not know the place.",
            ("where",),
        ),
        *PLOVER.columns,
    ),
    note="A feature collection of events that name a place; the fields are the properties of the features. "
    "Nothing of such an event is lost. Events without a place are left out.",
)


class Point(msgspec.Struct, frozen=True, tag_field="type", tag="Point"):
    """East and north, in degrees."""

    coordinates: tuple[float, float]


class Feature(msgspec.Struct, frozen=True, tag_field="type", tag="Feature"):
    """An event at its place."""

    id: str
    geometry: Point | None
    properties: PloverEvent


def write_geojson(events: Iterable[Event], stream: TextIO, backing: Backing | None = None) -> Tally:
    """Write one feature for each event that names a place; how many there were.

    A place that the atlas does not know is a feature without a geometry, as RFC 7946 (3.2) has it.
    """
    tally = Tally()
    stream.write('{"type":"FeatureCollection","features":[')
    for event in events:
        if event.where is None:
            tally.leave_out("without a place")
            continue
        place = place_of(event)
        feature = Feature(event.id, _point(place) if place else None, plover_event(event))
        stream.write(",\n" if tally.events else "\n")
        stream.write(msgspec.json.encode(feature).decode())
        tally.events += 1
    stream.write("\n]}\n")
    return tally


def _point(place: Place) -> Point:
    return Point((place.longitude, place.latitude))
