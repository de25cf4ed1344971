"""Training gists: stories told several times in, a network out. The same stories and seed give the same one.

Every step takes a few groups of stories that look alike. Each two acts of a group are asked whether they tell
one event, and each act is drawn to those that tell its event more than to the others of its group (supervised
contrastive loss: Khosla et al. 2020).
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path

import msgspec
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from dragoman import text
from dragoman.reading.gist.batch import DIMENSIONS, Batch, ToldAct, batch, batches, placed
from dragoman.reading.neural.tokenizer import PieceTokenizer
from dragoman.terms import DragomanError
from dragoman.training.gist_measure import GistScores, LabelledAct, scores
from dragoman.training.gist_network import GistNetwork
from dragoman.training.tellings import ToldStory, held_out

_MASK, _LAST_SPECIAL = 103, 103  # of the vocabulary
_FAR = -1e4


class GistOptions(msgspec.Struct, frozen=True):
    """How to train. By judgement, watched on the held-out groups."""

    epochs: int = 5
    groups: int = 4  # in one step
    encoder_rate: float = 5e-5
    head_rate: float = 1e-3
    decay: float = 0.01
    warm_up: int = 30  # steps
    clip: float = 1.0
    dropout: float = 0.1
    hidden: float = 0.1  # share of word pieces that are hidden from the network
    frozen: int = 2  # layers that stay as published, and the embeddings with them
    across: float = 0.05  # weight of a pair of acts from two groups; no story of theirs looks alike
    same: float = 0.5  # weight of all pairs that tell one event, as a share of that of all others
    contrast: float = 0.3  # weight of the contrastive loss
    temperature: float = 0.07
    seed: int = 20261125
    threads: int = 2


class GistReport(msgspec.Struct, frozen=True):
    """One row of the curve."""

    epoch: int
    loss: float
    seconds: float
    held_out: GistScores


def labelled(stories: Sequence[ToldStory], tokenizer: PieceTokenizer) -> list[LabelledAct]:
    """The marked words of stories as acts, each in the sentence that would be read around it."""
    told: list[tuple[ToldAct, str, str]] = []
    for story in stories:
        sentences = text.split(story.text)
        for mark in story.marks:
            for sentence in (each for each in sentences if each.contains(mark.span)):
                act = ToldAct(sentence.of(story.text), mark.span.shifted(-sentence.start))
                told.append((act, story.group, mark.event))
    found = zip(told, placed(tokenizer, [act for act, _, _ in told]), strict=True)
    return [LabelledAct(act, group, event) for (_, group, event), act in found if act is not None]


class GistTrainer:
    """One training run.

    Args:
        stories: of which every fifth group measures and is never learned from.
        base: the published weights of MiniLM-L6.
        tokenizer: cuts texts into its word pieces.
        checkpoint: where to keep the state after every epoch; a run goes on from there when it exists.
    """

    def __init__(
        self,
        stories: Sequence[ToldStory],
        base: Path,
        tokenizer: PieceTokenizer,
        options: GistOptions,
        checkpoint: Path | None = None,
    ) -> None:
        torch.manual_seed(options.seed)
        torch.set_num_threads(options.threads)
        torch.use_deterministic_algorithms(True)
        self._options = options
        self._checkpoint = checkpoint
        if checkpoint is not None:
            checkpoint.parent.mkdir(parents=True, exist_ok=True)
        acts = labelled(stories, tokenizer)
        self.held_out = [act for act in acts if held_out(act.group)]
        self.learned = [act for act in acts if not held_out(act.group)]
        self._groups: dict[str, list[LabelledAct]] = {}
        for act in self.learned:
            self._groups.setdefault(act.group, []).append(act)
        if not self._groups:
            raise DragomanError("the stories hold no act to learn from; expected marked words in them")
        self._run = _fingerprint(options, acts)
        self.network = GistNetwork(options.dropout)
        self.network.load_base(base)
        self.network.embeddings.requires_grad_(False)
        self.network.layers[: options.frozen].requires_grad_(False)
        self._optimizer = self._new_optimizer()
        self._step = 0
        self.curve: list[GistReport] = []

    def run(self, on_epoch: Callable[[GistReport], None]) -> GistNetwork:
        """Train to the end; ``curve`` then holds every epoch."""
        self._resume()
        for epoch in range(len(self.curve), self._options.epochs):
            started = time.perf_counter()
            loss = self._epoch(epoch)
            report = GistReport(epoch + 1, loss, time.perf_counter() - started, self.measure())
            self.curve.append(report)
            self._keep()
            on_epoch(report)
        return self.network.eval()

    def measure(self) -> GistScores:
        """How well the held-out acts are told apart."""
        return scores(self.held_out, directions(self.network, self.held_out), *self.likelihood)

    @property
    def likelihood(self) -> tuple[float, float]:
        """Scale and offset that make the cosine of two gists the log-odds that they tell one event."""
        return self.network.scale.item(), self.network.offset.item()

    def _epoch(self, epoch: int) -> float:
        options = self._options
        names = sorted(self._groups)
        random.Random(options.seed * 1000 + epoch).shuffle(names)  # noqa: S311 - draws examples, guards nothing
        self.network.train()
        total, starts = 0.0, range(0, len(names), options.groups)
        for start in starts:
            acts = [act for name in names[start : start + options.groups] for act in self._groups[name]]
            loss = self._loss(acts)
            self._take_step(loss, self._rate(len(starts) * options.epochs))
            total += loss.item()
        return total / len(starts)

    def _loss(self, acts: Sequence[LabelledAct]) -> Tensor:
        ids, mask, rows, shares = _tensors(batch([act.act for act in acts]))
        hidden = (torch.rand(ids.shape) < self._options.hidden) & (ids > _LAST_SPECIAL)
        found = self.network(ids.masked_fill(hidden, _MASK), mask, rows, shares)
        cosines = found @ found.T
        logits = cosines * self.network.scale + self.network.offset
        same, near = (_equal([getattr(act, name) for act in acts]) for name in ("event", "group"))
        options = self._options
        pairs = pair_loss(logits, same, near, options.across, options.same)
        return pairs + options.contrast * contrast_loss(cosines / options.temperature, same, near)

    def _rate(self, steps: int) -> float:
        """The learning rate as a share of its peak: a short linear rise within a long linear fall."""
        return min(1.0, self._step / self._options.warm_up) * (1.0 - self._step / steps)

    def _take_step(self, loss: Tensor, rate: float) -> None:
        for group in self._optimizer.param_groups:
            group["lr"] = group["peak"] * rate
        self._optimizer.zero_grad()
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), self._options.clip)
        self._optimizer.step()
        self._step += 1

    def _new_optimizer(self) -> torch.optim.Optimizer:
        learned = [(name, each) for name, each in self.network.named_parameters() if each.requires_grad]
        options = self._options
        groups = [
            {"params": [each for name, each in learned if name.startswith("layers.")]},
            {"params": [each for name, each in learned if not name.startswith("layers.")]},
        ]
        rates = (options.encoder_rate, options.head_rate)
        peaked = [{**group, "peak": rate} for group, rate in zip(groups, rates, strict=True)]
        return torch.optim.AdamW(peaked, lr=0.0, weight_decay=options.decay, fused=True)

    def _keep(self) -> None:
        """Write the checkpoint; a run that is stopped meanwhile leaves the one before."""
        if self._checkpoint is None:
            return
        state = {
            "run": self._run,
            "network": self.network.state_dict(),
            "optimizer": self._optimizer.state_dict(),
            "step": self._step,
            "curve": msgspec.json.encode(self.curve),
            "chance": torch.get_rng_state(),
        }
        part = self._checkpoint.with_name(f"{self._checkpoint.name}.part")
        torch.save(state, part)
        part.replace(self._checkpoint)

    def _resume(self) -> None:
        if self._checkpoint is None or not self._checkpoint.exists():
            return
        try:
            state = torch.load(self._checkpoint)
        except Exception as error:  # torch raises whatever its reader meets
            raise DragomanError(f"{self._checkpoint} is no checkpoint ({error}); delete it") from error
        if state["run"] != self._run:
            raise DragomanError(
                f"{self._checkpoint} belongs to other stories or other options; delete it, or name another"
            )
        self.network.load_state_dict(state["network"])
        self._optimizer.load_state_dict(state["optimizer"])
        self._step = state["step"]
        self.curve = msgspec.json.decode(state["curve"], type=list[GistReport])
        torch.set_rng_state(state["chance"])


def directions(network: GistNetwork, acts: Sequence[LabelledAct]) -> NDArray[np.float32]:
    """The gists that a network gives acts, in float, (acts, dimensions)."""
    network.eval()
    found = np.zeros((len(acts), DIMENSIONS), dtype=np.float32)
    with torch.no_grad():
        for places in batches([act.act for act in acts]):
            found[places] = network(*_tensors(batch([acts[place].act for place in places]))).numpy()
    return found


def pair_loss(logits: Tensor, same: Tensor, near: Tensor, across: float, weight_of_same: float) -> Tensor:
    """Whether each two acts tell one event: cross-entropy, weighted as `GistOptions` has it.

    Args:
        logits: log-odds that they do, (acts, acts).
        same: whether they do; near: whether they are of one group, likewise.
    """
    others = ~torch.eye(len(logits), dtype=torch.bool)
    weights = torch.where(near, 1.0, across) * others
    right = same & others
    share = (weights * ~right).sum() / right.sum().clamp(min=1) * weight_of_same
    weights = torch.where(right, share, weights)
    losses = functional.binary_cross_entropy_with_logits(logits, same.to(logits.dtype), reduction="none")
    return (losses * weights).sum() / weights.sum()


def contrast_loss(logits: Tensor, same: Tensor, near: Tensor) -> Tensor:
    """How much likelier than the rest of its group those acts are drawn that tell an act's event."""
    itself = torch.eye(len(logits), dtype=torch.bool)
    right = same & ~itself
    shares = torch.log_softmax(logits.masked_fill(itself | ~near, _FAR), dim=1)
    told_again = right.any(1)
    drawn = (shares * right).sum(1)[told_again] / right.sum(1)[told_again]
    return -drawn.mean() if len(drawn) else logits.sum() * 0.0


def _equal(labels: Sequence[str]) -> Tensor:
    """Which two labels are equal, (labels, labels)."""
    numbers = {label: number for number, label in enumerate(dict.fromkeys(labels))}
    row = torch.tensor([numbers[label] for label in labels])
    return row[:, None] == row[None]


def _tensors(given: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    ids, mask, rows, shares = (torch.from_numpy(each) for each in msgspec.structs.astuple(given))
    return ids, mask, rows, shares


def _fingerprint(options: GistOptions, acts: Sequence[LabelledAct]) -> str:
    """What a checkpoint belongs to: how it is trained, and on what."""
    digest = blake2b(msgspec.json.encode(options), digest_size=16)
    for act in acts:
        digest.update(msgspec.json.encode(act))
    return digest.hexdigest()
