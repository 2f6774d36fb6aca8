"""Small pieces of what the commands print."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from harborward.cli import console
from harborward.cli.console import percent, progress
from harborward.domain.identifier import Label


def test_a_share_is_a_percentage_or_a_dash() -> None:
    """Nothing to count is not zero."""
    assert (percent(0.1234), percent(None)) == ("12.3", "-")


def test_every_label_has_a_style() -> None:
    """Labels without one of their own share the last."""
    assert all(console.style_of(label) for label in Label)


@pytest.mark.parametrize(("quiet", "terminal"), [(True, True), (False, False), (False, True)])
def test_progress_shows_on_a_terminal_only(
    quiet: bool,  # noqa: FBT001
    terminal: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A log file holds no bars."""
    stream = io.StringIO()
    monkeypatch.setattr(
        console, "err", lambda: Console(file=stream, force_terminal=terminal, width=80)
    )
    with progress("counting", 3, quiet=quiet) as step:
        step(1)
    assert ("counting" in stream.getvalue()) is (terminal and not quiet)
