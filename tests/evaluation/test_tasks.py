"""The tasks by name; their keys are a contract with everybody who reads the JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.evaluation import TASKS, run
from dragoman.evaluation.events import EventScore
from dragoman.evaluation.furniture import FurnitureScore
from dragoman.evaluation.pairs import PairScore
from dragoman.terms import GoldError, UnknownName

CONTRACT = {
    PairScore: "root_f1 root_acc quad_f1 quad_acc binary_f1 binary_acc n",
    EventScore: ("located_f1 type_f1 quad_f1 type_actor_f1 precision recall status_acc said_by_acc dated n"),
    FurnitureScore: "precision recall f1 n",
}


@pytest.mark.parametrize("shape", CONTRACT)
def test_scores_hold_the_keys_that_were_promised(
    shape: type[PairScore] | type[EventScore] | type[FurnitureScore],
) -> None:
    """Flat numbers, each with its name; others may stand beside them."""
    assert set(CONTRACT[shape].split()) <= set(shape.__struct_fields__)
    assert all(hint in ("float", "int") for hint in shape.__annotations__.values())


def test_an_unknown_task_names_the_nearest(tmp_path: Path) -> None:
    """Or all of them."""
    with pytest.raises(UnknownName, match="Did you mean 'furniture'"):
        run("funriture", [tmp_path])
    with pytest.raises(UnknownName, match="'pairs' or 'events' or 'furniture'"):
        run("xyzzy", [tmp_path])


@pytest.mark.parametrize("task", [task.name for task in TASKS])
def test_gold_that_is_not_there_is_an_error_for_the_user(tmp_path: Path, task: str) -> None:
    """Whatever the task."""
    with pytest.raises(GoldError, match="missing"):
        run(task, [tmp_path / "missing"], tmp_path)


def test_the_task_events_asks_for_the_texts(tmp_path: Path) -> None:
    """Gold alone is not enough."""
    with pytest.raises(GoldError, match="--texts"):
        run("events", [tmp_path])
