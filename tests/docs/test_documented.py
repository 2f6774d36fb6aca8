"""Every name that a user meets has its heading or row in the reference."""

from __future__ import annotations

import ast
import re
import tomllib
from typing import TYPE_CHECKING

import pytest

import harborward
from docs import pages
from docs.tools import tool
from harborward.domain.identifier import Label
from harborward.domain.policy import Operator, Regime
from harborward.formats.kinds import SUFFIXES, Encoding
from harborward.telemetry import Event
from harborward.text import policies, rules
from harborward.text.checks import CHECKS

if TYPE_CHECKING:
    from collections.abc import Iterator

REFERENCE = "docs/reference"
_VERSIONED = re.compile(r"[a-z0-9-]+\.v[0-9]+")


def _detectors() -> Iterator[str]:
    """Yield every versioned name that stands as a text of its own in the engine."""
    for path in sorted((pages.ROOT / "src" / "harborward" / "text").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if _VERSIONED.fullmatch(node.value):
                    yield node.value
    yield from (rule.name for rule in rules.shipped())


def _first_cells(page: str) -> set[str]:
    """Return the first cell of each row, apart where it names several things."""
    cells = (row[0] for row in pages.rows(pages.text_of(f"{REFERENCE}/{page}")))
    return {word.strip() for cell in cells for word in cell.split(",")}


def test_every_label_has_its_row_with_the_letter_of_the_law() -> None:
    """And the title of the identifier."""
    rows = pages.rows(pages.text_of(f"{REFERENCE}/labels.md"))
    table = {row[0]: row[1:3] for row in rows if row[0] in set(Label)}
    assert table == {
        label.value: [label.identifier.letter, label.identifier.title] for label in Label
    }


def test_every_identifier_has_its_row_on_the_page_about_the_law() -> None:
    """All eighteen, by letter."""
    rows = pages.rows(pages.text_of("docs/explanation/safe-harbor.md"))
    letters = {row[0].strip("()") for row in rows if re.fullmatch(r"\([A-R]\)", row[0])}
    assert letters == {label.identifier.letter for label in Label}


def test_every_detector_has_its_row() -> None:
    """Those of the engine by hand, those of the rules by script."""
    assert set(_detectors()) <= _first_cells("detectors.md")


def test_the_table_of_rules_is_that_of_the_rule_files() -> None:
    """``python tools/docs/detectors.py`` writes it."""
    written = pages.text_of(f"{REFERENCE}/detectors.md")
    assert written == tool("detectors").page()


def test_every_guest_has_its_row() -> None:
    """As declared by the package."""
    project = tomllib.loads(pages.text_of("pyproject.toml"))["project"]
    declared = project.get("entry-points", {}).get("harborward.detectors", {})
    assert set(declared) <= _first_cells("detectors.md")


def test_every_key_of_a_rule_has_its_row() -> None:
    """And every check."""
    cells = _first_cells("rules.md")
    assert set(rules.Rule.__dataclass_fields__) <= cells
    assert set(CHECKS) <= cells


def test_every_policy_operator_and_regime_is_documented() -> None:
    """Shipped ones by name."""
    text = pages.text_of(f"{REFERENCE}/policies.md")
    assert {*policies.shipped(), *Operator} <= _first_cells("policies.md")
    assert all(regime.value in text for regime in Regime)


def test_every_suffix_encoding_and_event_is_documented() -> None:
    """On the page of files."""
    text = pages.text_of(f"{REFERENCE}/files.md")
    wanted = [*filter(None, SUFFIXES), *Encoding, *Event]
    assert [word for word in wanted if f"`{word}`" not in text] == []


@pytest.mark.parametrize("name", harborward.__all__)
def test_every_public_name_has_its_heading(name: str) -> None:
    """On the page of the Python face."""
    assert name in pages.headings(pages.text_of(f"{REFERENCE}/python.md"))


def test_every_page_of_the_reference_is_on_its_list() -> None:
    """And every decision on its own."""
    for folder in ("reference", "decisions", "explanation", "how-to"):
        listed = set(pages.links(pages.text_of(f"docs/{folder}/index.md")))
        there = {path.name for path in (pages.DOCS / folder).glob("*.md")} - {"index.md"}
        assert there <= listed, folder
