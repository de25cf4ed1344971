"""The dating task: what it hides, what it counts, and what it refuses."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from dragoman.evaluation.dating import DatingScore, GoldArticle, evaluate, undated
from dragoman.terms import GoldError, Published

BIRTHDAY = "Guests came to Saint Petersburg for Vladimir Putin's 70th birthday. They brought melons."
NOTHING = "The river rose in the night. Farmers drove their sheep to the hills."


def article(text: str, day: str, title: str | None = None) -> dict[str, str]:
    """A row of the gold."""
    return {"text": text, "date": day} | ({"title": title} if title else {})


def score(tmp_path: Path, *rows: dict[str, str]) -> DatingScore:
    """The score of some articles."""
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return evaluate([path])


def test_an_article_dated_rightly_scores_one(tmp_path: Path) -> None:
    """The day lies inside, and the best day is near."""
    found = score(tmp_path, article(BIRTHDAY, "2022-10-08"))
    assert (found.inside, found.within_31_days, found.abstained, found.n) == (1.0, 1.0, 0.0, 1)
    assert found.median_error_days < 7
    assert 1 <= found.median_width_days < 120


def test_a_wrong_day_is_outside(tmp_path: Path) -> None:
    """By how many days is measured."""
    found = score(tmp_path, article(BIRTHDAY, "2010-10-08"))
    assert (found.inside, found.within_31_days, found.abstained) == (0.0, 0.0, 0.0)
    assert 12 * 365 - 31 < found.median_error_days < 12 * 366 + 31


def test_an_abstention_is_a_miss_and_no_error(tmp_path: Path) -> None:
    """It counts against all articles, not among those dated."""
    found = score(tmp_path, article(BIRTHDAY, "2022-10-08"), article(NOTHING, "2022-10-08"))
    assert (found.inside, found.within_31_days, found.abstained, found.n) == (1.0, 0.5, 0.5, 2)
    none = score(tmp_path, article(NOTHING, "2022-10-08"))
    assert (none.inside, none.median_width_days, none.abstained) == (0.0, 0.0, 1.0)


@pytest.mark.parametrize(
    "head",
    [
        "ASTANA, Oct 14, 2022 - ",
        "October 14, 2022\n\n",
        "Published: 14 October 2022\n\nASTANA, Oct 14, 2022 - ",
    ],
)
def test_the_head_is_hidden(head: str) -> None:
    """A dateline would give the day away; the words of the article stay."""
    document = undated(GoldArticle(head + NOTHING, date(2022, 10, 14)))
    assert document is not None
    assert document.published == Published()
    assert "2022" not in document.text
    assert "The river rose in the night." in document.text


def test_a_date_that_is_hidden_is_no_clue(tmp_path: Path) -> None:
    """An article that names its day only at its head is not dated."""
    assert score(tmp_path, article(f"ASTANA, Oct 14, 2022 - {NOTHING}", "2022-10-14")).abstained == 1.0


def test_what_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    """An empty or German article is none; where there is nothing else that is said."""
    german = "Der Fluss stieg in der Nacht, und die Bauern trieben ihre Schafe auf die Berge hinauf."
    assert undated(GoldArticle(german, date(2022, 10, 14))) is None
    rows = [article(german, "2022-10-14"), article("", "2022-10-14")]
    assert score(tmp_path, *rows, article(BIRTHDAY, "2022-10-08")).n == 1
    with pytest.raises(GoldError, match="no article"):
        score(tmp_path, *rows)


@pytest.mark.parametrize("broken", ["[1]", "{}", '{"text": "x"}', '{"text": "x", "date": "soon"}', "{broken"])
def test_a_bad_row_is_named(tmp_path: Path, broken: str) -> None:
    """The message says file, line and what was expected."""
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(article(BIRTHDAY, "2022-10-08")) + "\n" + broken, encoding="utf-8")
    with pytest.raises(GoldError, match=r"gold\.jsonl, line 2: .*expected"):
        evaluate([path])


def test_a_missing_or_empty_file_is_an_error(tmp_path: Path) -> None:
    """Nothing to read is said, not scored."""
    with pytest.raises(GoldError, match=r"missing\.jsonl: cannot be read"):
        evaluate([tmp_path / "missing.jsonl"])
    with pytest.raises(GoldError, match="no article"):
        score(tmp_path)
