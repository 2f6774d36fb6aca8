"""Trains the tagger; stops and goes on where it was."""

from __future__ import annotations

import argparse
import json
import math
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import torch
from torch.nn import functional

from harborward.text import lexicon
from harborward.text.model.features import WORDS, Features
from training.arrays import CLASSES, TAGS, UNKNOWN, Arrays
from training.augment import Variation
from training.network import Tagger

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKENS: Final = 12_000
_LONGEST: Final = 384
#: How much longer batches are than their tokens: overlaps and padding.
_PADDING: Final = 1.08
_TOLD: Final = 200
_SAVED: Final = 500


def windows(data: Arrays) -> list[tuple[int, int]]:
    """Return ranges of tokens no longer than a window, within documents."""
    cuts: list[tuple[int, int]] = []
    for start, end in zip(data.bounds[:-1], data.bounds[1:], strict=True):
        cuts += [(a, min(a + _LONGEST, end)) for a in range(start, end, _LONGEST - 32)]
    return cuts


def batches(
    cuts: list[tuple[int, int]], rng: np.random.Generator
) -> Iterator[list[tuple[int, int]]]:
    """Yield windows of like length together, each batch about as many tokens."""
    order = rng.permutation(len(cuts))
    for start in range(0, len(order), 4096):
        pool = sorted((cuts[i] for i in order[start : start + 4096]), key=lambda c: c[1] - c[0])
        ready: list[list[tuple[int, int]]] = [[]]
        for cut in pool:
            longest = cut[1] - cut[0]
            if ready[-1] and (len(ready[-1]) + 1) * longest > _TOKENS:
                ready.append([])
            ready[-1].append(cut)
        rng.shuffle(ready)  # type: ignore[arg-type]
        yield from ready


def padded(data: Arrays, rows: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Return indices (rows, tokens, features) and tags (rows, tokens) of rows of tokens."""
    longest = max(map(len, rows))
    indices = np.zeros((len(rows), longest, data.features.shape[1]), dtype=np.int64)
    tags = np.full((len(rows), longest), UNKNOWN, dtype=np.int64)
    for number, row in enumerate(rows):
        indices[number, : len(row)] = data.features[row]
        tags[number, : len(row)] = data.tags[row]
    return indices, tags


@dataclass
class Course:
    """A training in progress."""

    model: Tagger
    features: Features
    data: Arrays
    dev: Arrays
    steps: int
    rate: float

    def __post_init__(self) -> None:
        """Set up the optimiser."""
        self.rng = np.random.default_rng(1)
        self.variation = Variation(self.features, self.data)
        self.optimiser = torch.optim.AdamW(
            self.model.parameters(), lr=self.rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True
        )
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimiser, self.rate, self.steps + 50, pct_start=0.08
        )
        self.step = 0

    def run(self, path: Path) -> None:
        """Train to the end; save every so often, and go on from what was saved."""
        if path.with_suffix(".state").exists():
            self._resume(path.with_suffix(".state"))
        cuts = windows(self.data)
        began, seen, lost = time.time(), 0, 0.0
        print(len(cuts), "windows,", self.step, "of", self.steps, "steps done", flush=True)
        while self.step < self.steps:
            for batch in batches(cuts, self.rng):
                lost += self._learn(batch)
                seen += sum(end - start for start, end in batch)
                if self.step % _TOLD == 0:
                    pace = seen / (time.time() - began)
                    print(f"{self.step} loss {lost / _TOLD:.4f} {pace:,.0f} tokens/s", flush=True)
                    lost = 0.0
                if self.step % _SAVED == 0 or self.step == self.steps:
                    self._save(path)
                    print("dev", report(self.model, self.dev), flush=True)
                    self.model.train()
                if self.step >= self.steps:
                    break

    def _learn(self, batch: list[tuple[int, int]]) -> float:
        rows = self.variation.rows(batch, self.rng)
        indices, tags = padded(self.data, rows)
        mask = torch.from_numpy(tags_present(rows, tags.shape))
        self.variation.blur(indices, tags, self.rng)
        scores = self.model(torch.from_numpy(indices), mask)
        loss = functional.cross_entropy(
            scores.flatten(0, 1),
            torch.from_numpy(tags).flatten(),
            ignore_index=UNKNOWN,
            label_smoothing=0.02,
        )
        self.optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.schedule.step()
        self.step += 1
        return float(loss.detach())

    def _save(self, path: Path) -> None:
        torch.save(self.model.state_dict(), path)
        parts = (self.model, self.optimiser, self.schedule)
        state = {"step": self.step, "parts": [part.state_dict() for part in parts]}
        torch.save(state, path.with_suffix(".state"))

    def _resume(self, path: Path) -> None:
        state = torch.load(path)
        self.step = state["step"]
        # Another order of the corpus than the one that was broken off.
        self.rng = np.random.default_rng(self.step)
        parts = (self.model, self.optimiser, self.schedule)
        for part, held in zip(parts, state["parts"], strict=True):
            part.load_state_dict(held)


def main() -> None:
    """Train for so many passes over the corpus."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--passes", type=float, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--start", type=Path, help="weights to go on from, on another corpus")
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    torch.manual_seed(1)
    words = json.loads((given.corpus / "vocabulary.json").read_text(encoding="utf-8"))
    features = Features(words, lexicon.shipped())
    data, dev = Arrays.load(given.corpus / "train.npz"), Arrays.load(given.corpus / "dev.npz")
    model = Tagger(features.rows, TAGS)
    with torch.no_grad():
        start = torch.from_numpy(np.load(given.corpus / "meanings.npy"))
        model.table.weight[WORDS : WORDS + len(start)] = start
    if given.start:
        model.load_state_dict(torch.load(given.start))
    steps = math.ceil(given.passes * len(data.tags) / _TOKENS * _PADDING)
    Course(model, features, data, dev, steps, given.rate).run(given.out)


def tags_present(rows: list[np.ndarray], shape: tuple[int, ...]) -> np.ndarray:
    """Return 1 for each real token, 0 for padding."""
    mask = np.zeros(shape, dtype=np.float32)
    for number, row in enumerate(rows):
        mask[number, : len(row)] = 1
    return mask


def report(model: Tagger, dev: Arrays) -> str:
    """Return recall of marked tokens by class, and precision, on the development split."""
    model.eval()
    caught: dict[int, list[int]] = {}
    right = wrong = 0
    cuts = windows(dev)
    with torch.inference_mode():
        for start in range(0, len(cuts), 32):
            rows = [np.arange(*cut) for cut in cuts[start : start + 32]]
            indices, tags = padded(dev, rows)
            mask = torch.from_numpy(tags_present(rows, tags.shape))
            chance = model(torch.from_numpy(indices), mask).softmax(-1)
            found = (chance[..., 0] < 0.5).numpy()
            known = tags != UNKNOWN
            right += int((found & known & (tags > 0)).sum())
            wrong += int((found & known & (tags == 0)).sum())
            for tag in np.unique(tags[known & (tags > 0)]):
                here = tags == tag
                hit = caught.setdefault((int(tag) - 1) // 2, [0, 0])
                hit[0] += int((found & here).sum())
                hit[1] += int(here.sum())
    by = " ".join(f"{CLASSES[c].value} {100 * h / n:.1f}" for c, (h, n) in sorted(caught.items()))
    every = sum(h for h, _ in caught.values()) / sum(n for _, n in caught.values())
    return f"recall {100 * every:.2f} precision {100 * right / (right + wrong):.2f} | {by}"


if __name__ == "__main__":
    main()
