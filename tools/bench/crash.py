"""Kill a folder run at random moments, run it again, and compare with one that was left alone.

    python tools/bench/crash.py --notes 5000 --kills 5

Makes notes out of the shipped samples, runs ``harborward deid`` over them, kills it with
SIGKILL at random moments, runs it once more to the end, and checks that

* every byte of the output folder is that of an uninterrupted run,
* the manifest has one line for each note, no more,
* no unfinished file is left.

A policy with fixed replacements is used, because surrogates are random on purpose: with
those, finished documents keep their bytes and unfinished ones draw afresh.
"""

from __future__ import annotations

import argparse
import json
import secrets
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "src" / "harborward" / "samples" / "notes.jsonl"
#: Exit codes of a run that came to its end: clean, or with something in quarantine.
ENDED = {0, 3}


def make_notes(folder: Path, count: int) -> None:
    """Write ``count`` notes, each with a sentence of its own so that no two are alike."""
    with SAMPLES.open(encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    for number in range(count):
        place = folder / f"batch{number // 1000}"
        place.mkdir(parents=True, exist_ok=True)
        text = f"{texts[number % len(texts)]}\nCopy {number} of this note.\n"
        (place / f"n{number:04d}.txt").write_text(text, encoding="utf-8")


def command(source: Path, out: Path, options: argparse.Namespace) -> list[str]:
    """Return the words of one run."""
    words = [sys.executable, "-m", "harborward", "deid", str(source), "--out", str(out)]
    return [*words, "--policy", options.policy, "--workers", str(options.workers), "--quiet"]


def lines(out: Path) -> int:
    """Return how many lines the manifest has so far."""
    path = out / "manifest.jsonl"
    return path.read_bytes().count(b"\n") if path.exists() else 0


def interrupt(words: list[str], out: Path, target: int) -> int:
    """Start a run, kill it soon after its manifest has ``target`` lines; return the lines."""
    process = subprocess.Popen(words)  # noqa: S603 - our own program
    while process.poll() is None and lines(out) < target:
        time.sleep(0.01)
    time.sleep(secrets.randbelow(500) / 1000)
    process.kill()
    process.wait()
    return lines(out)


def content(out: Path) -> dict[str, bytes]:
    """Return every visible file below ``out``."""
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


def check(broken: Path, whole: Path, count: int) -> list[str]:
    """Return what is wrong; nothing, if all is well."""
    wrong: list[str] = []
    ours, theirs = content(broken), content(whole)
    differ = [name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)]
    if differ:
        wrong.append(f"the bytes of {len(differ)} files differ, such as {min(differ)}")
    manifest = (broken / "manifest.jsonl").read_text(encoding="utf-8")
    units = [json.loads(line) for line in manifest.splitlines()][1:]
    if [unit["unit"] for unit in units] != list(range(1, count + 1)):
        wrong.append(f"the manifest has {len(units)} lines for {count} notes")
    released = {unit["output"] for unit in units if unit["output"]}
    if released != set(content(broken)) - {"manifest.jsonl"}:
        wrong.append("outputs and manifest lines do not match")
    if list(broken.rglob("*.part")):
        wrong.append("unfinished files are left")
    return wrong


def main() -> int:
    """Run the whole trial and say how it went."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--notes", type=int, default=5000)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--policy", default="strict-mask")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        source, broken, whole = (Path(place) / name for name in ("in", "broken", "whole"))
        make_notes(source, options.notes)
        words = command(source, broken, options)
        for number in range(options.kills):
            step = max(1, (options.notes - lines(broken)) // (options.kills - number))
            done = interrupt(words, broken, lines(broken) + secrets.randbelow(step))
            print(f"killed with {max(0, done - 1)} of {options.notes} notes done", flush=True)
        started = time.monotonic()
        codes = {subprocess.run(words, check=False).returncode}  # noqa: S603 - our own program
        print(f"ran to the end in {time.monotonic() - started:.1f} s")
        started = time.monotonic()
        codes.add(subprocess.run(command(source, whole, options), check=False).returncode)  # noqa: S603
        print(f"uninterrupted run: {time.monotonic() - started:.1f} s")
        wrong = check(broken, whole, options.notes)
        if not codes <= ENDED:
            wrong.append(f"a run ended with an exit code of {codes}")
    for problem in wrong:
        print(f"WRONG: {problem}")
    print("same bytes, one manifest line each" if not wrong else "failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
