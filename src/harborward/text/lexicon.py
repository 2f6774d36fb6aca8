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
    from collections.abc import Iterator, Mapping

#: Kinds of place that are smaller than a state (164.514(b)(2)(i)(B)).
_SMALLER_THAN_STATE: Final = frozenset({"city_us", "city_world", "county_us"})
#: Kinds of place that Safe Harbor lets stand.
_STATE_OR_LARGER: Final = frozenset({"state_us", "country"})


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


def _rows(name: str) -> Iterator[list[str]]:
    resource = files("harborward.text") / "data" / "lexicons" / f"{name}.tsv.gz"
    content = gzip.decompress(resource.read_bytes()).decode("utf-8")
    return (line.split("\t") for line in content.splitlines() if line and line[0] != "#")


def _places() -> tuple[
    dict[str, int], dict[str, int], frozenset[str], frozenset[str], frozenset[str]
]:
    city: dict[str, int] = {}
    longest: dict[str, int] = {}
    regions: set[str] = set()
    states: set[str] = set()
    codes: set[str] = set()
    for name, kind, weight in _rows("places"):
        if kind in _SMALLER_THAN_STATE:
            city[name] = max(city.get(name, 0), int(weight))
            parts = name.split(" ")
            if longest.get(parts[0], 0) < len(parts):
                longest[parts[0]] = len(parts)
        elif kind in _STATE_OR_LARGER:
            regions.add(name)
            if kind == "state_us":
                states.add(name)
        else:
            codes.add(name)
    return city, longest, frozenset(regions), frozenset(states), frozenset(codes)


def _clinical(given: set[str]) -> frozenset[str]:
    """Return the clinical terms, less the abbreviations that spell a given name: IDA, MIA."""
    return frozenset(
        term for term, kind in _rows("clinical") if kind != "abbreviation" or term not in given
    )


@cache
def shipped() -> Lexicon:
    """Load the lists of the package, once per process."""
    given_rows = list(_rows("given"))
    facilities: dict[str, set[str]] = {}
    for word, role in _rows("facilities"):
        facilities.setdefault(role, set()).add(word)
    titles: dict[str, set[str]] = {}
    for word, role in _rows("titles"):
        titles.setdefault(word, set()).add(role)
    city, longest, regions, states, codes = _places()
    return Lexicon(
        given={name: int(count) for name, count, _ in given_rows},
        female_share={name: int(share) for name, _, share in given_rows},
        surname={name: int(count) for name, count in _rows("surnames")},
        words={word: int(tier) for word, tier in _rows("words")},
        clinical=_clinical({name for name, _, _ in given_rows}),
        eponyms={name: frozenset(nouns.split("|")) for name, nouns in _rows("eponyms")},
        city=city,
        city_words=longest,
        regions=regions,
        states=states,
        state_codes=codes,
        titles={word: frozenset(roles) for word, roles in titles.items()},
        facility_heads=frozenset(facilities["head"]),
        facility_modifiers=frozenset(facilities["modifier"]),
        streets=frozenset(facilities["street"]),
    )
