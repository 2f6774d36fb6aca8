"""Varies what training sees, so that names are known by more than lists, letters and place.

A template is met dozens of times with other names in it, and its sentences would be learnt
by heart; so sentences and cells of many documents are shuffled together, and words and tokens
left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from harborward.domain.identifier import Label
from harborward.text.model.features import OPENS, UNKNOWN_WORD, WORDS, Column, Features
from harborward.text.passage import Passage
from training.arrays import CLASSES, UNKNOWN, Arrays
from training.corpus.lists import lists

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

#: How many names become names that are words.
_WORDY: Final = 0.15
#: How many rows are shuffled, of stretches of fewer than so many sentences and cells.
_SHUFFLED: Final = 0.4
_TOGETHER: Final = 5
_LONGEST_STRETCH: Final = 80
#: How many tokens outside of identifiers are left out.
_DROPPED: Final = 0.02
#: How often a feature is hidden, of names of any kind and of all else.
_HIDDEN: Final = {"word": (0.20, 0.06), "kind": (0.10, 0.03), "area": (0.15, 0.02)}
_ENDS_HIDDEN: Final = 0.10
_LISTS_HIDDEN: Final = 0.15
_NAME: Final = CLASSES.index(Label.NAME)
_NAMED: Final = [CLASSES.index(label) for label in (Label.NAME, Label.ORG, Label.LOCATION)]


class Variation:
    """Draws rows of tokens from the corpus, and hides parts of what they show."""

    def __init__(self, features: Features, data: Arrays) -> None:
        """Find where sentences start, and what names that are words look like."""
        self._data = data
        self._offsets = features.offsets
        place = data.features[:, Column.PLACE] - features.offsets[Column.PLACE]
        inside = (data.tags > 0) & (data.tags != UNKNOWN) & (data.tags % 2 == 0)
        self._starts = np.flatnonzero((place & OPENS > 0) & ~inside)
        if len(self._starts) <= _TOGETHER:
            msg = f"a corpus of {len(self._starts)} sentences cannot be shuffled"
            raise ValueError(msg)
        names = lists("train")
        words = {*names.word_surnames.items, *names.word_women.items, *names.word_men.items}
        self._wordy = np.concatenate([features.of(Passage(word))[:1] for word in sorted(words)])

    def rows(self, cuts: list[tuple[int, int]], rng: np.random.Generator) -> list[Ints]:
        """Return the tokens of each row: a window as it is, or stretches of anywhere."""
        rows = [
            self._shuffled(end - start, rng)
            if rng.random() < _SHUFFLED
            else np.arange(start, end, dtype=np.int64)
            for start, end in cuts
        ]
        return [row[self._kept(row, rng)] for row in rows]

    def _shuffled(self, length: int, rng: np.random.Generator) -> Ints:
        parts: list[Ints] = []
        missing = length
        while missing > 0:
            first = int(rng.integers(len(self._starts) - _TOGETHER))
            start = int(self._starts[first])
            end = int(self._starts[first + int(rng.integers(1, _TOGETHER))])
            parts.append(np.arange(start, min(end, start + _LONGEST_STRETCH, start + missing)))
            missing -= len(parts[-1])
        return np.concatenate(parts)

    def _kept(self, row: Ints, rng: np.random.Generator) -> NDArray[np.bool_]:
        kept = (self._data.tags[row] != 0) | (rng.random(len(row)) >= _DROPPED)
        kept[:1] = True
        return kept

    def blur(self, indices: Ints, tags: Ints, rng: np.random.Generator) -> None:
        """Hide features at random, in place, in indices of (rows, tokens, features).

        Some names become names that are words: Will, Long, Hope. Their shape stays.
        """
        offsets = self._offsets
        marked = (tags > 0) & (tags != UNKNOWN)
        which = (tags - 1) // 2
        called = marked & (which == _NAME) & (rng.random(tags.shape) < _WORDY)
        called &= indices[..., Column.PREFIX] > offsets[Column.PREFIX]
        drawn = self._wordy[rng.integers(0, len(self._wordy), tags.shape)]
        for column in (Column.WORD, Column.PREFIX, Column.SUFFIX, Column.KIND, Column.AREA):
            indices[..., column][called] = drawn[..., column][called]
        named = marked & np.isin(which, _NAMED)
        hidden = {
            part: rng.random(tags.shape) < np.where(named, *shares)
            for part, shares in _HIDDEN.items()
        }
        hidden["kind"] |= named & (rng.random((len(tags), 1)) < _LISTS_HIDDEN)
        ends = rng.random(tags.shape) < _ENDS_HIDDEN
        words = indices[..., Column.WORD]
        words[hidden["word"] & (words >= WORDS)] = UNKNOWN_WORD
        columns = ((Column.PREFIX, ends), (Column.SUFFIX, ends), (Column.KIND, hidden["kind"]))
        for column, where in (*columns, (Column.AREA, hidden["area"])):
            indices[..., column][where] = offsets[column]
