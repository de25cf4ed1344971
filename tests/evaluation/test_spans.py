"""The task of finding who acts and who receives."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from dragoman.evaluation.spans import SpanScore, bare, evaluate, head, main_act, sides
from dragoman.reading import Annotation, EventMark, RuleAnnotator
from dragoman.terms import EventType, GoldError, Span, Status

TOKENS = "The Syrian army in Homs shelled the rebels .".split()
BIO = "B-S I-S I-S I-S I-S O B-T I-T O".split()


class Marking(RuleAnnotator):
    """Marks each text with one prepared act."""

    def __init__(self, actor: str, recipient: str) -> None:
        super().__init__()
        self._words = (actor, recipient)

    def annotate(self, texts: Sequence[str]) -> list[Annotation]:
        return [Annotation(events=(_event(text, *self._words),)) for text in texts]


def _event(text: str, actor: str, recipient: str) -> EventMark:
    actors, recipients = (
        (Span(text.index(words), text.index(words) + len(words)),) if words else ()
        for words in (actor, recipient)
    )
    return EventMark(Span(0, 1), EventType.ASSAULT, Status.HAPPENED, None, actors, recipients)


def _score(tmp_path: Path, annotator: RuleAnnotator, tokens: list[str], bio: list[str]) -> SpanScore:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"tokens": tokens, "bio": bio}) + "\n" + json.dumps({"text": "no spans"}))
    return evaluate([path], annotator)


def test_a_shorter_span_with_the_same_head_is_right_by_head(tmp_path: Path) -> None:
    """ "Syrian army" for "The Syrian army in Homs"; the recipient is exact without its article."""
    score = _score(tmp_path, Marking("Syrian army", "rebels"), TOKENS, BIO)
    assert (score.actor_head_f1, score.actor_exact_f1) == (1.0, 0.0)
    assert (score.recipient_head_f1, score.recipient_exact_f1, score.n) == (1.0, 1.0, 1)


def test_what_is_missed_and_what_is_invented_costs(tmp_path: Path) -> None:
    """Nobody found, or somebody else."""
    score = _score(tmp_path, Marking("Homs", ""), TOKENS, BIO)
    assert (score.actor_head_f1, score.recipient_head_f1) == (0.0, 0.0)


def test_mutual_spans_count_neither_way(tmp_path: Path) -> None:
    """The parties of a meeting."""
    score = _score(tmp_path, Marking("Syrian army", "rebels"), TOKENS, ["B-R"] + ["I-R"] * 4 + BIO[5:])
    assert (score.actor_head_f1, score.recipient_head_f1) == (0.0, 1.0)


def test_heads_end_before_prepositions() -> None:
    """An article in front and a possessive behind are no heads."""
    assert head(TOKENS, (0, 5)) == 2
    assert head(["Russia", "'s"], (0, 2)) == 0
    assert bare(["the", "rebels"], (0, 2)) == (1, 2)


def test_the_first_act_with_both_sides_is_the_main_one() -> None:
    """Before one that lacks a recipient."""
    alone, both = (_event("A struck B", "A", recipient) for recipient in ("", "B"))
    assert main_act(Annotation(events=(alone, both))) is both
    assert main_act(Annotation(events=(alone,))) is alone
    assert main_act(Annotation()) is None


def test_parties_of_a_mutual_act_are_divided() -> None:
    """As gold with one span on each side wants it."""
    met = EventMark(Span(0, 1), EventType.CONSULT, Status.HAPPENED, None, (Span(0, 4), Span(9, 13)))
    assert sides(met) == ((Span(0, 4),), (Span(9, 13),))
    assert main_act(Annotation(events=(_event("A struck B", "A", ""), met))) is met


def test_gold_without_spans_is_refused(tmp_path: Path) -> None:
    """With the format that was expected."""
    path = tmp_path / "gold.jsonl"
    path.write_text('{"text": "nothing"}')
    with pytest.raises(GoldError, match="no row with spans"):
        evaluate([path], Marking("", ""))
