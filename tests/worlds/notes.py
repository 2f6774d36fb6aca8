"""Short invented notes with their findings marked in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harborward.domain.crosswalk import Crosswalk
from harborward.domain.identifier import Label
from harborward.domain.phi import Phi
from harborward.domain.policy import Operator, Policy, Regime
from harborward.domain.span import Finding, Span
from harborward.text.replace import replace
from worlds.draws import SeededDraws

if TYPE_CHECKING:
    from harborward.domain.masked import Masked

_MARK = re.compile(r"\{\{([A-Z_>0-9]+)\|([^}]*)\}\}")


@dataclass(frozen=True)
class Note:
    """A text and what identifies somebody in it."""

    text: Phi
    findings: tuple[Finding, ...]


def note(marked: str, detector: str = "world.v1", evidence: tuple[str, ...] = ()) -> Note:
    """Read ``"Mr. {{NAME|Smith}} called"``."""
    pieces: list[str] = []
    findings: list[Finding] = []
    done = length = 0
    for match in _MARK.finditer(marked):
        pieces += (marked[done : match.start()], match[2])
        start = length + match.start() - done
        length = start + len(match[2])
        done = match.end()
        findings.append(Finding(Span(start, length), Label(match[1]), 0.9, detector, evidence))
    pieces.append(marked[done:])
    return Note(Phi("".join(pieces)), tuple(findings))


def policy(
    default: Operator = Operator.REDACT,
    regime: Regime = Regime.EXPERT_DETERMINATION,
    **operators: Operator,
) -> Policy:
    """Return a policy; labels without a fit for ``default`` are redacted."""
    plain = {Label.DATE, Label.AGE_OVER_89, Label.BIOMETRIC, Label.PHOTO}
    full = {
        label: Operator.REDACT if default is Operator.SURROGATE and label in plain else default
        for label in Label
    }
    return Policy("p", regime, "", full | {Label[k]: v for k, v in operators.items()})


def masked(
    marked: str,
    under: Policy | None = None,
    crosswalk: Crosswalk | None = None,
    seed: int = 1,
) -> Masked:
    """Replace a marked note under a policy, redacting by default."""
    that = note(marked)
    return replace(
        that.text, that.findings, under or policy(), crosswalk or Crosswalk(), SeededDraws(seed)
    )


def shown(
    marked: str,
    under: Policy | None = None,
    crosswalk: Crosswalk | None = None,
    seed: int = 1,
) -> str:
    """Return what a marked note becomes."""
    return masked(marked, under, crosswalk, seed).text.reveal()
