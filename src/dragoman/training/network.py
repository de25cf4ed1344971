"""The network: MiniLM's encoder and the heads of the reader, in torch.

The encoder is BERT's (Devlin et al. 2019) in the size of MiniLM (Wang et al. 2020): 6 layers, width 384, 12
attention heads, learned positions, uncased word pieces. Parameter names follow the published weights, so
that these load without a table of names.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from dragoman.reading.neural.hints import ACTS, NAMES
from dragoman.reading.neural.layout import TYPES, Layout, Mark, Role

VOCABULARY, POSITIONS, WIDTH, LAYERS, HEADS, INNER = 30522, 512, 384, 6, 12, 1536
HEAD_WIDTH = 512
ROLE_WIDTH = 48
EPSILON = 1e-12


class Embeddings(nn.Module):
    """Word pieces, positions, and what the reader is told about a token."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.word_embeddings = nn.Embedding(VOCABULARY, WIDTH)
        self.position_embeddings = nn.Embedding(POSITIONS, WIDTH)
        self.token_type_embeddings = nn.Embedding(2, WIDTH)
        self.mark_embeddings = nn.Embedding(len(Mark), WIDTH)
        self.act_embeddings = nn.Embedding(ACTS, WIDTH)
        self.name_embeddings = nn.Embedding(NAMES, WIDTH)
        self.LayerNorm = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = nn.Dropout(dropout)
        for told in (self.mark_embeddings, self.act_embeddings, self.name_embeddings):
            nn.init.zeros_(told.weight)

    def forward(self, ids: Tensor, marks: Tensor, acts: Tensor, names: Tensor) -> Tensor:
        positions = torch.arange(ids.shape[1], device=ids.device)
        told = self.mark_embeddings(marks) + self.act_embeddings(acts) + self.name_embeddings(names)
        summed = self.word_embeddings(ids) + told
        summed = summed + (self.position_embeddings(positions) + self.token_type_embeddings.weight[0])
        found: Tensor = self.dropout(self.LayerNorm(summed))
        return found


class Layer(nn.Module):
    """Attention and the inner network, each added to its input and normalised."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.output = nn.Linear(WIDTH, WIDTH)
        self.output_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, EPSILON)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = (
            part(x).view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        attended = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        attended = attended.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.output_norm(x + self.output(attended))
        x = self.outer_norm(x + self.outer(functional.gelu(self.inner(x))))
        return x


class ReaderNetwork(nn.Module):
    """One pass over a batch of texts.

    Args:
        layout: which channels of the tags stand for what.
        dropout: in front of the layers and of the heads. Inside the layers there is none: hidden word pieces
            (`Options.hidden`) keep a corpus of this size from being learned by heart, at less cost.
    """

    def __init__(self, layout: Layout, dropout: float = 0.1) -> None:
        super().__init__()
        self.types = layout.heads["type"].channels
        self.embeddings = Embeddings(dropout)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        self.hidden = nn.Linear(WIDTH, HEAD_WIDTH)
        self.tags = nn.Linear(HEAD_WIDTH, layout.channels)
        self.role_rows = nn.Linear(WIDTH, len(Role) * ROLE_WIDTH)
        self.role_columns = nn.Linear(WIDTH, len(Role) * ROLE_WIDTH)
        self.role_bias = nn.Parameter(torch.full((len(Role), 1, 1), -3.0))
        self.look = nn.Linear(WIDTH, 1)
        self.pair_hidden = nn.Linear(4 * WIDTH, WIDTH)
        self.pair = nn.Linear(WIDTH, len(TYPES))

    def forward(
        self, ids: Tensor, mask: Tensor, marks: Tensor, acts: Tensor, names: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Scores before any softmax.

        Args:
            ids: word pieces, (batch, length).
            mask: 1 where a text has a piece, 0 behind its end, (batch, length).
            marks: `Mark` of each piece, (batch, length).
            acts, names: the hints of each piece, (batch, length).

        Returns:
            tags (batch, length, channels), roles (batch, role, length, length), pair (batch, type), and
            where the pair head looks for the act (batch, length).
        """
        x = self.embeddings(ids, marks, acts, names)
        outside = ((1.0 - mask.to(x.dtype)) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, outside)
        tags = self.tags(self.dropout(functional.gelu(self.hidden(self.dropout(x)))))
        look = self.look(x).squeeze(-1) + outside[:, 0, 0]
        shares = torch.softmax(look, dim=-1)[:, None]
        seen = torch.matmul(shares, tags[:, :, self.types]).squeeze(1)
        return tags, self._roles(x), seen + self._pair(x, marks, shares), look

    def _roles(self, x: Tensor) -> Tensor:
        batch, length, _ = x.shape
        rows, columns = (
            part(self.dropout(x)).view(batch, length, len(Role), ROLE_WIDTH).transpose(1, 2)
            for part in (self.role_rows, self.role_columns)
        )
        scores: Tensor = torch.matmul(rows, columns.transpose(2, 3)) * ROLE_WIDTH**-0.5 + self.role_bias
        return scores

    def _pair(self, x: Tensor, marks: Tensor, shares: Tensor) -> Tensor:
        """What the whole text and the sides add to the type of the word that was looked at."""
        sides = [_mean(x, (marks == int(mark)).to(x.dtype)) for mark in (Mark.ACTOR, Mark.RECIPIENT)]
        act = torch.matmul(shares, x).squeeze(1)
        joined = torch.cat([x[:, 0], *sides, act], dim=-1)
        scores: Tensor = self.pair(self.dropout(functional.gelu(self.pair_hidden(self.dropout(joined)))))
        return scores

    def load_base(self, path: Path) -> None:
        """Take the encoder's weights from the published ``model.safetensors``."""
        missing, unexpected = self.load_state_dict(base_weights(path), strict=False)
        if unexpected or any(name.startswith("layers.") for name in missing):
            raise ValueError(f"{path} is not MiniLM-L6: {[*unexpected, *missing][:5]}")


def base_weights(path: Path) -> dict[str, Tensor]:
    """The published encoder in a ``model.safetensors``, under our names."""
    published = load_file(path)
    renamed = {_ours(name): tensor for name, tensor in published.items() if "pooler" not in name}
    renamed.pop("embeddings.position_ids", None)
    return renamed


def _mean(x: Tensor, chosen: Tensor) -> Tensor:
    """The mean of the chosen places of each text; zeros where none is."""
    return (x * chosen[:, :, None]).sum(1) / chosen.sum(1, keepdim=True).clamp(min=1.0)


def _ours(name: str) -> str:
    """The name we use for a published parameter."""
    for theirs, ours in (
        ("encoder.layer.", "layers."),
        ("attention.self.", ""),
        ("attention.output.dense", "output"),
        ("attention.output.LayerNorm", "output_norm"),
        ("intermediate.dense", "inner"),
        ("output.dense", "outer"),
        ("output.LayerNorm", "outer_norm"),
    ):
        name = name.replace(theirs, ours)
    return name
