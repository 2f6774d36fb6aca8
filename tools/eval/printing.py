"""Figures as tables on screen, as JSON, and the false hits as a page."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Final

from rich.table import Table
from rich.text import Text
from tools.eval.heldout import recall
from tools.eval.sets import STRUCTURED

from harborward.cli.score import classes_table
from harborward.domain.identifier import Label
from harborward.services.score import Rate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import Console
    from tools.eval.heldout import Slice
    from tools.eval.reports import Common, Touched
    from tools.eval.sets import Measured
    from tools.eval.targets import Check

    from harborward.services.counting import Miss
    from harborward.services.score import Score

#: Misses of unstructured classes shown of each set.
_SAMPLE: Final = 25
_RATES: Final = {
    "recall": "spans fully covered",
    "precision": "findings on an identifier",
    "character_recall": "characters found",
    "character_precision": "characters right",
    "clean_documents": "documents without a miss",
    "over_redaction": "other tokens touched",
}


def percent(share: float | None) -> str:
    """Return a share in percent, or a dash."""
    return "-" if share is None else f"{share:.2%}"


def show_set(console: Console, one: Measured, tier: str, *, sample: int = _SAMPLE) -> None:
    """Print the scores of a gold set, with what it missed."""
    score = one.score
    console.rule(f"{one.gold.name}, {tier} tier")
    console.print(
        f"{score.documents} documents, {score.gold} gold spans, {score.predicted} findings"
    )
    console.print(_summary(score))
    console.print(classes_table(score))
    structured = one.misses(STRUCTURED)
    others = one.misses([label for label in Label if label not in STRUCTURED])
    for title, missed, limit in (
        ("structured", structured, len(structured)),
        ("other", others, sample),
    ):
        if missed:
            console.print(f"misses, {title}: {min(limit, len(missed))} of {len(missed)}")
        for miss in _spread(missed, limit):
            console.print(_line(miss), soft_wrap=True)


def _spread(missed: Sequence[Miss], limit: int) -> list[Miss]:
    """Return ``limit`` of them from all over the set."""
    if len(missed) <= limit:
        return list(missed)
    return [missed[number * len(missed) // limit] for number in range(limit)]


def _line(miss: Miss) -> Text:
    return Text.assemble(
        (f"  {miss.label:12}", "bold"),
        (f"{miss.document}: ", "dim"),
        _flat(miss.before.reveal()),
        (_flat(miss.surface.reveal()), "red underline"),
        _flat(miss.after.reveal()),
    )


def _flat(text: str) -> str:
    return text.replace("\n", "⏎")


def _summary(score: Score) -> Table:
    table = Table("all labels", "value", "95 % interval")
    for name, title in _RATES.items():
        rate: Rate = getattr(score, name)
        interval = "-" if rate.low is None else f"{percent(rate.low)} to {percent(rate.high)}"
        table.add_row(title, percent(rate.value), interval)
    return table


def show_compared(console: Console, title: str, scores: Mapping[str, Score]) -> None:
    """Print several engines or sets side by side."""
    console.rule(title)
    first = next(iter(scores.values()))
    console.print(f"{first.documents} documents, {first.gold} gold spans")
    table = Table("", *scores)
    for name, told in _RATES.items():
        rates: list[Rate] = [getattr(score, name) for score in scores.values()]
        table.add_row(told, *(percent(rate.value) for rate in rates))
    for label in Label:
        shares = [recall(score, [label]) for score in scores.values()]
        if any(share is not None for share in shares):
            table.add_row(f"{label.value} recall", *map(percent, shares))
    console.print(table)


def show_slices(console: Console, slices: Sequence[Slice]) -> None:
    """Print the recall of slices beside that of their whole."""
    table = Table("slice", "spans", "recall", "whole")
    for one in slices:
        table.add_row(one.name, str(one.spans), percent(one.recall), percent(one.whole))
    console.print(table)


def show_misses(console: Console, score: Score, limit: int) -> None:
    """Print so many misses from all over the set."""
    console.print(f"misses: {min(limit, len(score.misses))} of {len(score.misses)}")
    for miss in _spread(score.misses, limit):
        console.print(_line(miss), soft_wrap=True)


def show_reports(console: Console, touched: Touched, title: str) -> None:
    """Print the shares of tokens touched in natural reports."""
    console.rule(title)
    console.print(f"{touched.reports} reports, {touched.tokens} tokens, {len(touched.hits)} hits")
    table = Table("tokens touched as", "count", "share")
    for group, count in touched.touched.items():
        table.add_row(group, str(count), percent(count / touched.tokens))
    table.add_row("all", str(sum(touched.touched.values())), percent(touched.shares["all"]))
    console.print(table)


def show_checks(console: Console, checks: Sequence[Check]) -> None:
    """Print the targets."""
    console.rule("targets")
    table = Table("target", "", "", "measured", "")
    for check in checks:
        verdict = Text("met", "green") if check.met else Text("MISSED", "bold red")
        bound = "at most" if check.most else "at least"
        table.add_row(check.what, bound, percent(check.target), percent(check.value), verdict)
    console.print(table)


def plain(score: Score) -> dict[str, object]:
    """Return the scores as plain values; misses stay out, for they hold text."""
    values: dict[str, object] = {}
    for field in fields(score):
        value = getattr(score, field.name)
        if field.name == "classes":
            values["classes"] = {each.label: asdict(each) for each in value}
        elif field.name != "misses":
            values[field.name] = asdict(value) if isinstance(value, Rate) else value
    return values


def page(common: Sequence[Common], title: str) -> str:
    """Return a table of common hits in Markdown."""
    rows = [
        f"| {hit.count} | {hit.reports} | {hit.label.value} | {_cell(hit.surface)} "
        f"| {', '.join(hit.detectors)} | {_cell(hit.context)} |"
        for hit in common
    ]
    head = "| hits | reports | label | surface | detectors | one place |\n|---|---|---|---|---|---|"
    return "\n".join([f"## {title}", "", head, *rows, ""])


def miss_page(score: Score, title: str) -> str:
    """Return every miss with its surroundings in Markdown, the classes one after another."""
    rows = [
        f"| {miss.label}{' (part)' if miss.partly else ''} | {_cell(miss.document)} "
        f"| {_cell(_shown(miss))} |"
        for miss in sorted(score.misses, key=lambda miss: (miss.label, miss.document))
    ]
    head = "| label | document | missed |\n|---|---|---|"
    return "\n".join([f"# {title}", "", head, *rows, ""])


def _shown(miss: Miss) -> str:
    before, surface, after = (
        _flat(part.reveal()) for part in (miss.before, miss.surface, miss.after)
    )
    return f"{before}[[{surface}]]{after}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
