"""The task of finding who says what."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from dragoman.evaluation.attribution import AttributionScore, evaluate
from dragoman.reading import Annotation, AttributionMark, RuleAnnotator, attributions
from dragoman.reading.sheet import read_lines
from dragoman.terms import GoldError, Span

TEXT = 'Lee said "we won. It is over." The crowd left.'
GOLD = {"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 30]]}


class Marking(RuleAnnotator):
    """Marks sentences by prepared lines, those that do not hold in a sentence left out."""

    def __init__(self, *lines: str) -> None:
        super().__init__()
        self._lines = lines

    def annotate(self, texts: Sequence[str]) -> list[Annotation]:
        return [read_lines(text, [line for line in self._lines if _holds(text, line)]) for text in texts]


def _holds(text: str, line: str) -> bool:
    return all(part.strip() in text for part in line[2:].split("~"))


def _score(tmp_path: Path, *lines: str) -> AttributionScore:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"text": TEXT, "attributions": [GOLD]}))
    return evaluate([path], Marking(*lines))


def test_a_quotation_over_two_sentences_is_one(tmp_path: Path) -> None:
    """What nobody says in its own sentence goes on with what was said before."""
    score = _score(tmp_path, 'A Lee ~ said ~ "we won.', 'A ~ ~ It is over."')
    assert (score.source_f1, score.cue_f1, score.content_f1, score.exact_f1) == (1.0, 1.0, 1.0, 1.0)
    assert (score.documents, score.n) == (1, 1)


def test_part_of_the_content_is_part_of_the_score(tmp_path: Path) -> None:
    """Tokens count for content, whole attributions for exact."""
    score = _score(tmp_path, 'A Lee ~ said ~ "we won.')
    assert 0.4 < score.content_f1 < 0.9
    assert score.exact_f1 == 0.0


def test_nothing_found_is_nothing(tmp_path: Path) -> None:
    """Without a crash."""
    assert _score(tmp_path).source_f1 == 0.0


def test_said_words_far_from_any_speaker_stand_alone() -> None:
    """Two sentences later they are not joined."""
    said, alone = (
        AttributionMark((Span(0, 1),), (Span(2, 3),), (Span(4, 5),)),
        AttributionMark((), (), (Span(0, 1),)),
    )
    marks = [Annotation(attributions=(said,)), Annotation(), Annotation(attributions=(alone,))]
    found = attributions([Span(0, 10), Span(10, 20), Span(20, 30)], marks)
    assert [mark.content for mark in found] == [(Span(4, 5),), (Span(20, 21),)]


def test_gold_without_text_is_refused(tmp_path: Path) -> None:
    """With the format that was expected."""
    path = tmp_path / "gold.jsonl"
    path.write_text("")
    with pytest.raises(GoldError, match="no text in"):
        evaluate([path], Marking())
