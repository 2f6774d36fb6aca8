"""Where something stands in a text, and who says what it is."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from harborward.domain.identifier import Identifier, Label


# Texts dense in identifiers make a hundred thousand of these a second, so both classes set
# their slots by the slots' own setters: half the time of a frozen dataclass's ``__init__``.
@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """Half-open range ``[start, end)`` in characters; never empty."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """Refuse an empty, reversed or negative range."""
        if not 0 <= start < end:
            msg = f"a span runs forward from zero or later, not from {start} to {end}"
            raise ValueError(msg)
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        """Return the number of characters covered."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, init=False)
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

    def __init__(
        self,
        span: Span,
        label: Label,
        score: float,
        detector: str,
        evidence: tuple[str, ...] = (),
    ) -> None:
        """Refuse a score outside (0, 1] and a detector without a version."""
        if not 0.0 < score <= 1.0:
            msg = f"a score lies in (0, 1], not at {score}"
            raise ValueError(msg)
        if ".v" not in detector:
            msg = "a detector's name carries its version, such as npi.v1"
            raise ValueError(msg)
        _set_span(self, span)
        _set_label(self, label)
        _set_score(self, score)
        _set_detector(self, detector)
        _set_evidence(self, evidence)

    @property
    def identifier(self) -> Identifier:
        """The identifier of 164.514(b)(2)(i) this claim falls under."""
        return self.label.identifier


def _setters(cls: type) -> list[Callable[[object, object], None]]:
    """Return what sets each slot of a frozen class, in the order of its fields."""
    return [cls.__dict__[field.name].__set__ for field in fields(cls)]


_set_start, _set_end = _setters(Span)
_set_span, _set_label, _set_score, _set_detector, _set_evidence = _setters(Finding)
