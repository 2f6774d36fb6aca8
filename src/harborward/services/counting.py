"""What one document contributes to a score: characters, tokens, spans.

The unit that counts is the letter or digit, so punctuation and space at the edge of a
span never matter. A span without a label is "don't care": it need not be found, and a
prediction on it is not wrong.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from harborward.domain.phi import Phi

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TOKEN: Final = re.compile(r"\w+")
#: Characters of context kept with a miss.
_CONTEXT: Final = 30


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled range, from gold or from predictions; label None is "don't care"."""

    start: int
    end: int
    label: str | None


@dataclass(frozen=True, slots=True)
class Miss:
    """A gold span that was not wholly covered, with its surroundings."""

    document: str
    label: str
    surface: Phi
    before: Phi
    after: Phi
    partly: bool


@dataclass(slots=True)
class ClassCount:
    """Counts of one label."""

    gold: int = 0
    full: int = 0
    any: int = 0
    typed: int = 0
    predicted: int = 0
    overlapping: int = 0
    right: int = 0

    def add(self, other: ClassCount) -> None:
        """Add the counts of another document."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass(slots=True)
class Counts:
    """Counts of one document."""

    characters_gold: int = 0
    characters_found: int = 0
    characters_predicted: int = 0
    tokens_clear: int = 0
    tokens_touched: int = 0
    spans_gold: int = 0
    spans_full: int = 0
    predicted: int = 0
    overlapping: int = 0
    has_gold: bool = False
    misses: list[Miss] = field(default_factory=list)
    classes: defaultdict[str, ClassCount] = field(default_factory=lambda: defaultdict(ClassCount))

    @property
    def clean(self) -> bool:
        """Whether it has gold spans and all are wholly covered."""
        return self.has_gold and self.spans_full == self.spans_gold


class _Page:
    """A text with its gold and predicted labels, character by character."""

    def __init__(self, text: str, gold: Iterable[Mark], predicted: Iterable[Mark]) -> None:
        self.text = text
        size = len(text)
        self.gold: list[str | None] = [None] * size
        self.found: list[str | None] = [None] * size
        self.waived = bytearray(size)
        for mark in gold:
            if mark.label is None:
                self.waived[mark.start : mark.end] = b"\1" * len(text[mark.start : mark.end])
        for mark in gold:
            for at in range(mark.start, min(mark.end, size)) if mark.label is not None else ():
                self.gold[at] = mark.label
                self.waived[at] = 0
        for mark in predicted:
            for at in range(max(0, mark.start), min(mark.end, size)):
                # Where predictions overlap, the one that agrees with gold stands.
                if self.found[at] is None or self.found[at] != self.gold[at]:
                    self.found[at] = mark.label

    def inked(self, start: int, end: int) -> list[int]:
        """Return the positions of letters and digits in a range."""
        return [at for at in range(max(0, start), min(end, len(self.text))) if self._inked(at)]

    def _inked(self, at: int) -> bool:
        return self.text[at].isalnum()

    def excused(self, at: int) -> bool:
        """Tell whether a prediction at this character counts neither way."""
        return bool(self.waived[at]) and self.gold[at] is None


def count(document: str, text: Phi, gold: list[Mark], predicted: list[Mark]) -> Counts:
    """Return what one document contributes."""
    page = _Page(text.reveal(), gold, predicted)
    counts = Counts()
    _characters(page, counts)
    _tokens(page, counts)
    for mark in gold:
        if mark.label is not None:
            _gold_span(page, mark, mark.label, counts, document)
    for mark in predicted:
        _predicted_span(page, mark, counts)
    return counts


def _characters(page: _Page, counts: Counts) -> None:
    for at, (gold, found) in enumerate(zip(page.gold, page.found, strict=True)):
        if (gold is None and found is None) or not page.text[at].isalnum():
            continue
        if gold is not None:
            counts.characters_gold += 1
            counts.characters_found += found is not None
        if found is not None and not page.excused(at):
            counts.characters_predicted += 1


def _tokens(page: _Page, counts: Counts) -> None:
    for match in _TOKEN.finditer(page.text):
        start, end = match.span()
        inked = page.inked(start, end)
        if not inked or any(page.gold[at] is not None or page.waived[at] for at in inked):
            continue
        counts.tokens_clear += 1
        counts.tokens_touched += any(page.found[at] is not None for at in inked)


def _gold_span(page: _Page, mark: Mark, label: str, counts: Counts, document: str) -> None:
    inked = page.inked(mark.start, mark.end)
    if not inked:
        return
    counts.has_gold = True
    counts.spans_gold += 1
    one = counts.classes[label]
    one.gold += 1
    found = [page.found[at] for at in inked]
    full, partly = None not in found, any(found)
    counts.spans_full += full
    one.full += full
    one.any += partly
    if full:
        one.typed += Counter(found).most_common(1)[0][0] == label
        return
    text = page.text
    counts.misses.append(
        Miss(
            document,
            label,
            surface=Phi(text[mark.start : mark.end]),
            before=Phi(text[max(0, mark.start - _CONTEXT) : mark.start]),
            after=Phi(text[mark.end : mark.end + _CONTEXT]),
            partly=partly,
        )
    )


def _predicted_span(page: _Page, mark: Mark, counts: Counts) -> None:
    inked = page.inked(mark.start, mark.end)
    if not inked or all(page.excused(at) for at in inked):
        return
    labels = {page.gold[at] for at in inked} - {None}
    one = counts.classes[mark.label or ""]
    counts.predicted += 1
    one.predicted += 1
    if labels:
        counts.overlapping += 1
        one.overlapping += 1
        one.right += mark.label in labels


def misses(documents: Iterable[Counts], limit: int) -> Iterator[Miss]:
    """Yield the first ``limit`` misses, spread over documents in order."""
    left = limit
    for counts in documents:
        for miss in counts.misses[:left]:
            left -= 1
            yield miss
        if left <= 0:
            return
