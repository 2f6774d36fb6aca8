"""``harborward score``."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from pathlib import Path  # noqa: TC003 - typer reads annotations
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.table import Table
from rich.text import Text

from harborward.cli.console import Exit, out, percent, visible
from harborward.services.score import (
    RESAMPLES,
    Rate,
    read_findings,
    read_gold,
    read_names,
)
from harborward.services.score import (
    score as score_findings,
)

if TYPE_CHECKING:
    from harborward.services.score import Score

_EPILOG: Final = """\b
Examples:
  harborward score gold.jsonl findings.jsonl
  harborward score gold.jsonl findings.jsonl --misses 20
  harborward score gold.jsonl findings.jsonl --gold-map labels.json --gold-key their_set --json

\b
--misses shows text of the gold file: use it on data that you may look at."""
_TITLES: Final = {
    "recall": "spans wholly found",
    "precision": "findings on an identifier",
    "character_recall": "characters found",
    "character_precision": "characters rightly taken",
    "clean_documents": "clean documents",
    "over_redaction": "other words touched",
}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("score", epilog=_EPILOG)(score)


def score(
    *,
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="JSON lines with gold spans.")],
    findings: Annotated[
        Path, typer.Argument(metavar="FINDINGS", help="Output of harborward find.")
    ],
    misses: Annotated[int, typer.Option(help="Show this many missed spans, with text.")] = 0,
    gold_map: Annotated[
        Path | None, typer.Option(help="JSON map of gold labels to ours; null is not scored.")
    ] = None,
    gold_key: Annotated[str, typer.Option(help="Key of the map within --gold-map.")] = "",
    resamples: Annotated[
        int, typer.Option(help="Bootstrap resamples for the intervals; 0 for none.")
    ] = RESAMPLES,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> int:
    """Score findings against gold spans: recall, precision, clean documents, over-redaction."""
    names = read_names(gold_map, gold_key) if gold_map else None
    result = score_findings(
        read_gold(gold, names), read_findings(findings), resamples=resamples, show=misses
    )
    if as_json:
        typer.echo(json.dumps(_plain(result), indent=2))
        return Exit.CLEAN
    console = out()
    console.print(
        f"{result.documents} documents, {result.gold} gold spans, {result.predicted} findings"
    )
    console.print(_summary(result))
    console.print(classes_table(result))
    for miss in result.misses:
        line = Text.assemble(
            (f"{miss.label:12} ", "bold"),
            (f"{miss.document}: ", "dim"),
            _flat(miss.before.reveal()),
            (_flat(miss.surface.reveal()), "red underline"),
            _flat(miss.after.reveal()),
        )
        console.print(line, soft_wrap=True)
    return Exit.CLEAN


def _flat(text: str) -> str:
    return visible(" ".join(text.split("\n")))


def _rates(result: Score) -> dict[str, Rate]:
    return {name: getattr(result, name) for name in _TITLES}


def _summary(result: Score) -> Table:
    table = Table("all labels", "%", "95 % interval")
    for name, rate in _rates(result).items():
        interval = f"{percent(rate.low)} to {percent(rate.high)}" if rate.low is not None else "-"
        table.add_row(_TITLES[name], percent(rate.value), interval)
    return table


def classes_table(result: Score) -> Table:
    """Return recall and precision by label."""
    table = Table("label", "gold", "recall", "same label", "findings", "precision")
    for one in result.classes:
        table.add_row(
            one.label,
            str(one.gold),
            percent(one.recall),
            percent(one.typed),
            str(one.predicted),
            percent(one.precision),
        )
    return table


def _plain(result: Score) -> dict[str, object]:
    """Return the scores as plain values; misses stay out, for they hold text."""
    kept = [field.name for field in fields(result) if field.name not in {"classes", "misses"}]
    plain: dict[str, object] = {}
    for name in kept:
        value = getattr(result, name)
        plain[name] = asdict(value) if isinstance(value, Rate) else value
    return plain | {"classes": {one.label: asdict(one) for one in result.classes}}
