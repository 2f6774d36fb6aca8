"""Values written apart (``1 2 3 - 4 5``, ``J o h n``) and spelled marks (``[at]``)."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from harborward.text.canonical.tracked import Edit
from harborward.text.canonical.triggers import apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from harborward.text.canonical.tracked import Tracked

#: So many digits in a row are a number written apart; shorter rows are scores and counts.
MIN_DIGITS: Final = 7
#: So many letters in a row are a word written apart.
MIN_LETTERS: Final = 4
#: With dots or dashes between, four letters are an abbreviation: "a.c.h.s.".
MIN_DOTTED_LETTERS: Final = 5
#: A row of fewer digits than this, all of them at most five, is a row of ratings.
_MIN_LOW_DIGITS: Final = 9
_HIGHEST_RATING: Final = "5"
#: Ratings and probing depths repeat a few values; a number of nine digits uses more.
_RATING_VALUES: Final = 4
#: Answers such as "Y N N Y N Y" have few values too.
_ANSWER_VALUES: Final = 2
#: A label written apart with its number: "M R N 4 4 1 2 ...".
_LABELS: Final = frozenset({"mrn", "ssn", "dob", "tel", "fax", "phone", "vin", "npi", "acct", "id"})

#: Single characters, each parted by one to three of the same mark.
_RUN: Final = re.compile(
    r"(?<![^\W_])(?=(?P<first>\S)(?P<gap>[ ._*~-]))(?P=first)"
    r"(?:(?P=gap){1,3}(?!(?P=gap))[^\n]){3,}(?![^\W_])"
)
#: Single digits parted by spaces, with dashes, dots, slashes and brackets as they come.
_DIGITS: Final = re.compile(
    r"(?<![\w])[0-9](?:(?: {1,3}| ?[-./()]{1,2} {0,2})[0-9]){6,}(?!\w|[ ]{1,2}[0-9])"
)
_GAP: Final = re.compile(r"[^0-9]+")
#: Lists are written with these between; nobody parts ratings by dots or underscores.
_LIST_GAPS: Final = " -"
#: These stand between cells or remarks, never inside a value.
_BREAKS: Final = frozenset('|;<>[]{}"!')
#: A number has fewer marks than this share of its digits; a list has one after each.
_MARK_SHARE: Final = 3
_EDGE: Final = ":;,.-=*~"
_MARK: Final = re.compile(r"[\[({<] ?(?P<name>at|AT|At|dot|DOT|Dot) ?[\])}>](?: ?(?=\w))")


class _Row(NamedTuple):
    """Characters of a run; ``gaps[i]`` is the width of the gap before ``chars[i]``."""

    chars: str
    gaps: list[int]
    starts: list[int]


def spelled(tracked: Tracked) -> Tracked:
    """Replace ``[at]`` and ``(dot)`` between words by the mark they spell."""
    return tracked.edited(_marks(tracked.text))


def _marks(text: str) -> Iterator[Edit]:
    for match in _MARK.finditer(text):
        start = match.start()
        if start > 1 and text[start - 1] == " ":
            start -= 1
        if start and text[start - 1].isalnum():
            yield Edit(start, match.end(), "@" if match["name"].lower() == "at" else ".")


def spaced(tracked: Tracked) -> Tracked:
    """Join digits and letters that stand apart where no list or table is written so."""
    if not apart(tracked.text):
        return tracked
    tracked = tracked.edited(_joined(tracked.text))
    return tracked.edited(_grouped(tracked.text))


def _joined(text: str) -> Iterator[Edit]:
    for match in _RUN.finditer(text):
        gap = match["gap"]
        row = _row(match[0], gap, match.start())
        before = text[max(0, match.start() - 2) : match.start()]
        after = text[match.end() : match.end() + 2]
        if not _one_value(row, gap, before=before, after=after):
            continue
        usual = min(row.gaps[1:])
        for index in range(1, len(row.chars)):
            width, end = row.gaps[index], row.starts[index]
            if width > usual:
                yield Edit(end - width, end, gap)
            elif not _new_word(row, index, gap):
                yield Edit(end - width, end, "")


def _row(run: str, gap: str, offset: int) -> _Row:
    """Take a run apart, without the punctuation at its ends."""
    starts = [0]
    # After the first character, each begins where a gap of one to three marks ends.
    starts += [match.end() for match in re.finditer(f"(?<=.){re.escape(gap)}{{1,3}}", run)]
    chars = "".join(run[start] for start in starts)
    gaps = [0] + [right - left - 1 for left, right in itertools.pairwise(starts)]
    starts = [offset + start for start in starts]
    first = len(chars) - len(chars.lstrip(_EDGE))
    last = len(chars.rstrip(_EDGE))
    # "a 2 1 9 ..." is an article and a number.
    if gap == " " and chars[first : first + 1] == "a" and chars[first + 1 : first + 2].isdigit():
        first += 1
    return _Row(chars[first:last], gaps[first:last], starts[first:last])


def _one_value(row: _Row, gap: str, *, before: str, after: str) -> bool:
    """Tell whether a row of characters is one value and not a list."""
    if not _BREAKS.isdisjoint(row.chars):
        return False
    letters = [char for char in row.chars if char.isalpha()]
    digits = [char for char in row.chars if char.isdigit()]
    if letters and digits:
        return len(letters) + len(digits) >= MIN_DIGITS and not _alternating(row.chars)
    if letters:
        enough = MIN_LETTERS if gap in " _" else MIN_DOTTED_LETTERS
        small = [char.lower() for char in letters]
        values = len(set(small))
        return len(letters) >= enough and values > _ANSWER_VALUES and not _steps(small)
    table = (before[:1].isdigit() and before[1:] == gap) or (
        after[:1] == gap and after[1:].isdigit()
    )
    usual = min(row.gaps[1:], default=0)
    marks = len(row.chars) - len(digits) + sum(width > usual for width in row.gaps[1:])
    grouped = 0 < marks * _MARK_SHARE <= len(digits) * 2
    listed = gap in _LIST_GAPS and not grouped and _ratings(digits)
    return len(digits) >= MIN_DIGITS and not table and not listed


def _alternating(chars: str) -> bool:
    """Tell whether letters and digits take turns: "T 3 N 1 M 0 G 2", "L 4 L 5 S 1"."""
    kinds = [char.isdigit() for char in chars if char.isalnum()]
    turns = sum(a != b for a, b in itertools.pairwise(kinds))
    return turns * 3 >= (len(kinds) - 1) * 2


def _steps(chars: list[str]) -> bool:
    """Tell whether each character is next to the one before it: "A B C D", "8 7 7 6"."""
    return all(abs(ord(a) - ord(b)) <= 1 for a, b in itertools.pairwise(chars))


def _ratings(digits: list[str]) -> bool:
    """Tell whether digits are a scale, a tooth chart, probing depths or a row of scores."""
    if _steps(digits):
        return True
    if max(digits) > _HIGHEST_RATING:
        return False
    return len(digits) < _MIN_LOW_DIGITS or len(set(digits)) <= _RATING_VALUES


def _new_word(row: _Row, index: int, gap: str) -> bool:
    """Tell whether a word starts here though the gap is no wider: "J o h n S m i t h"."""
    if gap != " ":
        return False
    previous, char = row.chars[index - 1], row.chars[index]
    if char.isdigit() and previous.isalpha():
        return row.chars[:index].lower() in _LABELS
    return previous.islower() and char.isupper()


def _grouped(text: str) -> Iterator[Edit]:
    """Join single digits with marks between: ``(3 1 3) 5 5 5-0 1 4 2``."""
    for match in _DIGITS.finditer(text):
        gaps = list(_GAP.finditer(text, *match.span()))
        marked = [gap for gap in gaps if gap[0].strip()]
        digits = _GAP.sub("", match[0])
        if not marked or len(marked) * _MARK_SHARE > len(gaps) or _steps(list(digits)):
            continue
        for gap in gaps:
            new = gap[0].strip() or (" " if len(gap[0]) > 1 else "")
            yield Edit(gap.start(), gap.end(), new)
