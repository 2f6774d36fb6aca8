"""Which format a file is in, told by its name or by the caller, never by guessing."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Format(StrEnum):
    """Formats that are read and written."""

    TEXT = "text"  # one document
    JSONL = "jsonl"  # one JSON object a line
    CSV = "csv"  # a header row, then one record a row; any common delimiter


class Encoding(StrEnum):
    """Encodings that may be asked for. Output is always UTF-8."""

    UTF_8 = "utf-8"
    CP1252 = "cp1252"  # Windows, Western Europe
    LATIN_1 = "latin-1"


#: Suffixes, lower case, and what they hold. Anything else is refused, not guessed at.
SUFFIXES: Final = {
    "": Format.TEXT,
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.TEXT,
    ".note": Format.TEXT,
    ".asc": Format.TEXT,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
}


def by_suffix(suffix: str) -> Format | None:
    """Return the format that a file suffix such as ``.csv`` stands for, or None."""
    return SUFFIXES.get(suffix.lower())
