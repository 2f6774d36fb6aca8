"""Names, places and organisations, word by word."""

from __future__ import annotations

import re

import pytest

from harborward.domain.crosswalk import Crosswalk
from harborward.domain.errors import CrosswalkError
from harborward.domain.identifier import Label
from harborward.text.surrogates.pools import Gender, pools
from harborward.text.surrogates.words import Wording
from worlds.draws import SeededDraws


class World:
    """One crosswalk and its draws."""

    def __init__(self, seed: int = 1) -> None:
        """Start empty."""
        self.wording = Wording(Crosswalk(), SeededDraws(seed))

    def name(self, surface: str) -> str:
        """Return the stand-in of a name."""
        return self.wording.stand_in(Label.NAME, surface)

    def org(self, surface: str) -> str:
        """Return the stand-in of an organisation."""
        return self.wording.stand_in(Label.ORG, surface)

    def place(self, surface: str) -> str:
        """Return the stand-in of a place."""
        return self.wording.stand_in(Label.LOCATION, surface)


@pytest.mark.parametrize(
    ("surface", "pattern"),
    [
        ("John Smith", r"[A-Z][a-z]+ [A-Z][a-z]+"),
        ("JOHN SMITH", r"[A-Z]{2,} [A-Z]{2,}"),
        ("john smith", r"[a-z]+ [a-z]+"),
        ("Smith, John", r"[A-Z][a-z]+, [A-Z][a-z]+"),
        ("Dr. Smith", r"Dr\. [A-Z][a-z]+"),
        ("John Q. Smith", r"[A-Z][a-z]+ [A-Z]\. [A-Z][a-z]+"),
        ("J.Q. Smith", r"[A-Z]\.[A-Z]\. [A-Z][a-z]+"),
        ("Smith's", r"[A-Z][a-z]+'s"),
        ("Smith\u2019s", r"[A-Z][a-z]+\u2019s"),
        ("O'Brien", r"[A-Z][a-z]+"),
        ("Smith-Jones", r"[A-Z][a-z]+-[A-Z][a-z]+"),
        ("Juan de la Cruz", r"[A-Z][a-z]+ de la [A-Z][a-z]+"),
        ("John Smith Jr.", r"[A-Z][a-z]+ [A-Z][a-z]+ Jr\."),
        ("John Smith, MD", r"[A-Z][a-z]+ [A-Z][a-z]+, MD"),
        ("Nguyen Van Do", r"[A-Z][a-z]+ Van [A-Z][a-z]+"),
        ("Van Nguyen", r"(?!Van)[A-Z][a-z]+ [A-Z][a-z]+"),
        ("Smith 3", r"[A-Z][a-z]+ \d"),
        ("Quintanilla Rojas, Esperanza M.", r"[A-Z][a-z]+ [A-Z][a-z]+, [A-Z][a-z]+ [A-Z]\."),
    ],
)
def test_a_name_keeps_its_form(surface: str, pattern: str) -> None:
    """Capitals, order, initials, punctuation, what is no part of the name."""
    assert re.fullmatch(pattern, World().name(surface))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("surface", ["Mary Smith", "Smith, Mary"])
def test_a_womans_name_stays_one(surface: str, seed: int) -> None:
    """Where the given name is clear, in both orders."""
    words = re.findall(r"\w+", World(seed).name(surface).lower())
    assert set(words) & set(pools().given[Gender.FEMALE])


def test_a_mans_name_stays_one() -> None:
    """Likewise."""
    assert World().name("John").lower() in pools().given[Gender.MALE]


def test_a_lone_surname_is_a_surname() -> None:
    """By what the word more often is."""
    assert World().name("Smith").lower() in pools().surnames


def test_the_parts_of_a_name_are_shared() -> None:
    """Whoever is meant by "Mr. Smith" can still be told."""
    world = World()
    given, surname = world.name("John Smith").split()
    assert world.name("Smith") == surname
    assert world.name("Mr. Smith") == f"Mr. {surname}"
    assert world.name("SMITH, JOHN") == f"{surname}, {given}".upper()
    assert world.name("John") == given


