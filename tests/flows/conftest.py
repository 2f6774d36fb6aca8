"""The program in this process: words in, exit code and both streams out."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from harborward.cli import main
from worlds.program import WIRING
from worlds.said import Said

if TYPE_CHECKING:
    from pathlib import Path

    from worlds.said import Program


@pytest.fixture
def program(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Program:
    """Return the program, wired to the little engine."""

    def run(*words: str | Path, stdin: bytes = b"") -> Said:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([str(word) for word in words], WIRING)
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Said(code, out.decode(), err.decode())

    return run
