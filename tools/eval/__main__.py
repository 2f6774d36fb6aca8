"""Measure the engine: ``python -m tools.eval [--data DIR] [--out DIR] [--resamples N]``.

Measures each tier on the shipped notes and the blind notes; with a folder of development
data also on presidio_synth, on reports of mtsamples, and on the held-back split of the
model's corpus. Prints tables and writes ``report.json``, ``misses-held-out.md``,
``false-hits.md`` and ``false-hits-full.md`` (the last three quote the reports: keep them out
of the repository). Exit 1 where a target is missed.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from tools.eval import heldout, printing
from tools.eval.reports import LISTED, Touched, commonest, draw, touch
from tools.eval.sets import gold_sets, measure
from tools.eval.targets import Check, checks, full_checks

from harborward import bootstrap
from harborward.domain.identifier import Label
from harborward.services.score import RESAMPLES
from harborward.settings import Settings, Tier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from harborward.services.seam import Engine


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write; return 1 where a target is missed."""
    chosen = _options().parse_args(arguments)
    console = Console(width=None if sys.stdout.isatty() else 120)
    chosen.out.mkdir(parents=True, exist_ok=True)
    report: dict[str, Any] = {"sets": {}}
    targets: list[Check] = []
    plugins = tuple(chosen.plugin)
    for tier in chosen.tier:
        engine = bootstrap.engine(Settings(tier=Tier(tier), plugins=plugins))
        measured = []
        for gold in gold_sets(chosen.data):
            one = measure(engine, gold, chosen.resamples)
            printing.show_set(console, one, tier, sample=chosen.misses)
            measured.append(one)
            report["sets"][f"{tier}, {gold.name}"] = printing.plain(one.score)
        if tier == Tier.RULES:
            targets += checks(measured)
            targets += _reports(console, engine, chosen, report)
    if Tier.FULL in chosen.tier:
        targets += _held_out(console, chosen, report)
    printing.show_checks(console, targets)
    report["targets"] = {check.what: [check.target, check.value] for check in targets}
    (chosen.out / "report.json").write_text(json.dumps(report, indent=2), "utf-8")
    return 0 if all(check.met for check in targets) else 1


def _reports(
    console: Console, engine: Engine, chosen: argparse.Namespace, report: dict[str, Any]
) -> list[Check]:
    """Let the rules tier read 300 random reports."""
    natural = chosen.data / "mtsamples" / "dev_unlabelled.jsonl"
    if not natural.is_file():
        console.print(f"no development data in {chosen.data}: measured our own notes only")
        return []
    touched = touch(engine, draw(natural))
    printing.show_reports(console, touched, "mtsamples, rules tier")
    report["reports"] = {"tokens": touched.tokens, "shares": touched.shares}
    (chosen.out / "false-hits.md").write_text(_pages(touched), "utf-8")
    return []


def _held_out(console: Console, chosen: argparse.Namespace, report: dict[str, Any]) -> list[Check]:
    """Measure rules, model and full tier on what the model was not trained on."""
    if not (chosen.data / "mtsamples" / "dev_unlabelled.jsonl").is_file():
        console.print("no development data: the held-back split needs its carriers")
        return []
    held = heldout.held_out(chosen.data)
    built = heldout.engines()
    scores = {
        name: heldout.measure(engine, held.documents, chosen.resamples)
        for name, engine in built.items()
    }
    printing.show_compared(console, "held-back split", scores)
    full = built["full"]
    slices = heldout.slices(held, full, scores["full"])
    printing.show_slices(console, slices)
    printing.show_misses(console, scores["full"], chosen.misses)
    pages = printing.miss_page(scores["full"], "Missed on the held-back split, full tier")
    (chosen.out / "misses-held-out.md").write_text(pages, "utf-8")
    synth = heldout.measure(full, heldout.unseen_sentences(chosen.data).documents, 0)
    posts = heldout.measure(full, heldout.posts(chosen.data).documents, 0)
    printing.show_compared(
        console, "full tier elsewhere", {"presidio_synth, unseen": synth, "wnut17 test": posts}
    )
    touched = touch(full, heldout.plain_reports(chosen.data))
    printing.show_reports(console, touched, "held-back mtsamples, full tier")
    (chosen.out / "false-hits-full.md").write_text(_pages(touched, listed=100), "utf-8")
    report["held out"] = {name: printing.plain(one) for name, one in scores.items()}
    report["held out"] |= {"synth": printing.plain(synth), "posts": printing.plain(posts)}
    report["held-back reports"] = {"tokens": touched.tokens, "shares": touched.shares}
    return full_checks(scores["full"], slices, synth, posts, touched)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.eval", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("out/eval"))
    parser.add_argument("--resamples", type=int, default=RESAMPLES, help="for the intervals")
    parser.add_argument("--misses", type=int, default=25, help="other misses shown of each set")
    tiers = [tier.value for tier in Tier]
    parser.add_argument("--tier", nargs="+", choices=tiers, default=tiers)
    parser.add_argument("--plugin", action="append", default=[], help="a guest to let in")
    return parser


def _pages(touched: Touched, listed: int = LISTED) -> str:
    dates = [hit for hit in touched.hits if hit.label is Label.DATE]
    others = [hit for hit in touched.hits if hit.label is not Label.DATE]
    return "\n".join(
        [
            "# Commonest hits in reports that hold no patient\n",
            printing.page(commonest(others, listed), "Names, places, organisations, numbers"),
            printing.page(commonest(dates, listed), "Dates (mostly real ones)"),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
