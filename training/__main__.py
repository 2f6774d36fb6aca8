"""Make the model from nothing: ``python -m training --data DIR --out DIR [--seed N]``.

Corpus, training, export, thresholds. What is already there is not made again, so a
training that was broken off goes on; ``--seed`` makes another corpus.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path


def main() -> None:
    """Run the steps, each in a process of its own."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("out/training"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--passes", type=float, default=3.5)
    given = parser.parse_args()
    corpus, weights, model = given.out, given.out / "tagger.pt", given.out / "model"
    steps = [
        (corpus / "test.npz", "prepare", "--data", given.data, "--seed", given.seed),
        (weights.with_suffix(".done"), "train", "--corpus", corpus, "--passes", given.passes),
        (model / "tagger.onnx", "export", "--corpus", corpus, "--weights", weights),
        (model / "thresholds.json", "tune", "--corpus", corpus, "--model", model),
    ]
    outs = (corpus, weights, model, model / "thresholds.json")
    for (made, name, *rest), out in zip(steps, outs, strict=True):
        if made.exists():
            print(f"{name}: there already")
            continue
        command = [sys.executable, "-m", f"training.{name}", *map(str, rest), "--out", str(out)]
        subprocess.run(command, check=True)  # noqa: S603 - our own programs
        made.touch()
    print(f"{model}: sign it with python -m training.seal, and copy it to the package")


if __name__ == "__main__":
    main()
