"""Places smaller than a state: by list, by preposition, by verbs of dwelling."""

from __future__ import annotations

import pytest

from harborward.text.detector import Detector
from worlds.lexicon import places, surfaces


def _found(text: str) -> list[str]:
    found = surfaces(places(), text)
    assert {label for _, label in found} <= {"LOCATION"}
    return [surface for surface, _ in found]


def test_is_a_detector() -> None:
    """It fits the seam that guests use."""
    assert isinstance(places(), Detector)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("She lives in Springfield with her son.", "Springfield", id="dwelling"),
        pytest.param("Lives in the city of Cleveland.", "Cleveland", id="city-of"),
        pytest.param("He lives in the town of Zorvania.", "Zorvania", id="unlisted-town-of"),
        pytest.param("He lives in downtown Toledo.", "Toledo", id="downtown"),
        pytest.param("She moved to Kansas City.", "Kansas City", id="two-words"),
        pytest.param("He came from the village of Harlan.", "Harlan", id="village-of"),
        pytest.param("Seen at a clinic near Zorvania.", "Zorvania", id="unlisted-near"),
        pytest.param("He moved from Zorvania Falls.", "Zorvania Falls", id="unlisted-home"),
        pytest.param("She went to Mobile today.", "Mobile", id="word-of-the-language"),
        pytest.param("Sent to Duluth for review.", "Duluth", id="town-no-name"),
        pytest.param("Records came from Duluth.", "Duluth", id="known-city"),
        pytest.param("He returned from San\nAntonio in May.", "San\nAntonio", id="over-a-line"),
    ],
)
def test_a_preposition_before_a_place(text: str, place: str) -> None:
    """Behind "in", "from" or "to" a listed city is found; behind a verb of dwelling any."""
    assert place in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Pain in Abdomen.", id="part-of-the-body"),
        pytest.param("Seen in Clinic.", id="ward"),
        pytest.param("Transferred to ICU.", id="unit"),
        pytest.param("Blood in Foley bag.", id="eponym"),
        pytest.param("Weaned from BiPAP to room air.", id="device"),
        pytest.param("Allergic to Penicillin.", id="drug"),
        pytest.param("An increase of Kelly scores.", id="given-name"),
        pytest.param("Improved from Baseline.", id="plain-word"),
        pytest.param("He lives in Ohio.", id="state"),
        pytest.param("Mail to Dover@example.org.", id="mail-address"),
        pytest.param("She lives in", id="ends-in-the-cue"),
        pytest.param("He lives in the", id="ends-in-the-article"),
        pytest.param("From 10 to 20 mg.", id="numbers"),
        pytest.param("Near: none.", id="colon-behind-the-cue"),
        pytest.param("Results of Gram stain.", id="eponym-with-noun"),
        pytest.param("", id="empty"),
        pytest.param("?! ... --", id="punctuation"),
    ],
)
def test_a_preposition_before_something_else(text: str) -> None:
    """Wards, body parts, eponyms, drugs and states are no places to hide."""
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("HE GREW UP IN WORCESTER AND WORKS AS A COOK.", ["WORCESTER"], id="capitals"),
        pytest.param("He lives in WORCESTER with his wife.", ["WORCESTER"], id="capitals-inside"),
        pytest.param("He lives in WORCESTER, with Ann.", ["WORCESTER"], id="capitals-comma"),
        pytest.param("He lives in WEST HAVEN with Ann.", ["WEST HAVEN"], id="two-in-capitals"),
        pytest.param("Transferred to WORCESTER overnight.", ["WORCESTER"], id="moved-listed"),
        pytest.param("Transferred to ZORVANIA overnight.", ["ZORVANIA"], id="moved-unlisted"),
        pytest.param("Transferred to PACU overnight.", [], id="moved-abbreviation"),
        pytest.param("Transferred to ZORVI overnight.", [], id="moved-short"),
        pytest.param("He lives in CLINIC housing.", [], id="plain-word"),
        pytest.param("He lives in TABLE shape.", [], id="word-in-capitals"),
        pytest.param(
            "he lives in downtown toledo with his wife and takes his pills every day",
            ["toledo"],
            id="small-letters",
        ),
        pytest.param(
            "she moved from san antonio last year and has been doing well since then",
            ["san antonio"],
            id="small-letters-two-words",
        ),
        pytest.param(
            "records were sent from duluth on request and are in the chart for review",
            ["duluth"],
            id="small-letters-no-dwelling",
        ),
        pytest.param(
            "she lives in big bend with her son and takes her pills every day as told",
            ["big bend"],
            id="small-letters-two-plain-words",
        ),
        pytest.param(
            "he lives in ohio with his wife and takes his pills every day as told",
            [],
            id="small-letters-state",
        ),
        pytest.param(
            "the test was done in doral mode and the cough is better than it was in may",
            [],
            id="small-letters-clinical-word",
        ),
        pytest.param(
            "the cough began in reading class and the pain in mobile joints is worse",
            [],
            id="small-letters-words",
        ),
    ],
)
def test_where_capitals_say_nothing(text: str, found: list[str]) -> None:
    """In capitals or small letters a place needs a list or a verb of dwelling."""
    assert _found(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("San Antonio was hot.", ["San Antonio"], id="two-words"),
        pytest.param("St. Louis is far away.", ["St. Louis"], id="abbreviated"),
        pytest.param("Winston-Salem is far.", ["Winston-Salem"], id="hyphen"),
        pytest.param("Kansas city is far.", [], id="one-capital"),
        pytest.param("Mail san.antonio@example.org now.", [], id="mail-address"),
        pytest.param("Mail San Antonio@example.org now.", [], id="mail-address-behind"),
        pytest.param("Discussed Black Mountain risk.", [], id="clinical-words"),
        pytest.param("SHE CAME FROM SAN ANTONIO BY BUS", ["SAN ANTONIO"], id="capitals-and-cue"),
        pytest.param("SHE LIKES SAN ANTONIO BY NIGHT", [], id="capitals-no-cue"),
    ],
)
def test_a_listed_name_of_several_words(text: str, found: list[str]) -> None:
    """A listed name of several words needs its capitals and nothing else."""
    assert _found(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("An office of Orange County.", ["Orange County"], id="listed"),
        pytest.param("Courts of Zorvania County.", ["Zorvania County"], id="unlisted"),
        pytest.param("the St. Zorvan Parish office", ["St. Zorvan Parish"], id="saint"),
        pytest.param("Zorvania county officials", [], id="noun-in-small-letters"),
        pytest.param("the Clinic District office", [], id="plain-word"),
        pytest.param("the 4 District offices", [], id="number"),
        pytest.param("The county called.", [], id="no-name"),
        pytest.param("County", [], id="noun-alone"),
        pytest.param("Zorvania: County", [], id="not-beside"),
        pytest.param(
            "Zova Zovb Zovc Zovd Zove Zovf County",
            ["Zovb Zovc Zovd Zove Zovf County"],
            id="five-at-most",
        ),
    ],
)
def test_the_noun_behind_a_place(text: str, found: list[str]) -> None:
    """Capitalised words before County, Parish or Township belong to a place."""
    assert _found(text) == found


