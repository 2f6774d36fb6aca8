"""What capitals mean: in a line all in capitals, or all in small letters, nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from harborward.text.wordlists import wordlist

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


_ABBREVIATIONS: Final = wordlist("abbreviations")


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
    """Per token: its own case, its line's case, and whether it opens a sentence.

    ``capitals`` lists the tokens that start with a capital letter, in order.
    """

    cases: list[Case]
    lines: list[Line]
    opens: list[bool]
    capitals: list[int]


def casing(text: str, starts: Sequence[int], ends: Sequence[int]) -> Casing:
    """Classify the tokens of ``text``, which lie at ``starts`` to ``ends``."""
    cases = _cases(text, starts, ends)
    capitals = [index for index, case in enumerate(cases) if case > Case.LOWER]
    opens, bounds = _sentences(text, starts, ends)
    letters = len(cases) - cases.count(Case.NUMBER)
    uncased = letters > _SMALL_TEXT and len(capitals) < _SPARSE * letters
    openers = [cases[i] for i, opened in enumerate(opens) if opened and cases[i] >= Case.LOWER]
    careless = len(openers) >= _OPENINGS and openers.count(Case.LOWER) > _CARELESS * len(openers)
    lines: list[Line] = []
    for first, last in pairwise(bounds):
        kind = _line(cases[first:last])
        if uncased or (careless and kind is Line.MIXED):
            kind = Line.LOWER
        lines.extend([kind] * (last - first))
    return Casing(cases, lines, opens, capitals)


def _cases(text: str, starts: Sequence[int], ends: Sequence[int]) -> list[Case]:
    lower, number, title = Case.LOWER, Case.NUMBER, Case.TITLE
    cases: list[Case] = []
    for start, end in zip(starts, ends, strict=True):
        first = text[start]
        if first.islower():
            cases.append(lower)
        elif not first.isupper():
            cases.append(number if first.isdigit() else lower)
        elif end - start == 1:
            cases.append(Case.INITIAL)
        else:
            cases.append(Case.UPPER if text[start:end].isupper() else title)
    return cases


def _sentences(
    text: str, starts: Sequence[int], ends: Sequence[int]
) -> tuple[list[bool], list[int]]:
    """Return which tokens open a sentence, and the tokens at which lines start."""
    opens: list[bool] = []
    bounds = [0]
    previous = 0
    for index, start in enumerate(starts):
        if start - previous == 1:  # one character between two words: nearly always a blank
            mark = text[previous]
            opens.append(mark in "\n\t|")
            if mark == "\n":
                bounds.append(index)
        elif start == previous:
            opens.append(index == 0)
        else:
            gap = text[previous:start]
            if "\n" in gap:
                bounds.append(index)
                opens.append(True)
            else:
                abbreviated = gap[0] == "." and _abbreviated(text, starts, ends, index - 1)
                opens.append(index == 0 or (_opens(gap) and not abbreviated))
        previous = ends[index]
    bounds.append(len(starts))
    return opens, bounds


def _opens(gap: str) -> bool:
    """Tell whether what stands between two tokens ends a sentence, a line or a cell."""
    return any(mark in gap for mark in _OPENERS) or gap.endswith('"')


def _abbreviated(text: str, starts: Sequence[int], ends: Sequence[int], index: int) -> bool:
    """Tell whether the period behind token ``index`` belongs to it: Dr., J., St."""
    start, end = starts[index], ends[index]
    if end - start == 1:
        return text[start].isalpha()
    return text[start:end].lower() in _ABBREVIATIONS


def _line(cases: list[Case]) -> Line:
    """Classify a line from the cases of its tokens."""
    upper, title = cases.count(Case.UPPER), cases.count(Case.TITLE)
    words = upper + title + cases.count(Case.LOWER)
    if not words:
        return Line.MIXED
    if upper >= _SHARE * words and (words >= _SHORT or title == 0):
        return Line.UPPER
    if title + upper == 0:
        return Line.LOWER if words > _SHORT else Line.MIXED
    if title + upper >= _SHARE * words:
        return Line.TITLE
    return Line.MIXED
