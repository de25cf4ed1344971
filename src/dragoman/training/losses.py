"""What training makes small."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from dragoman.reading.neural.layout import SPAN_HEADS, Layout
from dragoman.training.batches import PairBatch, ReadingBatch
from dragoman.training.labels import IGNORED

# How much each part counts. By judgement, so that the parts are of one size in the first epoch.
_SPAN_WEIGHTS = {
    "mention": 3.0,
    "trigger": 6.0,
    "source": 3.0,
    "cue": 4.0,
    "content": 2.0,
    "time": 1.0,
    "place": 1.0,
}
_ROLE_WEIGHT = 20.0
_LOOK_WEIGHT = 0.4
_PAIR_WEIGHT = 2.0
_SMOOTHING = 0.05


def reading_loss(tags: Tensor, roles: Tensor, batch: ReadingBatch, layout: Layout) -> Tensor:
    """The loss of everything marked in a batch of texts."""
    total = torch.zeros(())
    for position, name in enumerate(SPAN_HEADS):
        scores = tags[:, :, layout.heads[name].channels].transpose(1, 2)
        gold = batch.spans[:, position]
        if (gold != IGNORED).any():
            entropy = functional.cross_entropy(scores, gold, ignore_index=IGNORED)
            total = total + _SPAN_WEIGHTS[name] * entropy
    for name, gold, weight in (
        ("type", batch.types, 1.5),
        ("status", batch.statuses, 1.0),
        ("mode", batch.modes, 0.4),
    ):
        total = total + weight * _labels(tags[:, :, layout.heads[name].channels], gold)
    known = batch.mains != IGNORED
    if known.any():
        main = tags[:, :, layout.heads["main"].start][known]
        total = total + 0.3 * functional.binary_cross_entropy_with_logits(main, batch.mains[known].float())
    return total + _ROLE_WEIGHT * _role_loss(roles, batch)


def pair_loss(scores: Tensor, look: Tensor, batch: PairBatch) -> Tensor:
    """The loss of the types of marked pairs, and of looking elsewhere than at the act."""
    typed = functional.cross_entropy(scores, batch.types, label_smoothing=_SMOOTHING)
    told = batch.triggers.sum(1) > 0
    seen = (torch.softmax(look, dim=-1) * batch.triggers).sum(1)[told].clamp(min=1e-6)
    looked = _LOOK_WEIGHT * -seen.log().mean() if len(seen) else torch.zeros(())
    return _PAIR_WEIGHT * (typed + looked)


def _labels(scores: Tensor, gold: Tensor) -> Tensor:
    """Cross entropy where a label is known; zero where none is."""
    known = gold != IGNORED
    if not known.any():
        return scores.sum() * 0.0
    return functional.cross_entropy(scores[known], gold[known], label_smoothing=_SMOOTHING)


def _role_loss(roles: Tensor, batch: ReadingBatch) -> Tensor:
    """Binary cross entropy of every link asked for, each piece of a text once."""
    asked = batch.rows[:, :, :, None] * batch.given.mask[None, :, None, :]
    each = functional.binary_cross_entropy_with_logits(roles.transpose(0, 1), batch.roles, reduction="none")
    return (each * asked).sum() / asked.sum().clamp(min=1.0)
