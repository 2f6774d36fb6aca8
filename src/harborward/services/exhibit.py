"""A text beside its findings, cut into pieces for a screen or a page.

These types hold the text on purpose: showing it is what the person asked for. Their
``repr`` stays silent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from harborward.domain.crosswalk import Crosswalk
from harborward.domain.phi import Phi
from harborward.services.outcomes import WITHHOLDING, Reason, reason_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from harborward.domain.identifier import Label
    from harborward.domain.masked import Released
    from harborward.domain.policy import Policy
    from harborward.domain.span import Finding, Span
    from harborward.services.seam import Engine
    from harborward.text.known import Known


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: plain, found, or (against gold) missed."""

    text: Phi
    finding: Finding | None = None
    missed: Label | None = None


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One document before and after. ``released`` is None where it was withheld."""

    title: str
    before: Phi
    findings: tuple[Finding, ...]
    released: Released | None
    reason: Reason | None = None
    missed: tuple[tuple[Span, Label], ...] = ()

    def pieces(self) -> list[Piece]:
        """Return the text before, cut at the edges of findings and misses."""
        marks: list[tuple[Span, Finding | None, Label | None]] = [
            (finding.span, finding, None) for finding in self.findings
        ]
        marks += [(span, None, label) for span, label in self.missed]
        return list(_cut(self.before.reveal(), marks))

    def replaced(self) -> list[Piece]:
        """Return the text after, cut at the edges of what was put in."""
        if self.released is None:
            return []
        finding_at = {finding.span: finding for finding in self.findings}
        marks: list[tuple[Span, Finding | None, Label | None]] = [
            (one.target, finding_at.get(one.source), None)
            for one in self.released.replacements
            if one.target is not None and one.source in finding_at
        ]
        return list(_cut(self.released.text, marks))


def exhibit(
    engine: Engine, text: Phi, policy: Policy, *, title: str = "", known: Known | None = None
) -> Exhibit:
    """Find and de-identify one text, and keep both sides.

    Raises:
        DetectorError: a detector failed, so there is nothing to show.
    """
    findings = engine.find(text, known)
    try:
        released = engine.deidentify(text, policy, Crosswalk(), known=known)
    except WITHHOLDING as error:
        return Exhibit(title, text, findings, None, reason_of(error))
    return Exhibit(title, text, released.findings, released)


def _cut(text: str, marks: Iterable[tuple[Span, Finding | None, Label | None]]) -> Iterator[Piece]:
    at = 0
    for span, finding, missed in sorted(marks, key=lambda mark: (mark[0], mark[1] is None)):
        start = max(at, span.start)
        if start >= span.end:
            continue
        if at < start:
            yield Piece(Phi(text[at:start]))
        yield Piece(Phi(text[start : span.end]), finding, missed)
        at = span.end
    if at < len(text):
        yield Piece(Phi(text[at:]))
