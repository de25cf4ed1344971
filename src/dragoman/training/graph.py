"""What the exported networks share: MiniLM's encoder as int8 ONNX operators, written by hand.

The graphs use few operators, so that what runs is what stands here: weights are int8 with one scale for each
output channel, inputs are quantised on the fly, attention, normalisation and activations are float. Word
pieces are int8 with one scale each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor

from dragoman.training.network import EPSILON, HEADS, WIDTH

OPSET = 17
IR_VERSION = 8  # of ONNX 1.12, which every onnxruntime since 1.13 reads
MICROSOFT = "com.microsoft"
_INT8 = 127.0
# Weights of layers use seven of the eight bits: two products of eight bits each, added in sixteen, would run
# over on processors without VNNI, and the same sentence would read differently there.
_WEIGHT = 63.0
_MASKED = -1e4

Floats = NDArray[np.float32]


def quantized(matrix: Floats, largest: float = _INT8) -> tuple[NDArray[np.int8], Floats]:
    """A matrix as int8 with one scale for each column; zero stays zero, nothing is beyond ``largest``."""
    scale = np.maximum(np.abs(matrix).max(axis=0), 1e-8).astype(np.float32) / np.float32(largest)
    return np.clip(np.round(matrix / scale), -largest, largest).astype(np.int8), scale.astype(np.float32)


def tensor_info(name: str, kind: int, shape: Sequence[str | int]) -> onnx.ValueInfoProto:
    """An input or output of a graph."""
    return helper.make_tensor_value_info(name, kind, list(shape))


class EncoderGraph:
    """The embeddings and layers of a network, operator by operator.

    Args:
        weights: ``state_dict`` of a network that holds `Embeddings` and `Layer`s under the published names.
    """

    def __init__(self, weights: Mapping[str, Tensor]) -> None:
        self._weights: dict[str, Floats] = {name: each.detach().numpy() for name, each in weights.items()}
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def _write(
        self,
        path: Path,
        name: str,
        inputs: Sequence[onnx.ValueInfoProto],
        outputs: Sequence[onnx.ValueInfoProto],
        kept: Mapping[str, str],
    ) -> None:
        """The graph as a file, with what is kept beside the weights."""
        model = helper.make_model(
            helper.make_graph(self._nodes, name, list(inputs), list(outputs), self._constants),
            opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)],
            ir_version=IR_VERSION,
            producer_name="dragoman",
        )
        helper.set_model_props(model, dict(kept))
        onnx.checker.check_model(model)
        path.write_bytes(model.SerializeToString())

    def _embedded(self, longest: int, told: Sequence[str] = ()) -> str:
        """Word pieces, positions and what is told of them, added and normalised.

        Args:
            longest: pieces of the longest text.
            told: names of further embeddings; each has an input of its name and an "s".
        """
        words = self._weights["embeddings.word_embeddings.weight"]
        table, scale = quantized(words.T)
        pieces = self._node("Gather", self._constant(np.ascontiguousarray(table.T)), "ids")
        scales = self._node("Gather", self._constant(scale[:, None]), "ids")
        word = self._node("Mul", self._node("Cast", pieces, to=TensorProto.FLOAT), scales)
        positions = self._weights["embeddings.position_embeddings.weight"][:longest]
        placed = positions + self._weights["embeddings.token_type_embeddings.weight"][0]
        length = self._node("Gather", self._node("Shape", "ids"), self._constant(np.array([1])), axis=0)
        zero, axis = self._constant(np.array([0])), self._constant(np.array([0]))
        position = self._node("Slice", self._constant(placed), zero, length, axis)
        summed = self._node("Add", word, position)
        for name in told:
            rows = self._constant(self._weights[f"embeddings.{name}_embeddings.weight"])
            summed = self._node("Add", summed, self._node("Gather", rows, f"{name}s"))
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
        inner = self._node("Gelu", self._dense(x, f"{name}inner"), domain=MICROSOFT)
        return self._added(self._dense(inner, f"{name}outer"), x, f"{name}outer_norm")

    def _attention(self, query: str, key: str, value: str, outside: str) -> str:
        width = WIDTH // HEADS
        heads = self._constant(np.array([0, 0, HEADS, width]))
        q, v = (
            self._node("Transpose", self._node("Reshape", part, heads), perm=[0, 2, 1, 3])
            for part in (query, value)
        )
        k = self._node("Transpose", self._node("Reshape", key, heads), perm=[0, 2, 3, 1])
        scores = self._node("FusedMatMul", q, k, domain=MICROSOFT, alpha=width**-0.5)
        shares = self._node("Softmax", self._node("Add", scores, outside), axis=-1)
        back = self._node("Transpose", self._node("MatMul", shares, v), perm=[0, 2, 1, 3])
        return self._node("Reshape", back, self._constant(np.array([0, 0, WIDTH])))

    def _added(self, x: str, skip: str, name: str) -> str:
        gamma, beta = (self._constant(self._weights[f"{name}.{part}"]) for part in ("weight", "bias"))
        return self._node("SkipLayerNormalization", x, skip, gamma, beta, domain=MICROSOFT, epsilon=EPSILON)

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
        product = self._node("MatMulIntegerToFloat", whole, *parts, domain=MICROSOFT)
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
