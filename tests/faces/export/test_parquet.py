"""Parquet, where pyarrow is installed; a clear word where it is not."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dragoman.faces.export import export, parquet
from dragoman.faces.export.plover import PloverEvent, plover_event
from dragoman.terms import DragomanError, Interval

from ...contracts.exporter_contract import ExporterContract
from ..samples import MET, event
from .events import CLASH, DISPUTED, SUMMIT
from .test_registry import ARROW


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows as Python objects."""
    files = pytest.importorskip("pyarrow.parquet", reason=ARROW)
    return list(files.read_table(path).to_pylist())


@pytest.fixture
def needs_arrow() -> None:
    """Tests that write."""
    pytest.importorskip("pyarrow", reason=ARROW)


@pytest.mark.usefixtures("needs_arrow")
class TestParquet(ExporterContract):
    """The contract of every exporter."""

    name = "parquet"

    def number(self, path: Path) -> int:
        return len(rows(path))

    def columns(self, path: Path) -> list[str]:
        return list(pytest.importorskip("pyarrow.parquet", reason=ARROW).read_schema(path).names)

    def words(self, path: Path) -> set[object]:
        return {text for row in rows(path) for text in (row["text"], row["actor"][0]["text"])}

    def test_nothing_is_lost(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The rows are the fields of PLOVER JSON Lines, over several groups."""
        monkeypatch.setattr(parquet, "_GROUP", 2)
        made = [MET, SUMMIT, CLASH, DISPUTED, event(when=Interval())]
        found = rows(self.write(made, tmp_path))
        assert [_event(row) for row in found] == [plover_event(one) for one in made]

    def test_days_and_lists_have_types(self, tmp_path: Path) -> None:
        """A program can compare days, and count actors."""
        schema = pytest.importorskip("pyarrow.parquet", reason=ARROW).read_schema(self.write([MET], tmp_path))
        assert str(schema.field("date").type) == "date32[day]"
        assert str(schema.field("actor").type).startswith("list<")
        assert str(schema.field("quad_code").type) == "int64"


def test_without_pyarrow_the_message_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing is written."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(DragomanError, match=r"pip install 'dragoman\[frames\]'"):
        export([MET], tmp_path, "parquet")
    assert list(tmp_path.iterdir()) == []


def _event(row: dict[str, Any]) -> PloverEvent:
    """A row as the record it was; a span is a pair there."""
    for one in (*row["actor"], *row["recipient"], *([row["place"]] if row["place"] else [])):
        one["span"] = list(one["span"].values()) if one["span"] else None
    return msgspec.convert(row, PloverEvent)
