"""CSV: a header row, then records, streamed (RFC 4180, with any common delimiter).

The delimiter is the one under which the header row has every column that was asked
for. A record whose end cannot be told (an open quote, a bound passed) ends the file:
what follows it could be text or cells, so nothing is guessed.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from harborward.domain.errors import InputError, MissingFieldError, UndecodableError
from harborward.domain.phi import Phi
from harborward.formats.jsonl import NUMBER
from harborward.formats.kinds import Encoding
from harborward.formats.plain import BOM, refuse_size, text_of
from harborward.formats.records import Fields, Record, Rejected, lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from harborward.formats.records import ByteSource, Line

_DELIMITERS: Final = (",", "\t", ";", "|")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How cells are parted and rows end."""

    delimiter: str = ","
    line_end: str = "\r\n"


class _Rows:
    """Feeds decoded lines to the csv reader and bounds the bytes of one record."""

    def __init__(self, stream: ByteSource, encoding: Encoding, limit: int) -> None:
        self._lines = lines(stream, limit)
        self._encoding = encoding
        self._limit = limit
        self._held = 0
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number = line.number
        self._held += len(line.raw) if line.raw is not None else self._limit + 1
        if line.raw is None or self._held > self._limit:
            refuse_size("record", self._limit, setting="max_record_bytes")
        text = text_of(line.raw, self._encoding, offset=line.offset)
        return text.lstrip(BOM) if self._is_first(line) else text

    def _is_first(self, line: Line) -> bool:
        return line.number == 1 and self._encoding is Encoding.UTF_8

    def new_record(self) -> None:
        """Start counting bytes again."""
        self._held = 0


@dataclass(frozen=True, slots=True)
class Table:
    """An open CSV: its dialect, the columns that will be written, and its records."""

    dialect: Dialect
    columns: tuple[str, ...]
    records: Iterator[Record | Rejected]


def read(
    stream: ByteSource, fields: Fields, *, limit: int, encoding: Encoding = Encoding.UTF_8
) -> Table:
    """Read the header row and return the table; records are read as they are asked for.

    While records are read, an ``InputError`` means that the rest cannot be told apart.
    A file without a byte has no header row.

    Raises:
        MissingFieldError: there is no header row, or it lacks a column.
        UndecodableError: the header row is not text.
    """
    # The csv module's own bound is global to the process; `_Rows` holds the real one.
    csv.field_size_limit(max(limit, csv.field_size_limit()))
    rows = _Rows(stream, encoding, limit)
    first = next(rows, "")
    dialect, header = _sniff(first, rows, fields)
    wanted = {*fields.text, *fields.keep}
    columns = tuple(name for name in header if name in wanted)
    return Table(dialect, columns, _records(rows, dialect, header, fields))


def _sniff(first: str, rows: _Rows, fields: Fields) -> tuple[Dialect, list[str]]:
    end = "\r\n" if first.endswith("\r\n") else "\n"
    wanted = [*fields.text, *fields.keep, *([fields.person] if fields.person else [])]
    headers: list[tuple[Dialect, list[str]]] = []
    for delimiter in _DELIMITERS:
        dialect = Dialect(delimiter, end)
        header = [name.strip() for name in _cells([first], dialect)]
        if len(set(header)) == len(header) and set(wanted) <= set(header):
            headers.append((dialect, header))
    rows.new_record()
    if headers:
        return max(headers, key=lambda found: len(found[1]))
    msg = "the header row is empty, repeats a column, or lacks a column that was asked for"
    raise MissingFieldError(msg, advice="Check --columns and --keep-columns; the first row names")


def _cells(source: Sequence[str], dialect: Dialect) -> list[str]:
    try:
        return next(csv.reader(source, delimiter=dialect.delimiter, strict=True), [])
    except csv.Error:
        return []


def _records(
    rows: _Rows, dialect: Dialect, header: list[str], fields: Fields
) -> Iterator[Record | Rejected]:
    reader = csv.reader(rows, delimiter=dialect.delimiter, strict=True)
    number = 0
    while True:
        rows.new_record()
        line = rows.number + 1
        try:
            cells = next(reader, None)
        except csv.Error:
            msg = f"the quoting of the record on line {line} is broken"
            raise UndecodableError(msg, advice="Write the file as RFC 4180 says") from None
        if cells is None:
            return
        if not cells:
            continue
        number += 1
        try:
            yield _record(number, line, _named(header, cells), fields)
        except InputError as error:
            yield Rejected(number, line, error)


def _named(header: list[str], cells: list[str]) -> dict[str, str]:
    if len(cells) != len(header):
        msg = f"the record has {len(cells)} cells and the header row has {len(header)}"
        raise MissingFieldError(msg, advice="Quote cells that hold the delimiter")
    return dict(zip(header, cells, strict=True))


def _record(number: int, line: int, row: Mapping[str, str], fields: Fields) -> Record:
    return Record(
        number,
        line,
        texts={name: Phi(row[name]) for name in row if name in fields.text},
        kept={name: Phi(row[name]) for name in row if name in fields.keep},
        person=Phi(row[fields.person]) if fields.person else None,
    )


def write_header(table: Table) -> bytes:
    """Return the header row: the record number, then the columns that are written."""
    return _row([*([NUMBER] if _numbered(table) else []), *table.columns], table.dialect)


def write(table: Table, record: Record, texts: Mapping[str, str | None]) -> bytes:
    """Return one row with ``texts`` in place of the texts of ``record``."""
    kept = {name: value.reveal() for name, value in record.kept.items()}
    cells = [texts[name] or "" if name in texts else kept[name] for name in table.columns]
    return _row([*([str(record.number)] if _numbered(table) else []), *cells], table.dialect)


def _numbered(table: Table) -> bool:
    return NUMBER not in table.columns


def _row(cells: Sequence[str], dialect: Dialect) -> bytes:
    """Return one row; a cell is quoted where a reader could misread it.

    The csv module leaves a lone carriage return bare, which its own reader refuses.
    """
    special = {dialect.delimiter, '"', "\r", "\n"}
    row = dialect.delimiter.join(
        '"' + cell.replace('"', '""') + '"' if special & set(cell) else cell for cell in cells
    )
    # A row of one empty cell would look like a blank line, which is no record.
    return ((row or '""') + dialect.line_end).encode()
