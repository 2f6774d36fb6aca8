"""Measure speed: ``python -m tools.bench [--data DIR] [--out DIR] [--peers PYTHON] [--size N]``.

Five measurements in one run: CPU seconds and memory beside the peers on the same notes,
each rule under attack, two workers against one, and start-up. Prints tables and writes
``report.json``. Exit 1 where a target is missed; a target whose peers or corpora are
not there is not judged, and the table says so. Speed is judged on natural reports and
on the shipped notes, which are made of identifiers (decision 0009).
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text
from tools.bench import adversarial
from tools.bench.corpus import NATURAL, repeated, texts, write, write_corpora
from tools.bench.speed import MB, Run, compare
from tools.bench.workers import FIRST_NOTE, scale, startup

from harborward.text import rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.bench.adversarial import Taken

SIZE: Final = 1_000_000
#: What two workers share, in bytes: enough that starting them does not count. Our own
#: notes are full of identifiers, and take five times as long.
SHARED_SIZE: Final = {"shipped notes": 5_000_000, "mtsamples": 24_000_000}
TIMES_PRESIDIO: Final = {"rules": 50.0, "full": 5.0}
#: Wall seconds from start to the first note found in, in a warm cache.
FIRST_NOTE_S: Final = 1.5
MB_PER_S: Final = 1.0
GAIN: Final = 1.7
_WORST: Final = 10


@dataclass(frozen=True, slots=True)
class Check:
    """A target with what was measured."""

    what: str
    target: str
    measured: str
    met: bool


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for; return 1 where a target is missed."""
    chosen = _options().parse_args(arguments)
    console = Console(width=None if sys.stdout.isatty() else 120)
    chosen.out.mkdir(parents=True, exist_ok=True)
    report: dict[str, Any] = {}
    checks: list[Check] = []
    corpora = write_corpora(chosen.data, chosen.out, chosen.size)
    if "speed" in chosen.only:
        peers = chosen.peers if chosen.peers and chosen.peers.exists() else None
        runs = compare(corpora, sys.executable, peers)
        checks += _speed(console, runs)
        report["speed"] = {name: [asdict(run) for run in found] for name, found in runs.items()}
    if "rules" in chosen.only:
        taken = adversarial.worst(rules.shipped())
        checks.append(_attacked(console, taken))
        report["rules"] = [asdict(one) for one in taken]
    if "workers" in chosen.only:
        shared = chosen.out / "shared.jsonl"
        name, source = list(corpora.items())[-1]
        write(shared, repeated(texts(source), chosen.shared_size or SHARED_SIZE[name]))
        scaling = scale(shared, chosen.out)
        checks.append(
            Check(
                "two workers against one",
                f">= {GAIN}x",
                f"{scaling.gain:.2f}x ({scaling.one_s:.1f} s, {scaling.two_s:.1f} s)",
                scaling.gain >= GAIN,
            )
        )
        report["workers"] = asdict(scaling)
    if "startup" in chosen.only:
        one = chosen.out / "one-note.jsonl"
        write(one, texts(corpora["shipped notes"])[:1])
        times = startup(one, chosen.out)
        report["startup"] = times
        _startup(console, times)
        first = times[FIRST_NOTE]
        target = f"<= {FIRST_NOTE_S} s"
        checks.append(Check(FIRST_NOTE, target, f"{first:.2f} s", first <= FIRST_NOTE_S))
    _targets(console, checks)
    (chosen.out / "report.json").write_text(json.dumps(report, indent=2), "utf-8")
    return 0 if all(check.met for check in checks) else 1


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    parts = ("speed", "rules", "workers", "startup")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("out/bench"))
    parser.add_argument("--peers", type=Path, help="interpreter that has the peers")
    parser.add_argument("--size", type=int, default=SIZE, help="bytes of each corpus")
    parser.add_argument("--shared-size", type=int, help="bytes that two workers share")
    parser.add_argument("--only", nargs="+", choices=parts, default=parts)
    return parser


def _speed(console: Console, runs: dict[str, list[Run]]) -> list[Check]:
    table = Table(
        *("notes", "tool", "CPU s", "MB/s", "rules tier is faster", "full tier is faster"),
        *("load CPU s", "peak MB", "found"),
    )
    checks = []
    for corpus, (ours, full, *others) in runs.items():
        speed = ours.mb_per_s
        checks.append(
            Check(f"speed, {corpus}", f">= {MB_PER_S} MB/s", f"{speed:.2f} MB/s", speed >= MB_PER_S)
        )
        for run in (ours, full, *others):
            table.add_row(
                f"{corpus}, {run.bytes / MB:.2f} MB, {run.notes} notes",
                run.tool,
                f"{run.cpu_s:.2f}",
                f"{run.mb_per_s:.4f}",
                f"{run.cpu_s / ours.cpu_s:.1f}x",
                f"{run.cpu_s / full.cpu_s:.1f}x",
                f"{run.load_s:.2f}",
                f"{run.peak_mb:.0f}",
                str(run.found),
            )
            if run.tool.startswith("presidio"):
                for tier, mine in (("rules", ours), ("full", full)):
                    ratio, least = run.cpu_s / mine.cpu_s, TIMES_PRESIDIO[tier]
                    what = f"{tier} tier times Presidio, {corpus}"
                    checks.append(Check(what, f">= {least:.0f}x", f"{ratio:.1f}x", ratio >= least))
        if not others:
            console.print("no peers: run `make bench`, which installs them")
    console.print(table)
    if NATURAL not in runs:
        console.print(f"no {NATURAL} under --data: speed on natural reports is not judged")
    return checks


def _attacked(console: Console, taken: Sequence[Taken]) -> Check:
    table = Table("rule", "worst text of 100 KB", "CPU ms")
    for one in taken[:_WORST]:
        table.add_row(one.rule, repr(one.text), f"{one.seconds * 1000:.0f}")
    console.print(table)
    over = [one for one in taken if one.seconds >= adversarial.LIMIT_S]
    return Check(
        f"{len(taken)} rules under attack",
        f"< {adversarial.LIMIT_S * 1000:.0f} ms",
        f"{taken[0].seconds * 1000:.0f} ms at worst, {len(over)} over",
        not over,
    )


def _startup(console: Console, times: dict[str, float]) -> None:
    table = Table("start", "wall ms, best of three")
    for name, seconds in times.items():
        table.add_row(name, f"{seconds * 1000:.0f}")
    console.print(table)


def _targets(console: Console, checks: Sequence[Check]) -> None:
    table = Table("target", "at least", "measured", "")
    for check in checks:
        verdict = Text("met", "green") if check.met else Text("MISSED", "bold red")
        table.add_row(check.what, check.target, check.measured, verdict)
    console.print(table)


if __name__ == "__main__":
    sys.exit(main())
