"""The list of formats, and the folder they are written into."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.faces.export import EXPORTERS, export
from dragoman.faces.export.package import FILE
from dragoman.terms import DragomanError, Event, UnknownName

from ...contracts.exporter_backing import Papers
from ..samples import MET
from .events import CLASH, DISPUTED, PLANNED, SUMMIT, any_event

ARROW = "pyarrow is not installed: pip install 'dragoman[frames]'"
FORMATS = "csv plover parquet polecat gdelt geojson gexf graphml ftm annotations".split()


def resources(folder: Path) -> dict[str, dict[str, object]]:
    """What the descriptor of a folder lists, by name."""
    package = json.loads((folder / FILE).read_text(encoding="utf-8"))
    return {one["name"]: one for one in package["resources"]}


def test_all_formats_are_there() -> None:
    """The names are a contract."""
    assert [one.name for one in EXPORTERS] == FORMATS


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


def test_one_descriptor_for_all_files_of_a_folder(tmp_path: Path) -> None:
    """Each once; one that is gone is no longer listed."""
    for name in ("csv", "plover", "csv"):
        export([MET], tmp_path, name)
    assert list(resources(tmp_path)) == ["plover", "csv"]
    (tmp_path / "events.csv").unlink()
    export([MET], tmp_path, "graphml")
    assert list(resources(tmp_path)) == ["plover", "graphml"]


def test_what_was_left_out_is_counted(tmp_path: Path) -> None:
    """In the descriptor, with the reason."""
    written = export([MET, PLANNED, PLANNED], tmp_path, "polecat")
    reason = "planned, for which the layout has no column"
    assert (written.events, written.left_out) == (1, {reason: 2})
    assert resources(tmp_path)["polecat"]["leftOut"] == [{"description": reason, "events": 2}]


def test_programs_find_what_the_descriptor_says(tmp_path: Path) -> None:
    """Frictionless reads tables by it, cell by cell, and takes no other file for a table."""
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    for name in FORMATS:
        if name != "parquet":  # it takes no list in a Parquet file for one
            export([MET, SUMMIT, CLASH, DISPUTED], tmp_path, name, Papers())
    report = frictionless.validate(str(tmp_path / FILE))
    assert [(task.name, task.errors) for task in report.tasks if not task.valid] == []
    tables = {task.name for task in report.tasks if task.type == "table"}
    assert tables == {"csv", "plover", "polecat", "gdelt"}


@pytest.mark.parametrize("content", ['{"name": "mine", "resources": []}', "no JSON"])
def test_a_data_package_of_somebody_else_stays(tmp_path: Path, content: str) -> None:
    """Nothing is written into such a folder."""
    (tmp_path / FILE).write_text(content)
    with pytest.raises(DragomanError, match="of somebody else"):
        export([MET], tmp_path, "csv")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [(FILE, content)]


def test_a_descriptor_of_an_older_version_is_replaced(tmp_path: Path) -> None:
    """Its files can be written again."""
    (tmp_path / FILE).write_text('{"created_by": "dragoman 0.0.1", "resources": [{"path": "events.csv"}]}')
    export([MET], tmp_path, "csv")
    assert list(resources(tmp_path)) == ["csv"]


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60, deadline=None)
@given(made=st.lists(any_event, max_size=3))
def test_any_event_can_be_written(name: str, made: list[Event]) -> None:
    """Whatever stands in it; none is lost without a reason."""
    if name == "parquet":
        pytest.importorskip("pyarrow", reason=ARROW)
    with TemporaryDirectory() as folder:
        written = export(made, Path(folder), name, Papers())
        assert written.events + sum(written.left_out.values()) == len(made)
        assert written.path.is_file()


def test_a_full_disk_is_an_error_for_the_user(tmp_path: Path) -> None:
    """And leaves no half of a file."""

    def full() -> Iterator[Event]:
        yield MET
        raise OSError(28, "No space left on device")

    with pytest.raises(DragomanError, match="No space left"):
        export(full(), tmp_path, "plover")
    assert list(tmp_path.iterdir()) == []


def test_evidence_needs_a_record(tmp_path: Path) -> None:
    """Events alone do not have it; the message says how to name one."""
    with pytest.raises(DragomanError, match="--record"):
        export([MET], tmp_path, "annotations")
