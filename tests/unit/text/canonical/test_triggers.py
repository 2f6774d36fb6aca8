"""The look that spares most texts the pipeline."""

from __future__ import annotations

import pytest

from harborward.text.canonical.triggers import apart, mixed, suspicious


@pytest.mark.parametrize(
    "text",
    [
        "caf\u00e9",
        "2\x001",
        "&#50;",
        "%32",
        "\\u0032",
        "=32=31",
        "a=b+c&d=e",
        "x [at] y",
        "0x32, 0x31",
        "32 31 39 2d 30 39",
        "J o h n",
        "1.2.3.4.5.6.7",
        "J  o  h  n",
        "MTIzNDU2Nw==",
        "GIYTSLJQHEWTSOJZHE======",
        "a run GAYDIMJSGM3TS=== before 12 mmHg",
        f"{'word ' * 30}J o h n",
    ],
)
def test_what_a_step_may_change_is_suspicious(text: str) -> None:
    """Each kind of trigger fires, at the very start of a text too."""
    assert suspicious(text)


@pytest.mark.parametrize(
    "text",
    [
        "Patient seen in clinic. BP 120/80 mmHg, HR 72, SpO2 98% on RA (room air).",
        "Aspirin 81 mg p.o. b.i.d., K+ 4.2, T < 38, R & D, OxyContin held",
        "",
    ],
)
def test_ordinary_prose_is_not(text: str) -> None:
    """Units, abbreviations and figures do not fire."""
    assert not suspicious(text)


def test_the_two_shapes_are_told_apart() -> None:
    """Rows of single characters are one thing, mixed runs another."""
    assert (apart("J o h n"), mixed("J o h n")) == (True, False)
    assert (apart("MTIzNDU2Nw=="), mixed("MTIzNDU2Nw==")) == (False, True)
