"""Where something stands in a text, and who says what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from harborward.domain.identifier import Identifier, Label


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range ``[start, end)`` in characters; never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse an empty, reversed or negative range."""
        if not 0 <= self.start < self.end:
            msg = f"a span runs forward from zero or later, not from {self.start} to {self.end}"
            raise ValueError(msg)

    def __len__(self) -> int:
        """Return the number of characters covered."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Finding:
    """A detector's claim about a span. It holds no text, so it may be written anywhere.

    ``score`` is the detector's confidence in (0, 1]; ``detector`` carries its version
    (``npi.v1``), because a determination must be repeatable; ``evidence`` names what
    supported the claim (``label``, ``context``, ``check-digit``, ``lexicon`` ...).
    """

    span: Span
    label: Label
    score: float
    detector: str
    evidence: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a score outside (0, 1] and a detector without a version."""
        if not 0.0 < self.score <= 1.0:
            msg = f"a score lies in (0, 1], not at {self.score}"
            raise ValueError(msg)
        if ".v" not in self.detector:
            msg = "a detector's name carries its version, such as npi.v1"
            raise ValueError(msg)

    @property
    def identifier(self) -> Identifier:
        """The identifier of 164.514(b)(2)(i) this claim falls under."""
        return self.label.identifier