def test_a_heading_in_capitals_has_no_noun_behind() -> None:
    """In a line of capitals "COUNTY" makes nothing of what stands before it."""
    assert _found("SEEN BY THE ZORVANIA COUNTY NURSE ON CALL") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("We called Hershey, Pennsylvania.", ["Hershey"], id="town-state"),
        pytest.param("He called Zorvania Falls, Ohio.", ["Zorvania Falls"], id="two-words"),
        pytest.param("Seen: Iowa, Ohio.", [], id="region-in-region"),
        pytest.param("Normal Sinus, Ohio.", [], id="plain-words"),
        pytest.param("Records sent, Ohio law applies.", [], id="small-letters"),
        pytest.param("Hershey and Ohio.", [], id="no-comma"),
        pytest.param("Hershey, New shoes.", [], id="half-a-region"),
        pytest.param("SENT TO THE ZORVANIA CLINIC, OHIO TODAY", [], id="capitals"),
        pytest.param("Ohio", [], id="alone"),
    ],
)
def test_a_state_behind_a_place(text: str, found: list[str]) -> None:
    """The town before ", Ohio" is found, the state is let stand (164.514(b)(2)(i)(B))."""
    assert _found(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("He emigrated from Nigeria.", ["Nigeria"], id="emigrated"),
        pytest.param("He came from the United Kingdom.", ["United Kingdom"], id="two-words"),
        pytest.param("She was born in Ohio.", [], id="a-state-stands"),
        pytest.param("Grain is shipped to Nigeria.", [], id="no-person"),
        pytest.param("She came to Clinic.", [], id="no-country"),
    ],
)
def test_a_country_of_origin(text: str, found: list[str]) -> None:
    """A country is claimed where it tells somebody's origin, and nowhere else."""
    assert _found(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Mercy Hospital, Duluth called.", ["Duluth"], id="behind-a-hospital"),
        pytest.param("Mercy Hospital (Duluth) called.", ["Duluth"], id="in-parentheses"),
        pytest.param("His brother (Duluth, retired) called.", ["Duluth"], id="list-in-parentheses"),
        pytest.param("His brother (Duluth office) called.", [], id="not-alone-in-parentheses"),
        pytest.param("His brother (Abbottstown) called.", [], id="too-small-for-parentheses"),
        pytest.param("His brother, Duluth, called.", [], id="behind-a-person"),
        pytest.param("Mercy Hospital, Ohio called.", [], id="state"),
        pytest.param("Mercy Hospital, Foley called.", [], id="eponym"),
        pytest.param("Mercy Hospital, Best wishes.", [], id="plain-word"),
        pytest.param("SENT BY MERCY HOSPITAL, DULUTH TODAY", [], id="capitals"),
    ],
)
def test_a_town_beside_a_facility(text: str, found: list[str]) -> None:
    """A town is found behind a facility and a comma, or alone in parentheses."""
    assert _found(text) == found
