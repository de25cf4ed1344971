"""Records in other people's formats."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import msgspec
import pytest

from dragoman.faces.export import EXPORTERS, dictionary, export
from dragoman.faces.export.rows import EventRow
from dragoman.terms import DragomanError, EventType, Interval, Status, StatusStep, UnknownName

from ..contracts.exporter_contract import ExporterContract
from .samples import ARMY, DRIVERS, MET, event

DISPUTED = event(
    voices=3,
    disputed=("when", "where"),
    story="77aa01c2",
    history=(
        StatusStep(Status.PLANNED, Interval.parse("2022-09-01"), ("t1", "t2")),
        StatusStep(Status.HAPPENED, Interval.parse("/2022-09-03"), ("t3",)),
    ),
)


class TestCsv(ExporterContract):
    """CSV as RFC 4180 has it."""

    name = "csv"

    def rows(self, path: Path) -> list[dict[str, object]]:
        with path.open(encoding="utf-8", newline="") as stream:
            return [dict(row) for row in csv.DictReader(stream, strict=True)]

    def test_the_file_is_rfc_4180(self, tmp_path: Path) -> None:
        """A header, lines that end in CR LF, UTF-8."""
        path, _ = export([MET], tmp_path, "csv")
        lines = path.read_bytes().split(b"\r\n")
        assert lines[0].decode() == ",".join(EventRow.__struct_fields__)
        assert len(lines) == 3
        assert lines[2] == b""

    @pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
    def test_formulas_are_defused(self, tmp_path: Path, words: str) -> None:
        """An apostrophe in front; negative numbers stay numbers."""
        path, _ = export([event(type=EventType.ASSAULT, sentence=words)], tmp_path, "csv")
        (row,) = self.rows(path)
        assert row["sentence"] == f"'{words}"
        assert float(str(row["score"])) < 0

    def test_unknown_is_empty(self, tmp_path: Path) -> None:
        """Neither None nor a made-up day."""
        path, _ = export([event(when=Interval(), mode=None)], tmp_path, "csv")
        (row,) = self.rows(path)
        assert [row[name] for name in ("earliest", "latest", "reported_earliest", "mode", "place")] == [
            ""
        ] * 5

    def test_lists_keep_their_places(self, tmp_path: Path) -> None:
        """The second id belongs to the second actor, also where the first has none."""
        path, _ = export([event(actors=(DRIVERS, ARMY))], tmp_path, "csv")
        (row,) = self.rows(path)
        assert (row["actors"], row["actor_ids"]) == ("drivers;Russian troops", ";RUS")
        assert (row["actor_countries"], row["actor_sectors"]) == ("KAZ;RUS", "CVL;MIL")

    def test_what_the_merging_found_is_kept(self, tmp_path: Path) -> None:
        """Voices, disputed fields, the course of the status with its tellings, and the story."""
        path, _ = export([DISPUTED], tmp_path, "csv")
        (row,) = self.rows(path)
        assert (row["voices"], row["disputed"], row["story"]) == ("3", "when;where", "77aa01c2")
        assert row["history"] == "planned 2022-09-01 t1,t2;happened until-2022-09-03 t3"

    def test_a_data_dictionary_lies_beside_it(self, tmp_path: Path) -> None:
        """Every column with its type and meaning, in the order of the file."""
        path, _ = export([MET], tmp_path, "csv")
        package = json.loads((tmp_path / dictionary.FILE).read_text(encoding="utf-8"))
        (table,) = package["resources"]
        fields = {field["name"]: field["type"] for field in table["schema"]["fields"]}
        assert table["path"] == path.name
        assert tuple(fields) == EventRow.__struct_fields__ == tuple(dictionary.MEANINGS)
        assert (fields["earliest"], fields["score"], fields["reports"]) == ("date", "number", "integer")


class TestPlover(ExporterContract):
    """PLOVER JSON Lines."""

    name = "plover"

    def rows(self, path: Path) -> list[dict[str, object]]:
        with path.open(encoding="utf-8") as stream:
            return [msgspec.json.decode(line, type=dict[str, object]) for line in stream]

    def test_the_fields_are_those_of_the_manual(self, tmp_path: Path) -> None:
        """Type, quad, scale, lists of actors, days in ISO 8601."""
        path, _ = export([MET], tmp_path, "plover")
        (row,) = self.rows(path)
        assert (row["event_type"], row["quad_code"], row["date"]) == ("CONSULT", 1, "2022-10-14")
        assert row["recipient"] == [
            {"text": "Tokayev", "country": "KAZ", "sector": "GOV", "entity": "Kassym-Jomart Tokayev"}
        ]

    def test_what_the_merging_found_is_kept(self, tmp_path: Path) -> None:
        """Voices, disputed fields, the course of the status with its tellings, and the story."""
        path, _ = export([DISPUTED, MET], tmp_path, "plover")
        row, plain = self.rows(path)
        assert (row["voices"], row["disputed"], row["story"]) == (3, ["when", "where"], "77aa01c2")
        assert row["history"] == [
            {
                "status": "planned",
                "publication_date": "2022-09-01",
                "publication_date_end": "2022-09-01",
                "tellings": ["t1", "t2"],
            },
            {
                "status": "happened",
                "publication_date": None,
                "publication_date_end": "2022-09-03",
                "tellings": ["t3"],
            },
        ]
        assert (plain["disputed"], plain["history"], plain["story"]) == ([], [], None)

    def test_unknown_is_null(self, tmp_path: Path) -> None:
        """A reader of the file never meets a made-up day."""
        path, _ = export([event(when=Interval(), said_by=())], tmp_path, "plover")
        row = self.rows(path)[0]
        assert [row[name] for name in ("date", "date_end", "mode", "location")] == [None] * 4
        assert row["said_by"] == []


def test_an_unknown_format_names_the_nearest(tmp_path: Path) -> None:
    """And all of them when none is near."""
    with pytest.raises(UnknownName, match="Did you mean 'csv'"):
        export([], tmp_path, "cvs")
    with pytest.raises(UnknownName, match="'csv' or 'plover'"):
        export([], tmp_path, "qqq")


def test_a_folder_that_cannot_be_made_is_an_error_for_the_user(tmp_path: Path) -> None:
    """A file in its place, for one."""
    (tmp_path / "out").write_text("")
    with pytest.raises(DragomanError, match="cannot write to"):
        export([MET], tmp_path / "out", "csv")


def test_every_format_is_told_apart() -> None:
    """By name and by file."""
    assert len({one.name for one in EXPORTERS}) == len({one.file for one in EXPORTERS}) == len(EXPORTERS)
