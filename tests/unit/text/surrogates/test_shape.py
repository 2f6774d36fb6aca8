"""The form of values."""

from __future__ import annotations

import pytest

from harborward.domain.identifier import Label
from harborward.text.surrogates import shape
from worlds.draws import SeededDraws


@pytest.mark.parametrize(
    ("label", "surface", "normal"),
    [
        (Label.NAME, "  JOHN\n Smith, ", "john smith"),
        (Label.NAME, "Straße", "strasse"),
        (Label.PHONE, "(212) 555-0143", "2125550143"),
        (Label.MRN, "AB-12/3", "ab123"),
        (Label.MRN, "--", "--"),
        (Label.NAME, "...", "..."),
        (Label.EMAIL, "A.B@X.org", "a.b@x.org"),
    ],
)
def test_spellings_of_a_value_have_one_normal_form(label: Label, surface: str, normal: str) -> None:
    """Case, space, edges; in codes all punctuation."""
    assert shape.normal(label, surface) == normal


@pytest.mark.parametrize(
    ("word", "like", "shown"),
    [
        ("brown", "SMITH", "BROWN"),
        ("brown", "smith", "brown"),
        ("brown", "Smith", "Brown"),
        ("brown", "McDonald", "Brown"),
        ("b", "J", "B"),
        ("brown", "iPhone", "brown"),
        ("12", "34", "12"),
    ],
)
def test_capitals_are_those_of_the_place(word: str, like: str, shown: str) -> None:
    """All, none, or the first."""
    assert shape.recase(word, like) == shown


def test_scrambling_keeps_the_form() -> None:
    """Digit for digit, letter for letter, case for case."""
    pattern = "".join(
        "9" if c.isdigit() else "A" if c.isupper() else "a" if c.islower() else c
        for c in shape.scramble("Ab1-2/C3", SeededDraws())
    )
    assert pattern == "Aa9-9/A9"


def test_pouring_keeps_the_layout() -> None:
    """The case of letters too."""
    assert shape.pour("kq5501", "AB-(12) 3x"[:-1] + "4") == "KQ-(55) 01"
