"""Measure the engine: ``python -m tools.eval [--data DIR] [--out DIR] [--resamples N]``.

Measures the shipped notes and the blind notes; with a folder of development data also
presidio_synth and 300 random reports of mtsamples. Prints tables and writes
``report.json`` and ``false-hits.md`` (which quotes the reports: keep it out of the
repository). Exit 1 where a target is missed.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from tools.eval import printing
from tools.eval.reports import Touched, commonest, draw, touch
from tools.eval.sets import gold_sets, measure
from tools.eval.targets import checks

from harborward import bootstrap
from harborward.domain.identifier import Label
from harborward.services.score import RESAMPLES
from harborward.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write; return 1 where a target is missed."""
    chosen = _options().parse_args(arguments)
    console = Console(width=None if sys.stdout.isatty() else 120)
    engine = bootstrap.engine(Settings(plugins=tuple(chosen.plugin)))
    report: dict[str, Any] = {"detectors": engine.detectors, "sets": {}}
    measured = []
    for gold in gold_sets(chosen.data):
        one = measure(engine, gold, chosen.resamples)
        printing.show_set(console, one, sample=chosen.misses)
        measured.append(one)
        report["sets"][gold.name] = printing.plain(one)
    natural = chosen.data / "mtsamples" / "dev_unlabelled.jsonl"
    chosen.out.mkdir(parents=True, exist_ok=True)
    if natural.is_file():
        touched = touch(engine, draw(natural))
        printing.show_reports(console, touched)
        report["reports"] = {"tokens": touched.tokens, "shares": touched.shares}
        (chosen.out / "false-hits.md").write_text(_pages(touched), "utf-8")
    else:
        console.print(f"no development data in {chosen.data}: measured our own notes only")
    targets = checks(measured)
    printing.show_checks(console, targets)
    report["targets"] = {check.what: [check.least, check.value] for check in targets}
    (chosen.out / "report.json").write_text(json.dumps(report, indent=2), "utf-8")
    return 0 if all(check.met for check in targets) else 1


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.eval", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("out/eval"))
    parser.add_argument("--resamples", type=int, default=RESAMPLES, help="for the intervals")
    parser.add_argument("--misses", type=int, default=25, help="other misses shown of each set")
    parser.add_argument("--plugin", action="append", default=[], help="a guest to let in")
    return parser


def _pages(touched: Touched) -> str:
    dates = [hit for hit in touched.hits if hit.label is Label.DATE]
    others = [hit for hit in touched.hits if hit.label is not Label.DATE]
    return "\n".join(
        [
            "# Commonest hits in reports that hold no patient\n",
            printing.page(commonest(others), "Names, places, organisations, numbers"),
            printing.page(commonest(dates), "Dates (mostly real ones)"),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
