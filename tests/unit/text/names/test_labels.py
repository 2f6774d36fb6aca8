"""Label and value: a known label decides what stands behind or below it."""

from __future__ import annotations

import pytest

from harborward.domain.identifier import Label
from harborward.text.detector import Detector
from worlds.lexicon import Surface, labels, surfaces


def _found(text: str) -> list[Surface]:
    return surfaces(labels(), text)


def _persons(text: str) -> list[str]:
    found = _found(text)
    assert {label for _, label in found} <= {"NAME"}
    return [surface for surface, _ in found]


def test_is_a_detector() -> None:
    """It fits the seam that guests use."""
    assert isinstance(labels(), Detector)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        pytest.param("Patient: SMITH, JOHN", "SMITH, JOHN", id="capitals-last-first"),
        pytest.param("cc: Dr. A. Ruiz", "A. Ruiz", id="title-and-initial"),
        pytest.param("Attending: John A. Ruiz", "John A. Ruiz", id="middle-initial"),
        pytest.param("Dictated by - j. okafor", "j. okafor", id="small-letters-dash"),
        pytest.param("Attending: Maria Delgado, MD", "Maria Delgado", id="credential"),
        pytest.param("Attending: Maria Delgado M.D.", "Maria Delgado", id="dotted-credential"),
        pytest.param("Attending: Maria Do", "Maria Do", id="surname-like-a-credential"),
        pytest.param("RN: KD", "KD", id="initials"),
        pytest.param("Signed: J. K.", "J. K.", id="dotted-initials"),
        pytest.param('Name: "Rosa Delgado" (mother)', "Rosa Delgado", id="quotes"),
        pytest.param("Surgeon..... Delgado", "Delgado", id="dot-leaders"),
        pytest.param("Surgeon? Delgado", "Delgado", id="question"),
        pytest.param("Surgeon (primary): Delgado", "Delgado", id="remark-in-parentheses"),
        pytest.param("Patient:\tDelgado", "Delgado", id="tab"),
        pytest.param("| Surgeon | Delgado | 3 |", "Delgado", id="cell"),
        pytest.param("Source: Rosa Delgado on 3/4", "Rosa Delgado", id="ends-before-a-word"),
        pytest.param("Name: Delgado. The cough is better.", "Delgado", id="ends-with-a-sentence"),
        pytest.param("Patient: Rosa Delgado   MRN: 12", "Rosa Delgado", id="ends-with-a-column"),
        pytest.param("Surgeon: Delgado below", "Delgado", id="ends-before-an-answer"),
        pytest.param("Name: Smith Jr.", "Smith Jr", id="suffix"),
        pytest.param("Patient: O'Brien-", "O'Brien", id="loose-hyphen"),
        pytest.param("Nurse: Brown, Long", "Brown, Long", id="half-plain"),
        pytest.param(
            "Name: Maria de la Cruz Garcia Lopez Ruiz",
            "Maria de la Cruz Garcia Lopez",
            id="six-words-at-most",
        ),
    ],
)
def test_a_person_behind_a_label(text: str, person: str) -> None:
    """The value of a person's label is a name in any case, less titles and credentials."""
    assert _persons(text) == [person]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Patient: none", id="answer"),
        pytest.param("Patient: see below", id="phrase"),
        pytest.param("Referred by: nurse", id="role"),
        pytest.param("Attending: Dr. X", id="placeholder"),
        pytest.param("Provider: XXX", id="longer-placeholder"),
        pytest.param("Patient: [______] Delgado", id="muted-placeholder"),
        pytest.param("Surgeon: chest pain", id="clinical"),
        pytest.param("Team: pain is better", id="sentence"),
        pytest.param("Nurse: cath lab pending review", id="small-plain-words"),
        pytest.param("Name: J", id="one-letter"),
        pytest.param("Name: ?", id="mark"),
        pytest.param("Name: - -", id="dashes"),
        pytest.param("Name:", id="no-value"),
        pytest.param("Name: Dr.", id="title-alone"),
        pytest.param("Name\n", id="label-alone"),
        pytest.param("Nurse Delgado", id="no-separator"),
        pytest.param("Blood by: x", id="label-in-another-phrase"),
        pytest.param("", id="empty"),
        pytest.param("::: ... ---", id="punctuation"),
    ],
)
def test_an_answer_is_no_person(text: str) -> None:
    """Answers, roles, placeholders and plain language name nobody."""
    assert _persons(text) == []


