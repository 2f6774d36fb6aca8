"""De-identify the invented notes of the package and score the result against their gold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from harborward.domain.identifier import Label
from harborward.domain.span import Span
from harborward.services.counting import Mark
from harborward.services.exhibit import Exhibit, exhibit
from harborward.services.page import Figure, Heading, Row, render
from harborward.services.score import Document, Score, read_gold, score

if TYPE_CHECKING:
    from harborward.domain.policy import Policy
    from harborward.services.seam import Engine

_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Demo:
    """The notes before and after, and how well the engine did."""

    exhibits: tuple[Exhibit, ...]
    score: Score
    rows: tuple[Row, ...]

    @property
    def withheld(self) -> int:
        """Notes whose output was withheld."""
        return sum(one.released is None for one in self.exhibits)


def samples() -> list[Document]:
    """Return the notes of the package with their gold spans."""
    with as_file(files("harborward") / "samples" / "notes.jsonl") as path:
        return list(read_gold(path))


def demo(engine: Engine, policy: Policy) -> Demo:
    """Transform every sample and score what was found.

    Raises:
        DetectorError: a detector failed.
    """
    notes = samples()
    shown = [
        exhibit(engine, note.text, policy, title=note.title or note.identity) for note in notes
    ]
    found = {
        note.identity: [Mark(f.span.start, f.span.end, f.label.value) for f in one.findings]
        for note, one in zip(notes, shown, strict=True)
    }
    everything = sum(len(note.marks) for note in notes)
    result = score(notes, found, show=everything)
    marked = tuple(_marked(note, one) for note, one in zip(notes, shown, strict=True))
    return Demo(marked, result, tuple(_rows(result)))


def _marked(note: Document, one: Exhibit) -> Exhibit:
    """Return the exhibit with the gold spans that were not wholly covered."""
    text = note.text.reveal()
    covered = bytearray(len(text))
    for finding in one.findings:
        span = finding.span
        covered[span.start : span.end] = b"\1" * len(span)
    missed = tuple(
        (Span(mark.start, mark.end), Label(mark.label))
        for mark in note.marks
        if mark.label is not None
        and any(text[at].isalnum() and not covered[at] for at in range(mark.start, mark.end))
    )
    return replace(one, missed=missed)


def _rows(result: Score) -> list[Row]:
    by_label = {one.label: one for one in result.classes}
    return [
        Row(
            label,
            gold=one.gold,
            found=round((one.recall or 0.0) * one.gold),
            predicted=one.predicted,
            right=round((one.precision or 0.0) * one.predicted),
        )
        for label in Label
        if (one := by_label.get(label.value)) is not None
    ]


def page(result: Demo, policy: Policy, engine: Engine) -> str:
    """Return the page of a demo."""
    found = result.score
    figures = (
        Figure(str(len(result.exhibits)), "invented notes"),
        Figure(f"{_percent(found.recall.value)} %", "identifiers wholly found"),
        Figure(f"{_percent(found.precision.value)} %", "findings on an identifier"),
        Figure(f"{_percent(found.over_redaction.value)} %", "other words touched"),
        Figure(str(result.withheld), "withheld by the residual scan"),
    )
    heading = Heading(
        "Clinical notes, before and after",
        policy.name,
        f"{engine.tier} tier",
        notice="Every person, place and number in these notes is invented.",
    )
    return render(
        heading,
        result.exhibits,
        figures=figures,
        rows=result.rows,
    )


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{_PERCENT * share:.1f}"
