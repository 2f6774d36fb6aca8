"""``harborward show``."""

from __future__ import annotations

from collections import Counter
from pathlib import Path  # noqa: TC003 - typer reads annotations
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.rule import Rule
from rich.text import Text

from harborward import settings as configuration
from harborward.cli import options
from harborward.cli.console import Exit, out, painted, say, style_of
from harborward.formats.kinds import Encoding
from harborward.services.page import Heading, render
from harborward.services.registration import record_at
from harborward.services.seam import engine
from harborward.services.show import exhibits, write_page
from harborward.services.transform import Bench

if TYPE_CHECKING:
    from harborward.services.exhibit import Exhibit

_EPILOG: Final = """\b
Examples:
  harborward show note.txt
  harborward show note.txt --after
  harborward show notes.jsonl --html notes.html

\b
The screen and the page show the original text: that is their purpose."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("show", epilog=_EPILOG)(show)


def show(  # noqa: PLR0913 - one parameter is one option
    context: typer.Context,
    *,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Plain text or JSON lines.")],
    policy: options.Policy = None,
    html: Annotated[
        Path | None, typer.Option(help="Write a page, before and after, instead.")
    ] = None,
    after: Annotated[bool, typer.Option("--after", help="Show the transformed text too.")] = False,
    text_field: options.TextField = None,
    known: options.Known = None,
    encoding: options.EncodingOption = Encoding.UTF_8,
    tier: options.TierOption = None,
    config: options.Config = None,
) -> int:
    """Show a file with its identifiers highlighted."""
    chosen = configuration.load(config=config, policy=policy, tier=tier)
    wiring = options.wiring(context)
    tools = Bench(
        engine(wiring.recipe(chosen)),
        wiring.policy(chosen.policy),
        options.reading(
            chosen,
            jsonl=options.fields(options.names(text_field) or ("text",), (), ""),
            encoding=encoding,
        ),
        known=record_at(str(known)) if known else None,
    )
    shown = exhibits(file, tools)
    if html is not None:
        write_page(
            render(
                Heading("Before and after", tools.policy.name, f"{tools.engine.tier} tier"), shown
            ),
            html,
        )
        say("wrote the page")
    else:
        for one in shown:
            _print(one, after=after)
    withheld = any(one.released is None for one in shown)
    return Exit.QUARANTINED if withheld else Exit.CLEAN


def _print(one: Exhibit, *, after: bool) -> None:
    console = out()
    if one.title:
        console.print(Rule(Text(one.title)))
    console.print(painted(one.pieces()), soft_wrap=True)
    if after and one.released is not None:
        console.print(Rule("after"))
        console.print(painted(one.replaced()), soft_wrap=True)
    if one.reason is not None:
        say(f"withheld: {one.reason.value}")
    legend = Text()
    for label, count in Counter(finding.label for finding in one.findings).most_common():
        legend.append(f" {label.value} ", style=style_of(label))
        legend.append(f" {count}  ")
    console.print(legend)