def test_each_label_has_its_value() -> None:
    """Two labels in a line part their values; the longest phrase is the label."""
    assert _persons("First name: Rosa Last name: Delgado") == ["Rosa", "Delgado"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Facility: Mercy Hospital", [("Mercy Hospital", "ORG")], id="facility"),
        pytest.param("Employer: Zorvan.", [("Zorvan", "ORG")], id="unlisted"),
        pytest.param("Facility: none", [], id="answer"),
        pytest.param("Facility: LA", [], id="code"),
        pytest.param("Hospital: left arm", [], id="clinical"),
        pytest.param("Facility: --", [], id="dashes"),
        pytest.param("Insurance: Zorvan ID 33", [], id="number"),
        pytest.param("Clinic: Zorvan is the one that he wants to see on Monday", [], id="prose"),
        pytest.param("City: Duluth", [("Duluth", "LOCATION")], id="city"),
        pytest.param("Born in: Zorvania", [("Zorvania", "LOCATION")], id="unlisted-place"),
        pytest.param("City: none", [], id="no-place"),
        pytest.param(
            "City: Duluth. Study open (phase 3)", [("Duluth", "LOCATION")], id="next-sentence"
        ),
        pytest.param("City: St. Paul", [("St. Paul", "LOCATION")], id="saint"),
        pytest.param(
            "Address: 12 elm ave. Springfield",
            [("12 elm ave. Springfield", "LOCATION")],
            id="abbreviation",
        ),
        pytest.param(
            "Address: 12 Elm St, Bldg. C, Room 4",
            [("12 Elm St, Bldg. C, Room 4", "LOCATION")],
            id="building",
        ),
        pytest.param("Address: pain", [], id="clinical-place"),
    ],
)
def test_an_organisation_or_place_behind_a_label(text: str, found: list[Surface]) -> None:
    """The value must look like a house or place at least in one word."""
    assert _found(text) == found


@pytest.mark.parametrize(
    ("header", "value", "label"),
    [
        pytest.param("RN", "KD", Label.NAME, id="initials"),
        pytest.param("Surgeon", "A. Ruiz", Label.NAME, id="initial-and-surname"),
        pytest.param("Initials", "jk", Label.NAME, id="small-initials"),
        pytest.param("RN", "MI", Label.NAME, id="initials-that-are-clinical"),
        pytest.param("Facility", "Mercy Hospital", Label.ORG, id="facility"),
        pytest.param("MRN", "00417", Label.MRN, id="number"),
        pytest.param("Email", "a@b.c", Label.EMAIL, id="mail"),
        pytest.param("RN", "no", None, id="answer"),
        pytest.param("RN", "7.5", None, id="figure-for-a-person"),
        pytest.param("MRN", "12", None, id="too-few-digits"),
        pytest.param("MRN", "123 " * 12, None, id="too-long-for-a-code"),
        pytest.param("Dose", "00417", None, id="header-unknown"),
    ],
)
def test_a_column_below_a_label(header: str, value: str, label: Label | None) -> None:
    """A cell under a known header takes its label, if it is of that kind."""
    found = _found(f"Shift\tMRN\t{header}\nday\tnone\t{value}")
    assert found == ([(value, label.value)] if label else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("id,last,first\n4,Love,Justice", ["Love", "Justice"], id="words"),
        pytest.param("id,last,first\n4,none,n/a", [], id="answers"),
        pytest.param("id,last,first\n4,17,--", [], id="no-letters"),
        pytest.param("| Patient | Notes |\n| verbal understanding | ok |", [], id="other-header"),
    ],
)
def test_a_word_under_the_header_of_a_name(text: str, found: list[str]) -> None:
    """Where nothing but a name is asked for, a word is one; the model may doubt it."""
    assert _persons(text) == found
