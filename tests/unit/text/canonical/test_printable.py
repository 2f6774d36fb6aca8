"""Quoted-printable."""

from __future__ import annotations

import pytest

from harborward.text.canonical.printable import quoted_printable
from harborward.text.canonical.tracked import Tracked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SSN =32=31=39=2D09", "SSN 219-09"),
        ("219=2D09=2D9999 in x=1", "219-09-9999 in x=1"),
        ("a=3Db, long =\nline=20", "a=b, long line "),
        ("Jos=C3=A9", "José"),
        ("K=45, Na=140, pH=74, ESR=16 x=", None),
        ("BP=12\nHR=80", None),
        ("none", None),
    ],
)
def test_escapes_become_characters(text: str, expected: str | None) -> None:
    """Runs and whole texts decode; results after an equals sign stay."""
    assert quoted_printable(Tracked(text)).text == (text if expected is None else expected)
