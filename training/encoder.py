"""The road not taken: MiniLM fine-tuned on the same corpus, whole or cut to fewer layers.

Kept so that the comparison of the decision record can be run again. Case, which MiniLM
does not see, is given to it as a kind of token.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

from harborward.text.passage import Passage
from training.arrays import TAGS, UNKNOWN, tagged
from training.prepare import documents
from training.vocabulary import minilm

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECES: Final = 128
_BATCH: Final = 48
_CASES: Final = 5

Example = tuple[list[int], list[int], list[int]]


class Encoder(nn.Module):
    """MiniLM with case as token type, and a head over tags."""

    def __init__(self, layers: int) -> None:
        """Load MiniLM and keep so many of its six layers, evenly."""
        super().__init__()
        self.body = AutoModel.from_pretrained(str(minilm()), attn_implementation="eager")
        kept = np.linspace(0, 5, layers).round().astype(int)
        self.body.encoder.layer = nn.ModuleList(self.body.encoder.layer[i] for i in kept)
        old = self.body.embeddings.token_type_embeddings
        new = nn.Embedding(_CASES, old.weight.shape[1])
        new.weight.data[:] = old.weight.data[0]
        self.body.embeddings.token_type_embeddings = new
        self.head = nn.Linear(old.weight.shape[1], TAGS)

    def forward(self, pieces: Tensor, cases: Tensor, mask: Tensor) -> Tensor:
        """Return scores (batch, pieces, tags)."""
        out = self.body(input_ids=pieces, token_type_ids=cases, attention_mask=mask)
        return self.head(out.last_hidden_state)


def examples(path: Path, limit: int) -> Iterator[Example]:
    """Yield windows of word pieces; a token's first piece carries its tag."""
    tokenizer = AutoTokenizer.from_pretrained(str(minilm()))
    for count, document in enumerate(documents(path)):
        if count >= limit:
            return
        passage = Passage(document.text)
        if not passage.words:
            continue
        tags = tagged(passage, document.spans)
        cut = tokenizer(
            [
                f"{g.strip()[-3:]} {f}".strip()
                for g, f in zip(passage.gaps, passage.forms, strict=False)
            ],
            add_special_tokens=False,
        )["input_ids"]
        pieces, cases, wanted = [101], [0], [UNKNOWN]
        for index, ids in enumerate(cut):
            if len(pieces) + len(ids) >= _PIECES:
                yield [*pieces, 102], [*cases, 0], [*wanted, UNKNOWN]
                pieces, cases, wanted = [101], [0], [UNKNOWN]
            ids = ids[:12]  # noqa: PLW2901 - a run of a hundred signs is not read whole
            pieces += ids
            cases += [int(passage.casing.cases[index]) % _CASES] * len(ids)
            wanted += [*[UNKNOWN] * (len(ids) - 1), int(tags[index])] if ids else []
        if len(pieces) > 1:
            yield [*pieces, 102], [*cases, 0], [*wanted, UNKNOWN]


def batch(chosen: list[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return pieces, cases, mask and tags of examples, padded."""
    longest = max(len(pieces) for pieces, _, _ in chosen)
    made = np.zeros((3, len(chosen), longest), dtype=np.int64)
    tags = np.full((len(chosen), longest), UNKNOWN, dtype=np.int64)
    for row, (pieces, cases, wanted) in enumerate(chosen):
        made[0, row, : len(pieces)], made[1, row, : len(pieces)] = pieces, cases
        made[2, row, : len(pieces)] = 1
        tags[row, : len(wanted)] = wanted
    return *(torch.from_numpy(m) for m in made), torch.from_numpy(tags)


def measure(model: Encoder, dev: list[Example]) -> str:
    """Return recall and precision of tokens, and word pieces per second of processor."""
    model.eval()
    hit = gold = wrong = seen = 0
    began = time.process_time()
    with torch.inference_mode():
        for start in range(0, len(dev), _BATCH):
            pieces, cases, mask, tags = batch(dev[start : start + _BATCH])
            found = model(pieces, cases, mask).softmax(-1)[..., 0] < 0.5
            known = tags != UNKNOWN
            hit += int((found & known & (tags > 0)).sum())
            gold += int((known & (tags > 0)).sum())
            wrong += int((found & known & (tags == 0)).sum())
            seen += int(mask.sum())
    pace = seen / (time.process_time() - began)
    model.train()
    shares = f"recall {100 * hit / gold:.2f} precision {100 * hit / (hit + wrong):.2f}"
    return f"{shares} {pace:,.0f} pieces/CPU-s"


def main() -> None:
    """Fine-tune for so many minutes, then measure on the development split."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--documents", type=int, default=12_000)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    model = Encoder(given.layers)
    held = list(examples(given.corpus / "train.jsonl", given.documents))
    dev = sorted(examples(given.corpus / "dev.jsonl", 10**6), key=lambda e: len(e[0]))
    rng = np.random.default_rng(1)
    optimiser = torch.optim.AdamW(model.parameters(), lr=3e-4, weight_decay=0.01)
    began, step, seen = time.time(), 0, 0
    while (spent := (time.time() - began) / 60) < given.minutes:
        for group in optimiser.param_groups:
            group["lr"] = 3e-4 * min(1, step / 100) * max(0.02, 1 - spent / given.minutes)
        chosen = [held[i] for i in rng.integers(0, len(held), _BATCH)]
        pieces, cases, mask, tags = batch(sorted(chosen, key=lambda e: len(e[0])))
        flat = model(pieces, cases, mask).flatten(0, 1)
        loss = functional.cross_entropy(flat, tags.flatten(), ignore_index=UNKNOWN)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        step, seen = step + 1, seen + int(mask.sum())
        if step % 50 == 0:
            print(f"{step} loss {float(loss):.4f} {seen:,} pieces {spent:.1f} min", flush=True)
    print(given.layers, "layers:", measure(model, dev), flush=True)
    if given.out:
        torch.save(model.state_dict(), given.out)


if __name__ == "__main__":
    main()
