"""The trained network of gists as an int8 ONNX file; `EncoderGraph` says what is int8 and what is float."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from onnx import TensorProto
from torch import Tensor

from dragoman.reading.gist.batch import DIMENSIONS, LONGEST, VERSION
from dragoman.training.gist_network import LAYERS, MIDDLE
from dragoman.training.graph import EncoderGraph, tensor_info


def export_gist(weights: Mapping[str, Tensor], path: Path, facts: Mapping[str, str]) -> None:
    """Write the file.

    Args:
        weights: ``state_dict`` of a `GistNetwork`.
        facts: what to keep beside them: name and version.
    """
    graph = _Graph(weights)
    graph.build()
    graph.write(path, {"gist_version": str(VERSION), **facts})


class _Graph(EncoderGraph):
    """The network, operator by operator; directions are left at whatever length they have."""

    def build(self) -> None:
        x = self._embedded(LONGEST)
        outside = self._outside()
        middle = x
        for number in range(LAYERS):
            x = self._layer(x, outside, f"layers.{number}.")
            middle = x if number + 1 == MIDDLE else middle
        sentence = self._node("Gather", self._sentence(x), "rows", axis=0)
        joined = self._node("Concat", self._words(middle), self._words(x), sentence, axis=-1)
        self._exact(joined, "direction", output="gists")

    def write(self, path: Path, kept: Mapping[str, str]) -> None:
        inputs = [tensor_info(name, TensorProto.INT64, ("texts", "pieces")) for name in ("ids", "mask")]
        inputs.append(tensor_info("rows", TensorProto.INT64, ["acts"]))
        inputs.append(tensor_info("shares", TensorProto.FLOAT, ["acts", "pieces"]))
        outputs = [tensor_info("gists", TensorProto.FLOAT, ["acts", DIMENSIONS])]
        self._write(path, "gist", inputs, outputs, kept)

    def _words(self, x: str) -> str:
        """The mean over the pieces of each act's words."""
        texts = self._node("Gather", x, "rows", axis=0)
        return self._weighted("shares", texts)

    def _sentence(self, x: str) -> str:
        """The mean over all pieces of each text."""
        present = self._node("Cast", "mask", to=TensorProto.FLOAT)
        number = self._node("ReduceSum", present, self._constant(np.array([1])), keepdims=1)
        return self._weighted(self._node("Div", present, number), x)

    def _weighted(self, shares: str, x: str) -> str:
        row = self._node("Unsqueeze", shares, self._constant(np.array([1])))
        return self._node("Squeeze", self._node("MatMul", row, x), self._constant(np.array([1])))
