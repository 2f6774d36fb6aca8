"""Word lists as evidence: how often a word is a name, a place, or plain language.

No list accepts or rejects anything by itself; the detectors weigh what it says. The
files and their sources are described in ``data/lexicons/SOURCES.toml``.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: Kinds of place that are smaller than a state (164.514(b)(2)(i)(B)).
_SMALLER_THAN_STATE: Final = frozenset({"city_us", "city_world", "county_us"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All lists, keyed by lower-case words.

    ``given`` and ``surname`` count bearers per million; ``words`` holds the SCOWL tier
    (1 common, 2 usual, 3 rare); ``city`` the order of magnitude of the population, and
    its keys may hold spaces; ``city_words`` the longest such key by its first word.
    """

    given: Mapping[str, int]
    female_share: Mapping[str, int]
    surname: Mapping[str, int]
    words: Mapping[str, int]
    clinical: frozenset[str]
    eponyms: Mapping[str, frozenset[str]]
    city: Mapping[str, int]
    city_words: Mapping[str, int]
    regions: frozenset[str]
    states: frozenset[str]
    state_codes: frozenset[str]
    titles: Mapping[str, frozenset[str]]
    facility_heads: frozenset[str]
    facility_modifiers: frozenset[str]
    streets: frozenset[str]

    def __repr__(self) -> str:
        """Return the sizes; a hundred thousand words help nobody."""
        return f"<Lexicon: {len(self.surname)} surnames, {len(self.given)} given names>"


def columns(name: str, width: int) -> list[list[str]]:
    """Return the columns of a shipped list, each read in one stroke: start-up waits for it.

    Raises:
        ValueError: the list has no header, or a row of another width.
    """
    resource = files("harborward.text") / "data" / "lexicons" / f"{name}.tsv.gz"
    header, _, rows = gzip.decompress(resource.read_bytes()).decode("utf-8").partition("\n")
    fields = rows.rstrip("\n").replace("\n", "\t").split("\t")
    if not header.startswith("#") or len(fields) % width:
        msg = f"the list {name} is not a header and rows of {width} columns"
        raise ValueError(msg)
    return [fields[column::width] for column in range(width)]


def zip_states() -> dict[str, str]:
    """Return the code of the state of each ZIP prefix that the dated table holds."""
    table = files("harborward.text") / "data" / "lexicons" / "zip3.tsv"
    rows = [line.split("\t") for line in table.read_text("utf-8").splitlines()]
    return {row[0]: row[1] for row in rows if row[0].isdigit()}


def _numbered(words: Iterable[str], numbers: Iterable[str]) -> dict[str, int]:
    return dict(zip(words, map(int, numbers), strict=True))


def _grouped(keys: Iterable[str], values: Iterable[str]) -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for key, value in zip(keys, values, strict=True):
        groups.setdefault(key, set()).add(value)
    return {key: frozenset(group) for key, group in groups.items()}


def _cities(
    names: list[str], kinds: list[str], weights: list[str]
) -> tuple[dict[str, int], dict[str, int]]:
    """Return the weight of each place smaller than a state, and how long a key may be."""
    city: dict[str, int] = {}
    longest: dict[str, int] = {}
    for name, kind, weight in zip(names, kinds, map(int, weights), strict=True):
        if kind not in _SMALLER_THAN_STATE:
            continue
        if weight >= city.get(name, 0):
            city[name] = weight
        if " " not in name:
            longest.setdefault(name, 1)
            continue
        parts = name.split(" ")
        if longest.get(parts[0], 0) < len(parts):
            longest[parts[0]] = len(parts)
    return city, longest


def _clinical(given: Mapping[str, int]) -> frozenset[str]:
    """Return the clinical terms, less the abbreviations that spell a given name: IDA, MIA."""
    rows = zip(*columns("clinical", 2), strict=True)
    return frozenset(t for t, kind in rows if kind != "abbreviation" or t not in given)


@cache
def shipped() -> Lexicon:
    """Load the lists of the package, once per process."""
    names, bearers, shares = columns("given", 3)
    given = _numbered(names, bearers)
    words, roles = columns("facilities", 2)
    facilities = _grouped(roles, words)
    places, kinds, weights = columns("places", 3)
    areas = _grouped(kinds, places)
    city, longest = _cities(places, kinds, weights)
    eponyms = zip(*columns("eponyms", 2), strict=True)
    return Lexicon(
        given=given,
        female_share=_numbered(names, shares),
        surname=_numbered(*columns("surnames", 2)),
        words=_numbered(*columns("words", 2)),
        clinical=_clinical(given),
        eponyms={name: frozenset(nouns.split("|")) for name, nouns in eponyms},
        city=city,
        city_words=longest,
        regions=areas["state_us"] | areas["country"],
        states=areas["state_us"],
        state_codes=areas["state_code"],
        titles=_grouped(*columns("titles", 2)),
        facility_heads=facilities["head"],
        facility_modifiers=facilities["modifier"],
        streets=facilities["street"],
    )
