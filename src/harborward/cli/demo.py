"""``harborward demo``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer
from rich.table import Table
from rich.text import Text

from harborward import settings as configuration
from harborward.cli import options
from harborward.cli.console import Exit, out, percent, style_of, visible
from harborward.services import demo as service
from harborward.services.seam import engine
from harborward.services.show import write_page

_EPILOG: Final = """\b
Examples:
  harborward demo
  harborward demo --policy strict-mask --out pages/"""
PAGE: Final = "demo.html"
#: Misses printed; the page marks all of them.
_SHOWN: Final = 40


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo", epilog=_EPILOG)(demo)


def demo(
    context: typer.Context,
    *,
    policy: options.Policy = None,
    out_: Annotated[Path, typer.Option("--out", help="Folder for the page.")] = Path("out"),
    tier: options.TierOption = None,
    config: options.Config = None,
) -> int:
    """De-identify invented notes, say what was found and missed, and write a page."""
    chosen = configuration.load(config=config, policy=policy, tier=tier)
    wiring = options.wiring(context)
    tools, rules = engine(wiring.recipe(chosen)), wiring.policy(chosen.policy)
    result = service.demo(tools, rules)
    page = out_ / PAGE
    write_page(service.page(result, rules, tools), page)
    console = out()
    console.print(_table(result))
    for miss in result.score.misses[:_SHOWN]:
        line = Text.assemble(
            ("missed ", "red"), f"{miss.label:12} {miss.document}: ", visible(miss.surface.reveal())
        )
        console.print(line, soft_wrap=True)
    more = len(result.score.misses) - _SHOWN
    if more > 0:
        console.print(f"and {more} more, marked on the page")
    score = result.score
    console.print(
        f"{len(result.exhibits)} invented notes under policy {rules.name}, {tools.tier} tier: "
        f"{percent(score.recall.value)} % of identifiers wholly found, "
        f"{percent(score.precision.value)} % of findings on an identifier, "
        f"{percent(score.over_redaction.value)} % of other words touched, "
        f"{result.withheld} withheld"
    )
    console.print(f"Before and after: {page}", soft_wrap=True)
    return Exit.CLEAN


def _table(result: service.Demo) -> Table:
    table = Table("label", "gold", "found", "missed", "recall %", "precision %")
    for row in result.rows:
        table.add_row(
            Text(f" {row.label.value} ", style=style_of(row.label)),
            str(row.gold),
            str(row.found),
            str(row.gold - row.found),
            percent(row.found / row.gold if row.gold else None),
            percent(row.right / row.predicted if row.predicted else None),
        )
    return table
