"""The task of typing a marked pair."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from dragoman.evaluation import pairs
from dragoman.evaluation.pairs import PairScore, evaluate, unmark
from dragoman.reading import ENVIRONMENT, MarkedPair
from dragoman.terms import EventType, GoldError, Span

Rows = list[tuple[EventType | None, str, int]]
Score = Callable[[Rows], PairScore]


@pytest.fixture
def score(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Score:
    """Scores rows of (predicted type, gold root, gold quad)."""

    def evaluated(rows: Rows) -> PairScore:
        def predict(marked: Iterable[MarkedPair]) -> list[EventType | None]:
            assert len(list(marked)) == len(rows)
            return [predicted for predicted, _, _ in rows]

        monkeypatch.setattr(pairs, "predict", predict)
        path = tmp_path / "gold.jsonl"
        path.write_text(
            "\n".join(
                json.dumps({"marked": "<s>A</s> and <t>B</t>", "root": root, "penta": quad})
                for _, root, quad in rows
            )
        )
        return evaluate([path])

    return evaluated


def test_tags_are_taken_out_and_remembered() -> None:
    """In either order; offsets count in the text without tags."""
    pair = unmark("Then <t>the miners</t> met <s>Kazakhstan</s>.")
    assert pair.text == "Then the miners met Kazakhstan."
    assert (pair.actor, pair.recipient) == (Span(20, 30), Span(5, 15))


@pytest.mark.parametrize("marked", ["no tags", "<s>open", "</s>closed<t></t>", "<s>a</s><s>b</s>"])
def test_odd_tags_do_no_harm(marked: str) -> None:
    """What is not marked is not there; the first of a kind counts."""
    pair = unmark(marked)
    assert "<" not in pair.text
    if pair.actor is not None:
        assert pair.actor.of(pair.text) == "a"


def test_all_right_is_one(score: Score) -> None:
    """In every measure."""
    result = score([(EventType.ACCUSE, "ACCUSE", 3), (EventType.AID, "AID", 2)])
    assert set(_measures(result).values()) == {1.0}
    assert (result.uncoded, result.n) == (0.0, 2)


@pytest.mark.parametrize("event_type", [EventType.CONCEDE, EventType.RETREAT])
def test_conceding_and_retreating_are_yielding(score: Score, event_type: EventType) -> None:
    """And material cooperation, quad 2."""
    assert set(_measures(score([(event_type, "YIELD", 2)])).values()) == {1.0}


def test_a_row_without_a_type_is_wrong_everywhere(score: Score) -> None:
    """Though it is the best guess of nobody."""
    result = score([(None, "ACCUSE", 3), (EventType.ACCUSE, "ACCUSE", 3)])
    assert (result.root_acc, result.quad_acc, result.binary_acc, result.uncoded) == (0.5, 0.5, 0.5, 0.5)
    assert result.root_f1 == pytest.approx(2 / 3)


def test_quad_and_side_forgive_a_wrong_root(score: Score) -> None:
    """Accusing for rejecting keeps the quad; sanctioning for rejecting keeps the side."""
    near = score([(EventType.ACCUSE, "REJECT", 3)])
    assert (near.root_acc, near.quad_acc, near.binary_acc) == (0, 1, 1)
    far = score([(EventType.SANCTION, "REJECT", 3)])
    assert (far.root_acc, far.quad_acc, far.binary_acc) == (0, 0, 1)


@pytest.mark.parametrize("reader", ["rules", "trained"])
def test_every_reader_types_a_pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: str) -> None:
    """From the file to the score."""
    monkeypatch.setenv(ENVIRONMENT, reader)
    path = tmp_path / "gold.jsonl"
    path.write_text(
        '{"marked": "<s>Russia</s> accused <t>Ukraine</t> of lying.", "root": "ACCUSE", "penta": 3}'
    )
    assert evaluate([path]).root_acc == 1.0


@pytest.mark.parametrize("row", ["", '{"marked": "x"}', '{"marked": "x", "root": "AID", "penta": 5}'])
def test_other_files_are_refused(tmp_path: Path, row: str) -> None:
    """With the format that was expected."""
    path = tmp_path / "gold.jsonl"
    path.write_text(row)
    with pytest.raises(GoldError, match=r"expected .*marked"):
        evaluate([path])


def _measures(score: PairScore) -> dict[str, float]:
    names = ("root_f1", "root_acc", "quad_f1", "quad_acc", "binary_f1", "binary_acc")
    return {name: getattr(score, name) for name in names}
