"""HTML and XML character references."""

from __future__ import annotations

import pytest

from harborward.text.canonical.references import entities
from harborward.text.canonical.tracked import Tracked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("219&#45;09&#x2d;99&#X2D;9", "219-09-99-9"),
        ("&#0000050;&#50&#0050 ", "222 "),
        ("O&apos;Brien &lt;b&gt; caf&eacute; &hellip;", "O'Brien <b> café \u2026"),
        ("a&nbsp219&amp b", "a\xa0219& b"),
        ("&amp;amp;#50; &#38;lt;", "2 &lt;"),
        ("&#150; &#8203;", "\u2013 \u200b"),
        ("&" + "#" + "0" * 5000 + "50;", "2"),
        ("R&D, H&P, A&O x3, &foo; &#; &#x; &#0; &#xD800; &#9999999;", None),
        ("Q&A; D&C; &copy &ampere &lt=", None),
        ("no reference", None),
    ],
)
def test_references_become_characters(text: str, expected: str | None) -> None:
    """Known references are replaced at any depth; the ampersands of clinicians stay."""
    assert entities(Tracked(text)).text == (text if expected is None else expected)
