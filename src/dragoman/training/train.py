"""Training the reader: the corpus in, weights out. The same corpus and seed give the same weights.

Every step takes one batch of texts to mark and one batch of marked pairs to type. What is kept is the moving
average of the weights, which on a corpus of this size reads better than the last step's.
"""

from __future__ import annotations

import copy
import math
import random
import time
from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path

import msgspec
import torch
from torch import Tensor

from dragoman.evaluation.metrics import macro_f1
from dragoman.reading.annotation import Annotation
from dragoman.reading.neural.decode import Output, Settings, decode
from dragoman.reading.neural.hints import HintFinder
from dragoman.reading.neural.layout import TYPES, Layout, Mark
from dragoman.reading.neural.tokenizer import PieceTokenizer
from dragoman.terms import DragomanError
from dragoman.training.augment import vary
from dragoman.training.batches import Given, by_length, choose_pairs, given, pair_batch, reading_batch
from dragoman.training.items import Item
from dragoman.training.labels import Example, Pair, example
from dragoman.training.losses import pair_loss, reading_loss
from dragoman.training.measure import Agreement, agreement
from dragoman.training.network import ReaderNetwork

_MASK, _LAST_SPECIAL = 103, 103  # of the vocabulary
HELD_OUT = 20  # one text in so many is never learned from


class Options(msgspec.Struct, frozen=True):
    """How to train. By judgement, watched on the held-out part of the corpus."""

    epochs: int = 6
    closing: int = 1  # epochs behind these on the corpus alone, whose conventions the cue tables do not share
    closing_rate: float = 0.2  # share of the peak rates with which they begin; it falls to nothing
    batch: int = 32
    encoder_rate: float = 1.5e-4
    head_rate: float = 8e-4
    decay: float = 0.01
    warm_up: float = 0.06  # share of the steps
    clip: float = 1.0
    average: float = 0.998
    dropout: float = 0.1
    hidden: float = 0.08  # share of word pieces that are hidden from the network
    unhinted: float = 0.25  # share of texts without hints, of either kind
    unnamed: float = 0.25  # share of marked sides that are hidden: who they are must not decide
    seed: int = 20261125
    threads: int = 2


class EpochReport(msgspec.Struct, frozen=True):
    """One row of the curve."""

    epoch: int
    reading_loss: float
    pair_loss: float
    seconds: float
    pair_f1: float
    held_out: Agreement


