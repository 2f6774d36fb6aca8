"""What capitals mean: in a line all in capitals, or all in small letters, nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import IntEnum
from itertools import compress, count, pairwise
from operator import itemgetter
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

#: Ends of sentences, lines and cells; bullets; an opening quotation. It starts with a class
#: of characters, which the engine skips to at full speed.
_OPENER: Final = re.compile(
    r"""[\n\t|!?*>\u2022."] (?:
        (?<=[\n\t|]) | (?<=\.)(?=[ ]) | (?<=")(?=\w)(?<!\w")
        | (?<=[!?*>\u2022])(?:(?!\w)|(?<!\w.)) )""",
    re.VERBOSE,
)
_COLUMN: Final = "   "
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

    ``capitals`` lists the tokens that start with a capital letter, in order; ``bounds`` the
    first tokens of the lines, and the number of tokens at the end.
    """

    cases: list[Case]
    lines: list[Line]
    opens: list[bool]
    capitals: list[int]
    bounds: list[int]


def casing(text: str, starts: Sequence[int], forms: Sequence[str]) -> Casing:
    """Classify the tokens of ``text``, which are ``forms`` and lie at ``starts``."""
    cases, capitals = _cases(forms)
    openers, bounds = _sentences(text, starts, forms)
    opens = [False] * len(starts)
    for index in openers:
        opens[index] = True
    letters = len(cases) - cases.count(Case.NUMBER)
    uncased = letters > _SMALL_TEXT and len(capitals) < _SPARSE * letters
    small = sum(1 for index in openers if cases[index] is Case.LOWER)
    words = small + sum(1 for index in openers if cases[index] > Case.LOWER)
    careless = words >= _OPENINGS and small > _CARELESS * words
    lines: list[Line] = []
    for first, last in pairwise(bounds):
        kind = _line(cases[first:last])
        if uncased or (careless and kind is Line.MIXED):
            kind = Line.LOWER
        lines.extend([kind] * (last - first))
    return Casing(cases, lines, opens, capitals, bounds)


class _Firsts(dict[str, Case]):
    """What the first character of a token says, worked out once for each character."""

    def __missing__(self, first: str) -> Case:
        case = Case.TITLE if first.isupper() else Case.LOWER
        self[first] = case
        return case


_FIRSTS: Final = _Firsts(dict.fromkeys("0123456789", Case.NUMBER))


def _cases(forms: Sequence[str]) -> tuple[list[Case], list[int]]:
    """Return the case of each token, and which tokens start with a capital."""
    cases = list(map(_FIRSTS.__getitem__, map(itemgetter(0), forms)))
    capitals = list(compress(count(), map(Case.TITLE.__eq__, cases)))
    for index in capitals:
        form = forms[index]
        if len(form) == 1:
            cases[index] = Case.INITIAL
        elif form.isupper():
            cases[index] = Case.UPPER
    return cases, capitals


def _sentences(
    text: str, starts: Sequence[int], forms: Sequence[str]
) -> tuple[set[int], list[int]]:
    """Return the tokens that open a sentence, and those at which lines start.

    The marks that end something are few, so they are searched for, not the tokens.
    """
    opens = {0} if starts else set()
    bounds = [0]
    column = text.find(_COLUMN)
    while column >= 0:
        index = bisect_left(starts, column)
        if index == len(starts):
            break
        opens.add(index)
        column = text.find(_COLUMN, starts[index])
    for mark in _OPENER.finditer(text):
        index = bisect_left(starts, mark.end())
        if index == len(starts):
            break
        if mark[0] == "\n":
            bounds.append(index)
        elif mark[0] == "." and _abbreviated(starts, forms, index - 1, mark.start()):
            continue
        opens.add(index)
    bounds.append(len(starts))
    return opens, bounds


def _abbreviated(starts: Sequence[int], forms: Sequence[str], index: int, position: int) -> bool:
    """Tell whether the period at ``position`` belongs to token ``index``: Dr., J., St."""
    if index < 0 or starts[index] + len(forms[index]) != position:
        return False
    form = forms[index]
    return form.isalpha() if len(form) == 1 else form.lower() in _ABBREVIATIONS


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
