"""The command line: parse words, call one service, print."""

from __future__ import annotations

from harborward.cli.main import main

__all__ = ["main"]
