"""The notes that all tools read: the shipped ones again and again, and natural reports."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT: Final = Path(__file__).resolve().parents[2]
#: Dictated reports, as hospitals have them; the targets of speed are meant for these.
NATURAL: Final = "mtsamples"
SHIPPED: Final = ROOT / "src" / "harborward" / "samples" / "notes.jsonl"


def write_corpora(data: Path, out: Path, size: int) -> dict[str, Path]:
    """Write about ``size`` bytes of each corpus that is there; return the files by name."""
    natural = data / NATURAL / "dev_unlabelled.jsonl"
    sources = {"shipped notes": SHIPPED, NATURAL: natural}
    written = {}
    for name, source in sources.items():
        if source.is_file():
            target = out / f"{name.replace(' ', '-')}-{size}.jsonl"
            write(target, repeated(texts(source), size))
            written[name] = target
    return written


def texts(source: Path) -> list[str]:
    """Return the texts of a file of JSON lines."""
    with source.open(encoding="utf-8") as file:
        return [json.loads(line)["text"] for line in file if line.strip()]


def repeated(notes: list[str], size: int) -> Iterator[str]:
    """Yield notes, from the first again after the last, until ``size`` bytes are out."""
    given = 0
    while given < size:
        for note in notes:
            if given >= size:
                return
            given += len(note.encode())
            yield note


def write(target: Path, notes: Iterable[str]) -> None:
    """Write notes as JSON lines with an id and a text."""
    with target.open("w", encoding="utf-8") as file:
        for number, note in enumerate(notes):
            file.write(json.dumps({"id": f"note-{number}", "text": note}) + "\n")
