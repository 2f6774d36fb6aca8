"""Tables in prose: a header cell that is a known label labels its whole column.

Rows of cells as flowsheets, medication records, censuses and exports are pasted into notes:
parted by bars or tabs, by commas or semicolons, or by blanks alone. Under "RN" or "Initials"
even two letters are a person's. What prose has as well, a comma or two blanks, makes a table
only with more than one known header, and rows of the same form below it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    Range = tuple[int, int]
    Header = tuple[tuple[str, ...], int, int]

#: A table has at least so many columns and rows, its header included.
_COLUMNS: Final = 2
_ROWS: Final = 2
#: A table without bars or tabs has so many columns, and so many known headers.
_PLAIN_COLUMNS: Final = 3
_PLAIN_KNOWN: Final = 2
#: Nobody reads a table with more columns; each cell is compared with all headers.
_MOST_COLUMNS: Final = 60
#: A line with more marks than this is not even cut; blanks come in long runs.
_LONGEST_ROW: Final = 600
#: A title may stand above the header.
_HEADER_ROWS: Final = 3
#: A cell longer than this is text, not a value.
_LONGEST_CELL: Final = 60
_LONGEST_HEADER: Final = 24
_WORD: Final = re.compile(r"[^\W\d_]+")
_RULE: Final = re.compile(r"[\s|:+=-]*")
_GAP: Final = re.compile(r"[ ]{2,}")
_QUOTED: Final = re.compile(r'"(?:[^"\n]|""){0,200}"[ ]*')
#: How many columns beside the start of its header a value may start.
_HANGING: Final = 2
#: A cell with one of these is no header, but a value or a label with one.
_VALUED: Final = re.compile(r"[0-9:\[\]@?]")


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
    for mark in (",", ";", "  "):
        if text.count(mark) >= _PLAIN_COLUMNS - 1 + _COLUMNS - 1:
            yield from _plain(text, mark, known)


def _plain(text: str, mark: str, known: Container[tuple[str, ...]]) -> Iterator[Cell]:
    """Yield the cells of tables parted by what prose has too; a line of prose ends a table.

    Columns are told by their number, or, where blanks part them, by where they start.
    """
    aligned = mark == "  "
    fewest = _COLUMNS if aligned else _PLAIN_COLUMNS
    headers: list[Header] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        marks = line.count(mark)
        # Most lines of most texts are prose, and are not cut to see that.
        prose = not headers and not aligned and len(line) > (marks + 1) * _LONGEST_HEADER
        barred = aligned and ("|" in line or "\t" in line)
        if marks < fewest - 1 or prose or barred or marks > _LONGEST_ROW:
            headers, start = [], end + 1
            continue
        row = _columns(text, start, end) if aligned else _fields(text, mark, start, end)
        names = [tuple(_WORD.findall(text[a:b].lower())) for a, b in row]
        if len(row) < fewest:
            headers = []
        elif _PLAIN_COLUMNS <= len(row) <= _MOST_COLUMNS and _heads(text, row, names, known):
            headers = [(n, a - start, b - start) for n, (a, b) in zip(names, row, strict=True)]
        elif headers and (aligned or len(row) == len(headers)) and len(row) <= _MOST_COLUMNS:
            for number, (a, b) in enumerate(row):
                name = _above(headers, a - start, b - start) if aligned else headers[number][0]
                if name and a < b <= a + _LONGEST_CELL:
                    yield Cell(name, a, b)
        start = end + 1


def _heads(
    text: str, row: list[Range], names: list[tuple[str, ...]], known: Container[tuple[str, ...]]
) -> bool:
    """Tell whether a row is a header: short cells without a value, enough of them known."""
    short = all(b - a <= _LONGEST_HEADER and not _VALUED.search(text, a, b) for a, b in row)
    return short and sum(name in known for name in names) >= _PLAIN_KNOWN


def _above(headers: list[Header], start: int, end: int) -> tuple[str, ...]:
    """Return the header that stands above a range of columns, or that starts where it does."""
    for name, first, last in headers:
        if abs(first - start) <= _HANGING or (start < last and first < end):
            return name
    return ()


def _fields(text: str, mark: str, start: int, end: int) -> list[Range]:
    """Return the ranges of the fields of a line (RFC 4180), quotes and blanks left out."""
    ranges: list[Range] = []
    position = start
    while position <= end:
        quoted = _QUOTED.match(text, position, end)
        if quoted is not None and (quoted.end() == end or text[quoted.end()] == mark):
            stop = quoted.end()
        else:
            found = text.find(mark, position, end)
            stop = found if found >= 0 else end
        inner = text[position:stop].strip(' "')
        first = text.find(inner, position) if inner else position
        ranges.append((first, first + len(inner)))
        position = stop + 1
    return ranges


def _columns(text: str, start: int, end: int) -> list[Range]:
    """Return the ranges of what two blanks or more part in a line."""
    ranges: list[Range] = []
    position = start
    for gap in [*_GAP.finditer(text, start, end), None]:
        stop = gap.start() if gap else end
        if position < stop:
            ranges.append((position, stop))
        position = gap.end() if gap else end
    return ranges


def _tables(text: str, mark: str, known: Container[tuple[str, ...]]) -> Iterator[Cell]:
    block: list[Range] = []
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
    text: str, mark: str, block: list[Range], known: Container[tuple[str, ...]]
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


def _row(text: str, mark: str, start: int, end: int) -> list[Range]:
    """Return the ranges of the cells of one line, blanks around them left out."""
    line = text[start:end]
    if mark == "|":
        lead = len(line) - len(line.lstrip())
        opened = line[lead : lead + 1] == "|"
        start, line = (start + lead + 1, line[lead + 1 :]) if opened else (start, line)
    ranges: list[Range] = []
    for part in line.split(mark):
        inner = part.strip()
        first = start + (part.find(inner) if inner else 0)
        ranges.append((first, first + len(inner)))
        start += len(part) + 1
    return ranges
