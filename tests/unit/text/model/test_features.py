"""What the model sees of a token."""

from __future__ import annotations

import numpy as np
import pytest

from harborward.text import lexicon
from harborward.text.model.features import WORDS, Features
from harborward.text.passage import Passage

IDENTITY, PREFIX, SUFFIX, SHAPE, GAP, PLACE, KIND, AREA = range(Features.width)


@pytest.fixture(scope="module")
def features() -> Features:
    """Return features with a vocabulary of two words."""
    return Features(["patient", "the"], lexicon.shipped())


def rows(features: Features, text: str) -> np.ndarray:
    """Return the indices of a text without the offsets of their columns."""
    return features.of(Passage(text)) - features.offsets


def test_no_tokens_no_rows(features: Features) -> None:
    """An empty text is not an error."""
    assert features.of(Passage(" \n")).shape == (0, Features.width)


def test_every_index_lies_in_the_table(features: Features) -> None:
    """Whatever the text, and each column in its own stretch."""
    text = (
        "Ms. O'Brien-Şahin, 93F, 0042 1987 2099 123456789012345678901234 \t x\n\nPARIS ٣٤ 150 151"
    )
    made = features.of(Passage(text))
    ends = [*features.offsets[1:], features.rows]
    assert made.dtype == np.int32
    assert (made >= features.offsets).all()
    assert (made < np.array(ends)).all()


def test_words_of_the_vocabulary_have_rows_of_their_own(features: Features) -> None:
    """In whatever case; others share one."""
    made = rows(features, "The PATIENT saw Quixby and Zorbel")[:, IDENTITY].tolist()
    assert made == [WORDS + 1, WORDS, 1, 1, 1, 1]


@pytest.mark.parametrize("pair", ["1987 1983", "48213 77702", "2101 3250", "0042 0043"])
def test_numbers_that_the_model_takes_for_the_same(features: Features, pair: str) -> None:
    """Years of a decade, and longer numbers of a length."""
    first, second = rows(features, pair)[:, IDENTITY]
    assert first == second


@pytest.mark.parametrize("pair", ["7 8", "7 07", "1987 1991", "48213 482131", "150 151"])
def test_numbers_that_the_model_tells_apart(features: Features, pair: str) -> None:
    """Small ones by their value, others by decade and length."""
    first, second = rows(features, pair)[:, IDENTITY]
    assert first != second


def test_names_that_are_not_in_the_vocabulary_differ_by_shape_and_lists(features: Features) -> None:
    """A listed surname is not a made-up one, and capitals show."""
    smith, made_up, small = rows(features, "Smith, Qzxwv, qzxwv")
    assert smith[KIND] != made_up[KIND]
    assert made_up[SHAPE] != small[SHAPE]
    assert (made_up[[PREFIX, SUFFIX]] == small[[PREFIX, SUFFIX]]).all()


def test_the_gap_tells_a_line_from_a_blank(features: Features) -> None:
    """And any run of blanks is a column."""
    made = rows(features, "a b\nc   d     e")[:, GAP].tolist()
    assert len({made[1], made[2], made[3]}) == 3
    assert made[3] == made[4]


def test_a_word_that_is_small_elsewhere_shows(features: Features) -> None:
    """Who writes "mark" and "Mark" may mean a verb."""
    lone = rows(features, "Seen by Mark today")[2, PLACE]
    both = rows(features, "Seen by Mark today to mark it")[2, PLACE]
    assert lone != both
