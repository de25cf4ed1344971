"""A small training of gists from end to end: it learns, repeats itself, goes on, and is exported."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason='training needs torch: pip install "dragoman[training]"')
pytest.importorskip("onnx")
pytest.importorskip("safetensors")

import torch

from dragoman.reading.gist.batch import PlacedAct
from dragoman.reading.gist.finder import WEIGHTS, GistFinder
from dragoman.reading.neural.model import FOLDER, TOKENIZER
from dragoman.reading.neural.tokenizer import PieceTokenizer
from dragoman.terms import DragomanError
from dragoman.training.build import base_folder
from dragoman.training.gist_build import build_gist, int8_scores
from dragoman.training.gist_measure import LabelledAct, average_precision, scores
from dragoman.training.gist_train import (
    GistOptions,
    GistReport,
    GistTrainer,
    contrast_loss,
    directions,
    labelled,
    pair_loss,
)
from dragoman.training.tellings import ToldStory, load

SMALL = GistOptions(epochs=2, groups=2, warm_up=1)
TOWNS = ("Gao", "Lima", "Oslo", "Bonn", "Baku", "Doha")
STORY = (
    '{"group": "%s-%d", "tellings": ['
    '{"story": "a", "outlet": "A", "published": "2024-05-01",'
    ' "text": "Two held in %s\\n\\nPolice [[a1|arrested]] two men. A court [[a2|freed]] both."},'
    '{"story": "a", "outlet": "B", "published": "2024-05-01",'
    ' "text": "%s court [[a2|lets]] two go\\n\\nThe men had been [[a1|detained]]. It [[a3|rained]]."}]}'
)


@pytest.fixture
def base() -> Path:
    """The published weights; skips where they are not installed."""
    try:
        return base_folder() / "model.safetensors"
    except DragomanError as error:
        pytest.skip(str(error))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six groups of stories, of which the fifth and the last measure."""
    made = tmp_path / "stories"
    made.mkdir()
    names = (("a", 1), ("a", 2), ("a", 3), ("a", 4), ("a", 5), ("e", 10))
    lines = [STORY % (*name, town, town) for name, town in zip(names, TOWNS, strict=True)]
    (made / "a.jsonl").write_text("\n".join(lines))
    return made


def tokenizer() -> PieceTokenizer:
    """The reader's."""
    return PieceTokenizer(FOLDER / TOKENIZER)


def _run(
    base: Path, stories: tuple[ToldStory, ...], checkpoint: Path | None = None
) -> tuple[GistTrainer, list[GistReport]]:
    trainer = GistTrainer(stories, base, tokenizer(), SMALL, checkpoint)
    reports: list[GistReport] = []
    trainer.run(reports.append)
    return trainer, reports


def _acts(events: str, group: str = "a-1") -> list[LabelledAct]:
    return [LabelledAct(PlacedAct((101, 102), (0,)), group, event) for event in events]


def test_training_learns_and_repeats_itself(base: Path, folder: Path) -> None:
    """The loss falls; the same seed gives the same network."""
    first, reports = _run(base, load(folder))
    again, _ = _run(base, load(folder))
    assert reports[1].loss < reports[0].loss
    for one, other in zip(first.network.parameters(), again.network.parameters(), strict=True):
        assert torch.equal(one, other)


def test_every_fifth_group_only_measures(base: Path, folder: Path) -> None:
    """And is in the scores; the natural ones are in scores of their own."""
    trainer, reports = _run(base, load(folder))
    assert {act.group for act in trainer.held_out} == {"a-5", "e-10"}
    assert {act.group for act in trainer.learned} == {"a-1", "a-2", "a-3", "a-4"}
    assert (reports[0].held_out.all.groups, reports[0].held_out.natural.groups) == (2, 1)


def test_an_interrupted_run_goes_on(base: Path, folder: Path, tmp_path: Path) -> None:
    """From its checkpoint, to the same network; another run's checkpoint is refused, and what is none."""
    stories, kept = load(folder), tmp_path / "new" / "run.pt"
    whole, _ = _run(base, stories)

    def stop(_: GistReport) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        GistTrainer(stories, base, tokenizer(), SMALL, kept).run(stop)
    resumed, reports = _run(base, stories, kept)
    assert [report.epoch for report in reports] == [2]
    for one, other in zip(whole.network.parameters(), resumed.network.parameters(), strict=True):
        assert torch.equal(one, other)
    with pytest.raises(DragomanError, match="other stories or other options"):
        _run(base, stories[2:], kept)
    kept.write_bytes(b"nonsense")
    with pytest.raises(DragomanError, match="is no checkpoint"):
        _run(base, stories, kept)


