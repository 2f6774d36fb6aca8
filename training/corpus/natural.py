"""Reads the open sets that carry marks of their own, in the classes of the model."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from harborward.text import lexicon
from training.corpus.carriers import Carrier
from training.corpus.document import Document
from training.corpus.fill import IGNORED
from training.corpus.lists import split_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Spans = tuple[tuple[int, int, str], ...]

_SOCIAL: Final = {"person": "NAME", "PER": "NAME", "location": "LOCATION", "LOC": "LOCATION"}
#: In posts of strangers, what the set does not mark but we might.
_OPEN: Final = re.compile(r"@\w+|https?:\S+|\S*\d\S*|#\w+|\b(?:RT)\b")
_SYNTH: Final = {
    **dict.fromkeys(("STREET_ADDRESS", "ADDRESS", "LOCATION", "GPE", "ZIP_CODE"), "LOCATION"),
    "PERSON": "NAME",
    "ORGANIZATION": "ORG",
    "CREDIT_CARD": "ACCOUNT",
    "IBAN_CODE": "ACCOUNT",
    "DATE_TIME": "DATE",
    "PHONE_NUMBER": "PHONE",
    "EMAIL_ADDRESS": "EMAIL",
    "DOMAIN_NAME": "URL",
    "US_SSN": "SSN",
    "IP_ADDRESS": "IP",
    "US_DRIVER_LICENSE": "LICENSE",
}
_DATE: Final = re.compile(
    r"[A-Za-z]+\.? ?\d|\d[/.-]\d|\d ?[A-Za-z]|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)


def _records(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def posts(path: Path, name: str) -> list[Document]:
    """Read posts with persons and places; organisations and whatever has digits stay open."""
    regions = lexicon.shipped().regions | lexicon.shipped().states | lexicon.shipped().state_codes

    def label(text: str, given: str) -> str:
        mapped = _SOCIAL.get(given, IGNORED)
        return IGNORED if mapped == "LOCATION" and text.lower() in regions else mapped

    return [_document(record, name, label, _OPEN) for record in _records(path)]


def synthetic(path: Path, split: str) -> list[Document]:
    """Read presidio-research's sentences whose template belongs to ``split``."""
    regions = lexicon.shipped().regions | lexicon.shipped().states | lexicon.shipped().state_codes

    def label(text: str, given: str) -> str:
        mapped = _SYNTH.get(given, IGNORED)
        if mapped == "LOCATION" and text.lower() in regions:
            return IGNORED
        return IGNORED if mapped == "DATE" and not _DATE.search(text) else mapped

    records = (
        r for r in _records(path) if split_of(f"template {r['meta']['template_id']}") == split
    )
    return [_document(record, "presidio_synth", label, None) for record in records]


def _document(
    record: dict, name: str, label: Callable[[str, str], str], unknown: re.Pattern[str] | None
) -> Document:
    text = record["text"]
    marks = [
        (s["start"], s["end"], label(text[s["start"] : s["end"]], s["label"]))
        for s in record["spans"]
    ]
    taken = [(a, b) for a, b, _ in marks]
    matches = [m.span() for m in unknown.finditer(text)] if unknown else []
    marks += [
        (start, end, IGNORED)
        for start, end in matches
        if not any(a < end and start < b for a, b in taken)
    ]
    return Document(record["id"], text, tuple(sorted(marks)), (name,))


def carriers(
    path: Path, split: str, doubt: Callable[[str], list[tuple[int, int]]]
) -> list[Carrier]:
    """Read the natural reports of a split; ``doubt`` tells what in them may identify."""
    chosen = (r for r in _records(path) if split_of(f"carrier {r['id']}") == split)
    return [Carrier(r["id"], r["text"], tuple(doubt(r["text"]))) for r in chosen]
