"""Makes what training reads: the documents of each split, the vocabulary, the arrays."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from harborward.text import lexicon
from harborward.text.model.features import WORDS, Features
from training import vocabulary
from training.arrays import arrays
from training.corpus.build import AMOUNTS, TEMPLATES, build, write
from training.corpus.document import Document
from training.network import WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator


def documents(path: Path) -> Iterator[Document]:
    """Read documents that ``build.write`` wrote."""
    with path.open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            spans = tuple((s["start"], s["end"], s["label"]) for s in record["spans"])
            yield Document(record["id"], record["text"], spans, tuple(record["slices"]))


def main() -> None:
    """Build all splits, and the vocabulary from the training split."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=1.0, help="of the documents of each kind")
    parser.add_argument("--keep-vocabulary", action="store_true")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    for split, whole in AMOUNTS.items():
        amounts = whole.times(given.share)
        fresh = build(given.seed, split, TEMPLATES, given.data, amounts)
        print(split, write(fresh, given.out / f"{split}.jsonl"), flush=True)
    held = given.out / "vocabulary.json"
    if not given.keep_vocabulary:
        words = vocabulary.choose(documents(given.out / "train.jsonl"))
        vocabulary.write(words, held)
        np.save(given.out / "meanings.npy", vocabulary.meanings(words, WIDTH))
    words = json.loads(held.read_text(encoding="utf-8"))
    features = Features(words, lexicon.shipped())
    print(len(words), "words,", features.rows, "rows; words start at", WORDS, flush=True)
    for split in AMOUNTS:
        made = arrays(documents(given.out / f"{split}.jsonl"), features)
        made.save(given.out / f"{split}.npz")
        print(split, len(made), "documents,", len(made.tags), "tokens", flush=True)


if __name__ == "__main__":
    main()
