"""Write the table of rules in docs/reference/detectors.md from the rule files.

python tools/docs/detectors.py            writes the table
python tools/docs/detectors.py --check    fails where the page is not what would be written
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from harborward.domain.identifier import Label
from harborward.text import rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TARGET: Final = Path(__file__).resolve().parents[2] / "docs" / "reference" / "detectors.md"
MARK: Final = "<!-- What follows is written by tools/docs/detectors.py. -->\n"


def table(found: Iterable[rules.Rule]) -> str:
    """Return the tables, one for each label in the order of the law."""
    by_label: defaultdict[Label, list[rules.Rule]] = defaultdict(list)
    for rule in found:
        by_label[rule.label].append(rule)
    return "\n".join(line for label in Label for line in _of_label(label, by_label[label]))


def _of_label(label: Label, found: list[rules.Rule]) -> Iterator[str]:
    if not found:
        return
    yield f"\n### Rules for `{label.value}`\n"
    yield "| rule | score | anchored at | check | source |"
    yield "|---|---|---|---|---|"
    for rule in sorted(found, key=lambda rule: rule.name):
        check = f"{rule.check}{', required' if rule.check_required else ''}" if rule.check else ""
        score = f"{rule.score:g}"
        higher = max(rule.context_score, rule.check_score)
        if higher > rule.score:
            score += f" to {higher:g}"
        yield f"| `{rule.name}` | {score} | {_anchor(rule)} | {check} | {_plain(rule.source)} |"


def _anchor(rule: rules.Rule) -> str:
    if rule.words:
        return f"{len(rule.words)} words" if len(rule.words) > 1 else "1 word"
    if rule.digits:
        return f"digits, {_range(*rule.digits)}"
    if rule.mixed:
        return f"letters and digits, {_range(*rule.mixed)}"
    return " ".join(f"`{character}`" for character in rule.chars.replace("|", "\\|"))


def _range(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} to {high}"


def _plain(source: str) -> str:
    return " ".join(source.split()).replace("|", "\\|")


def page() -> str:
    """Return the page with its table as the rules are now."""
    head, _, _ = TARGET.read_text("utf-8").partition(MARK)
    return f"{head}{MARK}{table(rules.shipped())}\n"


def main() -> int:
    """Write the page, or compare it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true")
    written = page()
    if parser.parse_args().check:
        stale = TARGET.read_text("utf-8") != written
        if stale:
            print("the table of rules is stale: run python tools/docs/detectors.py")
        return int(stale)
    TARGET.write_text(written, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
