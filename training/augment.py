"""Varies what training sees, so that names are known by more than lists, letters and place.

A template is met dozens of times with other names in it, and its sentences would be learnt
by heart; so lines of many documents are shuffled together, and words and tokens left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from harborward.domain.identifier import Label
from harborward.text.model.features import WORDS, Features
from harborward.text.passage import Passage
from training.arrays import CLASSES, UNKNOWN, Arrays
from training.corpus.lists import lists

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

#: How many names become names that are words.
_WORDY: Final = 0.15
#: How many rows are lines of anywhere, and how many sentences of one place at most.
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
_IDENTITY, _PREFIX, _SUFFIX, _PLACE, _KIND, _AREA = 0, 1, 2, 5, 6, 7
#: The bit of a token's place that says that it opens a sentence.
_OPENS: Final = 2


class Variation:
    """Draws rows of tokens from the corpus, and hides parts of what they show."""

    def __init__(self, features: Features, data: Arrays, rng: np.random.Generator) -> None:
        """Find where sentences start, and what names that are words look like."""
        self._data = data
        self._offsets = features.offsets
        self.rng = rng
        place = data.features[:, _PLACE] - features.offsets[_PLACE]
        self._starts = np.flatnonzero(place & _OPENS)
        names = lists("train")
        words = {*names.word_surnames.items, *names.word_women.items, *names.word_men.items}
        self._wordy = np.concatenate([features.of(Passage(word))[:1] for word in sorted(words)])

    def rows(self, cuts: list[tuple[int, int]]) -> list[Ints]:
        """Return the tokens of each row: a window as it is, or lines of anywhere."""
        rows = [
            self._shuffled(end - start)
            if self.rng.random() < _SHUFFLED
            else np.arange(start, end, dtype=np.int64)
            for start, end in cuts
        ]
        return [row[self._kept(row)] for row in rows]

    def _shuffled(self, length: int) -> Ints:
        parts: list[Ints] = []
        missing = length
        while missing > 0:
            first = int(self.rng.integers(len(self._starts) - _TOGETHER))
            start = int(self._starts[first])
            end = int(self._starts[first + int(self.rng.integers(1, _TOGETHER))])
            parts.append(np.arange(start, min(end, start + _LONGEST_STRETCH, start + missing)))
            missing -= len(parts[-1])
        return np.concatenate(parts)

    def _kept(self, row: Ints) -> NDArray[np.bool_]:
        kept = (self._data.tags[row] != 0) | (self.rng.random(len(row)) >= _DROPPED)
        kept[:1] = True
        return kept

    def blurred(self, indices: Ints, tags: Ints) -> Ints:
        """Return indices (rows, tokens, features) with features hidden at random.

        Some names become names that are words: Will, Long, Hope. Their shape stays.
        """
        rng, offsets = self.rng, self._offsets
        marked = (tags > 0) & (tags != UNKNOWN)
        which = (tags - 1) // 2
        called = marked & (which == _NAME) & (rng.random(tags.shape) < _WORDY)
        called &= indices[..., _PREFIX] > offsets[_PREFIX]
        drawn = self._wordy[rng.integers(0, len(self._wordy), tags.shape)]
        for column in (_IDENTITY, _PREFIX, _SUFFIX, _KIND, _AREA):
            indices[..., column][called] = drawn[..., column][called]
        named = marked & np.isin(which, _NAMED)
        hidden = {
            part: rng.random(tags.shape) < np.where(named, *shares)
            for part, shares in _HIDDEN.items()
        }
        hidden["kind"] |= named & (rng.random((len(tags), 1)) < _LISTS_HIDDEN)
        ends = rng.random(tags.shape) < _ENDS_HIDDEN
        indices[..., _IDENTITY][hidden["word"] & (indices[..., _IDENTITY] >= WORDS)] = 1
        columns = ((_PREFIX, ends), (_SUFFIX, ends), (_KIND, hidden["kind"]))
        for column, where in (*columns, (_AREA, hidden["area"])):
            indices[..., column][where] = offsets[column]
        return indices
