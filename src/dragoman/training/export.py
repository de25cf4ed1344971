"""The trained reader as an int8 ONNX file; see `EncoderGraph` for what is int8 and what is float."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec
import numpy as np
from onnx import TensorProto
from torch import Tensor

from dragoman.reading.neural.decode import Settings
from dragoman.reading.neural.layout import INPUTS, MAX_TOKENS, VERSION, Layout, Mark, Role
from dragoman.training.graph import MICROSOFT, EncoderGraph, quantized, tensor_info
from dragoman.training.network import LAYERS, ROLE_WIDTH

__all__ = ["export", "quantized"]


def export(
    weights: Mapping[str, Tensor], layout: Layout, settings: Settings, path: Path, facts: Mapping[str, str]
) -> None:
    """Write the file.

    Args:
        weights: ``state_dict`` of a `ReaderNetwork`.
        settings: kept in the file, so that weights and thresholds cannot be mixed up.
        facts: what else to keep: name and version, corpus digest.
    """
    graph = _Graph(weights, layout)
    graph.build()
    kept = {
        "layout": msgspec.json.encode(layout).decode(),
        "layout_version": str(VERSION),
        "settings": msgspec.json.encode(settings).decode(),
        **facts,
    }
    graph.write(path, layout.channels, kept)


class _Graph(EncoderGraph):
    """The network, operator by operator."""

    def __init__(self, weights: Mapping[str, Tensor], layout: Layout) -> None:
        super().__init__(weights)
        self._types = layout.heads["type"]

    def build(self) -> None:
        x = self._embedded(MAX_TOKENS, ("mark", "act", "name"))
        outside = self._outside()
        for number in range(LAYERS):
            x = self._layer(x, outside, f"layers.{number}.")
        self._tag_scores(x)
        self._role_scores(x)
        self._pair_scores(x, outside)

    def write(self, path: Path, channels: int, kept: Mapping[str, str]) -> None:
        texts = ("texts", "pieces")
        inputs = [tensor_info(name, TensorProto.INT64, texts) for name in INPUTS]
        outputs = [
            tensor_info("tags", TensorProto.FLOAT, [*texts, channels]),
            tensor_info("roles", TensorProto.FLOAT, ["texts", len(Role), "pieces", "pieces"]),
            tensor_info("pair", TensorProto.FLOAT, ["texts", "types"]),
        ]
        self._write(path, "reader", inputs, outputs, kept)

    def _tag_scores(self, x: str) -> None:
        hidden = self._node("Gelu", self._dense(x, "hidden"), domain=MICROSOFT)
        self._exact(hidden, "tags", output="tags")

    def _role_scores(self, x: str) -> None:
        shape = self._constant(np.array([0, 0, len(Role), ROLE_WIDTH]))
        rows = self._node("Reshape", self._dense(x, "role_rows"), shape)
        columns = self._node("Reshape", self._dense(x, "role_columns"), shape)
        rows = self._node("Transpose", rows, perm=[0, 2, 1, 3])
        columns = self._node("Transpose", columns, perm=[0, 2, 3, 1])
        scores = self._node("FusedMatMul", rows, columns, domain=MICROSOFT, alpha=ROLE_WIDTH**-0.5)
        self._node("Add", scores, self._constant(self._weights["role_bias"]), output="roles")

    def _pair_scores(self, x: str, outside: str) -> None:
        opening = self._node("Gather", x, self._constant(np.array(0)), axis=1)
        sides = [self._side(x, mark) for mark in (Mark.ACTOR, Mark.RECIPIENT)]
        shares = self._shares(x, outside)
        act = self._node("Squeeze", self._node("MatMul", shares, x), self._constant(np.array([1])))
        joined = self._node("Concat", opening, *sides, act, axis=-1)
        hidden = self._node("Gelu", self._dense(joined, "pair_hidden"), domain=MICROSOFT)
        self._node("Add", self._exact(hidden, "pair"), self._seen(shares), output="pair")

    def _seen(self, shares: str) -> str:
        """The type of the words that were looked at."""
        ends = (self._types.start, self._types.start + self._types.size, 2)
        start, end, axis = (self._constant(np.array([number])) for number in ends)
        types = self._node("Slice", "tags", start, end, axis)
        return self._node("Squeeze", self._node("MatMul", shares, types), self._constant(np.array([1])))

    def _shares(self, x: str, outside: str) -> str:
        """How far each piece is taken for the act between the pair."""
        weight = self._constant(np.ascontiguousarray(self._weights["look.weight"].T))
        scores = self._node(
            "Add", self._node("MatMul", x, weight), self._constant(self._weights["look.bias"])
        )
        row = self._node("Transpose", scores, perm=[0, 2, 1])
        penalty = self._node("Squeeze", outside, self._constant(np.array([1])))
        return self._node("Softmax", self._node("Add", row, penalty), axis=-1)

    def _side(self, x: str, mark: Mark) -> str:
        """The mean over the pieces of one marked side; zeros where none is marked."""
        chosen = self._node("Equal", "marks", self._constant(np.array(int(mark))))
        chosen = self._node("Cast", chosen, to=TensorProto.FLOAT)
        row = self._node("Unsqueeze", chosen, self._constant(np.array([1])))
        total = self._node("Squeeze", self._node("MatMul", row, x), self._constant(np.array([1])))
        number = self._node("ReduceSum", chosen, self._constant(np.array([1])), keepdims=1)
        return self._node("Div", total, self._node("Max", number, self._constant(np.float32(1.0))))
