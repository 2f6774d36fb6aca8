"""Addresses from ranges kept for documentation."""

from __future__ import annotations

import re

import pytest

from harborward.domain.errors import CrosswalkError
from harborward.domain.identifier import Label
from harborward.text.surrogates import online
from worlds.draws import SeededDraws

DOMAIN = r"example\.(?:com|net|org)"


@pytest.mark.parametrize(
    ("label", "value", "pattern"),
    [
        (Label.EMAIL, "rosa.diaz42@gmail.com", rf"[a-z]+\.[a-z]+\d\d@{DOMAIN}"),
        (Label.EMAIL, "r_diaz@x.org", rf"[a-z]_[a-z]+@{DOMAIN}"),
        (Label.EMAIL, "rosa", rf"[a-z]+@{DOMAIN}"),
        (
            Label.URL,
            "https://www.clinic.org/p/12?id=a",
            rf"https://www\.[a-z]+\.{DOMAIN}/[a-z]/\d\d\?[a-z]{{2}}=[a-z]",
        ),
        (Label.URL, "clinic.org", rf"[a-z]+\.{DOMAIN}"),
        (Label.IP, "10.0.0.1", r"(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}"),
        (Label.IP, "fe80::1", r"2001:db8(?::[0-9a-f]{1,4}){6}"),
        (Label.IP, "00:1a:2b:3c:4d:5e", r"[0-9a-f][26ae](?::[0-9a-f]{2}){5}"),
    ],
)
def test_an_address_leads_nowhere(label: Label, value: str, pattern: str) -> None:
    """RFC 2606, RFC 5737, RFC 3849."""
    assert re.fullmatch(pattern, online.draw(label, value, SeededDraws()))


def test_what_is_no_address_has_no_stand_in() -> None:
    """A photograph has none."""
    with pytest.raises(CrosswalkError, match="PHOTO"):
        online.draw(Label.PHOTO, "img.jpg", SeededDraws())
