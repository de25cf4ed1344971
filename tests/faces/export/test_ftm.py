"""FollowTheMoney JSON Lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.faces.export import EXPORTERS, export
from dragoman.terms import Event, Interval, Mention, Status

from ...contracts.exporter_backing import URL, Papers
from ...contracts.exporter_contract import ExporterContract
from ..samples import ALLIANCE, DRIVERS, KAZAKHSTAN, MET, event
from .events import ASTANA, DISPUTED, SUMMIT

COLUMNS = [column.name for one in EXPORTERS if one.name == "ftm" for column in one.layout.columns]
HAMAS = Mention("Hamas", "Hamas", "PSE", "REB")


def entities(path: Path, schema: str = "") -> list[dict[str, Any]]:
    """The entities of a file, or those of a schema."""
    with path.open(encoding="utf-8") as stream:
        found = [json.loads(line) for line in stream]
    return [one for one in found if schema in ("", one["schema"])]


def properties(event: Event, folder: Path) -> dict[str, list[str]]:
    """What an event's entity says."""
    (found,) = entities(export([event], folder, "ftm", Papers()).path, "Event")
    return dict(found["properties"])


class TestFtm(ExporterContract):
    """The contract of every exporter."""

    name = "ftm"

    def number(self, path: Path) -> int:
        return len(entities(path, "Event"))

    def columns(self, path: Path) -> list[str]:
        """A richer event, for properties without a value are left out."""
        rich = [
            event(
                actors=(HAMAS, KAZAKHSTAN, ALLIANCE, DRIVERS),
                where=ASTANA,
                disputed=("when",),
                when=Interval.parse("2022-10-03/2022-10-09"),
            ),
            MET,
        ]
        found = entities(export(rich, path.parent / "rich", self.name, Papers()).path)
        written = {f"{one['schema']}.{name}" for one in found for name in one["properties"]}
        assert written <= set(COLUMNS)
        # A state and a legal entity in one record have a sector only where the world gives them one
        assert set(COLUMNS) - written <= {
            "PublicBody.keywords",
            "Organization.country",
            "Organization.keywords",
        }
        return COLUMNS

    def words(self, path: Path) -> set[object]:
        return {text for one in entities(path) for text in one["properties"].get("summary", ())}


def test_an_event_of_ftm(tmp_path: Path) -> None:
    """Name, summary, day, place, who is involved, where it can be read."""
    made = event(where=ASTANA, disputed=("when",), story="77aa01c2")
    found = properties(made, tmp_path)
    involved = found.pop("involved")
    assert found.pop("organizer") == involved[:1]
    assert found == {
        "name": ["Putin: CONSULT – Tokayev (2022-10-14)"],
        "summary": [MET.sentence],
        "date": ["2022-10-14"],
        "location": ["Astana"],
        "country": ["kz"],
        "recordId": [MET.id],
        "sourceUrl": [URL],
        "publisher": ["Steppe Courier"],
        "keywords": ["CONSULT", "happened", "77aa01c2"],
        "notes": ["Said by: Dmitry Peskov", "Disputed: when"],
    }


def test_everybody_stands_once_before_the_event(tmp_path: Path) -> None:
    """As what they are; ids in events are those of the entities."""
    made = [event(id="e1", actors=(HAMAS, KAZAKHSTAN, DRIVERS)), SUMMIT, MET]
    found = entities(export(made, tmp_path, "ftm").path)
    seen: set[str] = set()
    for one in found:
        assert one["id"] not in seen
        assert set(one["properties"].get("involved", ())) <= seen
        seen.add(one["id"])
    schemata = {one["properties"]["name"][0]: one["schema"] for one in found if one["schema"] != "Event"}
    assert schemata == {
        "Hamas": "Organization",
        "Kazakhstan": "PublicBody",
        "drivers": "LegalEntity",
        "Kassym-Jomart Tokayev": "Person",
        "Vladimir Putin": "Person",
        next(name for name in schemata if "Collective" in name): "Organization",
    }


@pytest.mark.parametrize(
    ("when", "days", "notes"),
    [
        ("2022-10", ["2022-10"], None),
        ("2022", ["2022"], None),
        ("2022-10-03/2022-10-09", None, "When: 2022-10-03/2022-10-09"),
        ("/2022-10-09", None, "When: until 2022-10-09"),
    ],
)
def test_days_keep_their_precision(
    tmp_path: Path, when: str, days: list[str] | None, notes: str | None
) -> None:
    """A month is a month; a week, which the format cannot write, stands in the notes."""
    found = properties(event(when=Interval.parse(when), said_by=()), tmp_path)
    assert (found.get("date"), found.get("notes")) == (days, [notes] if notes else None)


def test_what_did_not_happen_says_so(tmp_path: Path) -> None:
    """Among the keywords, for the schema has no property for it."""
    assert "denied" in properties(event(status=Status.DENIED), tmp_path)["keywords"]


def test_codes_of_states_that_are_gone_are_left_out(tmp_path: Path) -> None:
    """The format has others for them."""
    made = event(actors=(Mention("Soviet Union", "SUN", "SUN", "GOV"),))
    (found, _) = entities(export([made], tmp_path, "ftm").path)[:2]
    assert found["properties"] == {"name": ["Soviet Union"]}


def test_the_library_takes_them(tmp_path: Path) -> None:
    """Where it is installed: schemata, properties and values are its own."""
    model = pytest.importorskip("followthemoney").model
    for one in entities(export([SUMMIT, DISPUTED, MET], tmp_path, "ftm", Papers()).path):
        model.get(one["schema"]).validate(one)
