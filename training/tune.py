"""Sets the threshold of each class on the development split: recall first, within a price.

From the highest chance down, each class goes on as long as a step wins enough: so many more
claims on something marked for each further claim on nothing.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import onnxruntime

from harborward.domain.identifier import Label
from harborward.text import lexicon
from harborward.text.model.decode import claims
from harborward.text.model.features import Features
from harborward.text.model.tagger import Tagger
from harborward.text.passage import Passage
from training.prepare import documents

if TYPE_CHECKING:
    from training.corpus.document import Document

_STEPS: Final = (0.8, 0.7, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25, 0.2, 0.15, 0.1)
#: A step with fewer claims more than this is taken together with the next.
_FEW: Final = 8
#: What a class keeps that has hardly any claims to judge by.
_USUAL: Final = 0.4


def main() -> None:
    """Print the choice, and write it."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--gain", type=float, default=0.5, help="right claims for a wrong one")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    words = (given.model / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
    features = Features(words, lexicon.shipped())
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession((given.model / "tagger.onnx").read_bytes(), options)
    held = [d for d in documents(given.corpus / "dev.jsonl") if "wnut17" not in d.slices]
    passages = [Passage(d.text) for d in held]
    chances = Tagger(session).chances([features.of(p) for p in passages])
    chosen: dict[str, float] = {}
    for label in Label:
        prices = {}
        for step in _STEPS:
            counts: Counter[str] = Counter()
            limits = dict.fromkeys(Label, 2.0) | {label: step}
            for document, passage, chance in zip(held, passages, chances, strict=True):
                counts += _counts(document, passage, chance, limits)
            prices[step] = counts
        chosen[label.value] = _lowest(prices, given.gain)
        at = prices[chosen[label.value]]
        told = f"{at['claims']} claims, {at['false']} on nothing"
        print(f"{label.value:12} {chosen[label.value]:.2f} {told}")
    given.out.write_text(json.dumps(chosen, indent=2) + "\n", encoding="utf-8")


def _lowest(prices: dict[float, Counter[str]], gain: float) -> float:
    """Return the lowest step down to which every step was worth its wrong claims."""
    if prices[_STEPS[-1]]["claims"] < 3 * _FEW:
        return _USUAL
    best, last = _STEPS[0], prices[_STEPS[0]]
    for step in _STEPS[1:]:
        more = prices[step]["claims"] - last["claims"]
        if more < _FEW and step != _STEPS[-1]:
            continue
        wrong = prices[step]["false"] - last["false"]
        if more - wrong < gain * wrong:
            break
        best, last = step, prices[step]
    return best


def _counts(
    document: Document, passage: Passage, chance: np.ndarray, limits: dict[Label, float]
) -> Counter[str]:
    marked = np.zeros(len(document.text) + 1, dtype=bool)
    for start, end, _ in document.spans:
        marked[start:end] = True
    made = claims(passage, chance, limits, "model.v1") if len(passage.words) else []
    false = sum(not marked[c.span.start : c.span.end].any() for c in made)
    return Counter({"claims": len(made), "false": false})


if __name__ == "__main__":
    main()
