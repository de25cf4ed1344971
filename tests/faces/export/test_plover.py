"""PLOVER JSON Lines."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import pytest
from hypothesis import given

from dragoman.faces.export import export, read_plover
from dragoman.faces.export.plover import write_plover
from dragoman.terms import Event, Interval, UnreadableInput

from ...contracts.exporter_contract import ExporterContract
from ..samples import MET, event
from .events import CLASH, DISPUTED, SUMMIT, any_event


def rows(path: Path) -> list[dict[str, Any]]:
    """The lines as any program reads them."""
    with path.open(encoding="utf-8") as stream:
        return [msgspec.json.decode(line, type=dict[str, Any]) for line in stream]


class TestPlover(ExporterContract):
    """The contract of every exporter."""

    name = "plover"

    def number(self, path: Path) -> int:
        return len(rows(path))

    def columns(self, path: Path) -> list[str]:
        return list(rows(path)[0])

    def words(self, path: Path) -> set[object]:
        found = list(read_plover(path))
        return {one.sentence for one in found} | {one.actors[0].text for one in found}


@given(any_event)
def test_any_event_comes_back(one: Event) -> None:
    """Every field of it, with what is unknown."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "events.jsonl"
        with path.open("w", encoding="utf-8", newline="") as stream:
            write_plover([one, MET, one], stream)
        assert list(read_plover(path)) == [one, MET, one]


@pytest.mark.parametrize("line", ["{}", "nothing", '{"id": 1}'])
def test_a_line_that_is_no_event_is_named(tmp_path: Path, line: str) -> None:
    """With what was expected; the events before it have been given."""
    path = export([SUMMIT, CLASH], tmp_path, "plover").path
    path.write_text(path.read_text() + line + "\n")
    found = read_plover(path)
    assert [next(found), next(found)] == [SUMMIT, CLASH]
    with pytest.raises(UnreadableInput, match=r"line 3.*--as plover"):
        next(found)


def test_a_file_that_is_not_there_is_an_error_for_the_user(tmp_path: Path) -> None:
    """With what makes one."""
    with pytest.raises(UnreadableInput, match="--as plover"):
        list(read_plover(tmp_path / "none.jsonl"))


def test_an_unknown_type_is_an_error(tmp_path: Path) -> None:
    """Nothing is taken for something else."""
    path = export([MET], tmp_path, "plover").path
    path.write_text(path.read_text().replace("CONSULT", "MEET"))
    with pytest.raises(UnreadableInput, match="line 1"):
        list(read_plover(path))


def test_modes_of_ours_stand_apart(tmp_path: Path) -> None:
    """A program that knows the manual meets only modes of the manual."""
    made = [event(mode="phone"), event(mode="summit-of-ours")]
    first, second = rows(export(made, tmp_path, "plover").path)
    assert (first["mode"], first["mode_ours"]) == ("phone", None)
    assert (second["mode"], second["mode_ours"]) == (None, "summit-of-ours")


def test_the_fields_are_those_of_the_manual(tmp_path: Path) -> None:
    """Type, quad, scale, lists of actors, days in ISO 8601."""
    path = export([MET], tmp_path, "plover").path
    (row,) = rows(path)
    assert (row["event_type"], row["quad_code"], row["date"]) == ("CONSULT", 1, "2022-10-14")
    (tokayev,) = row["recipient"]
    known = ("text", "country", "sector", "entity")
    assert [tokayev[name] for name in known] == ["Tokayev", "KAZ", "GOV", "Kassym-Jomart Tokayev"]


def test_what_the_merging_found_is_kept(tmp_path: Path) -> None:
    """Voices, disputed fields, the course of the status with its tellings, and the story."""
    path = export([DISPUTED, MET], tmp_path, "plover").path
    row, plain = rows(path)
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


def test_unknown_is_null(tmp_path: Path) -> None:
    """A reader of the file never meets a made-up day."""
    path = export([event(when=Interval(), said_by=())], tmp_path, "plover").path
    row = rows(path)[0]
    assert [row[name] for name in ("date", "date_end", "mode", "location")] == [None] * 4
    assert row["said_by"] == []
