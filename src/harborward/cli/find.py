"""``harborward find``."""

from __future__ import annotations

import sys
from pathlib import Path  # noqa: TC003 - typer reads annotations
from typing import Annotated, Final

import typer

from harborward import settings as configuration
from harborward.cli import options
from harborward.cli.console import Exit, progress, say
from harborward.services.find import Search, find_file, find_stream
from harborward.services.writing import HashedWriter, guarded

_EPILOG: Final = """\b
Examples:
  harborward find notes.jsonl --out findings.jsonl
  harborward find notes.jsonl --tier rules --workers 4 --out findings.jsonl
  cat notes.jsonl | harborward find - > findings.jsonl

\b
In: one {"id", "text"} a line. Out, in order: one {"id", "spans": [{"start", "end",
"label", "score", "detector"}]} a line; offsets count characters."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("find", epilog=_EPILOG)(find)


def find(
    context: typer.Context,
    *,
    source: Annotated[str, typer.Argument(metavar="INPUT", help="JSON lines file, or -.")],
    out: Annotated[
        Path | None, typer.Option(help="Findings file. [default: standard output]")
    ] = None,
    tier: options.TierOption = None,
    workers: options.Workers = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Find identifiers in JSON lines and write where they stand."""
    chosen = configuration.load(config=config, tier=tier, workers=workers)
    recipe = options.wiring(context).recipe(chosen)
    search = Search(recipe, source, chosen.max_record_bytes)
    target = None if out is None or str(out) == "-" else out
    sink = HashedWriter(sys.stdout.buffer)
    with progress("finding", None, quiet=quiet) as step:
        if source == "-":
            totals = find_stream(search, sys.stdin.buffer, target, sink, progress=step)
        else:
            totals = find_file(search, target, sink, workers=chosen.workers, progress=step)
    with guarded():
        sys.stdout.flush()
    if not quiet:
        say(f"{totals.records} records, {totals.findings} findings, {chosen.tier.value} tier")
    return Exit.CLEAN
