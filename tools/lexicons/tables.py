"""Shared shape of the lexicon files: folding, hand lists, deterministic output."""

from __future__ import annotations

import gzip
import hashlib
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_LETTERS: Final = str.maketrans(
    {
        "ß": "ss",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ŋ": "n",
        "ə": "e",
        "’": "'",
        "‘": "'",
        "ʻ": "'",
        "ʼ": "'",
        "`": "'",
        "–": "-",
        "‐": "-",
    }
)


def fold(text: str) -> str:
    """Lower-case ``text`` and reduce it to ASCII letters as far as that is possible."""
    lowered = text.lower().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


def both_forms(text: str) -> tuple[str, ...]:
    """The folded form of ``text``, and its accented form when that differs."""
    accented = unicodedata.normalize("NFC", text.lower().replace("’", "'"))
    folded = fold(accented)
    return (folded,) if folded == accented else (folded, accented)


def read_words(path: Path) -> list[str]:
    """The words of a hand list: separated by white space, ``#`` starts a comment."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [word for line in lines for word in line.partition("#")[0].split()]


def read_lines(path: Path) -> list[str]:
    """The entries of a hand list with one entry (possibly of several words) a line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    entries = (line.partition("#")[0].strip() for line in lines)
    return [entry for entry in entries if entry]


@dataclass(frozen=True, slots=True)
class Table:
    """One finished lexicon file, before it is written."""

    filename: str
    columns: tuple[str, ...]
    rows: frozenset[tuple[str, ...]]
    sources: tuple[str, ...]
    licence: str
    attribution: str

    def encode(self) -> bytes:
        """The bytes of the file; the same rows always give the same bytes."""
        header = (
            f"# columns: {', '.join(self.columns)}; source: {', '.join(self.sources)}; "
            f"licence: {self.licence}"
        )
        lines = [header, *("\t".join(row) for row in sorted(self.rows))]
        text = ("\n".join(lines) + "\n").encode()
        if not self.filename.endswith(".gz"):
            return text
        return gzip.compress(text, compresslevel=9, mtime=0)


@dataclass(frozen=True, slots=True)
class Written:
    """What was written for one table."""

    table: Table
    size: int
    sha256: str


def write_tables(tables: Iterable[Table], folder: Path) -> list[Written]:
    """Write every table into ``folder``; rows are complete when this returns."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for table in tables:
        content = table.encode()
        (folder / table.filename).write_bytes(content)
        written.append(Written(table, len(content), hashlib.sha256(content).hexdigest()))
    return written
