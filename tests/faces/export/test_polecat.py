"""POLECAT: what other programs read in our rows, our own importer among them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.faces.export import export
from dragoman.faces.export.polecat import COLUMNS
from dragoman.sources.coded import read
from dragoman.terms import CodedEvent, Event, EventType, Interval, Mention, Rejected, Status
from dragoman.world import plover

from ...contracts.exporter_contract import ExporterContract
from ...sources.coded.rows import POLECAT
from ..samples import ALLIANCE, ARMY, DRIVERS, KAZAKHSTAN, PUTIN, RUSSIA, event
from .cells import FORMULAS, in_a_cell
from .events import ASTANA, CLASH, NOWHERE, PLANNED, SUMMIT


def rows(path: Path) -> list[dict[str, str]]:
    """The rows by the names of the header."""
    header, *lines = path.read_text(encoding="utf-8").split("\n")[:-1]
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


def imported(folder: Path, *events: Event) -> list[CodedEvent | Rejected]:
    """What our importer makes of events."""
    return list(read("polecat", export(events, folder, "polecat").path))


class TestPolecat(ExporterContract):
    """The contract of every exporter."""

    name = "polecat"

    def number(self, path: Path) -> int:
        return len({row["Event ID"] for row in rows(path)})

    def columns(self, path: Path) -> list[str]:
        return list(rows(path)[0])

    def words(self, path: Path) -> set[object]:
        return {row["Actor Name Raw"] for row in rows(path)}

    def kept(self, words: str) -> str:
        return in_a_cell(words.replace(";", ","))


def test_the_columns_are_those_of_the_data() -> None:
    """Forty, in their order."""
    assert [column.name for column in COLUMNS] == POLECAT
    assert len(COLUMNS) == 40


def test_a_row_of_polecat(tmp_path: Path) -> None:
    """Names, codes, place, newspaper; what nobody read is empty."""
    made = event(where=ASTANA, reported=Interval.parse("2022-10-15"), mode="visit")
    (row,) = rows(export([made], tmp_path, "polecat").path)
    version = row.pop("Version")
    assert version.startswith("dragoman ")
    assert {name: cell for name, cell in row.items() if cell} == {
        "Event ID": "aa11bb22cc33",
        "Event Date": "2022-10-14",
        "Event Type": "CONSULT",
        "Event Mode": "visit",
        "Intensity": "2.0",
        "Quad Code": "VERBAL COOPERATION",
        "Actor Name": "Vladimir Putin",
        "Actor Country": "RUS",
        "Actor COW": "365",
        "Primary Actor Sector": "GOV",
        "Actor Sectors": "GOV",
        "Actor Name Raw": "Putin",
        "Recipient Name": "Kassym-Jomart Tokayev",
        "Recipient Country": "KAZ",
        "Recipient COW": "705",
        "Primary Recipient Sector": "GOV",
        "Recipient Sectors": "GOV",
        "Recipient Name Raw": "Tokayev",
        "Placename": "Astana",
        "City": "Astana",
        "Province": "Astana",
        "Country": "KAZ",
        "Latitude": "51.18",
        "Longitude": "71.45",
        "Raw Placename": "Astana",
        "Source": "Steppe Courier",
        "Publication Date": "2022-10-15",
    }


@pytest.mark.parametrize("event_type", EventType)
def test_every_type_and_mode_comes_back(tmp_path: Path, event_type: EventType) -> None:
    """Each is accepted by our importer as the same type and mode between the same sides."""
    modes = {mode: row for mode, row in plover.load().modes(event_type).items() if not row.ours}
    made = [
        event(type=event_type, mode=mode, actors=(RUSSIA,), recipients=(KAZAKHSTAN,))
        for mode in (None, *modes)
    ]
    for mode, row in zip((None, *modes), imported(tmp_path, *made), strict=True):
        assert isinstance(row, CodedEvent), row
        assert (row.type, row.mode) == (event_type, mode)
        assert [one.side for one in (*row.actors, *row.recipients)] == ["RUS", "KAZ"]


def test_several_keep_their_places(tmp_path: Path) -> None:
    """Also where one of them has no country, and one has no name."""
    unnamed = Mention("", "KAZ", "KAZ", "MIL")
    made = event(
        type=EventType.ACCUSE,
        actors=(Mention("protesters"), ARMY, ALLIANCE, unnamed),
        recipients=(DRIVERS, Mention("one; two")),
    )
    (row,) = imported(tmp_path, made)
    assert isinstance(row, CodedEvent)
    assert [(one.side, one.country, one.sector) for one in row.actors] == [
        (None, None, None),
        ("RUS", "RUS", "MIL"),
        ("CSTO", None, "IGO"),
        ("KAZ", "KAZ", "MIL"),
    ]
    assert [(one.name, one.country) for one in row.recipients] == [("drivers", "KAZ"), ("one, two", None)]


def test_parties_of_a_meeting_and_of_a_fight(tmp_path: Path) -> None:
    """A summit stays one row."""
    summit, clash = imported(tmp_path, SUMMIT, CLASH)
    assert isinstance(summit, CodedEvent)
    assert isinstance(clash, CodedEvent)
    assert [one.side for one in summit.actors] == ["RUS", "KAZ", "CSTO"]
    assert [one.country for one in (*clash.actors, *clash.recipients)] == ["RUS", "KAZ", "KAZ"]


def test_what_was_not_done_is_left_out(tmp_path: Path) -> None:
    """The table has no column for plans; what goes on is in it."""
    (row,) = rows(export([PLANNED, event(status=Status.ONGOING)], tmp_path, "polecat").path)
    assert row["Event ID"] == "aa11bb22cc33"


def test_unknown_stays_unknown(tmp_path: Path) -> None:
    """A month is no day, a place that nobody knows has its name, a mode that only we have is left out."""
    made = event(
        type=EventType.AID, mode="military", when=Interval.parse("2022-10"), where=NOWHERE, actors=(PUTIN,)
    )
    (row,) = rows(export([made], tmp_path, "polecat").path)
    names = ("Event Date", "Event Mode", "Placename", "Latitude", "Raw Placename")
    assert [row[name] for name in names] == ["", "", "", "", "Brigadoon"]


@pytest.mark.parametrize("words", FORMULAS)
def test_formulas_are_defused(tmp_path: Path, words: str) -> None:
    """An apostrophe in front of texts and lists; negative numbers stay numbers."""
    where = Mention(words, "CHL", "CHL")  # south and west, both below nought
    made = event(type=EventType.ASSAULT, actors=(Mention(words), ARMY), outlets=(words,), where=where)
    (row,) = rows(export([made], tmp_path, "polecat").path)
    texts = [row[name] for name in ("Actor Name", "Actor Name Raw", "Source", "Raw Placename")]
    assert all(re.match(r"'+[=+@-]", text) for text in texts)
    assert max(float(row[name]) for name in ("Intensity", "Latitude", "Longitude")) < 0
