"""Files of sheets become files of items."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.reading.sheet import SheetError
from dragoman.terms import GoldError
from dragoman.training.items import Style, read_items, write_items
from dragoman.training.sheets import read_item, read_sheet
from tests.training import samples


def test_an_item_keeps_style_genre_and_region() -> None:
    """And everything marked."""
    item = samples.items()[2]
    assert (item.style, item.genre, item.region) == (Style.MT, "wire", "geo")
    assert [span.of(item.text) for span in item.events[0].actors] == ["Leaders of the Georgia", "Armenia"]


def test_errors_name_file_and_line_and_spare_the_rest(tmp_path: Path) -> None:
    """A bad item between two good ones."""
    path = tmp_path / "a.txt"
    path.write_text(
        f"{samples.REFUSAL}\n\nK clean wire x\nT A.\nE gone | AID | happened | >\n\n{samples.QUIET}\n"
    )
    items, errors = read_sheet(path)
    assert len(items) == 2
    assert len(errors) == 1
    assert errors[0].startswith(f"{path}:6: 'gone' does not stand")


@pytest.mark.parametrize(
    "lines", [["T A."], ["K clean wire", "T A."], ["K odd wire x", "T A."], ["T A.", "K clean a b"]]
)
def test_an_item_begins_with_its_head_and_text(lines: list[str]) -> None:
    """Anything else is refused."""
    with pytest.raises(SheetError, match="expected"):
        read_item(lines)


def test_items_survive_the_file(tmp_path: Path) -> None:
    """Written and read again they are the same; a broken line is named."""
    path = tmp_path / "a.jsonl"
    write_items(path, samples.items())
    assert list(read_items([path])) == samples.items()
    path.write_text('{"text": 1}')
    with pytest.raises(GoldError, match=r"a\.jsonl, line 1"):
        list(read_items([path]))
