"""The network of gists: the lower layers of MiniLM's encoder, and one layer that gives a direction.

Four of the six layers, by judgement: every text is read by this network beside the reader's.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from dragoman.reading.gist.batch import DIMENSIONS
from dragoman.training.network import WIDTH, Embeddings, Layer, base_weights

LAYERS = 4
MIDDLE = 2  # the act's words are also looked at after so many layers, where they are still more themselves


class GistNetwork(nn.Module):
    """One pass over a batch of sentences gives the gists of the acts in them.

    ``scale`` and ``offset`` turn the cosine of two gists into how likely they tell one event; training needs
    them, and what runs does not.

    Args:
        dropout: behind the embeddings.
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.embeddings = Embeddings(dropout)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.direction = nn.Linear(3 * WIDTH, DIMENSIONS)
        self.scale = nn.Parameter(torch.tensor(6.0))
        self.offset = nn.Parameter(torch.tensor(-3.0))

    def forward(self, ids: Tensor, mask: Tensor, rows: Tensor, shares: Tensor) -> Tensor:
        """Directions of length 1, (acts, `DIMENSIONS`); the inputs are those of `Batch`."""
        nothing = torch.zeros_like(ids)
        present = mask.to(shares.dtype)
        outside = ((1.0 - present) * -1e4)[:, None, None, :]
        x = self.embeddings(ids, nothing, nothing, nothing)
        middle = x
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, outside)
            middle = x if number == MIDDLE else middle
        words = [torch.matmul(shares[:, None], seen[rows]).squeeze(1) for seen in (middle, x)]
        sentence = torch.matmul((present / present.sum(1, keepdim=True))[:, None], x).squeeze(1)
        found = self.direction(torch.cat([*words, sentence[rows]], dim=-1))
        return functional.normalize(found, dim=-1)

    def load_base(self, path: Path) -> None:
        """Take the embeddings and the lower layers from the published ``model.safetensors``."""
        known = {name: tensor for name, tensor in base_weights(path).items() if not _is_above(name)}
        missing, unexpected = self.load_state_dict(known, strict=False)
        if unexpected or any(name.startswith("layers.") for name in missing):
            raise ValueError(f"{path} is not MiniLM-L6: {[*unexpected, *missing][:5]}")


def _is_above(name: str) -> bool:
    """Whether a published parameter belongs to a layer that is left out."""
    part, _, rest = name.partition(".")
    return part == "layers" and int(rest.partition(".")[0]) >= LAYERS
