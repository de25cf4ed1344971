"""The trained network as an int8 ONNX file.

The graph is written by hand from few operators, so that what runs is what stands here: weights are int8
with one scale for each output channel, inputs are quantised on the fly, attention, normalisation and
activations are float. Word pieces are int8 with one scale each.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor

from dragoman.reading.neural.decode import Settings
from dragoman.reading.neural.layout import INPUTS, MAX_TOKENS, VERSION, Layout, Mark, Role
from dragoman.training.network import EPSILON, HEADS, LAYERS, ROLE_WIDTH, WIDTH

OPSET = 17
IR_VERSION = 8  # of ONNX 1.12, which every onnxruntime since 1.13 reads
_MICROSOFT = "com.microsoft"
_INT8 = 127.0
# Weights of layers use seven of the eight bits: two products of eight bits each, added in sixteen, would run
# over on processors without VNNI, and the same sentence would read differently there.
_WEIGHT = 63.0
_MASKED = -1e4

Floats = NDArray[np.float32]


def export(
    weights: Mapping[str, Tensor], layout: Layout, settings: Settings, path: Path, facts: Mapping[str, str]
) -> None:
    """Write the file.

    Args:
        weights: ``state_dict`` of a `ReaderNetwork`.
        settings: kept in the file, so that weights and thresholds cannot be mixed up.
        facts: what else to keep: name and version, corpus digest.
    """
    graph = _Graph({name: tensor.detach().numpy() for name, tensor in weights.items()}, layout)
    graph.build()
    model = helper.make_model(
        graph.proto(layout.channels),
        opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(_MICROSOFT, 1)],
        ir_version=IR_VERSION,
        producer_name="dragoman",
    )
    kept = {
        "layout": msgspec.json.encode(layout).decode(),
        "layout_version": str(VERSION),
        "settings": msgspec.json.encode(settings).decode(),
        **facts,
    }
    helper.set_model_props(model, kept)
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString())


def quantized(matrix: Floats, largest: float = _INT8) -> tuple[NDArray[np.int8], Floats]:
    """A matrix as int8 with one scale for each column; zero stays zero, nothing is beyond ``largest``."""
    scale = np.maximum(np.abs(matrix).max(axis=0), 1e-8).astype(np.float32) / np.float32(largest)
    return np.clip(np.round(matrix / scale), -largest, largest).astype(np.int8), scale.astype(np.float32)


class _Graph:
    """The network, operator by operator."""

    def __init__(self, weights: Mapping[str, Floats], layout: Layout) -> None:
        self._weights = weights
        self._types = layout.heads["type"]
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def build(self) -> None:
        x = self._embedded()
        outside = self._outside()
        for number in range(LAYERS):
            x = self._layer(x, outside, f"layers.{number}.")
        self._tag_scores(x)
        self._role_scores(x)
        self._pair_scores(x, outside)

    def proto(self, channels: int) -> onnx.GraphProto:
        def tensor(name: str, kind: int, shape: list[str | int]) -> onnx.ValueInfoProto:
            return helper.make_tensor_value_info(name, kind, shape)

        texts: list[str | int] = ["texts", "pieces"]
        return helper.make_graph(
            self._nodes,
            "reader",
            [tensor(name, TensorProto.INT64, texts) for name in INPUTS],
            [
                tensor("tags", TensorProto.FLOAT, [*texts, channels]),
                tensor("roles", TensorProto.FLOAT, ["texts", len(Role), "pieces", "pieces"]),
                tensor("pair", TensorProto.FLOAT, ["texts", "types"]),
            ],
            self._constants,
        )

    def _embedded(self) -> str:
        """Word pieces, positions and marks, added and normalised."""
        words = self._weights["embeddings.word_embeddings.weight"]
        table, scale = quantized(words.T)
        pieces = self._node("Gather", self._constant(np.ascontiguousarray(table.T)), "ids")
        scales = self._node("Gather", self._constant(scale[:, None]), "ids")
        word = self._node("Mul", self._node("Cast", pieces, to=TensorProto.FLOAT), scales)
        positions = self._weights["embeddings.position_embeddings.weight"][:MAX_TOKENS]
        placed = positions + self._weights["embeddings.token_type_embeddings.weight"][0]
        length = self._node("Gather", self._node("Shape", "ids"), self._constant(np.array([1])), axis=0)
        zero, axis = self._constant(np.array([0])), self._constant(np.array([0]))
        position = self._node("Slice", self._constant(placed), zero, length, axis)
        summed = self._node("Add", word, position)
        for told in ("mark", "act", "name"):
            rows = self._constant(self._weights[f"embeddings.{told}_embeddings.weight"])
            summed = self._node("Add", summed, self._node("Gather", rows, f"{told}s"))
        return self._normalised(summed, "embeddings.LayerNorm")

    def _outside(self) -> str:
        """What is added to attention so that nobody looks behind the end of a text."""
        present = self._node("Cast", "mask", to=TensorProto.FLOAT)
        absent = self._node("Sub", self._constant(np.float32(1.0)), present)
        penalty = self._node("Mul", absent, self._constant(np.float32(_MASKED)))
        return self._node("Unsqueeze", penalty, self._constant(np.array([1, 2])))

    def _layer(self, x: str, outside: str, name: str) -> str:
        joined = np.concatenate([self._weights[f"{name}{part}.weight"] for part in ("query", "key", "value")])
        bias = np.concatenate([self._weights[f"{name}{part}.bias"] for part in ("query", "key", "value")])
        query, key, value = self._nodes_of("Split", 3, self._linear(x, joined, bias), axis=-1)
        attended = self._attention(query, key, value, outside)
        x = self._added(self._dense(attended, f"{name}output"), x, f"{name}output_norm")
        inner = self._node("Gelu", self._dense(x, f"{name}inner"), domain=_MICROSOFT)
        return self._added(self._dense(inner, f"{name}outer"), x, f"{name}outer_norm")

    def _attention(self, query: str, key: str, value: str, outside: str) -> str:
        width = WIDTH // HEADS
        heads = self._constant(np.array([0, 0, HEADS, width]))
        q, v = (
            self._node("Transpose", self._node("Reshape", part, heads), perm=[0, 2, 1, 3])
            for part in (query, value)
        )
        k = self._node("Transpose", self._node("Reshape", key, heads), perm=[0, 2, 3, 1])
        scores = self._node("FusedMatMul", q, k, domain=_MICROSOFT, alpha=width**-0.5)
        shares = self._node("Softmax", self._node("Add", scores, outside), axis=-1)
        back = self._node("Transpose", self._node("MatMul", shares, v), perm=[0, 2, 1, 3])
        return self._node("Reshape", back, self._constant(np.array([0, 0, WIDTH])))

    def _tag_scores(self, x: str) -> None:
        hidden = self._node("Gelu", self._dense(x, "hidden"), domain=_MICROSOFT)
        self._exact(hidden, "tags", output="tags")

    def _role_scores(self, x: str) -> None:
        shape = self._constant(np.array([0, 0, len(Role), ROLE_WIDTH]))
        rows = self._node("Reshape", self._dense(x, "role_rows"), shape)
        columns = self._node("Reshape", self._dense(x, "role_columns"), shape)
        rows = self._node("Transpose", rows, perm=[0, 2, 1, 3])
        columns = self._node("Transpose", columns, perm=[0, 2, 3, 1])
        scores = self._node("FusedMatMul", rows, columns, domain=_MICROSOFT, alpha=ROLE_WIDTH**-0.5)
        self._node("Add", scores, self._constant(self._weights["role_bias"]), output="roles")

    def _pair_scores(self, x: str, outside: str) -> None:
        opening = self._node("Gather", x, self._constant(np.array(0)), axis=1)
        sides = [self._side(x, mark) for mark in (Mark.ACTOR, Mark.RECIPIENT)]
        shares = self._shares(x, outside)
        act = self._node("Squeeze", self._node("MatMul", shares, x), self._constant(np.array([1])))
        joined = self._node("Concat", opening, *sides, act, axis=-1)
        hidden = self._node("Gelu", self._dense(joined, "pair_hidden"), domain=_MICROSOFT)
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

    def _added(self, x: str, skip: str, name: str) -> str:
        gamma, beta = (self._constant(self._weights[f"{name}.{part}"]) for part in ("weight", "bias"))
        return self._node("SkipLayerNormalization", x, skip, gamma, beta, domain=_MICROSOFT, epsilon=EPSILON)

    def _normalised(self, x: str, name: str) -> str:
        gamma, beta = (self._constant(self._weights[f"{name}.{part}"]) for part in ("weight", "bias"))
        return self._node("LayerNormalization", x, gamma, beta, axis=-1, epsilon=EPSILON)

    def _dense(self, x: str, name: str) -> str:
        return self._linear(x, self._weights[f"{name}.weight"], self._weights[f"{name}.bias"])

    def _linear(self, x: str, weight: Floats, bias: Floats) -> str:
        """A layer on integers. Each piece is scaled by its own largest value, so that what stands beside
        it in the batch never changes its result.
        """
        table, scale = quantized(np.ascontiguousarray(weight.T), _WEIGHT)
        largest = self._node("ReduceMax", self._node("Abs", x), axes=[-1], keepdims=1)
        largest = self._node("Max", largest, self._constant(np.float32(1e-6)))
        unit, middle = self._constant(np.float32(1 / _INT8)), self._constant(np.uint8(128))
        whole = self._node("QuantizeLinear", self._node("Div", x, largest), unit, middle)
        zeros = self._constant(np.zeros(len(scale), dtype=np.int8))
        parts = (self._constant(table), unit, self._constant(scale), middle, zeros)
        product = self._node("MatMulIntegerToFloat", whole, *parts, domain=_MICROSOFT)
        return self._node("Add", self._node("Mul", product, largest), self._constant(bias))

    def _exact(self, x: str, name: str, output: str | None = None) -> str:
        """A last layer in float: its scores decide."""
        weight = self._constant(np.ascontiguousarray(self._weights[f"{name}.weight"].T))
        product = self._node("MatMul", x, weight)
        return self._node("Add", product, self._constant(self._weights[f"{name}.bias"]), output=output)

    def _constant(self, value: NDArray[np.generic] | np.generic) -> str:
        name = f"c{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def _node(self, operator: str, *inputs: str, output: str | None = None, **settings: Any) -> str:
        return self._nodes_of(operator, 1, *inputs, output=output, **settings)[0]

    def _nodes_of(
        self, operator: str, number: int, *inputs: str, output: str | None = None, **settings: Any
    ) -> list[str]:
        outputs = [output] if output else [f"n{len(self._nodes)}_{i}" for i in range(number)]
        self._nodes.append(helper.make_node(operator, list(inputs), outputs, **settings))
        return outputs
