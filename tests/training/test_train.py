"""A small training from end to end: it learns, repeats itself, goes on, and reads the same when exported."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason='training needs torch: pip install "dragoman[training]"')
pytest.importorskip("onnx")
pytest.importorskip("safetensors")

import msgspec
import onnxruntime
import torch

from dragoman.reading.neural.decode import Settings
from dragoman.reading.neural.hints import HintFinder
from dragoman.reading.neural.layout import INPUTS, Layout
from dragoman.reading.neural.model import CARD, FOLDER, TOKENIZER, WEIGHTS, Card, ReaderModel
from dragoman.reading.neural.tokenizer import PieceTokenizer
from dragoman.terms import DragomanError
from dragoman.training import batches
from dragoman.training.build import base_folder, build, corpus_files
from dragoman.training.export import export, quantized
from dragoman.training.items import write_items
from dragoman.training.train import EpochReport, Options, Trainer, examples_of, schedule
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
    assert [report.epoch for report in reports] == [2, 3]
    for one, other in zip(whole.averaged.parameters(), resumed.averaged.parameters(), strict=True):
        assert torch.equal(one, other)


def test_what_is_built_can_be_loaded_and_reads(
    base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Weights below the limit, a card with hashes and scores."""
    monkeypatch.setattr("dragoman.training.build.cue_items", list)  # a small training stays small
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


def test_a_checkpoint_of_another_run_is_refused(base: Path, tmp_path: Path) -> None:
    """And one that is none."""
    kept = tmp_path / "new" / "run.pt"
    _run(base, SMALL, kept)
    with pytest.raises(DragomanError, match="another corpus or other options"):
        _run(base, Options(epochs=3, batch=4), kept)
    kept.write_bytes(b"nonsense")
    with pytest.raises(DragomanError, match="is no checkpoint"):
        _run(base, SMALL, kept)


def test_nothing_to_learn_from_is_refused(base: Path) -> None:
    """A corpus without a single event."""
    tokenizer = PieceTokenizer(FOLDER / TOKENIZER)
    with pytest.raises(DragomanError, match="no event to learn from"):
        Trainer(samples.items()[3:], base / "model.safetensors", tokenizer, SMALL)


def test_exported_weights_read_like_the_network(base: Path, tmp_path: Path) -> None:
    """Int8 and float agree in nearly every tag."""
    trainer, _ = _run(base, SMALL)
    export(trainer.averaged.state_dict(), trainer.layout, Settings(), tmp_path / "a.onnx", {})
    items = samples.items()
    given = batches.given(
        examples_of(items, PieceTokenizer(FOLDER / TOKENIZER), HintFinder(), trainer.layout)
    )
    with torch.no_grad():
        wanted = trainer.averaged(*msgspec.structs.astuple(given))[0].numpy()
    session = onnxruntime.InferenceSession(str(tmp_path / "a.onnx"), providers=["CPUExecutionProvider"])
    inputs = {name: getattr(given, name).numpy() for name in INPUTS}
    found = session.run(["tags"], inputs)[0]
    there = given.mask.numpy().astype(bool)
    assert np.corrcoef(found[there].ravel(), wanted[there].ravel())[0, 1] > 0.99


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
