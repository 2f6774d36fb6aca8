"""Two workers against one, and how long it takes to start; both in wall time."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ROUNDS: Final = 3
FIRST_NOTE: Final = "harborward find, one note, full tier"


@dataclass(frozen=True, slots=True)
class Scaling:
    """Best wall time with one worker and with two, over the same file."""

    bytes: int
    one_s: float
    two_s: float

    @property
    def gain(self) -> float:
        """How many times as fast two are."""
        return self.one_s / self.two_s


def scale(notes: Path, out: Path) -> Scaling:
    """Time ``harborward find`` with one worker and with two, in turns; the best of three."""
    times: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(ROUNDS):
        for workers, taken in times.items():
            command = ["-m", "harborward", "find", str(notes), "--quiet", "--tier", "rules"]
            command += ["--workers", str(workers), "--out", str(out / f"findings-{workers}.jsonl")]
            taken.append(_wall(command))
    same = {(out / f"findings-{workers}.jsonl").read_bytes() for workers in times}
    if len(same) != 1:
        msg = "two workers wrote other findings than one"
        raise SystemExit(msg)
    return Scaling(notes.stat().st_size, min(times[1]), min(times[2]))


def startup(note: Path, out: Path) -> dict[str, float]:
    """Return the best of several wall times in seconds: interpreter, import, help, one note."""
    find = ["-m", "harborward", "find", str(note), "--quiet", "--out", str(out / "one.jsonl")]
    commands = {
        "python alone": ["-c", "pass"],
        "import harborward": ["-c", "import harborward"],
        "harborward --help": ["-m", "harborward", "--help"],
        "harborward find, one note, rules tier": [*find, "--tier", "rules"],
        FIRST_NOTE: [*find, "--tier", "full"],
    }
    return {name: min(_wall(command) for _ in range(ROUNDS)) for name, command in commands.items()}


def _wall(arguments: Sequence[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(  # noqa: S603 - our own program
        [sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - begun
