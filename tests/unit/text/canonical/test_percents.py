"""Percent escapes and the plus of forms."""

from __future__ import annotations

import pytest

from harborward.text.canonical.percents import paired, percent
from harborward.text.canonical.tracked import Tracked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("219%2D09%2d9999", "219-09-9999"),
        ("%252D %25252d %25", "- - %"),
        ("Jos%C3%A9 Andr%E9", "José André"),
        ("stenosis 50%ed, 95% RA, 5%", None),
        ("%u0041%u00e9 %ud835%udfd0 %25u0042 %ud835", "Aé 𝟐 B %ud835"),
        (
            "https://x.org/a%20b%2Dc%40d%3F www.x.org/%7Eu",
            "https://x.org/a%20b-c@d%3F www.x.org/~u",
        ),
        ("name=John+Smith&ssn=1+2", "name=John Smith&ssn=1 2"),
        ("https://x.org/?name=John+Smith&a=b", None),
        ("x=1+2, A1+A2, Na+ and K+", None),
    ],
)
def test_escapes_become_characters(text: str, expected: str | None) -> None:
    """UTF-8 runs decode; a URL stays one word; percentages and sums stay."""
    assert percent(Tracked(text)).text == (text if expected is None else expected)


def test_a_surrogate_pair_is_one_character() -> None:
    """High and low half make one code point, or one code stands alone."""
    assert (paired("d83d", "de00", None), paired(None, None, "0041")) == ("😀", "A")
