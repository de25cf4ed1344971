"""The furniture task: what it counts, what it refuses, and the floor it holds."""

import json
import os
from pathlib import Path

import pytest

from dragoman.evaluation.furniture import evaluate
from dragoman.terms import GoldError

PARAGRAPH = (
    "The ministers of the four river states met in Osh on Friday and agreed that the dam would stay shut."
)
ANOTHER = (
    "Kazakhstan, which lies downstream, had asked for more water in April but was told that none was left."
)
MENU = ["Home", "Asia", "Water", "Subscribe", "Log in"]
PAGE = [[line, 0] for line in MENU] + [[PARAGRAPH, 1], ["***", 0], [ANOTHER, 1]]


def write(folder: Path, *pages: object) -> Path:
    """A gold file with these pages."""
    path = folder / "gold.jsonl"
    path.write_text("\n".join(json.dumps(page) for page in pages), encoding="utf-8")
    return path


def test_a_page_read_rightly_scores_one(tmp_path: Path) -> None:
    """Menu marked, paragraphs kept; the line without a word is not judged."""
    score = evaluate([write(tmp_path, {"id": "a", "lines": PAGE})])
    assert (score.precision, score.recall, score.f1) == (1.0, 1.0, 1.0)
    assert (score.n, score.pages) == (7, 1)


def test_a_line_weighs_its_words(tmp_path: Path) -> None:
    """A kept paragraph that the gold calls furniture costs by its length, and one line by lines."""
    page = [*PAGE, [f"{ANOTHER} {PARAGRAPH}", 0]]
    score = evaluate([write(tmp_path, {"lines": page})])
    assert (score.precision, score.recall) == (0.5, 1.0)
    assert score.line_precision == pytest.approx(2 / 3)


def test_files_and_pages_are_counted_together(tmp_path: Path) -> None:
    """The counts of all pages are summed before anything is divided."""
    path = write(tmp_path, {"lines": PAGE}, {"lines": PAGE})
    assert evaluate([path, path]).pages == 4


@pytest.mark.parametrize(
    "row",
    ["[1, 2]", "{}", '{"lines": "text"}', '{"lines": [["text", 2]]}', '{"lines": [["text"]]}', "{broken"],
)
def test_a_bad_row_is_named(tmp_path: Path, row: str) -> None:
    """The message says file, line and what was expected."""
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"lines": PAGE}) + "\n" + row, encoding="utf-8")
    with pytest.raises(GoldError, match=r"gold\.jsonl, line 2: .*expected"):
        evaluate([path])


def test_a_missing_or_empty_file_is_an_error(tmp_path: Path) -> None:
    """Nothing to read is said, not scored."""
    with pytest.raises(GoldError, match=r"missing\.jsonl: cannot be read"):
        evaluate([tmp_path / "missing.jsonl"])
    with pytest.raises(GoldError, match="no page"):
        evaluate([write(tmp_path)])


def test_floor_on_the_public_pages() -> None:
    """F1 on the 121 pages does not fall below .91 (.914 when the floor was set)."""
    folder = os.environ.get("DRAGOMAN_SHARED")
    if folder is None:
        pytest.skip("DRAGOMAN_SHARED, the folder with the public evaluation sets, is not set")
    assert evaluate([Path(folder) / "data" / "boilerplate_dev.jsonl"]).f1 >= 0.91
