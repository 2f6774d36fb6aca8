"""Facilities, employers and schools: by head noun, company form, letterhead, work."""

from __future__ import annotations

import pytest

from harborward.text.detector import Detector
from worlds.lexicon import organisations, surfaces

#: Makes a text long enough to count as written in small letters.
SMALL = " this week for the cough that she has had for a month or more at home"


def _found(text: str) -> list[str]:
    found = surfaces(organisations(), text)
    assert {label for _, label in found} <= {"ORG"}
    return [surface for surface, _ in found]


def test_is_a_detector() -> None:
    """It fits the seam that guests use."""
    assert isinstance(organisations(), Detector)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Seen at Mercy Hospital today.", "Mercy Hospital", id="hospital"),
        pytest.param("Sent to St. Mary's Hospital.", "St. Mary's Hospital", id="possessive"),
        pytest.param("He asked for records of Zorvan Hospital.", "Zorvan Hospital", id="unlisted"),
        pytest.param(
            "He came from University of Iowa Hospitals.", "University of Iowa Hospitals", id="of"
        ),
        pytest.param("At Mercy Hospital of Chicago.", "Mercy Hospital of Chicago", id="of-a-town"),
        pytest.param(
            "At Boston Clinic for the Aged.", "Boston Clinic for the Aged", id="for-the-capital"
        ),
        pytest.param("At Boston Clinic for pain.", "Boston Clinic", id="for-a-small-word"),
        pytest.param("At Boston Clinic for the", "Boston Clinic", id="for-the-end"),
        pytest.param("At Boston Clinic for", "Boston Clinic", id="for-at-the-end"),
        pytest.param(
            "At Boston Medical Center Pharmacy.", "Boston Medical Center Pharmacy", id="two-heads"
        ),
        pytest.param("Sent by Rev. Mercy Hospital.", "Mercy Hospital", id="title-left-out"),
        pytest.param("Seen at the Ridge Center.", "Ridge Center", id="surname-and-anatomy"),
        pytest.param("Harlan & Sons Clinic called.", "Harlan & Sons Clinic", id="ampersand"),
    ],
)
def test_a_head_noun_behind_a_proper_name(text: str, name: str) -> None:
    """A proper name before Hospital, Clinic or Center belongs to a house."""
    assert name in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Admitted to the Intensive Care Unit.", id="ward"),
        pytest.param("Seen in the Emergency Department.", id="department"),
        pytest.param("Sent from an Outside Hospital.", id="generic"),
        pytest.param("Sent from Doe Hospital.", id="placeholder"),
        pytest.param("Hospital course: stable.", id="heading"),
        pytest.param("Specimen Mercy LAB-0042217 received.", id="code"),
        pytest.param("DELGADO PA-C", id="credential"),
        pytest.param("Seen at 3 Clinic.", id="number"),
        pytest.param("A B Clinic visit.", id="letters"),
        pytest.param("She went to the big hospital.", id="small-words"),
        pytest.param("The clinic called.", id="head-alone"),
        pytest.param("Foley catheter care.", id="eponym"),
        pytest.param("Glasgow Coma Scale 15.", id="score"),
        pytest.param("Chest Radiology today.", id="specialty-behind-anatomy"),
        pytest.param("The Home Phone rang.", id="contact-label"),
        pytest.param("Physical Therapy daily.", id="therapy"),
        pytest.param("Assessment and Plan", id="heading-of-a-section"),
        pytest.param("Clinic", id="one-token"),
        pytest.param("", id="empty"),
        pytest.param("... -- ?!", id="punctuation"),
    ],
)
def test_a_head_noun_without_a_name(text: str) -> None:
    """Wards, departments, headings and codes name no house."""
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "SHE WAS SEEN, AND ADMITTED TO MERCY HOSPITAL, TODAY", ["MERCY HOSPITAL"], id="capitals"
        ),
        pytest.param(
            "she was seen at mount sinai hospital" + SMALL, ["mount sinai hospital"], id="small"
        ),
        pytest.param("seen at mary's hospital" + SMALL, ["mary's hospital"], id="small-possessive"),
        pytest.param("she was seen at a rock hospital" + SMALL, [], id="small-plain-word"),
        pytest.param("she was seen at the hospital" + SMALL, [], id="small-head-alone"),
        pytest.param("He went to mercy general hospital for Ann.", [], id="small-in-cased"),
        pytest.param(
            "He went to okafor hospital, then home to Ann.", ["okafor hospital"], id="small-name"
        ),
        pytest.param("He went to Okafor hospital for Ann.", [], id="small-head-behind-capital"),
    ],
)
def test_a_head_where_capitals_say_nothing(text: str, found: list[str]) -> None:
    """In capitals or small letters the words before the head must be names themselves."""
    assert _found(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "He is seen at Little Acorns Pediatrics.", ["Little Acorns Pediatrics"], id="practice"
        ),
        pytest.param("Casco Radiology called.", ["Casco Radiology"], id="opens-a-sentence"),
        pytest.param("Seen by Okafor Urology.", ["Okafor Urology"], id="surname-and-specialty"),
        pytest.param("Sundry Nursery called us.", [], id="plain-words-open-a-sentence"),
        pytest.param("A\nB\nC\nD\nHE WAS SEEN BY OKAFOR UROLOGY", [], id="capitals"),
        pytest.param("He is seen at Widgets Urology.", [], id="specialty-behind-a-word"),
        pytest.param("Followed by urology.", [], id="small-letters"),
        pytest.param("Urology Oncology", [], id="two-specialties"),
        pytest.param(
            "seen at little acorns pediatrics" + SMALL, ["little acorns pediatrics"], id="small"
        ),
        pytest.param("seen near golden widget drywall" + SMALL, [], id="small-not-at"),
        pytest.param("seen at, golden widget drywall" + SMALL, [], id="small-apart"),
        pytest.param("urology" + SMALL, [], id="small-head-first"),
        pytest.param("seen at the golden widget drywall" + SMALL, [], id="small-the"),
        pytest.param("seen at Golden widget drywall" + SMALL, [], id="small-but-a-capital"),
    ],
)
def test_a_practice_or_trade(text: str, found: list[str]) -> None:
    """A trade or specialty heads a name only where a proper name stands before it."""
    assert _found(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("He paid Brown and Sons, Inc. today.", ["Brown and Sons, Inc"], id="comma"),
        pytest.param("Devices from Zorvan GmbH were used.", ["Zorvan GmbH"], id="foreign"),
        pytest.param("He paid Acme of Ohio Corp today.", ["Acme of Ohio Corp"], id="of"),
        pytest.param("He paid (Zorvan Inc) today.", ["Zorvan Inc"], id="in-parentheses"),
        pytest.param("The Zorvan Co called.", ["Zorvan Co"], id="article-left-out"),
        pytest.param("Aurora, CO 80045 is far.", [], id="state-code"),
        pytest.param("Seen with Dr. Lee, Co-signed.", [], id="half-a-word"),
        pytest.param("CO was 4 liters.", [], id="first-word"),
        pytest.param("It is Zorvan: Inc is a form of company.", [], id="not-beside"),
        pytest.param("the zorvan inc sent it to Ann", [], id="small-letters"),
        pytest.param("Sent by 3M; Inc.", [], id="other-mark"),
        pytest.param("He said, Inc. rang.", [], id="no-name"),
    ],
)
def test_a_company_form(text: str, found: list[str]) -> None:
    """The capitalised words before Inc, LLC or GmbH are a company."""
    assert _found(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("He works at Boeing.", ["Boeing"], id="works-at"),
        pytest.param("Works as a clerk at the Okafor plant.", ["Okafor"], id="as-a-clerk"),
        pytest.param("Fired from Bread and Butter.", ["Bread and Butter"], id="and"),
        pytest.param("He works at Ford of Europe now.", ["Ford of Europe"], id="of"),
        pytest.param("His employer Boeing called.", ["Boeing"], id="employer"),
        pytest.param("Employed by Boeing\nof Ohio.", ["Boeing"], id="ends-with-the-line"),
        pytest.param("Works by herself at home.", [], id="small-letters"),
        pytest.param("Works as a clerk. At Boeing he fell.", [], id="next-sentence"),
        pytest.param("Works daily\nat Boeing.", [], id="next-line"),
        pytest.param("Works on and off and for years at Boeing.", [], id="too-far"),
        pytest.param("Works with Pain.", [], id="one-plain-word"),
        pytest.param("Works at (Boeing).", [], id="parentheses"),
        pytest.param("He works at the", [], id="ends-in-the-article"),
        pytest.param("He works at", [], id="ends-in-the-cue"),
        pytest.param("He works", [], id="ends-in-the-verb"),
        pytest.param("His employer", [], id="ends-in-employer"),
        pytest.param("His employer\nBoeing", [], id="employer-and-a-line"),
        pytest.param("His employer called.", [], id="employer-calls"),
        pytest.param("HIS EMPLOYER BOEING CALLED", [], id="capitals"),
    ],
)
def test_an_employer(text: str, found: list[str]) -> None:
    """Behind a verb of working and a preposition stands an employer."""
    assert _found(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("We sent it via Golden Widgets to him.", ["Golden Widgets"], id="via"),
        pytest.param("We paid by Golden Widgets", ["Golden Widgets"], id="end"),
        pytest.param("We paid by Golden & Smiles now.", ["Golden & Smiles"], id="ampersand"),
        pytest.param("He was seen at Physical Therapy today.", [], id="generic"),
        pytest.param("He was seen at Foley Smiles again.", [], id="eponym"),
        pytest.param("He was seen by Nurse Widgets today.", [], id="title"),
        pytest.param("He was seen at Chest Widgets today.", [], id="clinical"),
        pytest.param("He was seen at: Golden Widgets today.", [], id="colon"),
        pytest.param("He was seen at Golden today.", [], id="one-word"),
        pytest.param("He praised Golden Widgets today.", [], id="no-cue"),
        pytest.param("He paid by Golden Texas today.", [], id="region"),
    ],
)
def test_a_phrase_where_an_institution_stands(text: str, found: list[str]) -> None:
    """A capitalised phrase behind "at", "by" or "via" is an institution, unless clinical."""
    assert _found(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "MERCY GENERAL HOSPITAL\n4 Elm\nSUMMARY", ["MERCY GENERAL HOSPITAL"], id="capitals"
        ),
        pytest.param(
            "NORTH SHORE CARDIOLOGY - SUITE 4", ["NORTH SHORE CARDIOLOGY"], id="part-of-a-line"
        ),
        pytest.param("Casco Bay Cardiology\nNote", ["Casco Bay Cardiology"], id="title-case"),
        pytest.param("SUMMARY\n\n\n\n\nCASCO CARDIOLOGY", [], id="too-far-down"),
        pytest.param("CARDIOLOGY CASCO NOTE", [], id="head-first"),
        pytest.param("CARDIOLOGY", [], id="head-alone"),
        pytest.param("CASCO CARDIOLOGY: normal", [], id="label"),
        pytest.param("FACILITY: [ORG] CASCO HOSPITAL", ["CASCO HOSPITAL"], id="placeholder"),
        pytest.param("CASCO CARDIOLOGY FAX", [], id="contact-line"),
        pytest.param("CASCO BAY cardiology", [], id="small-word"),
        pytest.param("CARDIOLOGY CONSULT", [], id="no-name"),
    ],
)
def test_a_letterhead(text: str, found: list[str]) -> None:
    """A line at the top that is a proper name with a strong head names the house."""
    assert [name for name in _found(text) if name in {*found, text}] == found
