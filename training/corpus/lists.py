"""Names and places to draw from, split so that those of the test are never trained on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import TYPE_CHECKING, Final
from zlib import crc32

from harborward.text import lexicon
from training.corpus.words import CHAINS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

SPLITS: Final = ("train", "dev", "test")
#: How many people of the training split have names that are words or on no list, beside
#: those who have them by the same chance as elsewhere.
_HARD: Final = 0.12


def split_of(word: str) -> str:
    """Return the split that a name belongs to: 8 of 10 train, 1 develops, 1 tests."""
    return ("test", "dev", *["train"] * 8)[crc32(word.lower().encode()) % 10]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A list to draw from, evenly or by weight."""

    items: tuple[str, ...]
    bounds: tuple[float, ...]

    @classmethod
    def of(cls, weights: dict[str, float]) -> Drawn:
        """Keep the items with their weights added up."""
        return cls(tuple(weights), tuple(accumulate(weights.values())))

    def common(self, rng: Random) -> str:
        """Return one by its weight."""
        return rng.choices(self.items, cum_weights=self.bounds)[0]

    def any(self, rng: Random) -> str:
        """Return one, each alike."""
        return rng.choice(self.items)


@dataclass(frozen=True, slots=True)
class Lists:
    """What one split draws from."""

    surnames: Drawn
    women: Drawn
    men: Drawn
    word_surnames: Drawn
    word_women: Drawn
    word_men: Drawn
    foreign: tuple[tuple[str, str, str], ...]
    cities: Drawn
    big_cities: Drawn
    foreign_cities: tuple[str, ...]
    syllables: tuple[str, ...]
    chains: Mapping[str, tuple[str, ...]]
    hard: float


@cache
def lists(split: str) -> Lists:
    """Return the lists of a split."""
    words = lexicon.shipped()
    surnames = {w: float(n) for w, n in words.surname.items() if split_of(w) == split}
    given = {w: float(n) for w, n in words.given.items() if split_of(w) == split}
    women = {w: n for w, n in given.items() if words.female_share.get(w, 50) >= 40}
    men = {w: n for w, n in given.items() if words.female_share.get(w, 50) <= 60}

    def plain(names: dict[str, float]) -> dict[str, float]:
        return {w: n for w, n in names.items() if words.words.get(w) in {1, 2}}

    cities = {c: 10.0 ** min(n, 6) for c, n in words.city.items() if split_of(c) == split}
    ours = _american()
    return Lists(
        *(Drawn.of(names) for names in (surnames, women, men)),
        *(Drawn.of(plain(names)) for names in (surnames, women, men)),
        foreign=tuple(p for p in _foreign() if split_of(p[1]) == split),
        cities=Drawn.of({c: n for c, n in cities.items() if c in ours} or cities),
        big_cities=Drawn.of({c: n for c, n in cities.items() if n >= 1e5}),
        foreign_cities=tuple(c for c in cities if c not in ours),
        syllables=tuple(_syllables(list(surnames)[::7])),
        chains={
            kind: tuple(name for name in names if split_of(name) == split)
            for kind, names in CHAINS.items()
        },
        hard=_HARD if split == "train" else 0.0,
    )


@cache
def _american() -> frozenset[str]:
    names, kinds, _ = lexicon.columns("places", 3)
    return frozenset(n for n, kind in zip(names, kinds, strict=True) if kind == "city_us")


@cache
def _foreign() -> tuple[tuple[str, str, str], ...]:
    """Return names of many countries in Latin letters: given name, surname, F or M."""
    lines = (files("training.corpus") / "foreign.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple((first, last, sex) for first, last, sex in rows)


def _syllables(names: list[str]) -> list[str]:
    """Return beginnings and ends of names, joined by which nobody is called."""
    heads = {n[: max(2, len(n) // 2)] for n in names if len(n) > 4}
    tails = {n[max(2, len(n) // 2) :] for n in names if len(n) > 4}
    return [*sorted(h.title() for h in heads), "|", *sorted(tails)]
