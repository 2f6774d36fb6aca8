"""Make the model from nothing: ``python -m training --data DIR --out DIR [--seed N]``.

Three rounds of corpus and training, each on a new corpus from the weights of the one
before; then export and thresholds. What is already there is not made again, so a training
that was broken off goes on.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

#: Passes over the corpus of each round, and the highest rate of learning.
ROUNDS: Final = ((3.5, 2e-3), (1.45, 1.2e-3), (4.4, 1.5e-3))


def main() -> None:
    """Run the steps, each in a process of its own."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, help="out/training, or out/trial for a share")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--share", type=float, default=1.0, help="of the documents of each kind, to try the steps"
    )
    given = parser.parse_args()
    out = given.out or Path("out/training" if given.share == 1.0 else "out/trial")
    rounds = [out / f"round-{number}" for number in range(1, len(ROUNDS) + 1)]
    first, last, model = rounds[0], rounds[-1], out / "model"
    weights: Path | None = None
    for number, (folder, (passes, rate)) in enumerate(zip(rounds, ROUNDS, strict=True)):
        corpus = ("--data", given.data, "--seed", given.seed + number, "--share", given.share)
        if number:
            folder.mkdir(parents=True, exist_ok=True)
            for name in ("vocabulary.json", "meanings.npy"):
                shutil.copy(first / name, folder)
            corpus = (*corpus, "--keep-vocabulary")
        _step("prepare", folder / "test.npz", folder, *corpus)
        course = ("--corpus", folder, "--passes", passes, "--rate", rate)
        course = (*course, "--start", weights) if weights else course
        weights = folder / "tagger.pt"
        _step("train", folder / "done", weights, *course)
    _step("export", model / "done", model, "--corpus", first, "--weights", weights)
    limits = model / "thresholds.json"
    _step("tune", model / "tuned", limits, "--corpus", last, "--model", model)
    print(f"{model}: sign it with python -m training.seal, and copy it to the package")


def _step(name: str, made: Path, out: Path, *rest: str | Path | float) -> None:
    """Run a program of ours unless what it makes is there; ``made`` marks it as done."""
    if made.exists():
        print(f"{name}: there already")
        return
    command = [sys.executable, "-m", f"training.{name}", *map(str, rest), "--out", str(out)]
    subprocess.run(command, check=True)  # noqa: S603 - our own programs
    made.touch()


if __name__ == "__main__":
    main()
