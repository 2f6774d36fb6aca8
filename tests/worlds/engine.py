"""An honest little engine: it knows a handful of words and really replaces them."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from harborward.domain.errors import DetectorError, ResidualError
from harborward.domain.identifier import Label
from harborward.domain.masked import Released, Replacement
from harborward.domain.policy import Operator, Policy, Regime
from harborward.domain.span import Finding, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from harborward.domain.crosswalk import Crosswalk
    from harborward.domain.phi import Phi
    from harborward.settings import Settings
    from harborward.text.known import Known

#: What it finds, by label.
PATTERNS = {
    Label.NAME: re.compile(r"\b(?:Quillfeather|Marjolein|Ottoline)\b", re.IGNORECASE),
    Label.SSN: re.compile(r"\b\d{3}-\d{2}-\d{4}\b"),
    Label.MRN: re.compile(r"\bMRN \d+\b"),
    Label.DATE: re.compile(r"\b\d{1,2}/\d{1,2}/\d{4}\b"),
}
#: A text with this word makes the residual scan object.
RESIDUAL = "Unremovable"
#: A text with this word makes a detector fail.
BROKEN = "Crashword"
#: A text with this word makes the engine raise what no engine should.
ROGUE = "Rogueword"


class WordEngine:
    """Finds the words of ``PATTERNS``; redacts or tags them as the policy says."""

    tier = "rules"
    detectors = ("words.v1",)
    digest = hashlib.sha256(b"words.v1").hexdigest()

    def find(self, text: Phi, known: Known | None = None) -> tuple[Finding, ...]:
        """Return each match, sorted; what is known counts as a name."""
        shown = text.reveal()
        if BROKEN in shown:
            msg = "detector words.v1 failed"
            raise DetectorError(msg)
        if ROGUE in shown:
            raise RuntimeError(shown)
        found = [
            Finding(Span(*match.span()), label, 0.9, "words.v1", ("pattern",))
            for label, pattern in PATTERNS.items()
            for match in pattern.finditer(shown)
        ]
        for name in known.names if known else ():
            found += [
                Finding(Span(*match.span()), Label.NAME, 1.0, "known.v1")
                for match in re.finditer(re.escape(name.reveal()), shown, re.IGNORECASE)
            ]
        return tuple(sorted(found, key=lambda finding: finding.span))

    def find_many(self, texts: Sequence[Phi]) -> list[tuple[Finding, ...]]:
        """Return what ``find`` returns for each."""
        return [self.find(text) for text in texts]

    def deidentify(
        self,
        text: Phi,
        policy: Policy,
        crosswalk: Crosswalk,
        *,
        person: str = "",
        known: Known | None = None,
    ) -> Released:
        """Replace each finding; refuse a text that says so."""
        shown = text.reveal()
        if RESIDUAL in shown:
            msg = "the output still seems to hold an identifier (NAME)"
            raise ResidualError(msg)
        findings = self.find(text, known)
        out, at, done = "", 0, []
        for finding in findings:
            span = finding.span
            out += shown[at : span.start]
            operator = policy.operators[finding.label]
            value = f"[{finding.label.value}]"
            if operator is Operator.TAG:
                value = crosswalk.number(finding.label, shown[span.start : span.end]).text
            if operator is Operator.SHIFT:
                value = f"[shifted {crosswalk.shift(person, lambda: len(crosswalk) + 1)}]"
            done.append(
                Replacement(span, Span(len(out), len(out) + len(value)), finding.label, operator)
            )
            out, at = out + value, span.end
        return Released(out + shown[at:], policy.name, findings, tuple(done))


def build(_settings: Settings) -> WordEngine:
    """Return the engine; a function of a module, so that a spawned process finds it."""
    return WordEngine()


def policy(name: str = "words", operator: Operator = Operator.REDACT) -> Policy:
    """Return a policy that does the same to every label."""
    operators = dict.fromkeys(Label, operator)
    return Policy(name, Regime.EXPERT_DETERMINATION, "for tests", operators)
