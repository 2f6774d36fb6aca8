"""Numbers that nobody has, in the layout of those that somebody had."""

from __future__ import annotations

import re

import pytest

from harborward.domain.identifier import Label
from harborward.text.surrogates import numbers
from harborward.text.surrogates.shape import normal
from worlds.draws import SeededDraws


def drawn(label: Label, surface: str, seed: int = 1) -> str:
    """Return a stand-in as it is shown."""
    core = numbers.core(label, normal(label, surface))
    return numbers.laid_out(numbers.draw(label, core, surface, SeededDraws(seed)), core, surface)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(
    ("surface", "pattern"),
    [
        ("(212) 867-5309", r"\([2-9]\d\d\) 555-01\d\d"),
        ("212.867.5309", r"[2-9]\d\d\.555\.01\d\d"),
        ("1-212-867-5309", r"1-[2-9]\d\d-555-01\d\d"),
        ("+1 (212) 867 5309", r"\+1 \([2-9]\d\d\) 555 01\d\d"),
        ("867-5309", r"555-01\d\d"),
        ("212-867-5309 x123", r"[2-9]\d\d-555-01\d\d x\d\d\d"),
        ("212-867-5309 Ext. 12", r"[2-9]\d\d-555-01\d\d Ext\. \d\d"),
        ("+44 20 7946 0018", r"\+\d\d \d\d \d{4} \d{4}"),
        ("1-800-FLOWERS", r"\d-\d{3}-[A-Z]{7}"),
        ("0912", r"\d{4}"),
    ],
)
def test_a_telephone_number_is_fictitious(surface: str, pattern: str, seed: int) -> None:
    """555-0100 to 555-0199, area codes as they may be."""
    assert re.fullmatch(pattern, drawn(Label.PHONE, surface, seed))


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(
    ("surface", "pattern"),
    [
        ("078-05-1120", r"9\d\d-[0-4][1-9]-\d{4}"),
        ("078051120", r"9\d\d[0-4][1-9]\d{4}"),
        ("XXX-XX-1120", r"XXX-XX-\d{4}"),
    ],
)
def test_a_social_security_number_is_never_issued(surface: str, pattern: str, seed: int) -> None:
    """Area 900 and more; a group below 50 is no taxpayer's number either."""
    assert re.fullmatch(pattern, drawn(Label.SSN, surface, seed))


@pytest.mark.parametrize(
    ("label", "surface", "pattern"),
    [
        (Label.MRN, "SB-0071844", r"[A-Z]{2}-\d{7}"),
        (Label.VEHICLE, "7abc123", r"\d[a-z]{3}\d{3}"),
        (Label.ACCOUNT, "12 34/5", r"\d\d \d\d/\d"),
        (Label.VEHICLE, "1HGCM82633A004352", r"\d[A-Z]{4}\d{5}[A-Z]\d{6}"),
    ],
)
def test_an_identifier_keeps_its_form(label: Label, surface: str, pattern: str) -> None:
    """Length, letters, digits, separators."""
    assert re.fullmatch(pattern, drawn(label, surface))


@pytest.mark.parametrize("surface", ["00:1A:2b:3C:4D:5E", "00-1a-2b-3c-4d-5e", "001a.2b3c.4d5e"])
def test_a_machine_address_is_locally_administered(surface: str) -> None:
    """The second bit of the first octet is set, the first is not (IEEE 802)."""
    octet = int(drawn(Label.DEVICE, surface)[:2], 16)
    assert (octet & 0b10, octet & 0b01) == (0b10, 0)


def test_long_distance_does_not_make_another_number() -> None:
    """1-212-... and 212-... are one."""
    assert numbers.core(Label.PHONE, "12128675309") == numbers.core(Label.FAX, "2128675309")
