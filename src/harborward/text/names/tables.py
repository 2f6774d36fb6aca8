"""Tables in prose: a header cell that is a known label labels its whole column.

Rows of cells parted by bars or tabs, as flowsheets, medication records and censuses are
pasted into notes. Under "RN" or "Initials" even two letters are a person's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

#: A table has at least so many columns and rows, its header included.
_COLUMNS: Final = 2
_ROWS: Final = 2
#: A title may stand above the header.
_HEADER_ROWS: Final = 3
#: A cell longer than this is text, not a value.
_LONGEST_CELL: Final = 60
_WORD: Final = re.compile(r"[^\W\d_]+")
_RULE: Final = re.compile(r"[\s|:+=-]*")


@dataclass(frozen=True, slots=True)
class Cell:
    """A value below a header: the header's words, and the range of the value."""

    header: tuple[str, ...]
    start: int
    end: int


def cells(text: str, known: Container[tuple[str, ...]]) -> Iterator[Cell]:
    """Yield the cells of all tables in ``text`` that stand below a header.

    A header is one of the first rows, with at least one of its cells ``known``.
    """
    for mark in ("|", "\t"):
        if mark in text:
            yield from _tables(text, mark, known)


def _tables(text: str, mark: str, known: Container[tuple[str, ...]]) -> Iterator[Cell]:
    block: list[tuple[int, int]] = []
    start = 0
    for line in [*text.split("\n"), ""]:
        end = start + len(line)
        if line.count(mark) >= _COLUMNS - 1:
            block.append((start, end))
        else:
            yield from _table(text, mark, block, known)
            block = []
        start = end + 1


def _table(
    text: str, mark: str, block: list[tuple[int, int]], known: Container[tuple[str, ...]]
) -> Iterator[Cell]:
    rows = [_row(text, mark, *line) for line in block if not _RULE.fullmatch(text, *line)]
    if len(rows) < _ROWS:
        return
    tops = [
        [tuple(_WORD.findall(text[start:end].lower())) for start, end in row]
        for row in rows[:_HEADER_ROWS]
    ]
    top = next((i for i, row in enumerate(tops) if any(cell in known for cell in row)), None)
    if top is None:
        return
    headers = tops[top]
    for row in rows[top + 1 :]:
        for header, (start, end) in zip(headers, row, strict=False):
            if header and start < end <= start + _LONGEST_CELL:
                yield Cell(header, start, end)


def _row(text: str, mark: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the ranges of the cells of one line, blanks around them left out."""
    line = text[start:end]
    if mark == "|":
        lead = len(line) - len(line.lstrip())
        opened = line[lead : lead + 1] == "|"
        start, line = (start + lead + 1, line[lead + 1 :]) if opened else (start, line)
    ranges: list[tuple[int, int]] = []
    for part in line.split(mark):
        inner = part.strip()
        first = start + (part.find(inner) if inner else 0)
        ranges.append((first, first + len(inner)))
        start += len(part) + 1
    return ranges
