"""``harborward doctor``."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated, Final

import typer
from rich.table import Table
from rich.text import Text

from harborward import settings as configuration
from harborward.cli import options
from harborward.cli.console import Exit, out
from harborward.services.doctor import Verdict, examine

_EPILOG: Final = """\b
Examples:
  harborward doctor
  harborward doctor --json

\b
Exit code 0 when nothing is bad, 1 otherwise."""
_STYLES: Final = {Verdict.OK: "green", Verdict.NOTE: "yellow", Verdict.BAD: "bold red"}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("doctor", epilog=_EPILOG)(doctor)


def doctor(
    context: typer.Context,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    policy: options.Policy = None,
    tier: options.TierOption = None,
    config: options.Config = None,
) -> int:
    """Check the installation: files, engine, planted identifiers, plugins, space."""
    chosen = configuration.load(config=config, policy=policy, tier=tier)
    wiring = options.wiring(context)
    checks = examine(wiring.recipe(chosen), wiring.policy(chosen.policy))
    if as_json:
        typer.echo(json.dumps([asdict(check) for check in checks], indent=2))
    else:
        table = Table("check", "verdict", "detail")
        for check in checks:
            verdict = Text(check.verdict.value, style=_STYLES[check.verdict])
            table.add_row(Text(check.name), verdict, Text(check.detail))
        out().print(table)
    return Exit.ERROR if any(check.verdict is Verdict.BAD for check in checks) else Exit.CLEAN
