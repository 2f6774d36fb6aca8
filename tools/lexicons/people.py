"""Surnames and given names.

Sources: the name files of the 1990 census of the United States (public domain),
as packed in ``names`` 0.3.0; observed counts and gender shares of given names
from ``nomquamgender`` 0.1.4 (MIT); hand lists under ``extra/``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from tables import Table, both_forms, fold, read_words

if TYPE_CHECKING:
    from pathlib import Path

#: A given name is credible when this many of the reference's sources know it ...
MIN_SOURCES: Final = 6
#: ... and this many people were observed with it.
MIN_COUNT: Final = 30
#: A dictionary word is kept as a given name only with this many observations.
MIN_COUNT_WORD: Final = 3_000
_CENSUS = "US Census Bureau 1990 name files (names 0.3.0)"


def surname_table(names: Path, extra: Path) -> Table:
    """Surnames with their frequency per million people of the 1990 census."""
    rates = _census_file(names / "names-0.3.0" / "names" / "dist.all.last")
    for entry in read_words(extra / "surnames.txt"):
        for form in both_forms(entry.replace("_", " ")):
            rates.setdefault(form, 1)
    return Table(
        "surnames.tsv.gz",
        ("name", "per_million"),
        frozenset((name, str(rate)) for name, rate in rates.items()),
        (_CENSUS, "hand list"),
        "public domain; hand list Apache-2.0",
        "US Census Bureau, 1990 surnames",
    )


def given_table(names: Path, observed: Path, extra: Path, words: frozenset[str]) -> Table:
    """Given names, their frequency per million, and the share borne by women."""
    folder = names / "names-0.3.0" / "names"
    female = _census_file(folder / "dist.female.first")
    male = _census_file(folder / "dist.male.first")
    merged: dict[str, tuple[int, int]] = {}
    for name in female.keys() | male.keys():
        women, men = female.get(name, 0), male.get(name, 0)
        rate = max(1, round((women + men) / 2))
        merged[name] = (rate, round(100 * women / (women + men)))
    _merge_observed(merged, observed, words)
    for line in read_words(extra / "given.txt"):
        name, _, share = line.partition(":")
        base = merged.get(fold(name))
        for form in both_forms(name):
            merged.setdefault(form, base or (1, int(share or 50)))
    return Table(
        "given.tsv.gz",
        ("name", "per_million", "female_share"),
        frozenset((name, str(rate), str(share)) for name, (rate, share) in merged.items()),
        (_CENSUS, "nomquamgender 0.1.4", "hand list"),
        "public domain; MIT; hand list Apache-2.0",
        "US Census Bureau, 1990 given names; nomquamgender, copyright 2022 Ian Van Buskirk",
    )


def _census_file(path: Path) -> dict[str, int]:
    """Read one census file: name, percent, cumulative percent, rank."""
    rates: dict[str, int] = {}
    for line in path.read_text(encoding="ascii").splitlines():
        name, percent, _, _ = line.split()
        rates[name.lower()] = max(1, round(float(percent) * 10_000))
    return rates


def _merge_observed(
    merged: dict[str, tuple[int, int]], package: Path, words: frozenset[str]
) -> None:
    """Add the names of nomquamgender; a record is sources, count, female share, more."""
    text = (package / "nomquamgender" / "name_data.json").read_text(encoding="utf-8")
    records: dict[str, list[float]] = json.loads(text)
    total = sum(record[1] for record in records.values())
    for name, (sources, count, share, *_) in records.items():
        known = merged.get(name)
        if known is None and not _credible(name, sources, count, words):
            continue
        rate = max(1, round(count * 1_000_000 / total), known[0] if known else 1)
        percent = known[1] if known and count < MIN_COUNT else round(100 * share)
        merged[name] = (rate, percent)


def _credible(name: str, sources: float, count: float, words: frozenset[str]) -> bool:
    if not (name.isascii() and name.replace("-", "").isalpha() and len(name) > 1):
        return False
    if name.startswith("-") or name.endswith("-") or len(name.partition("-")[0]) < 2:  # noqa: PLR2004
        return False
    needed = MIN_COUNT_WORD if name in words else MIN_COUNT
    return sources >= MIN_SOURCES and count >= needed
