"""From stories to shipped gists: train, export, measure, write the card."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import numpy as np
from torch import Tensor

from dragoman.reading.gist.batch import DIMENSIONS
from dragoman.reading.gist.finder import WEIGHTS, GistFinder
from dragoman.reading.neural.model import TOKENIZER, Card, write_card
from dragoman.reading.neural.tokenizer import PieceTokenizer
from dragoman.terms import DragomanError
from dragoman.training.build import BASE_PACKAGE, BASE_SHA256, base_folder, corpus_digest
from dragoman.training.gist_export import export_gist
from dragoman.training.gist_measure import GistScore, GistScores, LabelledAct, scores, told_once
from dragoman.training.gist_train import GistOptions, GistReport, GistTrainer
from dragoman.training.tellings import load

LARGEST = 20_000_000  # bytes of the weights
NAME = "gist-1"


def build_gist(
    stories: Path,
    target: Path,
    options: GistOptions,
    checkpoint: Path | None,
    on_epoch: Callable[[GistReport], None],
) -> Card:
    """Train on a folder of stories and write weights and card to another.

    Raises:
        DragomanError: base weights or stories are missing, or the weights came out too large.
    """
    base = base_folder()
    tokenizer = PieceTokenizer(base / TOKENIZER)
    told = load(stories)
    trainer = GistTrainer(told, base / "model.safetensors", tokenizer, options, checkpoint)
    weights = trainer.run(on_epoch).state_dict()
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        made = Path(scratch)
        name = _named(weights)
        export_gist(weights, made / WEIGHTS, {"name": name})
        if (made / WEIGHTS).stat().st_size > LARGEST:
            raise DragomanError(f"the weights are larger than {LARGEST:,} bytes")
        hashes = {path.name: _sha256(path) for path in (made / WEIGHTS, base / TOKENIZER)}
        card = Card(name, str(datetime.now(tz=UTC).date()), hashes)
        write_card(made, card)
        finder = GistFinder(made, options.threads, base / TOKENIZER)
        facts = {
            "stories": _facts(stories, trainer),
            "base": {"package": BASE_PACKAGE, "sha256": BASE_SHA256, "license": "Apache-2.0"},
            "options": options,
            "likelihood": dict(zip(("scale", "offset"), trainer.likelihood, strict=True)),
            "scores_held_out": _rounded(int8_scores(finder, trainer.held_out, trainer.likelihood)),
            "scores_held_out_float": _rounded(trainer.measure()),
            "curve": [_row(report) for report in trainer.curve],
        }
        card = msgspec.structs.replace(card, facts=msgspec.to_builtins(facts))
        shutil.copyfile(made / WEIGHTS, target / WEIGHTS)
    write_card(target, card)  # last: until then the file is not what the old card says
    return card


def int8_scores(
    finder: GistFinder, acts: Sequence[LabelledAct], likelihood: tuple[float, float]
) -> GistScores:
    """How well acts are told apart by the gists that the record keeps."""
    found = np.zeros((len(acts), DIMENSIONS), dtype=np.int8)
    for place, gist in finder.worked_out([act.act for act in acts]):
        found[place] = np.frombuffer(gist, dtype=np.int8)
    return scores(acts, found.astype(np.float32), *likelihood)


def _facts(stories: Path, trainer: GistTrainer) -> dict[str, object]:
    acts = [*trainer.learned, *trainer.held_out]
    return {
        "digest": corpus_digest(sorted(stories.glob("*.jsonl"))),
        "groups": len({act.group for act in acts}),
        "groups_held_out": len({act.group for act in trainer.held_out}),
        "acts": len(acts),
        "events": len({act.event for act in acts}),
        "told_once": told_once(acts),
        "license": "Apache-2.0",
    }


def _row(report: GistReport) -> dict[str, float]:
    """One epoch of the curve."""
    row = {"epoch": report.epoch, "loss": report.loss, "seconds": report.seconds}
    for name in ("all", "natural"):
        score: GistScore = getattr(report.held_out, name)
        row |= {f"{name}_average_precision": score.average_precision, f"{name}_conll_f1": score.best.conll_f1}
    return {name: round(value, 3) for name, value in row.items()}


def _rounded(found: GistScores) -> object:
    """Scores to four places."""
    return _to_four(msgspec.to_builtins(found))


def _to_four(value: object) -> object:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, list | tuple):
        return [_to_four(each) for each in value]
    return {name: _to_four(each) for name, each in value.items()} if isinstance(value, dict) else value


def _named(weights: Mapping[str, Tensor]) -> str:
    """A name that changes with any weight, so that a record knows whose gists it keeps."""
    digest = hashlib.sha256()
    for name in sorted(weights):
        digest.update(weights[name].numpy().tobytes())
    return f"{NAME}.{digest.hexdigest()[:8]}"


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
