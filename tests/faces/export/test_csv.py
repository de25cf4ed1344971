"""CSV as RFC 4180 has it."""

from __future__ import annotations

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from dragoman.faces.export import export, read_csv
from dragoman.faces.export.csv_file import write_csv
from dragoman.faces.export.rows import EventRow, flat
from dragoman.terms import Event, EventType, Interval, Mention, UnreadableInput

from ...contracts.exporter_contract import ExporterContract
from ..samples import ARMY, DRIVERS, MET, event
from .events import ASTANA, DISPUTED, any_event


def rows(path: Path) -> list[dict[str, str]]:
    """The rows as any program reads them."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


class TestCsv(ExporterContract):
    """The contract of every exporter, read back by our own reader of the file."""

    name = "csv"

    def number(self, path: Path) -> int:
        return len(rows(path))

    def columns(self, path: Path) -> list[str]:
        return list(rows(path)[0])

    def words(self, path: Path) -> set[object]:
        return {value for row in read_csv(path) for value in (row.actors, row.sentence)}


def test_the_file_is_rfc_4180(tmp_path: Path) -> None:
    """A header, lines that end in CR LF, UTF-8."""
    lines = export([MET], tmp_path, "csv").path.read_bytes().split(b"\r\n")
    assert lines[0].decode() == ",".join(EventRow.__struct_fields__)
    assert len(lines) == 3
    assert lines[2] == b""


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "''@"])
def test_formulas_are_defused(tmp_path: Path, words: str) -> None:
    """An apostrophe in front, which our reader takes away; negative numbers stay numbers."""
    path = export([event(type=EventType.ASSAULT, sentence=words)], tmp_path, "csv").path
    (row,), (ours,) = rows(path), read_csv(path)
    assert row["sentence"] == f"'{words}"
    assert ours.sentence == words
    assert float(row["score"]) < 0


@given(any_event)
def test_any_row_comes_back(one: Event) -> None:
    """As `flat` made it, whatever stands in it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "events.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            write_csv([one], stream)
        assert list(read_csv(path)) == [flat(one)]


def test_another_table_is_none_of_ours(tmp_path: Path) -> None:
    """The message says what was expected."""
    path = tmp_path / "other.csv"
    path.write_text("a,b\r\n1,2\r\n")
    with pytest.raises(UnreadableInput, match="not our columns"):
        list(read_csv(path))


def test_a_file_that_is_not_there_or_no_text_is_an_error_for_the_user(tmp_path: Path) -> None:
    """Also one of too few cells, and one whose quotation mark is never closed."""
    with pytest.raises(UnreadableInput, match="No such file"):
        list(read_csv(tmp_path / "none.csv"))
    path = export([MET], tmp_path, "csv").path
    whole = path.read_bytes()
    for broken in (b"\xff\xfe", whole[:-40] + b"\r\n", whole + b'"', b""):
        path.write_bytes(broken)
        with pytest.raises(UnreadableInput):
            list(read_csv(path))


def test_a_cell_of_another_type_names_its_line(tmp_path: Path) -> None:
    """A number that somebody overwrote."""
    path = export([MET], tmp_path, "csv").path
    path.write_text(path.read_text().replace(",2022-10-14,", ",Friday,"))
    with pytest.raises(UnreadableInput, match="line 2"):
        list(read_csv(path))


def test_unknown_is_empty(tmp_path: Path) -> None:
    """Neither None nor a made-up day."""
    (row,) = rows(export([event(when=Interval(), mode=None)], tmp_path, "csv").path)
    names = ("earliest", "latest", "reported_earliest", "mode", "place", "place_id")
    assert [row[name] for name in names] == [""] * 6


def test_lists_keep_their_places(tmp_path: Path) -> None:
    """The second id belongs to the second actor, also where the first has none or a semicolon in his name."""
    made = event(actors=(DRIVERS, ARMY), recipients=(Mention("one; two"), ARMY))
    (row,) = rows(export([made], tmp_path, "csv").path)
    assert (row["actors"], row["actor_ids"]) == ("drivers;Russian troops", ";RUS")
    assert (row["actor_countries"], row["actor_sectors"]) == ("KAZ;RUS", "CVL;MIL")
    assert (row["recipients"], row["recipient_ids"]) == ("one, two;Russian troops", ";RUS")


def test_the_place_is_that_of_the_atlas(tmp_path: Path) -> None:
    """As written, its id, its country."""
    (row,) = rows(export([event(where=ASTANA)], tmp_path, "csv").path)
    assert (row["place"], row["place_id"], row["place_country"]) == ("Astana", "KAZ/Astana:Astana", "KAZ")


def test_what_the_merging_found_is_kept(tmp_path: Path) -> None:
    """Voices, disputed fields, the course of the status with its tellings, and the story."""
    (row,) = rows(export([DISPUTED], tmp_path, "csv").path)
    assert (row["voices"], row["disputed"], row["story"]) == ("3", "when;where", "77aa01c2")
    assert row["history"] == "planned 2022-09-01 t1,t2;happened until-2022-09-03 t3"
