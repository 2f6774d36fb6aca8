"""Compile the marked-up sample notes into gold JSON lines.

Source: ``src/harborward/samples/notes/<genre>-<nn>.txt``.  The first line is
``title: ...``; everything after it is the note, in which every identifier is
written ``[[LABEL|surface]]``.  Output: ``src/harborward/samples/notes.jsonl``,
one object a line, with offsets counted in Python characters of ``text``.

    python tools/samples/build.py            write notes.jsonl
    python tools/samples/build.py --check    fail if notes.jsonl is out of date
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

SAMPLES = Path(__file__).resolve().parents[2] / "src" / "harborward" / "samples"

LABELS = (
    "NAME",
    "DATE",
    "AGE>89",
    "LOCATION",
    "PHONE",
    "FAX",
    "EMAIL",
    "SSN",
    "MRN",
    "HEALTH_PLAN",
    "ACCOUNT",
    "LICENSE",
    "VEHICLE",
    "DEVICE",
    "URL",
    "IP",
    "BIOMETRIC",
    "PHOTO",
    "OTHER_ID",
    "ORG",
)

_ID = re.compile(r"(?P<genre>[a-z][a-z0-9-]*)-(?P<nn>\d{2})")
_OPEN = re.compile(r"\[\[(?P<label>[^\[\]|]*)\|")


class MarkupError(ValueError):
    """A note whose markup cannot be compiled."""


class Span(NamedTuple):
    """Where one identifier stands in a note, and its label."""

    start: int
    end: int
    label: str


def strip_markup(marked: str) -> tuple[str, list[Span], list[str]]:
    """Return the plain text, its spans and the surface each span must cover."""
    parts: list[str] = []
    spans: list[Span] = []
    surfaces: list[str] = []
    length = pos = 0
    while True:
        start = marked.find("[[", pos)
        plain = marked[pos:] if start < 0 else marked[pos:start]
        if "]]" in plain:
            message = f"']]' without '[[' near {plain[-40:]!r}"
            raise MarkupError(message)
        parts.append(plain)
        length += len(plain)
        if start < 0:
            return "".join(parts), spans, surfaces
        label, surface, pos = _read_span(marked, start)
        spans.append(Span(length, length + len(surface), label))
        surfaces.append(surface)
        parts.append(surface)
        length += len(surface)


def _read_span(marked: str, start: int) -> tuple[str, str, int]:
    """The label and surface of the span opened at ``start``, and where it ends."""
    near = repr(marked[start : start + 40])
    opened = _OPEN.match(marked, start)
    if opened is None:
        message = f"bad opening near {near}"
        raise MarkupError(message)
    label = opened["label"]
    if label not in LABELS:
        message = f"unknown label {label!r}"
        raise MarkupError(message)
    close = marked.find("]]", opened.end())
    surface = marked[opened.end() : close]
    if close < 0 or "[[" in surface:
        message = f"unclosed span near {near}"
        raise MarkupError(message)
    if not surface or surface != surface.strip():
        message = f"empty or padded surface {surface!r}"
        raise MarkupError(message)
    return label, surface, close + len("]]")


def compile_note(path: Path) -> dict[str, object]:
    """Compile one source file into its gold record."""
    named = _ID.fullmatch(path.stem)
    if named is None:
        message = "file name is not <genre>-<nn>.txt"
        raise MarkupError(message)
    head, _, marked = path.read_text(encoding="utf-8").partition("\n")
    if not head.startswith("title: "):
        message = "first line is not 'title: ...'"
        raise MarkupError(message)
    text, spans, surfaces = strip_markup(marked)
    for span, surface in zip(spans, surfaces, strict=True):
        if text[span.start : span.end] != surface:
            message = f"offsets {span} do not give {surface!r}"
            raise MarkupError(message)
    return {
        "id": path.stem,
        "genre": named["genre"],
        "title": head.removeprefix("title: ").strip(),
        "text": text,
        "spans": [span._asdict() for span in spans],
    }


def compile_all(notes: Path) -> tuple[str, list[dict[str, object]]]:
    """Compile every note under ``notes``, in file-name order."""
    records: list[dict[str, object]] = []
    errors: list[str] = []
    for path in sorted(notes.glob("*.txt"), key=lambda p: p.name):
        try:
            records.append(compile_note(path))
        except MarkupError as error:
            errors.append(f"{path.name}: {error}")
    if errors:
        raise MarkupError("\n".join(errors))
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), records


def report(records: list[dict[str, object]]) -> str:
    """Counts per label and per genre."""
    labels: Counter[str] = Counter()
    genres = Counter(str(record["genre"]) for record in records)
    chars = sum(len(str(record["text"])) for record in records)
    for record in records:
        spans = record["spans"]
        if not isinstance(spans, list):
            message = f"{record['id']}: spans are not a list"
            raise TypeError(message)
        labels.update(str(span["label"]) for span in spans)
    lines = [f"{len(records)} notes, {chars} characters, {labels.total()} spans"]
    lines += [f"  {label:<12}{labels[label]:>5}" for label in LABELS]
    lines.append("genres: " + ", ".join(f"{g} {n}" for g, n in sorted(genres.items())))
    return "\n".join(lines)


def main(argv: list[str] | None = None) -> int:
    """Write the gold file, or compare it; the answer is the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare, do not write")
    check = parser.parse_args(argv).check
    target = SAMPLES / "notes.jsonl"
    try:
        compiled, records = compile_all(SAMPLES / "notes")
    except MarkupError as error:
        print(error, file=sys.stderr)
        return 1
    if not check:
        target.write_text(compiled, encoding="utf-8", newline="\n")
    elif not target.exists() or target.read_text(encoding="utf-8") != compiled:
        print(f"{target} is out of date: run tools/samples/build.py", file=sys.stderr)
        return 1
    print(report(records))
    return 0


if __name__ == "__main__":
    sys.exit(main())
