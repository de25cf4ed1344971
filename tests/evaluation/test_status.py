"""The task of telling whether things happened."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from dragoman.evaluation.status import StatusScore, evaluate, happening
from dragoman.reading import MarkedWord, RuleAnnotator, StatusShares
from dragoman.terms import GoldError, Status

ROWS = [
    {"text": "It rained .", "ds": "A", "targets": [{"tok": [1, 2], "word": "rained", "fact": 3.0}]},
    {"text": "It never snowed", "ds": "B", "targets": [{"tok": [2, 3], "word": "snowed", "fact": -3.0}]},
]


class Telling(RuleAnnotator):
    """Says denied of every word that is named, happened of the others."""

    def __init__(self, *denied: str) -> None:
        super().__init__()
        self._denied = denied

    def statuses(self, words: Sequence[MarkedWord]) -> list[StatusShares]:
        told = [word.word.of(word.text) in self._denied for word in words]
        return [StatusShares.sure(Status.DENIED if denied else Status.HAPPENED) for denied in told]


def _score(tmp_path: Path, annotator: RuleAnnotator, only: str | None = None) -> StatusScore:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)))
    return evaluate([path], annotator, only)


def test_all_right_is_one(tmp_path: Path) -> None:
    """The word is found by its token; both ends of the scale are reached."""
    score = _score(tmp_path, Telling("snowed"))
    assert (score.happened_f1, score.not_happened_f1, score.mae, score.n) == (1.0, 1.0, 0.0, 2)
    assert score.r == pytest.approx(1.0)


def test_a_wrong_side_costs(tmp_path: Path) -> None:
    """Saying happened of everything misses what did not."""
    score = _score(tmp_path, Telling())
    assert (score.not_happened_f1, score.mae, score.r) == (0.0, 3.0, 0.0)


def test_one_data_set_can_be_chosen(tmp_path: Path) -> None:
    """An unknown one is refused with those that are there."""
    assert _score(tmp_path, Telling(), only="A").n == 1
    with pytest.raises(GoldError, match="no target of C in the files; they hold A, B"):
        _score(tmp_path, Telling(), only="C")


def test_what_goes_on_has_happened() -> None:
    """What is planned has not."""
    assert happening(StatusShares.sure(Status.ONGOING)) == 3.0
    assert happening(StatusShares.sure(Status.PLANNED)) == -3.0


def test_the_rule_reader_tells_a_negation(tmp_path: Path) -> None:
    """From its verb group."""
    path = tmp_path / "gold.jsonl"
    row = {"text": "Iran did not attack .", "targets": [{"tok": [3, 4], "word": "attack", "fact": -3.0}]}
    path.write_text(json.dumps(row))
    assert evaluate([path], RuleAnnotator()).not_happened_f1 == 1.0
