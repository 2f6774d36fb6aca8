"""Names of persons: what is found, and what eponyms and products veto."""

from __future__ import annotations

import pytest

from harborward.text.detector import Detector
from harborward.text.names.people import PeopleDetector
from worlds.lexicon import people, surfaces, tiny


def _found(text: str) -> list[str]:
    found = surfaces(people(), text)
    assert {label for _, label in found} <= {"NAME"}
    return [surface for surface, _ in found]


def test_is_a_detector() -> None:
    """It fits the seam that guests use."""
    assert isinstance(people(), Detector)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Seen today by Dr. Okonkwo.", "Okonkwo", id="honorific"),
        pytest.param("Mrs. Maria Delgado was seen.", "Maria Delgado", id="full-name"),
        pytest.param("SMITH, JOHN presented with chest pain.", "SMITH, JOHN", id="last-first"),
        pytest.param("Nurse Holloway called.", "Holloway", id="role"),
        pytest.param("Reviewed with Ana Ruiz, MD.", "Ana Ruiz", id="credential"),
        pytest.param(
            "MARIA DELGADO IS A 44 YEAR OLD WOMAN WITH ASTHMA.", "MARIA DELGADO", id="capitals"
        ),
        pytest.param(
            "maria delgado is a 44 year old woman with asthma and a cough that started last week.",
            "maria delgado",
            id="small-letters",
        ),
        pytest.param("Scott was seen at noon.", "Scott", id="eponym-and-common-given-name"),
        pytest.param("Seen by Kelly Foley.", "Kelly Foley", id="eponyms-with-a-given-name"),
        pytest.param("Dr. Foley placed a Foley catheter.", "Foley", id="eponym-behind-a-title"),
        pytest.param("Ms. Major-Dunne came.", "Major-Dunne", id="hyphen"),
        pytest.param("VIKRAM: hi\nDee: hello\nVIKRAM: ok", "VIKRAM", id="speaker"),
        pytest.param("Note done. GW/tlk", "GW/tlk", id="sign-off"),
        pytest.param("| 0700 | Delgado J | 3 |", "Delgado J", id="cell"),
    ],
)
def test_names_of_persons(text: str, name: str) -> None:
    """Given, family and full names are found in any case and company."""
    assert name in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A Foley catheter was placed.", id="eponym-with-noun"),
        pytest.param("History of Parkinson's disease.", id="possessive-eponym"),
        pytest.param("The sign of Babinski was absent.", id="noun-before-its-eponym"),
        pytest.param("A Jackson-Pratt drain was left.", id="double-eponym-with-noun"),
        pytest.param("The Jackson-Pratt was left in place.", id="double-eponym-alone"),
        pytest.param("The Kelly clamp slipped.", id="instrument"),
        pytest.param("The Glasgow Coma Scale was 15.", id="score"),
        pytest.param("Started metoprolol and Lasix.", id="drugs"),
        pytest.param("A Zorvan stent was placed.", id="product"),
        pytest.param("Dr. X will follow.", id="placeholder"),
        pytest.param("Assessment And Plan", id="heading"),
        pytest.param("PAST MEDICAL HISTORY:", id="heading-in-capitals"),
        pytest.param("Past Medical History:", id="heading-in-title-case"),
        pytest.param("BP 120/80, HR 72, SpO2 98%.", id="vital-signs"),
        pytest.param("Dr.", id="ends-in-the-cue"),
        pytest.param("Aspirin", id="one-token"),
        pytest.param("", id="empty"),
        pytest.param("... -- ?! ()", id="punctuation"),
        pytest.param("\ud800", id="lone-surrogate"),
    ],
)
def test_what_names_nobody(text: str) -> None:
    """Eponyms with their nouns, drugs, devices, headings and scores are no persons."""
    assert _found(text) == []


#: A lexicon with four names and two eponyms, so that each rule of the veto shows.
TINY = PeopleDetector(
    tiny(
        given={"ana": 900, "scott": 900, "jackson": 40},
        surname={"delgado": 900, "foley": 400, "pratt": 30, "jackson": 30, "bence": 3},
        eponyms={
            "foley": frozenset({"catheter"}),
            "jackson": frozenset({"drain"}),
            "pratt": frozenset({"drain"}),
            "scott": frozenset({"foam"}),
            "bence jones": frozenset({"protein"}),
        },
    )
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("He had Ana Foley there.", ["Ana Foley"], id="given-name-before-an-eponym"),
        pytest.param("He had Foley there.", [], id="eponym-alone"),
        pytest.param("He had Scott there.", ["Scott"], id="eponym-and-common-given-name"),
        pytest.param("He had Scott foam there.", [], id="its-noun-behind"),
        pytest.param("The catheter of Foley fell.", [], id="its-noun-before"),
        pytest.param("He had Jackson-Pratt there.", [], id="eponyms-joined"),
        pytest.param("He had Jackson Pratt there.", [], id="eponyms-side-by-side"),
        pytest.param("He had Scott Foley there.", ["Scott Foley"], id="eponyms-as-a-full-name"),
        pytest.param("He had Bence Jones there.", [], id="eponym-of-two-words"),
        pytest.param("He had Bence-Jones there.", [], id="eponym-of-two-words-joined"),
        pytest.param("He had Delgado there.", ["Delgado"], id="no-eponym"),
        pytest.param("The Delgado stent fell.", [], id="product"),
        pytest.param("Mr. Foley fell.", ["Foley"], id="a-title-outweighs-the-veto"),
        pytest.param("His wife Foley fell.", ["Foley"], id="kin-outweighs-an-eponym-alone"),
        pytest.param("His wife Foley's bag fell.", [], id="kin-does-not-outweigh-a-possessive"),
    ],
)
def test_the_veto(text: str, found: list[str]) -> None:
    """An eponym falls alone, with its noun, or with its partner, unless a title leads."""
    assert [surface for surface, _ in surfaces(TINY, text)] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He greeted Hannah O'Zorvan today.", ["Hannah O'Zorvan"], id="irish"),
        pytest.param("O'Malley agreed with the plan.", ["O'Malley"], id="irish-lone"),
        pytest.param("He greeted Hannah D'Zorva today.", ["Hannah D'Zorva"], id="italian"),
        pytest.param("Zorva Zorvan's cast is off today.", ["Zorva Zorvan"], id="possessive"),
        pytest.param("Kwabzor Zorvan, DO will call.", ["Kwabzor Zorvan"], id="credential-and-verb"),
        pytest.param("ROSE REED, PA", ["ROSE REED"], id="credential-and-kin"),
        pytest.param("Patient had PT, OT and an MA assist.", [], id="credentials-alone"),
    ],
)
def test_names_that_once_went_free(text: str, expected: list[str]) -> None:
    """Apostrophes, possessives, credentials that mean something else too."""
    assert set(_found(text)) == set(expected)
