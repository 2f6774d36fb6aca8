"""Text in canonical form: what a reader sees, whatever way it was written.

The whole pipeline stands in ``STEPS``. Each step is a small function from a text with
its map to a text with its map; escaped text may hold escaped text, so the steps are
walked through up to ``MAX_LAYERS`` times, until nothing changes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, final

from harborward.domain.span import Span
from harborward.text.canonical.blobs import blobs
from harborward.text.canonical.characters import composed, invisible, lookalikes, plain
from harborward.text.canonical.entities import entities
from harborward.text.canonical.escapes import escapes
from harborward.text.canonical.offsets import OffsetMap, Tracked
from harborward.text.canonical.percent import percent
from harborward.text.canonical.quoted import quoted_printable
from harborward.text.canonical.spaced import spaced, spelled

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["MAX_LAYERS", "STEPS", "Canonical", "canonicalise"]

#: Encodings inside encodings are undone this deep. Three is one more than mail, web forms
#: and JSON together need; a bound keeps the time linear.
MAX_LAYERS: Final = 3

#: In order: characters first, because escapes may be written in styled characters.
STEPS: Final[tuple[Callable[[Tracked], Tracked], ...]] = (
    invisible,
    plain,
    composed,
    lookalikes,
    entities,
    percent,
    escapes,
    quoted_printable,
    blobs,
    spelled,
    spaced,
)

#: What ASCII text must hold for any step but ``blobs`` to change it.
_TRIGGER: Final = re.compile(
    r"""[\x00-\x08\x0e-\x1f\x7f&%\\=+(\[{<\ ._*~:,-] (?:
        (?<=[\x00-\x08\x0e-\x1f\x7f])
      | (?<=&) [\#A-Za-z]
      | (?<=%) [0-9A-Fa-fuU][0-9A-Fa-f]
      | (?<=\\) .
      | (?<==) (?: [0-9A-Fa-f]{2} | [ \t]*\r?\n )
      | (?<=\+) [^\s&=]* &
      | (?<=[(\[{<]) \ ?(?:at|AT|At|dot|DOT|Dot) \ ?[)\]}>]
      | (?<=[ ._*~-]) (?: [^\s._*~-] [ ._*~()/-]{1,3} ){3}
      | (?<=[ ,:-]) (?:0x)? [0-9a-fA-F]{2} [ ,:-]{1,2} (?: (?:0x)? [0-9a-fA-F]{2} [ ,:-]{1,2} ){4}
    )""",
    re.VERBOSE | re.DOTALL,
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
        before = tracked.text
        tracked = _layer(tracked)
        if tracked.text == before:
            break
    return Canonical(tracked.text, OffsetMap.of(tracked.entries), tracked.text != text)


def _layer(tracked: Tracked) -> Tracked:
    if tracked.text.isascii() and not _TRIGGER.search(tracked.text):
        return blobs(tracked)
    for step in STEPS:
        tracked = step(tracked)
    return tracked
