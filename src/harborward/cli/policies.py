"""``harborward policies``."""

from __future__ import annotations

from typing import Annotated, Final

import typer
from rich.table import Table

from harborward.cli import options
from harborward.cli.console import Exit, out

_EPILOG: Final = """\b
Examples:
  harborward policies list
  harborward policies show safe-harbor
  harborward policies check my-policy.yaml"""


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(help="List, show and check policies.", epilog=_EPILOG, no_args_is_help=True)
    group.command("list", epilog="Example: harborward policies list")(list_)
    group.command("show", epilog="Example: harborward policies show safe-harbor")(show)
    group.command("check", epilog="Example: harborward policies check my-policy.yaml")(check)
    app.add_typer(group, name="policies")


def list_(context: typer.Context) -> int:
    """List the policies of the package, each with the paragraph it works under."""
    wiring = options.wiring(context)
    table = Table("policy", "regime", "what it is for")
    for name in wiring.policies():
        policy = wiring.policy(name)
        table.add_row(policy.name, policy.regime.value, policy.description)
    out().print(table)
    return Exit.CLEAN


def show(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="POLICY", help="Name, or path of a YAML file.")],
) -> int:
    """Show what a policy does to each label."""
    policy = options.wiring(context).policy(name)
    console = out()
    console.print(f"{policy.name}: {policy.description}", markup=False)
    console.print(f"regime {policy.regime.value}, threshold {policy.threshold}", markup=False)
    table = Table("label", "identifier", "operator")
    for label, operator in policy.operators.items():
        table.add_row(
            label.value, f"({label.identifier.letter}) {label.identifier.title}", operator.value
        )
    console.print(table)
    return Exit.CLEAN


def check(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="Path of a YAML file.")],
) -> int:
    """Check a policy file: its keys, its operators, and whether its regime allows them."""
    policy = options.wiring(context).policy(file)
    out().print(f"fine: {policy.name} under {policy.regime.value}", markup=False)
    return Exit.CLEAN
