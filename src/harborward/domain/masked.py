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
    """A text after replacement. Not yet verified, so it stays silent.

    ``replacements`` stand in order and do not overlap, on either side. ``originals[i]`` is
    what ``replacements[i]`` took out: the residual scan looks for it, ``text.restore``
    puts it back, and a ``Released`` no longer has it.
    """

    text: Phi
    replacements: tuple[Replacement, ...]
    originals: tuple[Phi, ...]

    def __post_init__(self) -> None:
        """Refuse replacements without their originals, out of order, or out of the text."""
        if len(self.originals) != len(self.replacements):
            msg = "each replacement comes with its original"
            raise ValueError(msg)
        source = target = 0
        for replacement, original in zip(self.replacements, self.originals, strict=True):
            if replacement.source.start < source or len(replacement.source) != len(original):
                msg = "replacements stand in order, each as long as its original"
                raise ValueError(msg)
            source = replacement.source.end
            if replacement.target is not None:
                if replacement.target.start < target:
                    msg = "targets stand in order and do not overlap"
                    raise ValueError(msg)
                target = replacement.target.end
        if target > len(self.text):
            msg = "a target lies outside the text"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Residual:
    """Something in an output that looks like an identifier: where and why, never what.

    ``span`` lies in the output; ``reason`` is one of a few fixed words, such as ``ssn`` or
    ``original:NAME``, so it may be written anywhere.
    """

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
