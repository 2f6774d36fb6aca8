"""Check digits and assigned ranges, on published examples and on their neighbours."""

from __future__ import annotations

from ipaddress import IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harborward.text.checks import CHECKS, digits_of

#: Published or constructed numbers that pass, by check.
VALID = {
    "luhn": ["4111 1111 1111 1111", "378282246310005", "501234567896"],
    "card": ["4111-1111-1111-1111", "5500 0000 0000 0004", "6011111111111117"],
    "imei": ["490154203237518", "49-015420-323751-8"],
    "npi": ["1234567893", "1245319599"],
    "dea": ["AB1234563", "FM1234563"],
    "ssn": ["123-45-6789", "123456789", "912-70-1234", "999-99-1234"],
    "nhs": ["943 476 5919", "9434765919"],
    "iban": ["GB82 WEST 1234 5698 7654 32", "de89370400440532013000"],
    "aba": ["021000021", "101000187"],
    "vin": ["1HGCM82633A004352", "1m8gdm9axkp042788"],
    "ipv4": ["203.0.113.77", "192.0.2.1:8080", "198.51.100.0/24"],
    "ipv6": ["2001:db8::1", "fe80::1%eth0", "2001:db8::/32"],
    "nanp": ["(617) 555-0143", "1-617-555-0143", "617-555-0143 x12"],
    "not_range": ["555-0143", "1000-250", "262-9911, ext 3"],
}

#: Numbers that fail, by check: a digit changed, a length short, a range not assigned.
INVALID = {
    "luhn": ["4111 1111 1111 1112", "0000000000000000", "12345678903", "", "1" * 20],
    "card": ["1234567890123452", "", "4111 1111 1111 1112"],
    "imei": ["490154203237519", "4111111111111111"],
    "npi": ["1234567890", "3234567893", "123456789"],
    "dea": ["AB1234567", "AB123456"],
    "ssn": ["000-12-3456", "666-12-3456", "123-00-4567", "123-45-0000", "912-10-1234", "12345"],
    "nhs": ["943 476 5918", "1111111111", "943476591"],
    "iban": ["GB82 WEST 1234 5698 7654 33", "GB82", ""],
    "aba": ["021000022", "991000021", "111111111", "02100002"],
    "vin": ["1HGCM82633A004353", "11111111111111111", "1HGCM82633A00435", "IOQCM82633A004352"],
    "ipv4": ["256.1.1.1", "1.2.3", ""],
    "ipv6": ["10:30:15", "2001:db8:::1", ""],
    "nanp": ["017-555-0143", "617-155-0143", "555-0143"],
    "not_range": ["250-1000", "200-5000"],
}


#: Pieces of IPv6 addresses, and of what looks like them.
PARTS = (":", "::", "0", "1", "db8", "2001", "ffff", "F", "g", "12345", "1.2.3.4", "1.2.3", ".")


def _pairs(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, text) for name, texts in table.items() for text in texts]


@pytest.mark.parametrize(("name", "text"), _pairs(VALID))
def test_valid_number_passes(name: str, text: str) -> None:
    """A number that was issued, or could be, passes its check."""
    assert CHECKS[name](text)


@pytest.mark.parametrize(("name", "text"), _pairs(INVALID))
def test_invalid_number_fails(name: str, text: str) -> None:
    """A number that cannot have been issued fails, whatever its shape."""
    assert not CHECKS[name](text)


def test_every_check_is_tested() -> None:
    """Both tables speak of every check that rule files may name."""
    assert set(VALID) == set(INVALID) == set(CHECKS)


def test_changed_check_digit_fails() -> None:
    """Luhn catches each single changed digit."""
    number = "4111111111111111"
    changed = [
        number[:i] + str((int(c) + d) % 10) + number[i + 1 :]
        for i, c in enumerate(number)
        for d in range(1, 10)
    ]
    assert not any(CHECKS["luhn"](text) for text in changed)


@given(st.lists(st.sampled_from(PARTS), max_size=10).map("".join))
def test_ipv6_agrees_with_the_standard_library(text: str) -> None:
    """What is an address to ``ipaddress`` is one to the check, and nothing else is."""
    try:
        expected = bool(IPv6Address(text))
    except ValueError:
        expected = False
    assert CHECKS["ipv6"](text) == expected


def test_digits_are_ascii() -> None:
    """Digits of other scripts and superscripts are not counted."""
    assert digits_of("1²٣4") == [1, 4]
