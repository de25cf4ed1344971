"""GeoJSON as RFC 7946 has it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from dragoman.faces.export import export
from dragoman.faces.export.plover import plover_event
from dragoman.terms import Event

from ...contracts.exporter_contract import ExporterContract
from ..samples import KAZAKHSTAN, MET, event
from .events import ASTANA, NOWHERE


def features(path: Path) -> list[dict[str, Any]]:
    """The features of a collection."""
    collection = json.loads(path.read_text(encoding="utf-8"))
    assert collection["type"] == "FeatureCollection"
    assert all(one["type"] == "Feature" for one in collection["features"])
    return list(collection["features"])


class TestGeojson(ExporterContract):
    """The contract of every exporter, of events that name a place."""

    name = "geojson"

    def sample(self, **changes: Any) -> Event:
        return event(**({"where": ASTANA} | changes))

    def number(self, path: Path) -> int:
        return len(features(path))

    def columns(self, path: Path) -> list[str]:
        return ["geometry", *features(path)[0]["properties"]]

    def words(self, path: Path) -> set[object]:
        found = [one["properties"] for one in features(path)]
        return {text for one in found for text in (one["text"], one["actor"][0]["text"])}


def test_a_feature_lies_where_the_atlas_has_its_place(tmp_path: Path) -> None:
    """East before north; the event's id is that of the feature."""
    made = [event(where=ASTANA), event(where=KAZAKHSTAN)]
    town, state = features(export(made, tmp_path, "geojson").path)
    assert (town["id"], town["geometry"]) == (MET.id, {"type": "Point", "coordinates": [71.45, 51.18]})
    assert state["geometry"]["coordinates"] == [68.0, 48.0]


def test_nothing_of_the_event_is_lost(tmp_path: Path) -> None:
    """The properties are a line of PLOVER JSON Lines."""
    made = event(where=ASTANA)
    (found,) = features(export([made], tmp_path, "geojson").path)
    assert found["properties"] == json.loads(msgspec.json.encode(plover_event(made)))


def test_a_place_that_nobody_knows_has_no_point(tmp_path: Path) -> None:
    """But its name; an event without any is left out and counted."""
    written = export([event(where=NOWHERE), MET], tmp_path, "geojson")
    (found,) = features(written.path)
    assert (found["geometry"], found["properties"]["location"]) == (None, "Brigadoon")
    assert written.left_out == {"without a place": 1}
