"""The tasks by name; their keys are a contract with everybody who reads the JSON."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from dragoman.evaluation import TASKS, Request, Task, run
from dragoman.evaluation.attribution import AttributionScore
from dragoman.evaluation.drift import DriftScore
from dragoman.evaluation.events import EventScore
from dragoman.evaluation.forecast import ForecastScore
from dragoman.evaluation.furniture import FurnitureScore
from dragoman.evaluation.pairs import PairScore
from dragoman.evaluation.places import PlaceScore
from dragoman.evaluation.spans import SpanScore
from dragoman.evaluation.status import StatusScore
from dragoman.terms import GoldError, UnknownName

CONTRACT: dict[type[msgspec.Struct], str] = {
    PairScore: "root_f1 root_acc quad_f1 quad_acc binary_f1 binary_acc n",
    EventScore: ("located_f1 type_f1 quad_f1 type_actor_f1 precision recall status_acc said_by_acc dated n"),
    SpanScore: "actor_head_f1 recipient_head_f1 actor_exact_f1 recipient_exact_f1 n",
    StatusScore: "happened_f1 not_happened_f1 mae r n",
    AttributionScore: "source_f1 cue_f1 content_f1 exact_f1 n",
    FurnitureScore: "precision recall f1 n",
    ForecastScore: "mrr hits1 hits3 hits10 ece seconds n",
    DriftScore: "found alarms_per_dyad_year chance p n",
    PlaceScore: "tag_f1 tag_precision tag_recall country_acc acc161 median_error_km n",
}


@pytest.mark.parametrize("shape", CONTRACT)
def test_scores_hold_the_keys_that_were_promised(
    shape: type[msgspec.Struct],
) -> None:
    """Flat numbers, each with its name; others may stand beside them."""
    assert set(CONTRACT[shape].split()) <= set(shape.__struct_fields__)
    assert all(hint in ("float", "int") for hint in shape.__annotations__.values())


def test_an_unknown_task_names_the_nearest(tmp_path: Path) -> None:
    """Or all of them."""
    with pytest.raises(UnknownName, match="Did you mean 'furniture'"):
        run("funriture", Request([tmp_path]))
    with pytest.raises(UnknownName, match="'pairs' or 'events' or 'spans'"):
        run("xyzzy", Request([tmp_path]))


@pytest.mark.parametrize("task", TASKS, ids=[task.name for task in TASKS])
def test_gold_that_is_not_there_is_an_error_for_the_user(tmp_path: Path, task: Task) -> None:
    """Whatever the task."""
    texts = tmp_path if "texts" in task.options else None
    with pytest.raises(GoldError, match="missing"):
        run(task.name, Request([tmp_path / "missing"], texts))


def test_an_option_a_task_does_not_take_is_refused(tmp_path: Path) -> None:
    """Never silently ignored."""
    with pytest.raises(GoldError, match="the task pairs takes no --only"):
        run("pairs", Request([tmp_path], only="UDS"))


def test_the_task_events_asks_for_the_texts(tmp_path: Path) -> None:
    """Gold alone is not enough."""
    with pytest.raises(GoldError, match="--texts"):
        run("events", Request([tmp_path]))
