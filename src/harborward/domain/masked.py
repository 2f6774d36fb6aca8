"""The stages of an output: replaced, then released. Each is made by one step only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from harborward.domain.identifier import Label
    from harborward.domain.phi import Phi
    from harborward.domain.policy import Operator
    from harborward.domain.span import Finding, Span


@dataclass(frozen=True, slots=True)
class Replacement:
    """One finding and what now stands in its place. Both spans, no text."""

    source: Span  # in the original
    target: Span | None  # in the output; None where nothing was left
    label: Label
    operator: Operator


@dataclass(frozen=True, slots=True)
class Masked:
    """A text after replacement. Not yet verified, so it stays silent."""

    text: Phi
    replacements: tuple[Replacement, ...]


@dataclass(frozen=True, slots=True)
class Residual:
    """Something in an output that looks like an identifier: where and why, never what."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Released:
    """A text that was replaced under a policy and then passed the residual scan.

    Made by ``text.verify`` alone. ``text`` may be shown: it is the product of the run,
    transformed under ``policy``; whether it is de-identified in law is for a person to say.
    """

    text: str
    policy: str
    findings: tuple[Finding, ...]
    replacements: tuple[Replacement, ...]
