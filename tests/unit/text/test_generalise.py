"""What may stay of a value, and when nothing may."""

from __future__ import annotations

import pytest

from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span
from harborward.text import generalise


def place(detector: str, *evidence: str, label: Label = Label.LOCATION) -> Finding:
    """Return a finding of a place."""
    return Finding(Span(0, 5), label, 0.9, detector, evidence)


@pytest.mark.parametrize(
    ("finding", "surface"),
    [
        (place("zip.v1"), "02115"),
        (place("zip.v1"), "02115-1234"),
        (place("city-state.v1"), "Boston, MA"),
        (place("city-state.v1", "context"), "Boston, MA 02115"),
        (place("places.v1", "city"), "Boston"),
        (place("places.v1", "city"), "NEW YORK"),
        (place("city-state.v1"), "Portland ME"),
        (place("city-statename.v1"), "Portland, Maine"),
        (place("zip.v1", "with:model.v1"), "02115"),
        (place("city-state.v1", "merged", "with:zip.v1"), "Boston 02115"),
        (place("us-street.v1", "with:zip.v1"), "02115"),
    ],
)
def test_a_town_is_a_town(finding: Finding, surface: str) -> None:
    """A detector vouches by its name or its evidence."""
    assert generalise.is_town(finding, surface)


@pytest.mark.parametrize(
    ("finding", "surface"),
    [
        (place("us-street.v1"), "12 Main St"),
        (place("model.v1"), "Boston"),
        (place("places.v1", "county"), "Suffolk"),
        (place("places.v1", "city", "street"), "Boston Road"),
        (place("us-street.v1"), "Boston"),
        (place("city-state.v1"), "Main St"),
        (place("zip.v1", "contested:NAME"), "02115"),
        (place("city-state.v1"), "12 Boston"),
        (place("city-state.v1"), "Boston 021"),
        (place("city-state.v1"), "Elm Street, Boston, MA"),
        (place("places.v1", "city"), "Sunrise Manor Apartments"),
        (place("city-state.v1", label=Label.ORG), "Boston"),
    ],
)
def test_what_may_be_a_street_is_no_town(finding: Finding, surface: str) -> None:
    """In doubt, no."""
    assert not generalise.is_town(finding, surface)


@pytest.mark.parametrize(
    ("surface", "as_of", "left"),
    [
        ("3/14/2021", 2026, "2021"),
        ("3/14", 2026, None),
        ("1936", 2026, None),
        ("1937", 2026, "1937"),
        ("3/14/21", 2026, "2021"),
        ("3/14/36", 2026, None),
        ("2/3/2023 - 3/4/2024", 2026, "2023-2024"),
    ],
)
def test_a_year_stays_while_it_tells_no_age_over_89(
    surface: str, as_of: int, left: str | None
) -> None:
    """Whoever was born in 1936 may be 90 in 2026."""
    assert generalise.year(generalise.years(surface, as_of), as_of) == left


def test_units_stop_at_the_next_finding() -> None:
    """Its text belongs to another replacement."""
    text = "94 years old"
    assert generalise.unit_after(text, 2, len(text)) == len(text)
    assert generalise.unit_after(text, 2, 5) == 2
