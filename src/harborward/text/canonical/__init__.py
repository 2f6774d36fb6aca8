"""Text in canonical form: what a reader sees, whatever way it was written.

The whole pipeline stands in ``CHARACTERS`` and ``SEQUENCES``. Each step is a small
function from a text with its map to a text with its map; escaped text may hold escaped
text, so the steps are walked through up to ``MAX_LAYERS`` times, until nothing changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, final

from harborward.domain.span import Span
from harborward.text.canonical.apart import spaced, spelled
from harborward.text.canonical.backslashes import escapes
from harborward.text.canonical.characters import composed, invisible, lookalikes, plain
from harborward.text.canonical.hidden import blobs
from harborward.text.canonical.percents import percent
from harborward.text.canonical.printable import quoted_printable
from harborward.text.canonical.references import entities
from harborward.text.canonical.tracked import OffsetMap, Tracked
from harborward.text.canonical.triggers import suspicious
from harborward.text.canonical.wrapped import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["CHARACTERS", "MAX_LAYERS", "SEQUENCES", "Canonical", "canonicalise"]

#: Encodings inside encodings are undone this deep. Three is one more than mail, web forms
#: and JSON together need; a bound keeps the time linear.
MAX_LAYERS: Final = 3

#: First what characters are read as, because an escape may be written in styled ones ...
CHARACTERS: Final[tuple[Callable[[Tracked], Tracked], ...]] = (
    invisible,
    plain,
    composed,
    lookalikes,
)
#: ... then what sequences of characters stand for, which may be further sequences.
SEQUENCES: Final[tuple[Callable[[Tracked], Tracked], ...]] = (
    entities,
    percent,
    escapes,
    quoted_printable,
    blobs,
    spelled,
    spaced,
)


@final
@dataclass(frozen=True, slots=True, repr=False)
class Canonical:
    """A text in canonical form, with the way back to the original. Holds PHI; silent.

    ``map`` is None where every character stands for the one original character at the
    same offset. ``changed`` tells whether the text differs from the original at all.
    """

    text: str
    map: OffsetMap | None
    changed: bool

    def __repr__(self) -> str:
        """Return the size, never the text."""
        return f"<Canonical: {len(self.text)} characters>"

    def origin(self, span: Span) -> Span:
        """Return the smallest range of the original that ``span`` of the text stands for.

        An escape sequence counts as a whole, an encoded run likewise. Spans that follow
        one another come from ranges that follow one another, which may overlap.

        Raises:
            ValueError: the span reaches beyond the text.
        """
        if span.end > len(self.text):
            msg = f"the text ends at {len(self.text)}, before {span.end}"
            raise ValueError(msg)
        if self.map is None:
            return span
        return Span(self.map.first(span.start), self.map.last(span.end - 1))


def canonicalise(text: str) -> Canonical:
    """Return ``text`` in canonical form. Takes any string, and time in step with its length."""
    tracked = Tracked(text)
    for _ in range(MAX_LAYERS):
        if not suspicious(tracked.text):
            break
        for step in CHARACTERS:
            tracked = step(tracked)
        before = tracked.text
        for step in SEQUENCES:
            tracked = step(tracked)
        if tracked.text == before:
            break
    else:
        for step in CHARACTERS:
            tracked = step(tracked)
    # Last, because an escape may be broken at the margin too.
    tracked = wrapped(tracked)
    return Canonical(tracked.text, OffsetMap.of(tracked.entries), tracked.text != text)