def test_what_is_built_can_be_loaded(base: Path, folder: Path, tmp_path: Path) -> None:
    """Weights below the limit, a card with hashes, data and scores."""
    card = build_gist(folder, tmp_path / "built", SMALL, None, lambda _: None)
    finder = GistFinder(tmp_path / "built", threads=1)
    assert finder.card == card
    assert set(card.hashes) == {WEIGHTS, TOKENIZER}
    assert card.facts["stories"]["acts"] == 30  # type: ignore[index]
    assert {"options", "base", "scores_held_out", "curve"} <= set(card.facts)
    acts = labelled(load(folder), tokenizer())
    assert int8_scores(finder, acts, (6.0, -3.0)).all.acts == 30


def test_exported_weights_point_the_same_way(base: Path, folder: Path, tmp_path: Path) -> None:
    """Int8 and float agree."""
    built = GistTrainer(load(folder), base, tokenizer(), SMALL)
    network = built.run(lambda _: None)
    card = build_gist(folder, tmp_path / "built", SMALL, None, lambda _: None)
    acts = [*built.learned, *built.held_out]
    wanted = directions(network, acts)
    gists = dict(GistFinder(tmp_path / "built", 1).worked_out([act.act for act in acts]))
    found = np.array([np.frombuffer(gists[place], dtype=np.int8) for place in range(len(acts))], dtype=float)
    assert (wanted * found).sum(1) / np.linalg.norm(found, axis=1) == pytest.approx(1.0, abs=0.02)
    assert card.name.startswith("gist-1.")


def test_stories_without_marks_are_refused(base: Path) -> None:
    """There is nothing to learn from."""
    story = ToldStory("a-1", "a", "A", "2024-05-01", "It rained.", ())
    with pytest.raises(DragomanError, match="no act to learn from"):
        GistTrainer([story], base, tokenizer(), SMALL)


def test_marks_are_acts_in_their_sentences(folder: Path) -> None:
    """The same event has the same name, and each act the pieces of its own sentence."""
    acts = labelled(load(folder)[:2], tokenizer())
    assert [act.event for act in acts] == ["a-1:a1", "a-1:a2", "a-1:a2", "a-1:a1", "a-1:a3"]
    assert len({act.act.window for act in acts}) == 5


def test_perfect_gists_score_one() -> None:
    """Within each group; acts of two groups are never compared."""
    acts = [*_acts("xxy"), *_acts("zz", "e-2")]
    gists = np.array([[1, 0], [1, 0], [0, 1], [1, 0], [2, 0]], dtype=np.float64)
    found = scores(acts, gists, 12.0, -6.0)
    assert found.all.average_precision == 1.0
    assert found.all.best.conll_f1 == 1.0
    assert (found.natural.groups, found.natural.acts) == (1, 2)
    assert scores([], np.zeros((0, 2)), 12.0, -6.0).all.groups == 0


def test_average_precision_is_the_mean_over_the_right_ones() -> None:
    """Right, wrong, right: (1/1 + 2/3) / 2; 0 where none is right."""
    assert average_precision(np.array([0.9, 0.5, 0.1]), np.array([1.0, 0.0, 1.0])) == pytest.approx(5 / 6)
    assert average_precision(np.array([0.9]), np.array([0.0])) == 0.0


def test_the_losses_fall_when_gists_are_right() -> None:
    """Acts of one event close and the others far; nobody is compared with itself."""
    same = torch.tensor([[1, 1, 0], [1, 1, 0], [0, 0, 1]]).bool()
    near = torch.ones(3, 3).bool()
    right, wrong = (torch.where(same, sign * 3.0, -sign * 3.0) for sign in (1, -1))
    assert pair_loss(right, same, near, 0.05, 0.5) < pair_loss(wrong, same, near, 0.05, 0.5)
    assert contrast_loss(right, same, near) < contrast_loss(wrong, same, near)
    assert contrast_loss(right, torch.eye(3).bool(), near) == 0.0