def is_held_out(item: Item) -> bool:
    """Whether an item belongs to the part that measures; decided by its text alone."""
    digest = blake2b(item.text.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") % HELD_OUT == 0


class Trainer:
    """One training run.

    Args:
        items: the corpus.
        base: the published weights of MiniLM-L6.
        tokenizer: cuts texts into its word pieces.
        checkpoint: where to keep the state after every epoch; a run goes on from there when it exists.
        further: items that are learned from and never measured on, as not all in them is marked.
    """

    def __init__(
        self,
        items: Sequence[Item],
        base: Path,
        tokenizer: PieceTokenizer,
        options: Options,
        checkpoint: Path | None = None,
        further: Sequence[Item] = (),
    ) -> None:
        torch.manual_seed(options.seed)
        torch.set_num_threads(options.threads)
        torch.use_deterministic_algorithms(True)
        self._options = options
        self._tokenizer = tokenizer
        self._finder = HintFinder()
        self._checkpoint = checkpoint
        if checkpoint is not None:
            checkpoint.parent.mkdir(parents=True, exist_ok=True)
        self.layout = Layout.of_tables()
        self._corpus = [item for item in items if not is_held_out(item)]
        self._learned = [*self._corpus, *further]
        self.held_out = [item for item in items if is_held_out(item)]
        self._measured = examples_of(self.held_out, tokenizer, self._finder, self.layout)
        if not any(item.events for item in self._learned):
            raise DragomanError("the corpus holds no event to learn from; expected annotated items")
        self._run = fingerprint(options, self._learned)
        self.network = ReaderNetwork(self.layout, options.dropout)
        self.network.load_base(base)
        self.averaged = copy.deepcopy(self.network).eval()
        self._optimizer = self._new_optimizer()
        self._step = 0
        self.curve: list[EpochReport] = []

    def run(self, on_epoch: Callable[[EpochReport], None]) -> ReaderNetwork:
        """Train to the end; gives the averaged network. ``curve`` then holds every epoch."""
        self._resume()
        for epoch in range(len(self.curve), self._options.epochs + self._options.closing):
            started = time.perf_counter()
            losses = self._epoch(epoch)
            seconds = time.perf_counter() - started
            report = EpochReport(epoch + 1, *losses, seconds, self.pair_f1(), self.measure())
            self.curve.append(report)
            self._keep()
            on_epoch(report)
        return self.averaged

    def measure(self) -> Agreement:
        """How the averaged network reads the held-out texts."""
        texts = [item.text for item in self.held_out]
        return agreement(self.held_out, mark(self.averaged, texts, self._measured, self.layout))

    def pair_f1(self) -> float:
        """Macro F1 of the types of all two-sided pairs of the held-out texts."""
        chosen = [(e, pair) for e in self._measured for pair in e.pairs if pair.actor and pair.recipient]
        if not chosen:
            return 0.0
        found: list[str] = []
        with torch.no_grad():
            for start in range(0, len(chosen), 64):
                batch = pair_batch(chosen[start : start + 64])
                scores = _run(self.averaged, batch.given)[2]
                found += [TYPES[int(i)] for i in scores.argmax(1)]
        return macro_f1([str(pair.type) for _, pair in chosen], [str(t) for t in found])

    def _epoch(self, epoch: int) -> tuple[float, float]:
        options = self._options
        chance = random.Random(options.seed * 1000 + epoch)  # noqa: S311 - draws examples, guards nothing
        is_closing = epoch >= options.epochs
        varied = [vary(item, chance) for item in (self._corpus if is_closing else self._learned)]
        examples = examples_of(varied, self._tokenizer, self._finder, self.layout)
        batches = list(by_length(examples, options.batch, chance))
        paired = choose_pairs(examples, len(batches) * options.batch, chance)
        paired.sort(key=lambda each: len(each[0].pieces.ids))
        groups = [paired[i : i + options.batch] for i in range(0, len(paired), options.batch)]
        chance.shuffle(groups)
        self.network.train()
        sums = [0.0, 0.0]
        for place, (texts, group) in enumerate(zip(batches, groups, strict=True)):
            losses = self._losses(texts, group)
            done = (epoch + place / len(batches)) / options.epochs
            closed = (epoch - options.epochs + place / len(batches)) / max(1, options.closing)
            falling = options.closing_rate * (1.0 - closed)
            self._take_step(losses[0] + losses[1], falling if is_closing else schedule(done, options.warm_up))
            sums = [total + float(loss.detach()) for total, loss in zip(sums, losses, strict=True)]
        return sums[0] / len(batches), sums[1] / len(batches)

    def _losses(
        self, texts: Sequence[Example], group: Sequence[tuple[Example, Pair]]
    ) -> tuple[Tensor, Tensor]:
        reading = reading_batch(texts)
        tags, roles, _, _ = _run(self.network, self._hide(reading.given))
        first = reading_loss(tags, roles, reading, self.layout)
        pairs = pair_batch(group)
        _, _, scores, look = _run(self.network, self._hide_sides(self._hide(pairs.given)))
        return first, pair_loss(scores, look, pairs)

    def _hide(self, given: Given) -> Given:
        """Some word pieces replaced by the mask, and the hints of some texts taken away."""
        ids, options = given.ids, self._options
        hidden = (torch.rand(ids.shape) < options.hidden) & (ids > _LAST_SPECIAL)
        acts, names = (torch.rand(len(ids), 1) < options.unhinted for _ in range(2))
        return msgspec.structs.replace(
            given,
            ids=ids.masked_fill(hidden, _MASK),
            acts=given.acts.masked_fill(acts, 0),
            names=given.names.masked_fill(names, 0),
        )

    def _hide_sides(self, given: Given) -> Given:
        """Some sides of marked pairs replaced whole by the mask."""
        ids, names = given.ids, given.names
        for mark in (Mark.ACTOR, Mark.RECIPIENT):
            chosen = (torch.rand(len(ids), 1) < self._options.unnamed) & (given.marks == int(mark))
            ids, names = ids.masked_fill(chosen, _MASK), names.masked_fill(chosen, 0)
        return msgspec.structs.replace(given, ids=ids, names=names)

    def _take_step(self, loss: Tensor, rate: float) -> None:
        """One step at a share of the peak rates."""
        options = self._options
        for group in self._optimizer.param_groups:
            group["lr"] = group["peak"] * rate
        self._optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), options.clip)
        self._optimizer.step()
        self._step += 1
        keep = min(options.average, (1 + self._step) / (10 + self._step))
        with torch.no_grad():
            for mean, now in zip(self.averaged.parameters(), self.network.parameters(), strict=True):
                mean.lerp_(now, 1.0 - keep)

    def _new_optimizer(self) -> torch.optim.Optimizer:
        named = list(self.network.named_parameters())
        encoder = [parameter for name, parameter in named if is_published(name)]
        heads = [parameter for name, parameter in named if not is_published(name)]
        options = self._options
        groups = [
            {"params": encoder, "peak": options.encoder_rate},
            {"params": heads, "peak": options.head_rate},
        ]
        return torch.optim.AdamW(groups, lr=0.0, weight_decay=options.decay, fused=True)

    def _keep(self) -> None:
        """Write the checkpoint; a run that is stopped meanwhile leaves the one before."""
        if self._checkpoint is None:
            return
        state = {
            "run": self._run,
            "network": self.network.state_dict(),
            "averaged": self.averaged.state_dict(),
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
                f"{self._checkpoint} belongs to another corpus or other options; delete it, or name another"
            )
        self.network.load_state_dict(state["network"])
        self.averaged.load_state_dict(state["averaged"])
        self._optimizer.load_state_dict(state["optimizer"])
        self._step = state["step"]
        self.curve = msgspec.json.decode(state["curve"], type=list[EpochReport])
        torch.set_rng_state(state["chance"])


