"""What a guest says is mapped, sifted, and never taken for more than it is."""

from __future__ import annotations

import pytest

from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span
from harborward.text.guests.claims import claim, dated


@pytest.mark.parametrize(
    "surface",
    [
        "March 3",
        "3/14/2023",
        "2023-03-14",
        "the 3rd",
        "Labor Day",
        "Christmas",
        "three days after May 4th",
        "Sept",
        "10/12",
    ],
)
def test_an_element_below_the_year_makes_a_date(surface: str) -> None:
    """A day, a month or a holiday counts."""
    assert dated(surface)


@pytest.mark.parametrize(
    "surface",
    ["2019", "eight weeks", "1-2 weeks", "2/7 days", "daily", "today", "the 90th percentile", ""],
)
def test_years_and_lengths_of_time_are_no_dates(surface: str) -> None:
    """A bare year may stand, and a length of time says no day."""
    assert not dated(surface)


def test_a_claim_becomes_a_finding() -> None:
    """Span, label, score and name are carried over."""
    found = claim("seen by Ada", (8, 11), Label.NAME, score=0.7, detector="guess.v1")

    assert found == Finding(Span(8, 11), Label.NAME, 0.7, "guess.v1", ("guest",))


@pytest.mark.parametrize(("label", "score"), [(None, 0.9), (Label.NAME, 0.0), (Label.DATE, 0.9)])
def test_what_is_no_identifier_is_left_out(label: Label | None, score: float) -> None:
    """Unmapped kinds, claims without confidence and bare years are no findings."""
    assert claim("in 2019", (3, 7), label, score=score, detector="guess.v1") is None


def test_a_claim_outside_the_text_is_refused() -> None:
    """A guest that lost count must not be believed."""
    with pytest.raises(ValueError, match="outside the text"):
        claim("short", (0, 6), Label.NAME, score=0.7, detector="guess.v1")


def test_a_score_above_one_is_refused() -> None:
    """A guest that is more than certain is broken."""
    with pytest.raises(ValueError, match="score"):
        claim("short", (0, 5), Label.NAME, score=1.7, detector="guess.v1")
