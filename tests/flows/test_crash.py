"""A run that is killed at any moment goes on as if nothing had happened."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

NOTES = 200
#: When to kill, in seconds after the first output, early and late.
MOMENTS = (0.0, 0.03, 0.08, 0.15)
TESTS = Path(__file__).parents[1]


def command(source: Path, out: Path, workers: int) -> list[str]:
    """Return the words that run the program as a process."""
    script = str(TESTS / "worlds" / "program.py")
    options = ["--out", str(out), "--workers", str(workers), "--quiet"]
    return [sys.executable, script, "deid", str(source), *options]


def environment(*, slow: bool) -> dict[str, str]:
    """Return an environment in which the program finds the world of tests."""
    paths = os.pathsep.join([str(TESTS), str(TESTS.parent / "src")])
    return {**os.environ, "PYTHONPATH": paths, **({"SLOW_WORLD": "1"} if slow else {})}  # noqa: TID251 - a process inherits it


def kill_after_first_output(words: list[str], out: Path, moment: float) -> None:
    """Start a run and kill it a moment after it first wrote; its workers must follow."""
    process = subprocess.Popen(words, env=environment(slow=True))  # noqa: S603
    before = len(list(out.glob("*")))
    for _ in range(2000):
        if len(list(out.glob("*"))) > before or process.poll() is not None:
            break
        time.sleep(0.002)
    time.sleep(moment)
    process.kill()
    process.wait()


def content(out: Path) -> dict[str, bytes]:
    """Return what a reader of the folder sees."""
    return {p.name: p.read_bytes() for p in out.iterdir() if not p.name.startswith(".")}


@pytest.mark.parametrize("workers", [1, 2])
def test_killed_and_run_again(tmp_path: Path, workers: int) -> None:
    """The same bytes, one manifest line each, nothing lost or doubled."""
    source, out, whole = tmp_path / "in", tmp_path / "out", tmp_path / "whole"
    source.mkdir()
    out.mkdir()
    for number in range(NOTES):
        text = f"Quillfeather note {number} MRN {number}" + (" Unremovable" * (number % 50 == 7))
        (source / f"n{number:04d}.txt").write_text(text)
    words = command(source, out, workers)
    for moment in MOMENTS:
        kill_after_first_output(words, out, moment)
    again = subprocess.run(words, env=environment(slow=False), check=False)  # noqa: S603
    assert again.returncode == 3
    subprocess.run(command(source, whole, 1), env=environment(slow=False), check=False)  # noqa: S603
    assert content(out) == content(whole)
    lines = (out / "manifest.jsonl").read_text().splitlines()
    units = [json.loads(line)["unit"] for line in lines[1:]]
    assert units == list(range(1, NOTES + 1))
    assert not list(out.glob("*.part"))
