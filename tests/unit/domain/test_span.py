"""Ranges and claims that cannot be wrong in themselves."""

from __future__ import annotations

import pytest

from harborward.domain.identifier import Identifier, Label
from harborward.domain.span import Finding, Span


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2)])
def test_a_range_that_is_none_is_refused(start: int, end: int) -> None:
    """Empty, reversed and negative ranges do not exist."""
    with pytest.raises(ValueError, match="runs forward"):
        Span(start, end)


def test_length_counts_characters() -> None:
    """Half-open: the end is not covered."""
    assert len(Span(2, 5)) == 3


@pytest.mark.parametrize(
    ("other", "answer"), [(Span(0, 2), False), (Span(4, 9), True), (Span(5, 6), False)]
)
def test_overlap_needs_a_shared_character(other: Span, answer: bool) -> None:  # noqa: FBT001
    """Touching is not overlapping."""
    assert Span(2, 5).overlaps(other) is answer


@pytest.mark.parametrize(
    ("other", "answer"), [(Span(2, 5), True), (Span(3, 4), True), (Span(1, 4), False)]
)
def test_a_span_contains_itself_and_what_lies_inside(other: Span, answer: bool) -> None:  # noqa: FBT001
    """Containment is not strict."""
    assert Span(2, 5).contains(other) is answer


def test_spans_sort_by_position() -> None:
    """Start first, then end."""
    assert sorted([Span(3, 4), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(3, 4)]


@pytest.mark.parametrize("score", [0.0, -0.1, 1.1])
def test_a_score_outside_its_range_is_refused(score: float) -> None:
    """Confidence lies in (0, 1]."""
    with pytest.raises(ValueError, match="score"):
        Finding(Span(0, 1), Label.NAME, score, "x.v1")


def test_a_detector_without_a_version_is_refused() -> None:
    """A determination must be repeatable."""
    with pytest.raises(ValueError, match="version"):
        Finding(Span(0, 1), Label.NAME, 0.5, "x")


def test_a_finding_knows_its_paragraph() -> None:
    """The identifier follows from the label."""
    assert Finding(Span(0, 1), Label.FAX, 1.0, "x.v1").identifier is Identifier.FAX
