"""The tagger: embeddings of features, and residual convolutions over neighbours."""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional

#: How far apart the neighbours of each layer stand; a token sees their sum to each side.
DILATIONS: Final = (1, 2, 4, 8, 2, 1)
WIDTH: Final = 128
HIDDEN: Final = 256


class Layer(nn.Module):
    """A token with its two neighbours at a distance, through a small network, added to it."""

    def __init__(self, distance: int, width: int = WIDTH, hidden: int = HIDDEN) -> None:
        """Make the layer."""
        super().__init__()
        self.distance = distance
        self.norm = nn.LayerNorm(width)
        self.widen = nn.Linear(3 * width, hidden)
        self.narrow = nn.Linear(hidden, width)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return ``x`` (batch, tokens, width) with its neighbourhood taken in."""
        normal = self.norm(x) * mask
        d = self.distance
        before = functional.pad(normal, (0, 0, d, 0))[:, : x.shape[1]]
        behind = functional.pad(normal, (0, 0, 0, d))[:, d:]
        hidden = functional.relu(self.widen(torch.cat((before, normal, behind), dim=-1)))
        return x + self.narrow(hidden)


class Tagger(nn.Module):
    """Indices of features in, scores of tags out."""

    def __init__(self, rows: int, tags: int) -> None:
        """Make the tagger."""
        super().__init__()
        self.table = nn.Embedding(rows, WIDTH)
        nn.init.normal_(self.table.weight, std=0.05)
        self.drop = nn.Dropout(0.15)
        # A mask for all tokens alike costs nothing; one for each cost an eighth of the time.
        self.silence = nn.Dropout1d(0.1)
        self.layers = nn.ModuleList(Layer(d) for d in DILATIONS)
        self.norm = nn.LayerNorm(WIDTH)
        self.head = nn.Linear(WIDTH, tags)

    def forward(self, indices: Tensor, mask: Tensor) -> Tensor:
        """Return scores (batch, tokens, tags) for indices (batch, tokens, features)."""
        shown = mask.unsqueeze(-1)
        x = self.drop(self.table(indices).sum(dim=2))
        for layer in self.layers:
            x = layer(self.silence(x.transpose(1, 2)).transpose(1, 2), shown)
        return self.head(self.norm(x))
