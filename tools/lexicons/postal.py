"""The table of three-digit ZIP prefixes.

Source of the assigned prefixes: ``zipcodes`` 3.0.0 (MIT). Source of the prefixes
with 20,000 people or fewer: for the census of 2000 the guidance of HHS on
de-identification (2012); for 2010 and 2020 lists published in open code. The last
two were not recomputed here from ZCTA populations.
"""

from __future__ import annotations

import importlib
import sys
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from tables import Table

if TYPE_CHECKING:
    from pathlib import Path

_2000 = "036 059 063 102 203 556 692 790 821 823 830 831 878 879 884 890 893"
_2010 = "036 059 102 203 205 369 556 692 821 823 878 879 884 893"
RESTRICTED: Final = {
    "2000": _2000.split(),
    "2010": _2010.split(),
    "2020": f"{_2010} 202 204 753 772".split(),
}


def zip3_table(package: Path) -> Table:
    """Assigned prefixes, their state, and the censuses in which they are restricted."""
    states: defaultdict[str, Counter[str]] = defaultdict(Counter)
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for record in _records(package):
        prefix = record["zip_code"][:3]
        states[prefix][record["state"]] += 1
        kinds[prefix].add(record["zip_code_type"])
    rows = {
        (
            prefix,
            min(found.items(), key=lambda pair: (-pair[1], pair[0]))[0],
            _restricted(prefix),
            _note(kinds[prefix]),
        )
        for prefix, found in states.items()
    }
    rows |= {
        (prefix, "-", _restricted(prefix), "not_assigned")
        for prefixes in RESTRICTED.values()
        for prefix in prefixes
        if prefix not in states
    }
    return Table(
        "zip3.tsv",
        ("zip3", "state", "restricted_in", "note"),
        frozenset(rows),
        (
            "assigned prefixes: zipcodes 3.0.0",
            "20,000 people or fewer: HHS guidance 2012 (census 2000) and public code (2010, 2020)",
            "as of 2026-11-24",
            "a prefix absent here or restricted in any census is to be suppressed",
        ),
        "MIT; public domain",
        "zipcodes, Sean Pianka; US Department of Health and Human Services",
    )


def _records(package: Path) -> list[dict[str, str]]:
    sys.path.insert(0, str(package))
    try:
        records: list[dict[str, str]] = importlib.import_module("zipcodes").list_all()
    finally:
        sys.path.remove(str(package))
    return records


def _restricted(prefix: str) -> str:
    return ",".join(year for year, found in RESTRICTED.items() if prefix in found) or "-"


def _note(kinds: set[str]) -> str:
    """Prefixes without ordinary delivery have no population of their own to speak of."""
    if kinds <= {"MILITARY"}:
        return "military"
    return "-" if "STANDARD" in kinds else "no_standard_zip"
