"""Pools are large, plain and sorted by what a name says."""

from __future__ import annotations

import pytest

from harborward.text.surrogates.pools import Gender, gender, is_given, pools


@pytest.mark.parametrize("kind", list(Gender))
def test_every_gender_has_a_pool(kind: Gender) -> None:
    """Enough for a long document."""
    assert len(pools().given[kind]) >= 100


def test_pools_do_not_overlap_by_gender() -> None:
    """A clear name is clear."""
    given = pools().given
    assert not set(given[Gender.FEMALE]) & set(given[Gender.MALE])


@pytest.mark.parametrize("pool", ["surnames", "cities"])
def test_words_are_plain(pool: str) -> None:
    """One token each, so that a value keeps its number of words."""
    words = getattr(pools(), pool)
    assert len(words) >= 1000
    assert all(word.isascii() and word.isalpha() and word.islower() for word in words)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("mary", Gender.FEMALE), ("john", Gender.MALE), ("xqzw", Gender.UNCLEAR)],
)
def test_a_given_name_tells_a_gender_where_it_is_clear(name: str, kind: Gender) -> None:
    """Unknown is unclear."""
    assert gender(name) is kind


def test_a_word_is_given_or_surname_by_what_is_more_frequent() -> None:
    """For a name that stands alone."""
    assert is_given("mary")
    assert not is_given("smith")
