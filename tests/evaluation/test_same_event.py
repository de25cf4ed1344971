"""The task of telling which mentions are of one event."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dragoman.evaluation import Request, run
from dragoman.evaluation.same_event import (
    GivenDocument,
    GivenMention,
    Prediction,
    Predictor,
    SameEventScore,
    evaluate,
)
from dragoman.evaluation.same_event_baseline import average_linkage, by_head_stem, tf_idf_cosine
from dragoman.terms import GoldError

FERRY = {
    "doc": "7_ferry1",
    "topic": 7,
    "sub": "7_ferry",
    "title": "New ferry line to Armenia",
    "split": "train",
    "sents": [["Georgia", "opened", "a", "ferry", "line", "."], ["The", "opening", "was", "late", "."]],
}
AGAIN = FERRY | {"doc": "7_ferry2", "sents": [["The", "ferry", "line", "opens", "on", "Friday", "."]]}
QUAKE = FERRY | {
    "doc": "9_quake1",
    "topic": 9,
    "sub": "9_quake",
    "title": "Chile",
    "sents": [["It", "shook"]],
}
DOCUMENTS = [FERRY, AGAIN, QUAKE]


def mention(doc: str, sent: int, tok: list[int], chain: str, **others: object) -> dict[str, object]:
    """A row of mentions with all that such rows hold."""
    row = {"kind": "event", "doc": doc, "sent": sent, "tok": tok, "chain": chain, "text": "x"}
    return row | {"type": "ACT_SECRET", "singleton": False, "split": "train"} | others


MENTIONS = [
    mention("9_quake1", 0, [1], "SHAKE"),
    mention("7_ferry1", 1, [1], "OPEN"),
    mention("7_ferry1", 0, [1], "OPEN"),
    mention("7_ferry2", 0, [3], "OPEN"),
]


def written(path: Path, rows: Sequence[dict[str, Any]]) -> Path:
    """A file of JSON Lines."""
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


def result(
    tmp_path: Path,
    predict: Predictor = by_head_stem,
    documents: Sequence[dict[str, Any]] = DOCUMENTS,
    mentions: Sequence[dict[str, Any]] = MENTIONS,
) -> SameEventScore:
    """The score of a predictor on some rows."""
    docs = written(tmp_path / "docs.jsonl", documents)
    return evaluate([docs], written(tmp_path / "mentions.jsonl", mentions), predict)


def all_in_one(documents: Sequence[GivenDocument], mentions: Sequence[GivenMention]) -> Prediction:
    """Everything is one."""
    return Prediction([0] * len(documents), [0] * len(mentions))


def all_alone(documents: Sequence[GivenDocument], mentions: Sequence[GivenMention]) -> Prediction:
    """Nothing belongs together."""
    return Prediction(range(len(documents)), range(len(mentions)))


def test_the_baseline_joins_equal_stems_of_similar_documents(tmp_path: Path) -> None:
    """Opened, opening and opens are one event, and the ferry is in two documents."""
    found = result(tmp_path)
    assert (found.conll_f1, found.cluster_b3_f1) == pytest.approx((1.0, 1.0))
    assert (found.n, found.documents) == (4, 3)


def test_everything_in_one_is_complete_and_impure(tmp_path: Path) -> None:
    """Figures worked out by hand."""
    found = result(tmp_path, all_in_one)
    assert found.muc_f1 == pytest.approx(2 * (2 / 3) / (2 / 3 + 1))
    assert found.b3_f1 == pytest.approx(2 * (10 / 16) / (10 / 16 + 1))
    assert found.ceafe_f1 == pytest.approx(2 * (6 / 7) / 3)
    assert found.conll_f1 == pytest.approx((found.muc_f1 + found.b3_f1 + found.ceafe_f1) / 3)
    assert found.cluster_b3_f1 == pytest.approx(2 * (5 / 9) / (5 / 9 + 1))


def test_everything_alone_has_no_link(tmp_path: Path) -> None:
    """Pure, and half of it missing."""
    found = result(tmp_path, all_alone)
    assert (found.muc_f1, found.b3_f1) == pytest.approx((0.0, 2 / 3))
    assert found.ceafe_f1 == pytest.approx(2 * 1.5 / 6)


def test_the_answers_never_reach_the_predictor(tmp_path: Path) -> None:
    """Neither those of the rows nor the names of the documents, which may tell them."""
    given: list[str] = []

    def spy(documents: Sequence[GivenDocument], mentions: Sequence[GivenMention]) -> Prediction:
        given.append(repr((documents, mentions)))
        return all_alone(documents, mentions)

    result(tmp_path, spy)
    assert "GivenMention" in given[0]
    assert "Georgia" in given[0]
    for secret in ("7_ferry", "9_quake", "OPEN", "SHAKE", "ACT_SECRET", "singleton", "topic", "train"):
        assert secret not in given[0]


def test_the_order_of_the_files_tells_nothing(tmp_path: Path) -> None:
    """Turned round, they give the predictor the same; and a mention points at its own document."""
    given: list[tuple[Sequence[GivenDocument], Sequence[GivenMention]]] = []

    def spy(documents: Sequence[GivenDocument], mentions: Sequence[GivenMention]) -> Prediction:
        given.append((documents, mentions))
        return all_alone(documents, mentions)

    result(tmp_path, spy)
    result(tmp_path, spy, DOCUMENTS[::-1], MENTIONS[::-1])
    assert given[0] == given[1]
    sents = {document.doc: document.sents for document in given[0][0]}
    words = {sents[each.doc][each.sent][each.tok[0]] for each in given[0][1]}
    assert words == {"opened", "opening", "opens", "shook"}


def test_other_kinds_of_mentions_are_passed_over(tmp_path: Path) -> None:
    """And need not stand anywhere."""
    place = mention("nowhere", 99, [99], "GEORGIA", kind="place")
    assert result(tmp_path, mentions=[*MENTIONS, place]).n == 4


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        (mention("5_none", 0, [0], "X"), "document '5_none'"),
        (mention("9_quake1", 1, [0], "X"), "sentence 1 of '9_quake1'; expected 0 to 0"),
        (mention("9_quake1", -1, [0], "X"), "sentence -1"),
        (mention("9_quake1", 0, [1, 2], "X"), r"tokens \[1, 2\]"),
        (mention("9_quake1", 0, [-1], "X"), r"tokens \[-1\]"),
        (mention("9_quake1", 0, [], "X"), "expected one or more from 0 to 1"),
        ({"doc": "9_quake1"}, "line 5"),
    ],
)
def test_a_mention_stands_somewhere(tmp_path: Path, row: dict[str, object], complaint: str) -> None:
    """In a document, a sentence and tokens that are there; else the row is named."""
    with pytest.raises(GoldError, match=complaint):
        result(tmp_path, mentions=[*MENTIONS, row])


def test_gold_holds_documents_and_mentions(tmp_path: Path) -> None:
    """At least one of either, and no document twice."""
    with pytest.raises(GoldError, match="no document in"):
        result(tmp_path, documents=[])
    with pytest.raises(GoldError, match="no mention of an event"):
        result(tmp_path, mentions=[mention("9_quake1", 0, [1], "X", kind="place")])
    with pytest.raises(GoldError, match="two documents are named '9_quake1'"):
        result(tmp_path, documents=[*DOCUMENTS, QUAKE])


def test_a_prediction_has_a_label_for_each(tmp_path: Path) -> None:
    """One too few is a fault of the predictor."""
    with pytest.raises(ValueError, match="shorter"):
        result(tmp_path, lambda documents, mentions: Prediction([0], [0] * len(mentions)))
    with pytest.raises(ValueError, match="shorter"):
        result(tmp_path, lambda documents, mentions: Prediction([0] * len(documents), [0]))


def test_the_task_asks_for_the_mentions(tmp_path: Path) -> None:
    """Documents alone are not enough; a file that is not there is named."""
    docs = written(tmp_path / "docs.jsonl", DOCUMENTS)
    with pytest.raises(GoldError, match="--mentions"):
        run("same-event", Request([docs]))
    with pytest.raises(GoldError, match="cannot be read"):
        run("same-event", Request([docs], mentions=tmp_path / "none.jsonl"))
    score = run("same-event", Request([docs], mentions=written(tmp_path / "m.jsonl", MENTIONS)))
    assert isinstance(score, SameEventScore)


def test_other_tasks_take_no_mentions(tmp_path: Path) -> None:
    """An option is never silently ignored."""
    with pytest.raises(GoldError, match="the task places takes no --mentions"):
        run("places", Request([tmp_path], mentions=tmp_path))


def test_linkage_goes_by_the_mean() -> None:
    """The third is near the first alone, so on average too far from the two."""
    near = np.array([[1.0, 0.9, 0.5], [0.9, 1.0, 0.1], [0.5, 0.1, 1.0]])
    assert average_linkage(near, 0.4) == [0, 0, 1]
    assert average_linkage(near, 0.3) == [0, 0, 0]
    assert average_linkage(np.zeros((0, 0)), 0.3) == []


def test_words_of_every_text_weigh_nothing() -> None:
    """Nor do those of one alone; a text of such words is similar to none."""
    cosine = tf_idf_cosine([["the", "ferry"], ["the", "ferry", "late"], ["the", "quake"]])
    assert cosine[0, 1] == pytest.approx(1.0)
    assert (cosine[0, 2], cosine[2, 2]) == (0.0, 0.0)
