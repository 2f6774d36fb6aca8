"""The papers of the house agree with each other, with the law, and with the program."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from docs import pages
from docs.tools import tool
from harborward.cli.main import app

if TYPE_CHECKING:
    from pathlib import Path

#: A verdict that only a person may give; a page may say that we do not give it.
_VERDICTS = re.compile(
    r"\b(?:HIPAA[- ]compliant|fully compliant|certified|guaranteed?|100 ?% (?:safe|secure))\b",
    re.IGNORECASE,
)
_EXTERNAL = ("http://", "https://", "mailto:")
_TEST = re.compile(r"`(tests/[\w/.]+)::(\w+)`")
_HELP = re.compile(r"Usage: harborward(?P<words>(?: [a-z]+)*) \[OPTIONS\]")


@pytest.mark.parametrize("page", pages.all_pages(), ids=pages.named)
def test_links_resolve(page: Path) -> None:
    """To a file of the project, and to a heading of that file."""
    for link in pages.links(page.read_text("utf-8")):
        if link.startswith(_EXTERNAL):
            continue
        target, _, fragment = link.partition("#")
        path = (page.parent / target).resolve() if target else page
        assert path.is_file(), link
        if pages.DOCS in page.parents:
            assert pages.DOCS in path.parents, f"{link} leads out of the site"
        if fragment:
            found = [pages.anchor(heading) for heading in pages.headings(path.read_text("utf-8"))]
            assert fragment in found, link


@pytest.mark.parametrize("page", pages.all_pages(), ids=pages.named)
def test_no_page_gives_a_verdict(page: Path) -> None:
    """What the output is in law is for a person to determine."""
    assert _VERDICTS.findall(page.read_text("utf-8")) == []


@pytest.mark.parametrize("page", pages.all_pages(), ids=pages.named)
def test_a_page_has_one_title(page: Path) -> None:
    """And fences that close."""
    text = page.read_text("utf-8")
    assert len(re.findall(r"^# ", pages.prose(text), re.MULTILINE)) == 1
    assert len(re.findall(r"^```", text, re.MULTILINE)) % 2 == 0


def _helps() -> list[tuple[str, str, str]]:
    """Return each help text that a page shows: the page, the words, the text."""
    return [
        (pages.named(page), match["words"].strip(), block.code if match else "")
        for page in pages.all_pages()
        for block in pages.blocks(page.read_text("utf-8"))
        if (match := _HELP.match(block.code))
    ]


def test_help_that_is_shown_is_the_help_of_the_program() -> None:
    """Word for word, at a width of a hundred columns."""
    for page, words, shown in _helps():
        result = CliRunner().invoke(app, [*words.split(), "--help"], env={"COLUMNS": "100"})
        assert pages.level(result.output) == pages.level(shown), page


def test_every_example_of_a_help_text_is_a_command() -> None:
    """Its command and its options exist."""
    options = re.compile(r"(?<!\S)--[a-z-]+")
    for words in ([], ["deid"], ["find"], ["score"], ["show"], ["demo"], ["doctor"], ["policies"]):
        result = CliRunner().invoke(app, [*words, "--help"], env={"COLUMNS": "100"})
        assert result.exit_code == 0
        _, _, examples = result.output.partition("Examples:")
        for line in examples.splitlines():
            called = re.search(r"harborward ([a-z]+)(.*?)(?: {2,}|$)", line)
            if called is None:
                continue
            own = CliRunner().invoke(app, [called[1], "--help"], env={"COLUMNS": "100"}).output
            assert [option for option in options.findall(called[2]) if option not in own] == []


def test_the_changelog_has_the_version_of_the_package() -> None:
    """As its newest entry, and it is supported."""
    version = tomllib.loads(pages.text_of("pyproject.toml"))["project"]["version"]
    entries = [h for h in pages.headings(pages.text_of("CHANGELOG.md")) if h[0].isdigit()]
    assert entries[0].split()[0] == version
    supported = [row[0] for row in pages.rows(pages.text_of("SECURITY.md")) if row[1:] == ["yes"]]
    assert version.rpartition(".")[0] in supported


def test_every_promise_names_a_test_that_is_there() -> None:
    """A promise without its test is a wish."""
    named = _TEST.findall(pages.text_of("SECURITY.md"))
    assert len(named) >= 10
    missing = [
        f"{path}::{name}"
        for path, name in named
        if not (pages.ROOT / path).is_file() or f"def {name}(" not in pages.text_of(path)
    ]
    assert missing == []


def test_every_target_that_is_named_is_in_the_makefile() -> None:
    """In the README and in CONTRIBUTING."""
    targets = set(re.findall(r"^([a-z-]+):", pages.text_of("Makefile"), re.MULTILINE))
    for page in ("README.md", "CONTRIBUTING.md"):
        named = set(re.findall(r"(?:`|^)make ([a-z-]+)", pages.text_of(page), re.MULTILINE))
        assert named
        assert named <= targets, page


def test_the_notice_names_every_source_of_the_lexicons() -> None:
    """Those that ask for attribution stand on the first page of the licence."""
    notice = pages.text_of("NOTICE")
    for name in ("GeoNames", "nomquamgender", "SCOWL", "National Library of"):
        assert name in notice


def test_the_picture_is_what_the_engine_makes_today() -> None:
    """``python tools/docs/picture.py`` draws it."""
    assert pages.text_of("docs/assets/before-after.svg") == tool("picture").draw()


def test_hooks_are_local() -> None:
    """Nothing is fetched to check a change."""
    repos = re.findall(r"^ *- repo: *(\S+)", pages.text_of(".pre-commit-config.yaml"), re.MULTILINE)
    assert repos == ["local"]
