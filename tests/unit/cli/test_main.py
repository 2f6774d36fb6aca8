"""The outermost driver: whatever happens, one line and no value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import typer

from harborward.bootstrap import Wiring
from harborward.cli.main import main
from worlds.program import WIRING

if TYPE_CHECKING:
    from harborward.services.seam import Engine
    from harborward.settings import Settings


def raising(error: BaseException) -> Wiring:
    """Return a wiring whose engine cannot be built."""

    def build(_settings: Settings) -> Engine:
        raise error

    return Wiring(build=build, policy=WIRING.policy, policies=WIRING.policies)


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (RuntimeError("Quillfeather"), 1, "error: internal failure RuntimeError at "),
        (KeyboardInterrupt(), 130, "error: interrupted."),
        (typer.Abort(), 130, "error: interrupted."),
        (BrokenPipeError(), 1, ""),
    ],
)
def test_an_unforeseen_error_is_one_line(
    error: BaseException, code: int, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its kind and a place in our code, never its words."""
    assert main(["doctor"], raising(error)) == code
    said = capsys.readouterr().err
    assert said.startswith(line)
    assert "Quillfeather" not in said
    assert "Traceback" not in said


def test_a_near_miss_of_an_option_is_suggested(capsys: pytest.CaptureFixture[str]) -> None:
    """From our own names only."""
    assert main(["deid", "--polcy", "x"], WIRING) == 2
    assert "--policy" in capsys.readouterr().err


def test_words_are_taken_from_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the entry point of the package does."""
    monkeypatch.setattr("sys.argv", ["harborward", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.startswith("harborward ")
