"""Reading gold files."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from dragoman.evaluation.gold import read_folder, read_lines
from dragoman.terms import GoldError


class Row(msgspec.Struct, frozen=True):
    """A row of the tests."""

    number: int


def test_rows_come_in_order_from_all_files(tmp_path: Path) -> None:
    """Empty lines and fields nobody asked for are passed over."""
    (tmp_path / "a.jsonl").write_text('{"number": 1, "more": true}\n\n{"number": 2}\r\n')
    (tmp_path / "b.jsonl").write_text('{"number": 3}')
    paths = [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]
    assert [row.number for row in read_lines(paths, Row, "a number")] == [1, 2, 3]


@pytest.mark.parametrize("row", ["[]", "{}", '{"number": "one"}', "{broken", "\ufeff"])
def test_a_bad_row_is_named_with_its_line(tmp_path: Path, row: str) -> None:
    """And with what was expected."""
    path = tmp_path / "gold.jsonl"
    path.write_text('{"number": 1}\n' + row, encoding="utf-8")
    with pytest.raises(GoldError, match=r"gold\.jsonl, line 2: .*; expected a number"):
        list(read_lines([path], Row, "a number"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """With the reason."""
    with pytest.raises(GoldError, match=r"no\.jsonl: cannot be read"):
        list(read_lines([tmp_path / "no.jsonl"], Row, "a number"))


def test_a_folder_is_read_by_name_and_a_file_is_a_folder_of_one(tmp_path: Path) -> None:
    """Other files in it are left alone."""
    for number, name in ((2, "b.json"), (1, "a.json"), (9, "notes.txt")):
        (tmp_path / name).write_text(f'{{\n"number": {number}\n}}')
    assert [row.number for _, row in read_folder(tmp_path, Row, "a number")] == [1, 2]
    assert [row.number for _, row in read_folder(tmp_path / "b.json", Row, "a number")] == [2]


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    """So is a file in it that is none."""
    with pytest.raises(GoldError, match="no JSON files there"):
        list(read_folder(tmp_path, Row, "a number"))
    (tmp_path / "a.json").write_text("{}")
    with pytest.raises(GoldError, match=r"a\.json: .*number.*; expected a number"):
        list(read_folder(tmp_path, Row, "a number"))
