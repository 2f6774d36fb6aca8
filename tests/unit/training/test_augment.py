"""What training sees of the corpus: shuffled, thinned and blurred, but never falsified."""

from __future__ import annotations

import numpy as np
import pytest
from training.arrays import UNKNOWN, Arrays, arrays
from training.augment import Variation
from training.corpus.document import Document

from harborward.text.lexicon import shipped
from harborward.text.model.features import UNKNOWN_WORD, Column, Features

TEXT = 'Seen by Ada "Red" Okafor today. No fever.\nTold Love to rest. Plan is the same.\n' * 8
VOCABULARY = ["fever", "no", "plan", "rest", "same", "seen", "today", "told"]


def _corpus() -> tuple[Features, Arrays]:
    features = Features(VOCABULARY, shipped())
    spans = []
    for surface in ('Ada "Red" Okafor', "Love"):
        start = -1
        while (start := TEXT.find(surface, start + 1)) >= 0:
            spans.append((start, start + len(surface), "NAME"))
    return features, arrays([Document("d", TEXT, tuple(sorted(spans)), ())], features)


def test_rows_keep_every_identifier_whole() -> None:
    """Tokens are left out outside of spans only, and no row starts within one."""
    features, data = _corpus()
    variation, rng = Variation(features, data), np.random.default_rng(1)
    size = len(data.tags)
    for row in variation.rows([(0, size)] * 60, rng):
        tags = data.tags[row]
        assert len(row) <= size
        assert tags[0] == 0 or tags[0] % 2 == 1
        inside = np.flatnonzero((tags > 0) & (tags % 2 == 0))
        assert all(row[i] == row[i - 1] + 1 for i in inside if i)


def test_some_rows_are_shuffled_and_some_are_not() -> None:
    """Both kinds are drawn."""
    features, data = _corpus()
    rows = Variation(features, data).rows([(0, 40)] * 60, np.random.default_rng(1))
    in_order = [bool((np.diff(row) > 0).all() and row[0] == 0) for row in rows]
    assert any(in_order)
    assert not all(in_order)


def test_blurring_hides_and_keeps_shape_and_place() -> None:
    """Words become unknown ones; what shows how a token is written stays."""
    features, data = _corpus()
    before = data.features[None, :, :].astype(np.int64).repeat(50, axis=0)
    tags = data.tags[None, :].astype(np.int64).repeat(50, axis=0)
    after = before.copy()
    Variation(features, data).blur(after, tags, np.random.default_rng(1))
    for column in (Column.SHAPE, Column.GAP, Column.PLACE):
        assert (after[..., column] == before[..., column]).all()
    changed = after[..., Column.WORD] != before[..., Column.WORD]
    outside = changed & (tags == 0)
    assert outside.any()
    assert (after[..., Column.WORD][outside] == UNKNOWN_WORD).all()
    assert (tags != UNKNOWN).all()


def test_a_corpus_too_small_to_shuffle() -> None:
    """It says so at once."""
    features = Features(VOCABULARY, shipped())
    data = arrays([Document("d", "No fever.", (), ())], features)
    with pytest.raises(ValueError, match="cannot be shuffled"):
        Variation(features, data)
