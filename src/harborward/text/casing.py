"""What capitals mean: in a line all in capitals, or all in small letters, nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

#: A line is "all capitals" (or a heading) from this share of its words on.
_SHARE: Final = 0.7
#: A line with fewer words than this takes its neighbours' case: "JOHN SMITH".
_SHORT: Final = 3
#: A text with fewer capitalised words than this share was typed without capitals.
_SPARSE: Final = 0.015
_SMALL_TEXT: Final = 25
#: Who starts more than half the sentences with a small letter gives names none either.
_CARELESS: Final = 0.5
_OPENINGS: Final = 4


#: Ends of sentences, lines, cells and columns; bullets.
_OPENERS: Final = ("\n", "\t", "|", "!", "?", "\u2022", "*", ">", ". ", "   ")


_ABBREVIATIONS: Final = frozenset(
    "dr drs mr mrs ms mx prof rev sgt cpl lt capt ofc det hon st ste mt ft jr sr vs no approx".split()
)


class Case(IntEnum):
    """The shape of a token."""

    NUMBER = -1
    LOWER = 0
    TITLE = 1
    UPPER = 2
    INITIAL = 3


class Line(IntEnum):
    """What a capital letter says within a line."""

    MIXED = 0  # a capital marks a name or the start of a sentence
    UPPER = 1  # nothing
    LOWER = 2  # there are none
    TITLE = 3  # every word has one: a heading, an address, a name alone


@dataclass(frozen=True, slots=True)
class Casing:
    """Per token: its own case, its line's case, and whether it opens a sentence."""

    cases: list[Case]
    lines: list[Line]
    opens: list[bool]


def casing(text: str, starts: Sequence[int], ends: Sequence[int]) -> Casing:
    """Classify the tokens of ``text``, which lie at ``starts`` to ``ends``."""
    cases: list[Case] = []
    opens: list[bool] = []
    bounds: list[int] = [0]
    previous_end = 0
    for index, start in enumerate(starts):
        gap = text[previous_end:start]
        if "\n" in gap:
            bounds.append(index)
        abbreviated = gap[:1] == "." and "\n" not in gap and _abbreviated(text, starts, ends, index - 1)
        opens.append(index == 0 or (_opens(gap) and not abbreviated))
        cases.append(_case(text, start, ends[index]))
        previous_end = ends[index]
    bounds.append(len(starts))
    capitals = sum(1 for case in cases if case > Case.LOWER)
    letters = sum(1 for case in cases if case >= Case.LOWER)
    uncased = letters > _SMALL_TEXT and capitals < _SPARSE * letters
    openers = [case for case, opened in zip(cases, opens, strict=True) if opened and case >= Case.LOWER]
    careless = len(openers) >= _OPENINGS and openers.count(Case.LOWER) > _CARELESS * len(openers)
    lines: list[Line] = []
    for first, last in zip(bounds, bounds[1:], strict=False):
        kind = _line(cases[first:last])
        if uncased or (careless and kind is Line.MIXED):
            kind = Line.LOWER
        lines.extend([kind] * (last - first))
    return Casing(cases, lines, opens)


def _opens(gap: str) -> bool:
    """Tell whether what stands between two tokens ends a sentence, a line or a cell."""
    if len(gap) == 1:
        return gap in "\n\t|"
    return any(mark in gap for mark in _OPENERS) or gap.endswith('"')


def _abbreviated(text: str, starts: Sequence[int], ends: Sequence[int], index: int) -> bool:
    """Tell whether the period behind token ``index`` belongs to it: Dr., J., St."""
    start, end = starts[index], ends[index]
    return end - start == 1 or text[start:end].lower() in _ABBREVIATIONS


def _case(text: str, start: int, end: int) -> Case:
    first = text[start]
    if not first.isupper():
        return Case.NUMBER if first.isdigit() else Case.LOWER
    if end - start == 1:
        return Case.INITIAL
    return Case.UPPER if text[start:end].isupper() else Case.TITLE


def _line(cases: list[Case]) -> Line:
    """Classify a line from the cases of its tokens."""
    words = [case for case in cases if case in {Case.LOWER, Case.TITLE, Case.UPPER}]
    if not words:
        return Line.MIXED
    upper, title = words.count(Case.UPPER), words.count(Case.TITLE)
    if upper >= _SHARE * len(words) and (len(words) >= _SHORT or title == 0):
        return Line.UPPER
    if title + upper == 0:
        return Line.LOWER if len(words) > _SHORT else Line.MIXED
    if title + upper >= _SHARE * len(words):
        return Line.TITLE
    return Line.MIXED