def test_an_initial_follows_the_known_name() -> None:
    """An initial after the full name is the same person."""
    world = World()
    given, surname = world.name("John Smith").split()
    assert world.name("J. Smith") == f"{given[0]}. {surname}"
    assert world.name("Smith, J.") == f"{surname}, {given[0]}."


def test_initials_alone_tell_values_apart() -> None:
    """Letters may repeat, the whole may not."""
    world = World()
    shown = {world.name(f"{letter}.") for letter in "ABCDEFGH"}
    assert len(shown) == 8


def test_a_value_without_words_has_no_stand_in() -> None:
    """Nothing in it can be replaced."""
    with pytest.raises(CrosswalkError):
        World().name("...")


def test_letters_that_fold_into_several_tokens_have_no_stand_in() -> None:
    """The caller falls back to a tag; the error does not quote."""
    with pytest.raises(CrosswalkError) as caught:
        World().name("I\u0307rem \u0130rem")
    assert "rem" not in str(caught.value).replace("remains", "")


@pytest.mark.parametrize(
    ("surface", "pattern"),
    [
        ("St. Brendan's Hospital", r"St\. [A-Z][a-z]+'s Hospital"),
        ("Mayo Clinic", r"[A-Z][a-z]+ Clinic"),
        ("SALT MARSH REGIONAL MEDICAL CENTER", r"[A-Z]+ [A-Z]+ REGIONAL MEDICAL CENTER"),
        ("Hospital of the Valley", r"Hospital of the [A-Z][a-z]+"),
        ("Acme Inc.", r"[A-Z][a-z]+ Inc\."),
        ("Clinic 12", r"Clinic \d\d"),
        ("J Labs", r"[A-Z] Labs"),
        ("MGH", r"[A-Z]{3,}"),
    ],
)
def test_an_organisation_stays_what_it_is(surface: str, pattern: str) -> None:
    """A hospital a hospital, a clinic a clinic."""
    assert re.fullmatch(pattern, World().org(surface))


def test_an_organisation_of_plain_words_has_no_stand_in() -> None:
    """Unchanged would be a leak."""
    with pytest.raises(CrosswalkError):
        World().org("Community Hospital")


@pytest.mark.parametrize(
    ("surface", "pattern"),
    [
        ("410 Harbor Loop", r"\d{3} [A-Z][a-z]+ Loop"),
        ("12 N. Main St., Apt 4", r"\d\d N\. [A-Z][a-z]+ St\., Apt \d"),
        ("350 5th Ave", r"\d{3} \dth Ave"),
        ("P.O. Box 1234", r"P\.O\. Box \d{4}"),
        ("Boston, MA 02115", r"[A-Z][a-z]+, MA \d{5}"),
        ("Boston", r"[A-Z][a-z]+"),
        ("02115-1234", r"\d{5}-\d{4}"),
        ("Cook County", r"[A-Z][a-z]+ County"),
        ("Ward 4", r"Ward \d"),
        ("Apt Q", r"Apt [A-Z]"),
        ("Quintana Roo, Mexico", r"[A-Z][a-z]+ [A-Z][a-z]+, Mexico"),
        ("St. John's", r"[A-Z][a-z]+\. [A-Z][a-z]+'s"),
    ],
)
def test_a_place_keeps_its_form(surface: str, pattern: str) -> None:
    """Numbers stay numbers, streets streets, and the state may stay."""
    assert re.fullmatch(pattern, World().place(surface))


def test_a_house_number_keeps_its_first_digit_in_range() -> None:
    """No street starts at 0."""
    assert all(World(seed).place("410 Harbor Loop")[0] != "0" for seed in range(30))


def test_words_are_those_of_the_value() -> None:
    """To be reserved before anything is drawn."""
    assert Wording.words("Dr. O'Brien, 12") == ["dr", "o'brien", "12"]
