"""Examples as padded tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
import torch
from torch import Tensor

from dragoman.reading.neural.layout import INPUTS, SPAN_HEADS, TYPES, Mark, Role
from dragoman.training.labels import IGNORED, Example, Pair

_POOL = 24  # batches whose examples are sorted by length together


class Given(msgspec.Struct, frozen=True):
    """What the network is given, each (batch, length); see `dragoman.reading.neural.layout.INPUTS`."""

    ids: Tensor
    mask: Tensor
    marks: Tensor
    acts: Tensor
    names: Tensor


class ReadingBatch(msgspec.Struct, frozen=True):
    """Texts with everything to be marked in them; see `Example` for the meaning of the labels."""

    given: Given
    spans: Tensor
    types: Tensor
    statuses: Tensor
    modes: Tensor
    mains: Tensor
    roles: Tensor
    rows: Tensor  # (role, batch, length): 1 where a role is asked of a piece


class PairBatch(msgspec.Struct, frozen=True):
    """Texts with one pair marked in each."""

    given: Given
    triggers: Tensor  # 1 where a piece belongs to the act
    types: Tensor


def by_length(examples: Sequence[Example], size: int, chance: random.Random) -> Iterator[list[Example]]:
    """Batches of examples of like length, in random order."""
    order = list(examples)
    chance.shuffle(order)
    batches = []
    for start in range(0, len(order), size * _POOL):
        pool = sorted(order[start : start + size * _POOL], key=lambda example: len(example.pieces.ids))
        batches += [pool[i : i + size] for i in range(0, len(pool), size)]
    chance.shuffle(batches)
    yield from batches


def given(examples: Sequence[Example]) -> Given:
    """Examples side by side, nothing marked in them."""
    shape = (len(examples), max(len(example.pieces.ids) for example in examples))
    ids, mask, marks, acts, names = (torch.zeros(shape, dtype=torch.long) for _ in INPUTS)
    for i, example in enumerate(examples):
        size = len(example.pieces.ids)
        ids[i, :size] = torch.from_numpy(example.pieces.ids)
        mask[i, :size] = 1
        acts[i, :size] = torch.from_numpy(example.hints.acts)
        names[i, :size] = torch.from_numpy(example.hints.names)
    return Given(ids, mask, marks, acts, names)


def reading_batch(examples: Sequence[Example]) -> ReadingBatch:
    """Examples side by side."""
    inputs = given(examples)
    size, length = inputs.ids.shape
    spans = torch.full((size, len(SPAN_HEADS), length), IGNORED, dtype=torch.long)
    labels = {name: torch.full((size, length), IGNORED, dtype=torch.long) for name in _LABELS}
    roles = torch.zeros(len(Role), size, length, length)
    rows = torch.zeros(len(Role), size, length)
    for i, example in enumerate(examples):
        own = len(example.pieces.ids)
        spans[i, :, :own] = torch.from_numpy(example.spans)
        for name, tensor in labels.items():
            tensor[i, :own] = torch.from_numpy(getattr(example, name))
        for role, row, column in example.roles:
            roles[role, i, row, column] = 1.0
        rows[: Role.SOURCE, i, list(example.acts)] = 1.0
        rows[Role.SOURCE :, i, list(example.cues)] = 1.0
    return ReadingBatch(inputs, spans, **labels, roles=roles, rows=rows)


_LABELS = ("types", "statuses", "modes", "mains")


def pair_batch(chosen: Sequence[tuple[Example, Pair]]) -> PairBatch:
    """Examples with one pair marked in each."""
    inputs = given([example for example, _ in chosen])
    triggers = torch.zeros(inputs.ids.shape)
    for i, (example, pair) in enumerate(chosen):
        triggers[i, torch.from_numpy(example.pieces.covered(pair.trigger))] = 1.0
        for span, mark in ((pair.actor, Mark.ACTOR), (pair.recipient, Mark.RECIPIENT)):
            if span is not None:
                inputs.marks[i, torch.from_numpy(example.pieces.covered(span))] = int(mark)
    types = torch.tensor([TYPES.index(pair.type) for _, pair in chosen])
    return PairBatch(inputs, triggers, types)


def choose_pairs(
    examples: Sequence[Example], number: int, chance: random.Random
) -> list[tuple[Example, Pair]]:
    """Pairs drawn so that rare types are seen more often than they occur: by the root of their frequency.

    Pairs with one side only are drawn a fifth as often.
    """
    every = [(example, pair) for example in examples for pair in example.pairs]
    counts = np.bincount([TYPES.index(pair.type) for _, pair in every], minlength=len(TYPES))
    weights = [
        (1.0 if pair.actor and pair.recipient else 0.2) / counts[TYPES.index(pair.type)] ** 0.5
        for _, pair in every
    ]
    return chance.choices(every, weights, k=number) if every else []
