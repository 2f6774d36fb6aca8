"""A finished document of the corpus: text, marks, and where it comes from."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from training.corpus.fill import Piece


@dataclass(frozen=True, slots=True)
class Document:
    """``spans`` holds start, end, label; ``slices`` what the document is an example of."""

    id: str
    text: str
    spans: tuple[tuple[int, int, str], ...]
    slices: tuple[str, ...]

    def record(self) -> dict[str, object]:
        """Return the document in the form of the evaluation sets."""
        marks = [{"start": a, "end": b, "label": label} for a, b, label in self.spans]
        return {**asdict(self), "spans": marks}


def assemble(name: str, pieces: Iterable[Piece], slices: tuple[str, ...]) -> Document:
    """Join the pieces."""
    text: list[str] = []
    spans: list[tuple[int, int, str]] = []
    position = 0
    for piece in pieces:
        if piece.label and piece.text.strip():
            lead = len(piece.text) - len(piece.text.lstrip())
            spans.append((position + lead, position + len(piece.text.rstrip()), piece.label))
        text.append(piece.text)
        position += len(piece.text)
    return Document(name, "".join(text), tuple(spans), slices)
