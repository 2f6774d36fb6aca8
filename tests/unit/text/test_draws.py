"""Chance that nobody can guess, within its bounds."""

from __future__ import annotations

from harborward.text.draws import SystemDraws


def test_a_choice_is_one_of_the_offered() -> None:
    """Nothing is made up."""
    assert SystemDraws().choice("abc") in set("abc")


def test_a_range_ends_before_its_stop() -> None:
    """Half-open, as everywhere."""
    assert {SystemDraws().randrange(2) for _ in range(200)} == {0, 1}
