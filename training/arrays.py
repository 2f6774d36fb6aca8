"""Turns documents into arrays: indices of features, and tags, token by token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from harborward.domain.identifier import Label
from harborward.text.canonical import canonicalise
from harborward.text.passage import Passage
from training.corpus.fill import IGNORED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from harborward.text.model.features import Features
    from training.corpus.document import Document

CLASSES: Final = tuple(Label)
TAGS: Final = 1 + 2 * len(CLASSES)
UNKNOWN: Final = 255
_INDEX: Final = {label.value: i for i, label in enumerate(CLASSES)}


@dataclass(frozen=True, slots=True)
class Arrays:
    """Documents one after the other; document *i* has tokens ``bounds[i]:bounds[i + 1]``."""

    features: NDArray[np.int32]
    tags: NDArray[np.uint8]
    bounds: NDArray[np.int64]

    def __len__(self) -> int:
        """Return the number of documents."""
        return len(self.bounds) - 1

    def save(self, path: Path) -> None:
        """Write to a file of numpy's."""
        np.savez(path, features=self.features, tags=self.tags, bounds=self.bounds)

    @classmethod
    def load(cls, path: Path) -> Arrays:
        """Read what ``save`` wrote."""
        with np.load(path) as held:
            return cls(held["features"], held["tags"], held["bounds"])


def arrays(documents: Iterable[Document], features: Features) -> Arrays:
    """Return the arrays of documents; those that are not canonical text are left out."""
    rows: list[NDArray[np.int32]] = []
    tags: list[NDArray[np.uint8]] = []
    for document in documents:
        if canonicalise(document.text).changed:
            continue
        passage = Passage(document.text)
        if passage.words:
            rows.append(features.of(passage))
            tags.append(tagged(passage, document.spans))
    bounds = np.cumsum([0, *map(len, rows)])
    return Arrays(np.concatenate(rows), np.concatenate(tags), bounds)


def tagged(passage: Passage, spans: Sequence[tuple[int, int, str]]) -> NDArray[np.uint8]:
    """Return the tag of each token: 0 outside, odd at the start of a span, even inside."""
    tags = np.zeros(len(passage.words), dtype=np.uint8)
    for start, end, label in spans:
        first = passage.token_at(start)
        index = first
        while index < len(passage.words) and passage.starts[index] < end:
            if label == IGNORED:
                tags[index] = UNKNOWN
            else:
                tags[index] = 1 + 2 * _INDEX[label] + (index > first)
            index += 1
    return tags
