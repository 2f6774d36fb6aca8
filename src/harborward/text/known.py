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
_SEPARATORS: Final = r"[\s()./\\_-]{0,3}"


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
        for label, value in self.values:
            characters = [c for c in value.reveal() if c.isalnum()]
            if len(characters) < _SHORTEST_VALUE:
                continue
            pattern = _SEPARATORS.join(re.escape(c) for c in characters)
            for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", passage.text, re.IGNORECASE):
                yield Finding(Span(*match.span()), label, 1.0, _NAME, ("registration",))
