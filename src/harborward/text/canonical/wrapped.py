"""Lines that a printer or mailer broke are made whole: a name may not hide at a margin.

A break is taken for a margin's where the next word would not have fitted: the line with
that word is longer than the longest line of its paragraph. A paragraph in which most
breaks are of that kind was wrapped; forms, lists and tables were not, and stay.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from harborward.text.canonical.tracked import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from harborward.text.canonical.tracked import Tracked

#: Widths at which people and mailers wrap; longer lines are paragraphs.
_NARROWEST: Final = 40
_WIDEST: Final = 100
#: So many margin breaks, and this share of all its breaks, make a wrapped paragraph.
_FEWEST: Final = 2
_SHARE: Final = 0.6
#: A line that starts a list item, a label or a column is a line of its own.
_OWN: Final = re.compile(
    r"\s*(?:[-*\u2022#>|]|[0-9]{1,3}[.)]|\S{1,24}:|[A-Z][\w /]{1,30}:)|.*(?:\t|\||[ ]{3})"
)
#: A hyphen at the end of a line, the half word before it, and what follows.
_BREAK: Final = re.compile(r"(?P<half>[^\W_]{1,24})-\n[ ]{0,8}(?=(?P<next>[^\W_]))")
_SHORTEST_HALF: Final = 2
#: Behind these halves the hyphen stays: "ninety-" "one".
_TENS: Final = frozenset(
    {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
)


def wrapped(tracked: Tracked) -> Tracked:
    """Return the text with the breaks of a margin turned into blanks."""
    tracked = _hyphenated(tracked)
    text = tracked.text
    if text.count("\n") < _FEWEST:
        return tracked
    lines = text.split("\n")
    joints: set[int] = set()
    first = 0
    for index, line in enumerate([*lines, ""]):
        if not line.strip():
            joints.update(_joints(lines, first, index))
            first = index + 1
    return tracked.edited(_edits(lines, joints)) if joints else tracked


def _hyphenated(tracked: Tracked) -> Tracked:
    """Return the text with the words and numbers whole that a hyphen broke at a margin."""
    if "-\n" not in tracked.text:
        return tracked
    return tracked.edited(
        Edit(match.end("half") + (not _broken(match)), match.end(), "")
        for match in _BREAK.finditer(tracked.text)
    )


def _broken(match: re.Match[str]) -> bool:
    """Tell whether the hyphen was put in to break a word, and goes when it is mended."""
    half = match["half"]
    word = half.isalpha() and len(half) >= _SHORTEST_HALF and match["next"].islower()
    return word and half.lower() not in _TENS


def _joints(lines: Sequence[str], first: int, last: int) -> list[int]:
    """Return the lines of the paragraph ``[first, last)`` whose break is a margin's."""
    if last - first <= _FEWEST:
        return []
    width = max(map(len, lines[first:last]))
    if not _NARROWEST <= width <= _WIDEST:
        return []
    joints = [
        index
        for index in range(first, last - 1)
        if len(lines[index].rstrip()) + 1 + len(lines[index + 1].split(maxsplit=1)[0]) > width
        and not _OWN.match(lines[index + 1])
    ]
    enough = len(joints) >= _FEWEST and len(joints) >= _SHARE * (last - first - 1)
    return joints if enough else []


def _edits(lines: Sequence[str], joints: AbstractSet[int]) -> Iterator[Edit]:
    position = 0
    for index, line in enumerate(lines):
        end = position + len(line)
        if index in joints:
            following = lines[index + 1]
            indent = len(following) - len(following.lstrip())
            yield Edit(end, end + 1 + indent, " ")
        position = end + 1
