"""Tables that are made by hand: eponyms, facility and street words, name cues.

Source: our own lists under ``extra/`` (Apache-2.0); the street suffixes and unit
designators are those of USPS Publication 28, appendix C (public domain).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tables import Table, both_forms, read_lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_WEAK_OPENERS = ("was ", "is ", "were ")
#: Pieces of hyphenated eponyms that are no names.
_NO_NAMES = frozenset({"non", "en", "al", "hyper", "by", "in", "right", "long", "tilt", "wire"})


def eponym_table(extra: Path, common: Callable[[str], bool], ordinary: frozenset[str]) -> Table:
    """Person-names used in medicine, with the nouns that may stand beside them.

    ``common`` says whether a word is a frequent surname or given name: then weak
    nouns are left out. ``ordinary`` are dictionary words that are no names at all:
    they need no entry here.
    """
    weak = frozenset(read_lines(extra / "eponym_weak.txt"))
    nouns: defaultdict[str, set[str]] = defaultdict(set)
    for line in read_lines(extra / "eponyms.txt"):
        heads, _, tail = line.partition(":")
        phrases = _expand(tail.strip(), _groups(extra))
        for head in (part.strip() for part in heads.split(",")):
            for form in both_forms(head):
                nouns[form] |= phrases
                pieces = form.split("-")
                for piece in pieces if len(pieces) > 1 else ():
                    if len(piece) > 1 and piece not in _NO_NAMES:
                        nouns[piece] |= phrases | (set(pieces) - {piece})
    strong = {
        name: {noun for noun in found if not _weak(noun, weak)} if common(name) else found
        for name, found in nouns.items()
        if name not in ordinary
    }
    rows = ((name, "|".join(sorted(found))) for name, found in strong.items() if found)
    return _table("eponyms.tsv.gz", ("eponym", "nouns"), frozenset(rows))


def _weak(noun: str, weak: frozenset[str]) -> bool:
    return noun in weak or noun.startswith(_WEAK_OPENERS)


def facility_table(extra: Path) -> Table:
    """Words that make a run of capitals a facility, an employer or an address."""
    return _table(
        "facilities.tsv.gz",
        ("word", "role"),
        _roles(extra / "facilities.txt"),
        sources=("hand list", "USPS Publication 28 appendix C"),
    )


def title_table(extra: Path) -> Table:
    """Words beside which a person's name stands."""
    return _table("titles.tsv.gz", ("word", "role"), _roles(extra / "titles.txt"))


def _groups(extra: Path) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = {}
    for line in read_lines(extra / "eponym_nouns.txt"):
        name, _, tail = line.partition(":")
        groups[f"@{name.strip()}"] = {noun.strip() for noun in tail.split("|")}
    return groups


def _expand(tail: str, groups: dict[str, set[str]]) -> set[str]:
    """Replace each ``@group`` of a noun list by the nouns of that group."""
    found: set[str] = set()
    for noun in (part.strip() for part in tail.split("|")):
        found |= groups[noun] if noun.startswith("@") else {noun}
    return found - {""}


def _roles(path: Path) -> frozenset[tuple[str, ...]]:
    """Read ``[role]`` sections of comma-separated entries."""
    rows: set[tuple[str, ...]] = set()
    role = ""
    for line in read_lines(path):
        if line.startswith("["):
            role = line.strip("[]")
            continue
        entries = (entry.strip() for entry in line.split(","))
        rows |= {(form, role) for entry in entries if entry for form in both_forms(entry)}
    return frozenset(rows)


def _table(
    filename: str,
    columns: tuple[str, ...],
    rows: frozenset[tuple[str, ...]],
    sources: tuple[str, ...] = ("hand list",),
) -> Table:
    return Table(filename, columns, rows, sources, "Apache-2.0", "harborward")
