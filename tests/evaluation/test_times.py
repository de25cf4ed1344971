"""The times task: what it counts as found, as read rightly, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.evaluation.times import TimesScore, evaluate
from dragoman.terms import GoldError

TEXT = "Rain fell in Oslo on Monday and on 3 May 2021."
MONDAY = {"s": 21, "e": 27, "type": "DATE", "value": "2022-10-10"}
MAY = {"s": 35, "e": 45, "type": "DATE", "value": "2021-05-03"}


def row(*timex: dict[str, Any], text: str = TEXT, dct: str | None = "2022-10-14") -> dict[str, Any]:
    """A document published on a Friday, with marked expressions."""
    return {"text": text, "dct": dct, "timex": timex}


def score(tmp_path: Path, *rows: dict[str, Any]) -> TimesScore:
    """The score of some rows."""
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return evaluate([path])


def test_a_document_read_rightly_scores_one(tmp_path: Path) -> None:
    """Words, value and type."""
    found = score(tmp_path, row(MONDAY, MAY))
    assert (found.strict_f1, found.relaxed_f1, found.value_f1, found.type_f1) == (1.0, 1.0, 1.0, 1.0)
    assert (found.value_accuracy, found.n, found.documents) == (1.0, 2, 1)


def test_other_words_count_as_overlap_only(tmp_path: Path) -> None:
    """ "On Monday" in the gold is met by "Monday", not exactly."""
    found = score(tmp_path, row(MONDAY | {"s": 18}, MAY))
    assert (found.strict_f1, found.relaxed_f1, found.value_f1) == (0.5, 1.0, 1.0)


def test_a_wrong_value_and_a_wrong_type_are_counted_apart(tmp_path: Path) -> None:
    """The words are found all the same."""
    found = score(tmp_path, row(MONDAY | {"value": "2022-10-17"}, MAY | {"type": "TIME"}))
    assert (found.strict_f1, found.value_f1, found.type_f1, found.value_accuracy) == (1.0, 0.5, 0.5, 0.5)


def test_what_is_missed_and_what_is_too_much_cost(tmp_path: Path) -> None:
    """In recall and in precision."""
    missed = score(tmp_path, row(MONDAY, MAY, {"s": 0, "e": 4, "type": "DATE", "value": "2022"}))
    assert missed.precision == 1.0
    assert missed.recall == pytest.approx(2 / 3)
    much = score(tmp_path, row(MONDAY))
    assert (much.precision, much.recall) == (0.5, 1.0)


def test_days_are_counted_from_the_day_of_publication(tmp_path: Path) -> None:
    """Without it a weekday has no date; an hour behind it is passed over."""
    text = "Rain fell in Oslo on Monday."
    assert score(tmp_path, row(MONDAY, text=text, dct="2022-10-14T10:30")).value_f1 == 1.0
    for dct in (None, ""):
        assert score(tmp_path, row(MONDAY, text=text, dct=dct)).value_f1 == 0.0


def test_what_timeml_does_not_mark_is_left_out(tmp_path: Path) -> None:
    """A birthday is a clue for us and nothing there."""
    year = {"s": 25, "e": 29, "type": "DATE", "value": "2022"}
    found = score(tmp_path, row(year, text="His 70th birthday was in 2022."))
    assert (found.precision, found.strict_f1) == (1.0, 1.0)


def test_documents_are_counted_together(tmp_path: Path) -> None:
    """One without expressions counts as a document."""
    found = score(tmp_path, row(MONDAY, MAY), row(text="Rain fell."))
    assert (found.n, found.documents, found.strict_f1) == (2, 2, 1.0)


@pytest.mark.parametrize(
    "broken",
    ["[1]", "{}", '{"text": "x"}', '{"text": "x", "dct": "1998-02-27", "timex": [{"s": 0}]}', "{broken"],
)
def test_a_bad_row_is_named(tmp_path: Path, broken: str) -> None:
    """The message says file, line and what was expected."""
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row(MONDAY)) + "\n" + broken, encoding="utf-8")
    with pytest.raises(GoldError, match=r"gold\.jsonl, line 2: .*expected"):
        evaluate([path])


def test_a_day_that_is_none_and_an_empty_file_are_errors(tmp_path: Path) -> None:
    """Nothing to read is said, not scored."""
    with pytest.raises(GoldError, match="dct 'soon'"):
        score(tmp_path, row(MONDAY, dct="soon"))
    with pytest.raises(GoldError, match="no document"):
        score(tmp_path)
    with pytest.raises(GoldError, match=r"missing\.jsonl: cannot be read"):
        evaluate([tmp_path / "missing.jsonl"])
