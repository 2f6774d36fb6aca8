"""Shapes that identify, and numbers that do not."""

from __future__ import annotations

import pytest

from harborward.text.residual import shapes


def reasons(text: str) -> set[str]:
    """Return the kinds of shape in a text."""
    return {reason for _, _, reason, _ in shapes.find(text)}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("078-05-1120", "ssn"),
        ("078 05 1120", "ssn"),
        ("(212) 555-0143", "phone"),
        ("(212)555-0143", "phone"),
        ("212-555-0143", "phone"),
        ("212.555.0143", "phone"),
        ("212/555-0143", "phone"),
        ("1-212-555-0143", "phone"),
        ("call 212 555 0143", "phone"),
        ("a.b+c@mail.example.org", "email"),
        ("see http://example.org", "url"),
        ("see WWW.EXAMPLE.ORG", "url"),
        ("10.20.30.40", "ip"),
        ("4111-1111-1111-1111", "card"),
        ("1234567", "digits"),
        ("ID#0012345678", "digits"),
        ("3/14/2021", "date"),
        ("14-03-2021", "date"),
        ("3/14/21", "date"),
        ("2021-03-14", "date"),
        ("March 14, 2021", "date"),
        ("14 Mar 2021", "date"),
        ("14th of March, 2021", "date"),
        ("Sept. 3rd 2021", "date"),
        ("14-MAR-2021", "date"),
    ],
)
def test_a_shape_is_found(text: str, reason: str) -> None:
    """One of each way of writing."""
    assert reason in reasons(text)


@pytest.mark.parametrize(
    "text",
    [
        "120/80",
        "1.2.3.4",
        "300.400.500.600",
        "10000000",
        "0.12345678",
        "4111-1111-1111-1112",
        "99/99/2021",
        "0/3/2021",
        "2021-13-01",
        "450 500 1200",
        "T1-2, L4-5",
        "2019-2021",
        "in 2021",
        "5 mg @ 10",
        "LOINC 12345678",
        "REF 1808062 LOT 7",
        "may 2021",
        "",
    ],
)
def test_a_number_that_means_nobody_is_left(text: str) -> None:
    """Doses, ranges, sections, codes of vocabularies."""
    assert reasons(text) == set()


def test_every_address_is_found() -> None:
    """Also two in a row, and one after a bare at-sign."""
    found = [(s, e) for s, e, reason, _ in shapes.find("@ a@b.co c@d.co") if reason == "email"]
    assert found == [(2, 8), (9, 15)]


def test_a_range_covers_the_written_date() -> None:
    """From month to year."""
    (shape,) = shapes.find("on March 14, 2021 at")
    assert shape[:2] == (3, 17)


def test_a_catalogue_number_without_a_lot_is_found() -> None:
    """A ref may be a reference to a person's file."""
    assert reasons("Ref 1808062 of the file") == {"digits"}
