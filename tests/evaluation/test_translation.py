"""Marks on doubtful words against gold, and the floors they keep on the bundled corpus."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.corpus import answers, reports, visible_lines
from dragoman.evaluation.translation import bundled, evaluate, score
from dragoman.reading.translation import look
from dragoman.terms import GoldError


def gold(folder: Path, *wrong: str) -> Path:
    """A text and its gold."""
    (folder / "a.txt").write_text(
        "The mine is, according to own statements, closed. Two ships left the port of Riga on Monday, the "
        "harbour office said. The minister will fly to Oslo on Friday and meet his colleague there.",
        encoding="utf-8",
    )
    path = folder / "a.json"
    path.write_text(json.dumps({"file": "a.txt", "translation_errors": [{"text": text} for text in wrong]}))
    return path


def test_a_mark_that_touches_an_error_is_right(tmp_path: Path) -> None:
    """Two errors, one of them marked, and no other mark."""
    found = evaluate([gold(tmp_path, "own statements", "left the port")], tmp_path)
    assert (found.precision, found.recall, found.marks, found.n) == (1.0, 0.5, 1, 2)


def test_gold_without_an_error_is_refused(tmp_path: Path) -> None:
    """There is nothing to measure."""
    with pytest.raises(GoldError, match="no translation error"):
        evaluate([gold(tmp_path)], tmp_path)


def test_a_text_that_is_not_there_is_named(tmp_path: Path) -> None:
    """With its whole path."""
    path = gold(tmp_path, "own statements")
    with pytest.raises(GoldError, match="cannot be read"):
        evaluate([path], tmp_path / "nowhere")


def test_floors_on_the_translated_reports() -> None:
    """Most errors are found, few marks are wrong, and the language is guessed."""
    found = score(bundled())
    assert found.precision >= 0.95
    assert found.recall >= 0.84
    assert found.language == 1.0


def test_reports_written_in_english_are_left_alone() -> None:
    """At most one mark in all of them, and none is taken for a translation."""
    files = {path.stem: path for path in reports()}
    native = {
        s: answer.boilerplate for s, answer in answers().items() if not answer.style.value.startswith("mt-")
    }
    looked = [
        look("\n".join(line for line in visible_lines(files[slug]) if line not in furniture))
        for slug, furniture in native.items()
    ]
    assert sum(len(each.doubts) for each in looked) <= 1
    assert not any(each.languages for each in looked)
