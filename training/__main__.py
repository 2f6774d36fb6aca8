"""Make the model from nothing: ``python -m training --data DIR --out DIR [--seed N]``.

Two rounds of corpus and training, the second from the weights of the first on another
corpus; then export and thresholds. What is already there is not made again, so a training
that was broken off goes on.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path


def main() -> None:
    """Run the steps, each in a process of its own."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("out/training"))
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    first, second, model = (given.out / name for name in ("first", "second", "model"))
    seed, data = str(given.seed), str(given.data)
    _step("prepare", first / "test.npz", first, "--data", data, "--seed", seed)
    _step("train", first / "done", first / "tagger.pt", "--corpus", first, "--passes", "3.5")
    second.mkdir(exist_ok=True)
    for name in ("vocabulary.json", "meanings.npy"):
        shutil.copy(first / name, second)
    again = ("--seed", str(given.seed + 1), "--keep-vocabulary")
    _step("prepare", second / "test.npz", second, "--data", data, *again)
    start = ("--start", first / "tagger.pt", "--passes", "1.45", "--rate", "1.2e-3")
    _step("train", second / "done", second / "tagger.pt", "--corpus", second, *start)
    weights = second / "tagger.pt"
    _step("export", model / "done", model, "--corpus", first, "--weights", weights)
    limits = model / "thresholds.json"
    _step("tune", model / "tuned", limits, "--corpus", first, "--model", model)
    print(f"{model}: sign it with python -m training.seal, and copy it to the package")


def _step(name: str, made: Path, out: Path, *rest: str | Path) -> None:
    """Run a program of ours unless what it makes is there; ``made`` marks it as done."""
    if made.exists():
        print(f"{name}: there already")
        return
    command = [sys.executable, "-m", f"training.{name}", *map(str, rest), "--out", str(out)]
    subprocess.run(command, check=True)  # noqa: S603 - our own programs
    made.touch()


if __name__ == "__main__":
    main()
