"""Where realistic words come from: the frequent entries of the shipped lexicons.

Only the top of each list is used, so that a surrogate says nothing by being rare.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final

from harborward.text.lexicon import columns, shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

#: How many of each list are drawn from.
_GIVEN: Final = 600
_NEUTRAL: Final = 150
_SURNAMES: Final = 3000
_CITIES: Final = 1500
#: Shares of female bearers, in per cent, from which on a given name is clear.
FEMALE: Final = 90
MALE: Final = 10
_NEUTRAL_RANGE: Final = (30, 70)
#: Shorter words read as initials or abbreviations.
_SHORTEST: Final = 3


class Gender(StrEnum):
    """What a given name says of its bearer, where that is clear."""

    FEMALE = "female"
    MALE = "male"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Pools:
    """Words to draw from, in lower case."""

    given: Mapping[Gender, tuple[str, ...]]
    surnames: tuple[str, ...]
    cities: tuple[str, ...]


@cache
def pools() -> Pools:
    """Return the pools, made on first use."""
    lexicon = shipped()
    by_count = _ranked(lexicon.given)
    shares = lexicon.female_share
    low, high = _NEUTRAL_RANGE
    return Pools(
        given={
            Gender.FEMALE: tuple(n for n in by_count if shares[n] >= FEMALE)[:_GIVEN],
            Gender.MALE: tuple(n for n in by_count if shares[n] <= MALE)[:_GIVEN],
            Gender.UNCLEAR: tuple(n for n in by_count if low <= shares[n] <= high)[:_NEUTRAL],
        },
        surnames=tuple(_ranked(lexicon.surname))[:_SURNAMES],
        cities=tuple(_ranked(_american_cities()))[:_CITIES],
    )


def _american_cities() -> dict[str, int]:
    """Return the cities of the country with their order of magnitude."""
    rows = zip(*columns("places", 3), strict=True)
    return {name: int(weight) for name, kind, weight in rows if kind == "city_us"}


def gender(given: str) -> Gender:
    """Return what a given name, in lower case, says of its bearer."""
    share = shipped().female_share.get(given)
    if share is None or MALE < share < FEMALE:
        return Gender.UNCLEAR
    return Gender.FEMALE if share >= FEMALE else Gender.MALE


def is_given(word: str) -> bool:
    """Tell whether a word, in lower case, is more often a given name than a surname."""
    lexicon = shipped()
    return lexicon.given.get(word, 0) > lexicon.surname.get(word, 0)


def _ranked(counts: Mapping[str, int]) -> list[str]:
    """Return plain ASCII words, the most frequent first; ties in alphabetical order."""
    words = (
        word for word in counts if len(word) >= _SHORTEST and word.isascii() and word.isalpha()
    )
    return sorted(words, key=lambda word: (-counts[word], word))
