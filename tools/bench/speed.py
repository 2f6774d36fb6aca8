"""Speed and memory of each tool on the same notes, in one run, on one core."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_CHILD: Final = Path(__file__).with_name("child.py")
TIERS: Final = ("rules", "full")
PEERS: Final = ("presidio", "scrubadub")
#: How often ours runs before, between and after them.
TURNS: Final = 3
#: One thread, and the same hashes in each run.
_PINNED: Final = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "BLIS_NUM_THREADS": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "PYTHONHASHSEED": "0",
}
#: A megabyte in this table is a million bytes of UTF-8.
MB: Final = 1e6


@dataclass(frozen=True, slots=True)
class Run:
    """One tool over one corpus: seconds are of CPU, memory is the peak in MB."""

    tool: str
    corpus: str
    load_s: float
    cpu_s: float
    bytes: int
    notes: int
    found: int
    peak_mb: float

    @property
    def mb_per_s(self) -> float:
        """Megabytes of text in a second of CPU."""
        return self.bytes / MB / self.cpu_s


def compare(
    corpora: Mapping[str, Path], ours: Path | str, peers: Path | None
) -> dict[str, list[Run]]:
    """Run all tools over each corpus: our two tiers, then the peers.

    Ours run before, between and after them, and their median counts.

    Ours is done in a second where a peer takes a minute, so it meets the machine in one
    mood only; several runs at each turn even that out. Without ``peers`` (their
    interpreter) only ours runs.
    """
    compared: dict[str, list[Run]] = {}
    for name, path in corpora.items():
        mine = {tier: [_run(tier, name, path, ours) for _ in range(TURNS)] for tier in TIERS}
        others = []
        for peer in PEERS if peers else ():
            others.append(_run(peer, name, path, peers or ours))
            for tier, runs in mine.items():
                runs += [_run(tier, name, path, ours) for _ in range(TURNS)]
        compared[name] = [*map(_middle, mine.values()), *others]
    return compared


def _middle(runs: list[Run]) -> Run:
    middle = statistics.median_low(run.cpu_s for run in runs)
    return next(run for run in runs if run.cpu_s == middle)


def _run(tool: str, corpus: str, notes: Path, python: Path | str) -> Run:
    done = subprocess.run(  # noqa: S603 - our own script under the interpreters named
        [str(python), "-W", "ignore", str(_CHILD), tool, str(notes)],
        env={**os.environ, **_PINNED},  # noqa: TID251 - a child needs its parent's environment
        capture_output=True,
        check=False,
    )
    if done.returncode:
        sys.stderr.write(done.stderr.decode()[-2000:])
        msg = f"{tool} failed"
        raise SystemExit(msg)
    got = json.loads(done.stdout)
    return Run(
        tool=got["tool"],
        corpus=corpus,
        load_s=got["load_s"],
        cpu_s=got["cpu_s"],
        bytes=got["bytes"],
        notes=got["notes"],
        found=got["found"],
        peak_mb=got["peak_mb"],
    )
