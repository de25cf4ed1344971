"""Results as tables."""

from __future__ import annotations

import msgspec
import pytest

from dragoman.faces.api.frame import Frame


class _Level(msgspec.Struct, frozen=True):
    value: float
    n: int


class _Row(msgspec.Struct, frozen=True):
    side: str
    tone: _Level | None
    rows: tuple[int, ...] = ()


FRAME = Frame([_Row("KAZ", _Level(0.5, 3), (1, 2)), _Row("RUS", None)], _Row)


def test_a_record_in_a_field_becomes_columns() -> None:
    """What is missing in one row is empty there and keeps the columns of the others."""
    assert FRAME.columns() == {
        "side": ["KAZ", "RUS"],
        "tone_value": [0.5, None],
        "tone_n": [3, None],
        "rows": [[1, 2], []],
    }


def test_a_frame_is_a_sequence_of_its_records() -> None:
    """Rows are asked for by place, and the frame says what it is."""
    assert FRAME[0].side == "KAZ"
    assert len(FRAME) == 2
    assert repr(FRAME).startswith("<2 rows of _Row: side, tone_value")


def test_a_frame_becomes_a_pandas_frame() -> None:
    """Where the library is installed."""
    pytest.importorskip("pandas")
    assert list(FRAME.to_pandas()["side"]) == ["KAZ", "RUS"]
