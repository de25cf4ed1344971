"""GDELT 2.0: what other programs read in our rows, our own importer among them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman import world
from dragoman.faces.export import cameo as way_back
from dragoman.faces.export import export
from dragoman.faces.export.gdelt import row_id
from dragoman.faces.export.gdelt_layout import COLUMNS
from dragoman.sources.coded import read
from dragoman.terms import CodedEvent, Event, EventType, Interval, Mention, Rejected, RejectReason, Status
from dragoman.world import coded, plover

from ...contracts.exporter_backing import URL, Papers
from ...contracts.exporter_contract import ExporterContract
from ..samples import ARMY, DRIVERS, KAZAKHSTAN, MET, RUSSIA, event
from .cells import FORMULAS, in_a_cell
from .events import ASTANA, CLASH, NOWHERE, SUMMIT

NAMES = [column.name for column in COLUMNS]
# What CAMEO cannot say of a mode: the mode that is read back instead of ours, "" for none
OTHERWISE = {
    "CONSULT multilateral": "",
    "CONCEDE amnesty": "",
    "COOPERATE gift": "",
    "RETREAT withdraw": "",
    "RETREAT resign": "",
    "ACCUSE ": "disapprove",
    "THREATEN arrest": "",
    "PROTEST strike": "",
    "PROTEST boycott": "",
    "MOBILIZE weapons": "",
    "MOBILIZE militia": "",
    "COERCE censor": "restrict",
    "COERCE withhold": "",
    "COERCE misinformation": "",
    "ASSAULT execute": "",
    "ASSAULT primitive": "",
    "ASSAULT explosives": "",
    "ASSAULT clash": "",
}


def rows(path: Path) -> list[dict[str, str]]:
    """The rows by the names of the code book."""
    lines = path.read_text(encoding="utf-8").split("\n")[:-1]
    return [dict(zip(NAMES, line.split("\t"), strict=True)) for line in lines]


def written(folder: Path, *events: Event) -> Path:
    """The file of some events."""
    return export(events, folder, "gdelt", Papers()).path


def imported(path: Path) -> list[CodedEvent | Rejected]:
    """What our importer makes of a file."""
    return list(read("gdelt", path))


class TestGdelt(ExporterContract):
    """The contract of every exporter; an event may have several rows."""

    name = "gdelt"

    def number(self, path: Path) -> int:
        return len({int(row["GLOBALEVENTID"]) // 0x1000 for row in rows(path)})

    def columns(self, path: Path) -> list[str]:
        return list(rows(path)[0])

    def words(self, path: Path) -> set[object]:
        return {row["Actor1Name"] for row in rows(path)}

    def kept(self, words: str) -> str:
        return in_a_cell(words)


def test_there_are_61_columns() -> None:
    """In the order of the code book; the importer counts on their places."""
    assert len(NAMES) == len(set(NAMES)) == 61
    assert [NAMES[place] for place in (0, 1, 5, 25, 26, 30, 52, 56, 59, 60)] == [
        "GLOBALEVENTID",
        "SQLDATE",
        "Actor1Code",
        "IsRootEvent",
        "EventCode",
        "GoldsteinScale",
        "ActionGeo_Fullname",
        "ActionGeo_Lat",
        "DATEADDED",
        "SOURCEURL",
    ]


def test_a_row_of_gdelt(tmp_path: Path) -> None:
    """Days, codes, counts, place, address; what nobody read is empty."""
    (row,) = rows(written(tmp_path, event(where=ASTANA, reported=Interval.parse("2022-10-15"))))
    given = {name: cell for name, cell in row.items() if cell and name != "GLOBALEVENTID"}
    assert given == {
        "SQLDATE": "20221014",
        "MonthYear": "202210",
        "Year": "2022",
        "FractionDate": "2022.8603",
        "Actor1Code": "RUSGOV",
        "Actor1Name": "Putin",
        "Actor1CountryCode": "RUS",
        "Actor1Type1Code": "GOV",
        "Actor2Code": "KAZGOV",
        "Actor2Name": "Tokayev",
        "Actor2CountryCode": "KAZ",
        "Actor2Type1Code": "GOV",
        "EventCode": "040",
        "EventBaseCode": "040",
        "EventRootCode": "04",
        "QuadClass": "1",
        "NumMentions": "1",
        "NumSources": "1",
        "NumArticles": "1",
        "ActionGeo_Type": "4",
        "ActionGeo_Fullname": "Astana, Kazakhstan",
        "ActionGeo_CountryCode": "KZ",
        "ActionGeo_Lat": "51.18",
        "ActionGeo_Long": "71.45",
        "DATEADDED": "20221015000000",
        "SOURCEURL": URL,
    }


@pytest.mark.parametrize("event_type", EventType)
def test_every_type_and_mode_comes_back(tmp_path: Path, event_type: EventType) -> None:
    """Our importer takes each for the same type between the same sides; modes where CAMEO has them."""
    modes = [None, *plover.load().modes(event_type)]
    made = [
        event(id=f"{number:024x}", type=event_type, mode=mode, actors=(RUSSIA,), recipients=(KAZAKHSTAN,))
        for number, mode in enumerate(modes)
    ]
    for mode, row in zip(modes, imported(written(tmp_path, *made)), strict=True):
        assert isinstance(row, CodedEvent), row
        assert row.type is event_type
        assert [one.side for one in (*row.actors, *row.recipients)] == ["RUS", "KAZ"]
        assert row.mode == (OTHERWISE.get(f"{event_type} {mode or ''}", mode) or None)


def test_the_table_has_every_mode() -> None:
    """And no other; each code is one of the code book."""
    for event_type, codes in way_back.CODES.items():
        assert set(codes) == {"", *plover.load().modes(event_type)}
        assert all(coded.cameo(code) is not None for code in codes.values())
    assert set(way_back.CODES) == set(EventType)


def test_a_mode_that_nobody_knows_is_its_type() -> None:
    """A record of a later version may have one."""
    assert way_back.cameo_code(EventType.AID, "of tomorrow") == "070"


def test_every_sector_has_a_role() -> None:
    """Which is read back as the same sector, or as that of `ROLES`."""
    roles = {row.code: row.sector for row in coded.load().sides.cameo_roles}
    for sector in set(world.load().sector_nouns.values()):
        code = way_back.role(sector)
        assert code in roles
        assert roles[code] == sector or sector in way_back.ROLES


@pytest.mark.parametrize(
    ("mention", "side", "country", "sector"),
    [
        (ARMY, "RUS", "RUS", "MIL"),
        (DRIVERS, None, "KAZ", "CVL"),
        (Mention("people", None, "KAZ"), None, "KAZ", "CVL"),
        (Mention("Kosovo", "XKX", "XKX", "GOV"), "XKX", "XKX", "GOV"),
        (Mention("NATO", "NATO", None, "IGO"), "NATO", None, "IGO"),
        (Mention("Hamas", "Hamas", "PSE", "REB"), "Hamas", "PSE", "REB"),
        (Mention("the Baltics", "CENTRAL_ASIA"), "CENTRAL_ASIA", None, None),
        (Mention("Stoltenberg", "Jens Stoltenberg", "NOR", "IGO"), "NATO", None, "IGO"),
        (Mention("somebody"), None, None, None),
    ],
)
def test_sides_come_back(
    tmp_path: Path, mention: Mention, side: str | None, country: str | None, sector: str | None
) -> None:
    """States, organisations, groups, regions, people in office, and whoever has only a country."""
    made = event(type=EventType.ACCUSE, actors=(mention,), when=Interval.parse("2020-05-05"))
    (row,) = imported(written(tmp_path, made))
    assert isinstance(row, CodedEvent)
    (actor,) = row.actors
    assert (actor.name, actor.side, actor.country) == (mention.text, side, country)
    assert actor.sector == sector or side == "Hamas"


def test_every_state_comes_back(tmp_path: Path) -> None:
    """Those that CAMEO has a code for, each in its time."""
    states = [state for state in world.load().states if state.cameo]
    made = [
        event(
            id=f"{number:024x}",
            type=EventType.AID,
            actors=(Mention(state.name, state.id, state.id, "GOV"),),
            recipients=(),
            when=Interval.day(state.exists.latest or MET.when.earliest),  # type: ignore[arg-type]  # is a day
        )
        for number, state in enumerate(states)
    ]
    found = [row.actors[0].side for row in imported(written(tmp_path, *made)) if isinstance(row, CodedEvent)]
    assert found == [state.id for state in states]


def test_a_summit_is_a_row_for_each_pair(tmp_path: Path) -> None:
    """Nobody is lost, and the rows know that they are one event."""
    path = written(tmp_path, SUMMIT, CLASH)
    keys = [int(row["GLOBALEVENTID"]) for row in rows(path)]
    assert [f"{key:015x}"[:12] for key in keys] == ["1" * 12] * 3 + ["2" * 12] * 2
    assert len(set(keys)) == 5
    assert all(key < 2**63 for key in keys)
    summit = [row for row in imported(path) if isinstance(row, CodedEvent)][:3]
    assert {one.name for row in summit for one in row.actors} == {"Putin", "Tokayev", "the pact"}
    assert not any(row.recipients for row in summit)


def test_ids_that_are_no_hashes_have_numbers_too() -> None:
    """Different ones, that fit into 64 bits."""
    keys = {row_id(id, 0) for id in ("", "a", "event of ours", "Ә" * 40, "12345678901")}
    assert len(keys) == 5
    assert all(0 <= key < 2**63 for key in keys)


@pytest.mark.parametrize(
    ("when", "days"),
    [("2022-10", ["", "202210", "2022"]), ("2022", ["", "", "2022"]), ("/2022-10-14", ["", "", ""])],
)
def test_a_day_is_never_made_up(tmp_path: Path, when: str, days: list[str]) -> None:
    """Month and year stand where they are known; the importer says that there is no day."""
    path = written(tmp_path, event(when=Interval.parse(when)), MET)
    assert [rows(path)[0][name] for name in ("SQLDATE", "MonthYear", "Year")] == days
    refused, _ = imported(path)
    assert isinstance(refused, Rejected)
    assert refused.reason is RejectReason.DAY


@pytest.mark.parametrize("status", [Status.PLANNED, Status.POSSIBLE, Status.DENIED, Status.CALLED_FOR])
def test_what_was_not_done_is_left_out(tmp_path: Path, status: Status) -> None:
    """For a row says that it was; the count says so."""
    done = export([event(status=status), event(status=Status.ONGOING)], tmp_path, "gdelt")
    assert (done.events, sum(done.left_out.values())) == (1, 1)


@pytest.mark.parametrize(
    ("where", "cells"),
    [
        (KAZAKHSTAN, ["1", "Kazakhstan", "KZ"]),
        (Mention("Illinois", "USA/Illinois", "USA"), ["2", "Illinois, United States", "US"]),
        (
            Mention("Chicago", "USA/Illinois/Cook County:Chicago", "USA"),
            ["3", "Chicago, United States", "US"],
        ),
        (ASTANA, ["4", "Astana, Kazakhstan", "KZ"]),
        (Mention("Kharkiv region", "UKR/Kharkiv Oblast", "UKR"), ["5", "Kharkiv Oblast, Ukraine", "UP"]),
        (NOWHERE, ["", "Brigadoon", ""]),
    ],
)
def test_places(tmp_path: Path, where: Mention, cells: list[str]) -> None:
    """Countries, divisions and towns are of different types; one that nobody knows has its name alone."""
    (row,) = rows(written(tmp_path, event(where=where)))
    assert [row[f"ActionGeo_{name}"] for name in ("Type", "Fullname", "CountryCode")] == cells


@pytest.mark.parametrize("words", FORMULAS)
def test_formulas_are_defused(tmp_path: Path, words: str) -> None:
    """An apostrophe in front of texts."""
    made = event(actors=(Mention(words),), where=Mention(words))
    (row,) = rows(written(tmp_path, made))
    assert row["Actor1Name"] == row["ActionGeo_Fullname"] == in_a_cell(words)
    assert re.match(r"'+[=+@-]", in_a_cell(words))
