"""Every command, option, setting, reason and error has its heading."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.main

from harborward.cli.main import app
from harborward.domain import errors
from harborward.services.outcomes import Reason, Status
from harborward.settings import Settings, names

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)


def headings(page: str) -> list[str]:
    """Return the headings of a page without their code marks."""
    text = (REFERENCE / page).read_text("utf-8")
    return [match[2].replace("`", "") for match in HEADING.finditer(text)]


def section(page: str, name: str) -> str:
    """Return a section of the second level."""
    text = (REFERENCE / page).read_text("utf-8")
    return text.split(f"\n## `{name}`\n", 1)[1].split("\n## ", 1)[0]


COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    """Under the command that has it."""
    text = section("cli.md", name)
    command = COMMANDS[name]
    for sub in getattr(command, "commands", {}):
        assert f"\n### `{name} {sub}`\n" in text
    for parameter in command.params:
        for option in parameter.opts:
            if option.startswith("--") and option != "--help":
                assert f"\n### `{option}`" in text, option


@pytest.mark.parametrize("name", names())
def test_every_setting_is_documented(name: str) -> None:
    """With its environment variable and its default."""
    text = section("settings.md", name)
    assert f"`HARBORWARD_{name.upper()}`" in text
    default = getattr(Settings(), name)
    assert "Default" in text
    assert default in {(), False} or str(default) in text


@pytest.mark.parametrize("code", [*Reason, *Status])
def test_every_status_and_reason_is_documented(code: str) -> None:
    """On the page of the manifest."""
    assert str(code) in headings("manifest.md")


@pytest.mark.parametrize(
    "name", [name for name, kind in vars(errors).items() if isinstance(kind, type)]
)
def test_every_error_is_documented(name: str) -> None:
    """By its name."""
    assert name in headings("errors.md")


def test_every_key_of_a_manifest_line_is_documented(tmp_path: Path) -> None:
    """In the tables of the page."""
    from harborward.cli import main  # noqa: PLC0415
    from worlds.program import WIRING  # noqa: PLC0415 - the program of the tests

    (tmp_path / "a.txt").write_text("x")
    main(["deid", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out"), "--quiet"], WIRING)
    page = (REFERENCE / "manifest.md").read_text("utf-8")
    lines = (tmp_path / "out" / "manifest.jsonl").read_text()
    for key in re.findall(r'[{,]"([a-z0-9_]+)":', lines):
        assert f"`{key}`" in page, key
