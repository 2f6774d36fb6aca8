"""Identifiers the caller already has: the registration record of the patient.

What is known is removed wherever it stands, however it is written: names in any order
and case, values with any separators.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from harborward.domain.phi import Phi
    from harborward.text.passage import Passage

_NAME: Final = "known.v1"
_WORDS: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]{2,})?")
#: A part of a name shorter than this is claimed only with a capital.
_SHORT: Final = 3
#: A value with fewer letters and digits than this would strike half the text.
_SHORTEST_VALUE: Final = 4
#: A value with its separators is at most so many times as long as without.
_SPREAD: Final = 3


@dataclass(frozen=True, slots=True)
class Known:
    """Names of persons, and further values by label. Silent: it holds ``Phi`` only."""

    names: tuple[Phi, ...] = ()
    values: tuple[tuple[Label, Phi], ...] = ()

    def find(self, passage: Passage) -> list[Finding]:
        """Return claims on every mention of what is known, with score 1."""
        return [*self._names(passage), *self._values(passage)]

    def _names(self, passage: Passage) -> Iterator[Finding]:
        parts = {word for name in self.names for word in _WORDS.findall(name.reveal().lower())}
        if not parts:
            return
        for index, word in enumerate(passage.words):
            if word not in parts:
                continue
            start, end = passage.starts[index], passage.ends[index]
            if len(word) >= _SHORT or passage.text[start].isupper():
                yield Finding(Span(start, end), Label.NAME, 1.0, _NAME, ("registration",))

    def _values(self, passage: Passage) -> Iterator[Finding]:
        """Yield the values wherever their letters and digits stand in order.

        The letters and digits of the text are searched as one string. No pattern is
        compiled from a value, since the cache of ``re`` would keep it.
        """
        if not self.values:
            return
        places = [i for i, character in enumerate(passage.text) if character.isalnum()]
        squeezed = "".join(passage.lower[i] for i in places)
        for label, value in self.values:
            wanted = "".join(c for c in value.reveal().lower() if c.isalnum())
            if len(wanted) < _SHORTEST_VALUE:
                continue
            found = squeezed.find(wanted)
            while found >= 0:
                span = Span(places[found], places[found + len(wanted) - 1] + 1)
                if self._stands(passage.text, span, len(wanted)):
                    yield Finding(span, label, 1.0, _NAME, ("registration",))
                found = squeezed.find(wanted, found + 1)

    @staticmethod
    def _stands(text: str, span: Span, size: int) -> bool:
        """Tell whether a value stands apart, and not spread over a paragraph."""
        before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
        return not before.isalnum() and not after.isalnum() and len(span) <= size * _SPREAD
