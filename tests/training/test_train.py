"""A small training from end to end: it learns, repeats itself, goes on, and reads the same when exported."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason='training needs torch: pip install "dragoman[training]"')
pytest.importorskip("onnx")
pytest.importorskip("safetensors")

import torch

from dragoman.reading.neural.decode import Settings
from dragoman.reading.neural.layout import Layout
from dragoman.reading.neural.model import CARD, FOLDER, TOKENIZER, WEIGHTS, Card, ReaderModel
from dragoman.reading.neural.tokenizer import PieceTokenizer
from dragoman.terms import DragomanError
from dragoman.training.build import base_folder, build, corpus_files
from dragoman.training.export import quantized
from dragoman.training.items import write_items
from dragoman.training.train import EpochReport, Options, Trainer, schedule
from tests.training import samples

SMALL = Options(epochs=2, batch=4, warm_up=0.1, average=0.5)


@pytest.fixture
def base() -> Path:
    """The published weights; skips where they are not installed."""
    try:
        return base_folder()
    except DragomanError as error:
        pytest.skip(str(error))


def _run(base: Path, options: Options, checkpoint: Path | None = None) -> tuple[Trainer, list[EpochReport]]:
    tokenizer = PieceTokenizer(FOLDER / TOKENIZER)
    trainer = Trainer(samples.items() * 3, base / "model.safetensors", tokenizer, options, checkpoint)
    reports: list[EpochReport] = []
    trainer.run(reports.append)
    return trainer, reports


def test_training_learns_and_repeats_itself(base: Path) -> None:
    """The loss falls; the same seed gives the same weights."""
    first, reports = _run(base, SMALL)
    again, _ = _run(base, SMALL)
    assert reports[1].reading_loss < reports[0].reading_loss
    for one, other in zip(first.averaged.parameters(), again.averaged.parameters(), strict=True):
        assert torch.equal(one, other)


def test_an_interrupted_run_goes_on(base: Path, tmp_path: Path) -> None:
    """From its checkpoint, and comes to the same weights."""
    whole, _ = _run(base, SMALL)
    kept = tmp_path / "run.pt"
    tokenizer = PieceTokenizer(FOLDER / TOKENIZER)

    def stop(_: EpochReport) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Trainer(samples.items() * 3, base / "model.safetensors", tokenizer, SMALL, kept).run(stop)
    resumed, reports = _run(base, SMALL, kept)
    assert [report.epoch for report in reports] == [2]
    for one, other in zip(whole.averaged.parameters(), resumed.averaged.parameters(), strict=True):
        assert torch.equal(one, other)


def test_what_is_built_can_be_loaded_and_reads(base: Path, tmp_path: Path) -> None:
    """Weights below the limit, a card with hashes and scores; int8 is close to float."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    write_items(corpus / "a.jsonl", samples.items() * 8)
    card: Card = build(corpus, tmp_path / "built", SMALL, None, lambda _: None)
    model = ReaderModel(tmp_path / "built")
    assert model.card == card
    assert set(card.hashes) == {WEIGHTS, TOKENIZER}
    assert card.facts["corpus"]["items"] == 32  # type: ignore[index]
    assert len(model.annotate(["Chad shelled Mali."])) == 1
    assert (tmp_path / "built" / CARD).exists()


def test_int8_keeps_each_column_within_half_a_step() -> None:
    """Of its own scale."""
    steps = np.arange(1, 8, dtype=np.float32)
    matrix = np.random.default_rng(1).standard_normal((40, 7), dtype=np.float32) * steps
    table, scale = quantized(matrix)
    assert np.abs(table * scale - matrix).max(axis=0) == pytest.approx(scale / 2, rel=1.0)


def test_the_rate_rises_and_falls() -> None:
    """From nothing to its peak and back."""
    assert [schedule(p, 0.1) for p in (0.0, 0.05, 0.1, 1.0)] == pytest.approx([0.0, 0.5, 1.0, 0.0])


def test_an_empty_corpus_is_refused(tmp_path: Path) -> None:
    """With what was expected."""
    with pytest.raises(DragomanError, match=r"no \*\.jsonl there"):
        corpus_files(tmp_path)


def test_settings_and_layout_have_defaults() -> None:
    """Every mode of the tables has a channel."""
    assert Settings().trigger_floor == 0.5
    assert Layout.of_tables().channels > 100
