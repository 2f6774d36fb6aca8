"""Backslash escapes."""

from __future__ import annotations

import pytest

from harborward.text.canonical.backslashes import escapes
from harborward.text.canonical.tracked import Tracked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"219\u002d09\\u002d\\\\U0000002D", "219-09--"),
        (r"\x32\x31\xc3\xa9 \u{2d} \062\0631", "21é - 231"),
        (r"\ud835\udfd0 \ud83d alone", "𝟐 \\ud83d alone"),
        (r"\0041 \000041B \32 \31 \39 x", "AAB 219x"),
        (r"\0041 b", "Ab"),
        (r"S:\nPain\tworse\r\nO:\nStable", "S:\nPain\tworse\r\nO:\nStable"),
        (r"03\/14\/1985 \"x\" 219\-09", '03/14/1985 "x" 219-09'),
        (r"Smith\T\Jones\.br\A\X414243\B", "Smith&Jones\nAABCB"),
        (r"C:\Users\name\report.txt D:\new\Temp", None),
        (r"\u{110000} \u{d800} \q \.", "\\u{110000} \\u{d800} \\q ."),
        ("no escape", None),
    ],
)
def test_escapes_become_characters(text: str, expected: str | None) -> None:
    """Every notation is read; Windows paths and unknown escapes stay."""
    assert escapes(Tracked(text)).text == (text if expected is None else expected)
