"""Compile the blind evaluation notes with the functions of tools/samples/build.py.

    python tools/eval/blind/build.py            write notes.jsonl
    python tools/eval/blind/build.py --check    fail if notes.jsonl is out of date

Prints counts only, never a note.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

BLIND = Path(__file__).resolve().parent
COMPILER = BLIND.parents[1] / "samples" / "build.py"


def _load_compiler() -> ModuleType:
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("samples_build", COMPILER)
    if spec is None or spec.loader is None:
        message = f"cannot load {COMPILER}"
        raise ImportError(message)
    build = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = build
    spec.loader.exec_module(build)
    return build


def main(argv: list[str] | None = None) -> int:
    """Write the gold file, or compare it; the answer is the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare, do not write")
    check = parser.parse_args(argv).check
    build = _load_compiler()
    target = BLIND / "notes.jsonl"
    try:
        compiled, records = build.compile_all(BLIND / "notes")
    except build.MarkupError as error:
        print(error, file=sys.stderr)
        return 1
    if not check:
        target.write_text(compiled, encoding="utf-8", newline="\n")
    elif not target.exists() or target.read_text(encoding="utf-8") != compiled:
        print(f"{target} is out of date: run tools/eval/blind/build.py", file=sys.stderr)
        return 1
    print(build.report(records))
    return 0


if __name__ == "__main__":
    sys.exit(main())