def schedule(progress: float, warm_up: float) -> float:
    """Learning rate as a share of its peak: a linear rise, then half a cosine down to nothing."""
    if progress < warm_up:
        return progress / warm_up
    return 0.5 * (1.0 + math.cos(math.pi * min(1.0, (progress - warm_up) / (1.0 - warm_up))))


def fingerprint(options: Options, learned: Sequence[Item]) -> str:
    """What a checkpoint belongs to: how it is trained, and on what."""
    digest = blake2b(msgspec.json.encode(options), digest_size=16)
    for item in learned:
        digest.update(msgspec.json.encode(item))
    return digest.hexdigest()


def is_published(name: str) -> bool:
    """Whether a parameter begins with published weights; the others begin with chance or nothing."""
    ours = ("embeddings.mark", "embeddings.act", "embeddings.name")
    return name.startswith(("layers", "embeddings")) and not name.startswith(ours)


def examples_of(
    items: Sequence[Item], tokenizer: PieceTokenizer, finder: HintFinder, layout: Layout
) -> list[Example]:
    """Items as arrays."""
    cut = tokenizer.cut([item.text for item in items])
    return [
        example(item, pieces, finder.find(item.text, pieces), layout)
        for item, pieces in zip(items, cut, strict=True)
    ]


def mark(
    network: ReaderNetwork, texts: Sequence[str], examples: Sequence[Example], layout: Layout
) -> list[Annotation]:
    """What a network marks in each text."""
    found: list[Annotation] = []
    with torch.no_grad():
        for start in range(0, len(texts), 64):
            some = examples[start : start + 64]
            tags, roles, _, _ = _run(network, given(some))
            for i, one in enumerate(some):
                size = len(one.pieces.ids)
                output = Output(tags[i, :size].numpy(), roles[i, :, :size, :size].numpy())
                found.append(decode(texts[start + i], one.pieces, output, layout, Settings()))
    return found


def _run(network: ReaderNetwork, inputs: Given) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """The network on a batch."""
    found: tuple[Tensor, Tensor, Tensor, Tensor] = network(*msgspec.structs.astuple(inputs))
    return found
