"""What the Python face returns: results that stay silent until they are asked.

``repr`` shows counts. In a notebook a ``Findings`` draws where identifiers stand, without
the text; ``reveal()`` gives the highlighted original, because a notebook is a file
and what a cell shows is saved in it. A ``Deidentified`` shows its own text: that is the
product of the run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Final, Never, final, overload

from harborward.domain.identifier import Label
from harborward.services.exhibit import Exhibit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from harborward.domain.masked import Released, Replacement
    from harborward.domain.phi import Phi
    from harborward.domain.span import Finding
    from harborward.services.exhibit import Piece

_GOLDEN_ANGLE: Final = 137.508
_CIRCLE: Final = 360
_PRE: Final = "white-space:pre-wrap;line-height:1.8;font-family:ui-monospace,monospace"


@final
class Findings(Sequence["Finding"]):
    """The findings in one text, in order. It holds the text and never shows it unasked."""

    __slots__ = ("__findings", "__text")

    def __init__(self, text: Phi, findings: Sequence[Finding]) -> None:
        """Keep ``findings``, whose offsets are characters of ``text``."""
        self.__text = text
        self.__findings = tuple(findings)

    @overload
    def __getitem__(self, index: int) -> Finding: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Finding]: ...

    def __getitem__(self, index: int | slice) -> Finding | Sequence[Finding]:
        """Return one finding, or several."""
        return self.__findings[index]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.__findings)

    def __eq__(self, other: object) -> bool:
        """Compare by findings and text."""
        if not isinstance(other, Findings):
            return NotImplemented
        return tuple(self) == tuple(other) and self.__text == other.__text

    def __hash__(self) -> int:
        """Hash by the findings."""
        return hash(self.__findings)

    def __repr__(self) -> str:
        """Return counts by label, never the text."""
        return f"<Findings: {_counted(self.__findings)} in {len(self.__text)} characters>"

    def __reduce__(self) -> Never:
        """Refuse to be pickled: the text is PHI."""
        msg = "Findings do not pickle: keep the spans, not the text"
        raise TypeError(msg)

    def surface(self, finding: Finding) -> Phi:
        """Return the text of one finding, still silent."""
        kind = type(self.__text)
        return kind(self.__text.reveal()[finding.span.start : finding.span.end])

    def reveal(self) -> Highlight:
        """Return the original with its findings highlighted. It shows PHI in a notebook."""
        exhibit = Exhibit("", self.__text, self.__findings, None)
        return Highlight(_marked(exhibit.pieces()))

    def _repr_html_(self) -> str:
        """Return a strip that shows where findings stand, and a table without text."""
        size = max(1, len(self.__text))
        bars = "".join(
            f'<i title="{escape(one.label.value)}" style="position:absolute;top:0;bottom:0;'
            f"left:{100 * one.span.start / size:.3f}%;min-width:3px;"
            f'width:{100 * len(one.span) / size:.3f}%;background:{_colour(one.label, 60)}"></i>'
            for one in self.__findings
        )
        rows = "".join(
            f"<tr><td>{escape(one.label.value)}</td><td>{one.span.start}</td>"
            f"<td>{one.span.end}</td><td>{one.score:.2f}</td><td>{escape(one.detector)}</td></tr>"
            for one in self.__findings
        )
        heads = "".join(
            f"<th>{name}</th>" for name in ("label", "start", "end", "score", "detector")
        )
        return (
            f"<div>{escape(_counted(self.__findings))}; <code>.reveal()</code> shows the text"
            '<div style="position:relative;height:14px;margin:6px 0;border-radius:4px;'
            f'background:#8883;overflow:hidden">{bars}</div>'
            f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
        )


@final
class Highlight:
    """HTML of a text with coloured marks; shows itself in a notebook and nowhere else."""

    __slots__ = ("__html",)

    def __init__(self, html: str) -> None:
        """Keep finished HTML."""
        self.__html = html

    def __repr__(self) -> str:
        """Return the size, never the text."""
        return f"<Highlight: {len(self.__html)} characters of HTML>"

    def _repr_html_(self) -> str:
        """Return the HTML."""
        return self.__html


@final
class Deidentified:
    """A text transformed under a policy and verified, with what was replaced.

    Whether it is de-identified in law (45 CFR 164.514) is for a person to determine.
    """

    __slots__ = ("__source", "_released")

    def __init__(self, source: Phi, released: Released) -> None:
        """Keep the released text, and the source for a highlight on request."""
        self.__source = source
        self._released = released

    @property
    def text(self) -> str:
        """The transformed text."""
        return self._released.text

    @property
    def policy(self) -> str:
        """Name of the policy."""
        return self._released.policy

    @property
    def findings(self) -> Findings:
        """What was found in the source."""
        return Findings(self.__source, self._released.findings)

    @property
    def replacements(self) -> tuple[Replacement, ...]:
        """What stands where: spans in the source and in the text."""
        return self._released.replacements

    def __repr__(self) -> str:
        """Return counts, neither text."""
        counted = _counted(self._released.findings)
        return f"<Deidentified under {self.policy}: {counted}, {len(self.text)} characters>"

    def __str__(self) -> str:
        """Return the transformed text."""
        return self.text

    def __reduce__(self) -> Never:
        """Refuse to be pickled: it holds the source."""
        msg = "a Deidentified does not pickle: keep its text"
        raise TypeError(msg)

    def _repr_html_(self) -> str:
        """Return the transformed text with what was put in highlighted."""
        exhibit = Exhibit("", self.__source, self._released.findings, self._released)
        return _marked(exhibit.replaced())


def _counted(findings: Iterable[Finding]) -> str:
    counts = Counter(finding.label.value for finding in findings)
    return ", ".join(f"{count} {label}" for label, count in counts.most_common()) or "none"


def _colour(label: Label, light: int) -> str:
    hue = round(list(Label).index(label) * _GOLDEN_ANGLE) % _CIRCLE
    return f"hsl({hue} 70% {light}%)"


def _marked(pieces: Iterable[Piece]) -> str:
    parts: list[str] = []
    for piece in pieces:
        text = escape(piece.text.reveal())
        if piece.finding is not None:
            label = piece.finding.label
            about = escape(f"{label.value} {piece.finding.score:.2f} {piece.finding.detector}")
            style = f"background:{_colour(label, 82)};color:#111;border-radius:3px;padding:0 3px"
            text = f'<mark style="{style}" title="{about}">{text}</mark>'
        parts.append(text)
    return f'<div style="{_PRE}">{"".join(parts)}</div>'
