"""The sets that are measured: which file, which map of labels, what may be shown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from harborward.domain.identifier import Label
from harborward.services.counting import Mark
from harborward.services.score import Document, Score, read_gold, read_names, score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from harborward.services.counting import Miss
    from harborward.services.seam import Engine

ROOT: Final = Path(__file__).resolve().parents[2]
SHIPPED: Final = "shipped notes"
BLIND: Final = "blind notes"
SYNTH: Final = "presidio_synth"
SYNTH_LARGE: Final = "presidio_synth, generated_large"

#: The identifiers with a form of their own, (D) to (P) of the rule.
STRUCTURED: Final = tuple(label for label in Label if "D" <= label.identifier.letter <= "P")
#: Every miss is kept, so that those of structured classes can all be listed.
_ALL: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A file of gold notes; ``shown`` says whether its misses may be looked at."""

    name: str
    path: Path
    names: dict[str, str | None] | None = None
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Measured:
    """A gold set with its scores."""

    gold: GoldSet
    score: Score

    def recall(self, label: Label) -> float | None:
        """Return the share of fully covered spans of a label, None where it has none."""
        found = [one.recall for one in self.score.classes if one.label == label.value]
        return found[0] if found else None

    def misses(self, labels: Sequence[Label]) -> list[Miss]:
        """Return the misses of some labels, or nothing where nobody is to look."""
        wanted = {label.value for label in labels}
        return [m for m in self.score.misses if self.gold.shown and m.label in wanted]


def gold_sets(data: Path) -> list[GoldSet]:
    """Return the gold sets that are there: ours, and those of the folder of data."""
    sets = [
        GoldSet(SHIPPED, ROOT / "src" / "harborward" / "samples" / "notes.jsonl"),
        # Figures only: whoever reads its errors spoils it (see its README).
        GoldSet(BLIND, ROOT / "tools" / "eval" / "blind" / "notes.jsonl", shown=False),
    ]
    table = data / "label_map.json"
    if table.is_file():
        names = read_names(table, SYNTH)
        folder = data / SYNTH
        sets.append(GoldSet(SYNTH, folder / "gold.jsonl", names))
        sets.append(GoldSet(SYNTH_LARGE, folder / "gold_generated_large.jsonl", names))
    return [one for one in sets if one.path.is_file()]


def measure(engine: Engine, gold: GoldSet, resamples: int) -> Measured:
    """Let the engine find in every note of a set, and score it.

    Raises:
        DetectorError: a detector failed.
    """
    documents = list(read_gold(gold.path, gold.names))
    found = {document.identity: marks(engine, document) for document in documents}
    return Measured(gold, score(documents, found, resamples=resamples, show=_ALL))


def marks(engine: Engine, document: Document) -> tuple[Mark, ...]:
    """Return what the engine finds in one document, as the scorer wants it."""
    return tuple(
        Mark(finding.span.start, finding.span.end, finding.label.value)
        for finding in engine.find(document.text)
    )
