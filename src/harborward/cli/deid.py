"""``harborward deid``."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path  # noqa: TC003 - typer reads annotations
from typing import TYPE_CHECKING, Annotated, Final

import typer

from harborward import bootstrap
from harborward import settings as configuration
from harborward.cli import options
from harborward.cli.console import Exit, progress, say
from harborward.domain.errors import UsageError
from harborward.formats.kinds import Encoding, Format
from harborward.services.deidentify import Run, deidentify, deidentify_stream
from harborward.services.sources import gather
from harborward.services.unit import Order
from harborward.services.writing import HashedWriter, durable, guarded

if TYPE_CHECKING:
    from harborward.services.report import Report
    from harborward.settings import Settings

STREAM: Final = "-"
_EPILOG: Final = """\b
Examples:
  harborward deid notes/ --out released/ --workers 4
  harborward deid 'ward-*/*.txt' --policy limited-data-set --out released/
  harborward deid visits.jsonl --text-field note --keep-field visit_type --out released/
  harborward deid visits.csv --columns note,plan --person-field patient --out released/
  cat note.txt | harborward deid - > note.out.txt

\b
A run that was stopped goes on when it is started again with the same words.
Exit codes: 0 clean, 1 error, 2 usage, 3 something was quarantined."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("deid", epilog=_EPILOG)(deid)


def deid(  # noqa: PLR0913 - one parameter is one option
    context: typer.Context,
    *,
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="Files, folders, quoted globs, or -.")
    ],
    out: Annotated[Path | None, typer.Option(help="Output folder; made where missing.")] = None,
    policy: options.Policy = None,
    format_: Annotated[
        Format | None, typer.Option("--format", help="[default: told by the suffix]")
    ] = None,
    text_field: options.TextField = None,
    keep_field: Annotated[
        list[str] | None,
        typer.Option(help="JSON field to write unchanged; no other field is written."),
    ] = None,
    columns: Annotated[
        list[str] | None, typer.Option(help="CSV columns that hold text, by header name.")
    ] = None,
    keep_columns: Annotated[
        list[str] | None,
        typer.Option(help="CSV columns to write unchanged; no other column is written."),
    ] = None,
    person_field: Annotated[
        str, typer.Option(help="Field or column that tells persons apart, for date shifts.")
    ] = "",
    known: options.Known = None,
    encoding: options.EncodingOption = Encoding.UTF_8,
    tier: options.TierOption = None,
    workers: options.Workers = None,
    report: Annotated[
        Path | None, typer.Option(help="Write the counts of the run to this JSON file.")
    ] = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = None,
) -> int:
    """De-identify files into a folder, with a value-free manifest of what was done."""
    chosen = configuration.load(
        config=config, policy=policy, tier=tier, workers=workers, verbose=verbose
    )
    wiring = options.wiring(context)
    text, keep = options.names(text_field) or ("text",), options.names(keep_field)
    cells, kept = options.names(columns), options.names(keep_columns)
    order = Order(
        wiring.recipe(chosen),
        wiring.policy(chosen.policy),
        options.reading(
            chosen,
            jsonl=options.fields(text, keep, person_field),
            csv=options.fields(cells, kept, person_field) if cells else None,
            encoding=encoding,
        ),
        known=str(known) if known else None,
    )
    started = time.monotonic()
    if STREAM in inputs:
        done = _stream(order, inputs, out, format_)
    else:
        done = _files(order, inputs, out, kind=format_, settings=chosen, quiet=quiet)
    if report is not None:
        with guarded():
            durable(report, json.dumps(done.summary(), indent=2).encode() + b"\n")
    if not quiet:
        _tell(done, time.monotonic() - started)
    return Exit.QUARANTINED if done.withheld else Exit.CLEAN


def _stream(order: Order, inputs: list[str], out: Path | None, kind: Format | None) -> Report:
    if len(inputs) > 1 or out is not None:
        msg = "- stands alone and writes to standard output"
        raise UsageError(msg, advice="Leave out --out and the other inputs")
    sink = sys.stdout.buffer
    done = deidentify_stream(order, kind or Format.TEXT, sys.stdin.buffer, HashedWriter(sink))
    with guarded():
        sink.flush()
    return done


def _files(
    order: Order,
    inputs: list[str],
    out: Path | None,
    *,
    kind: Format | None,
    settings: Settings,
    quiet: bool,
) -> Report:
    if out is None:
        msg = "--out is missing"
        raise UsageError(msg, advice="Name a folder for the results")
    run = Run(order, gather(inputs, out), out, kind=kind, workers=settings.workers)
    telemetry = bootstrap.telemetry(settings, sys.stderr)
    with progress("de-identifying", len(run.sources), quiet=quiet) as step:
        return deidentify(run, telemetry, step)


def _tell(done: Report, seconds: float) -> None:
    withheld = done.inputs - done.released
    parts = [
        f"{done.inputs} inputs = {done.released} released + {withheld} quarantined",
        f"{sum(done.counts.values())} identifiers",
        f"{seconds:.1f} s",
    ]
    if done.skipped:
        parts.insert(1, f"{done.skipped} done before")
    if done.records_in > done.records_out:
        parts.insert(1, f"{done.records_in - done.records_out} records quarantined")
    say("; ".join(parts))
    for problem in done.problems:
        told = f": {problem.message}" if problem.message else ""
        say(f"quarantined: unit {problem.unit}: {problem.reason.value}{told}")
    if withheld > len(done.problems):
        say("the manifest lists every quarantined unit by number, digest and reason")
