"""The shipped lists: their shape, and what is laid over them on loading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from harborward.text.lexicon import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable


def test_the_lists_are_loaded_once() -> None:
    """A hundred thousand words are read once for a process."""
    assert shipped() is shipped()


def test_its_size_is_shown_and_no_word() -> None:
    """The lexicon shows how much it holds; nobody wants it whole in a traceback."""
    lexicon = shipped()
    surnames, given = len(lexicon.surname), len(lexicon.given)
    assert repr(lexicon) == f"<Lexicon: {surnames} surnames, {given} given names>"


@pytest.mark.parametrize(
    "name",
    [
        "given",
        "female_share",
        "surname",
        "words",
        "clinical",
        "eponyms",
        "city",
        "city_words",
        "regions",
        "states",
        "state_codes",
        "titles",
        "facility_heads",
        "facility_modifiers",
        "streets",
    ],
)
def test_every_list_is_filled_with_small_letters(name: str) -> None:
    """Detectors look words up as passages cut them: in lower case, no blanks around."""
    words: Iterable[str] = getattr(shipped(), name)
    odd = [word for word in words if not word or word != word.lower().strip()]
    assert list(words)
    assert odd == []


def test_counts_are_in_their_ranges() -> None:
    """Bearers are counted per million, shares per hundred, tiers from common to rare."""
    lexicon = shipped()
    assert all(count >= 0 for count in lexicon.given.values())
    assert all(count >= 0 for count in lexicon.surname.values())
    assert all(0 <= share <= 100 for share in lexicon.female_share.values())
    assert set(lexicon.words.values()) == {1, 2, 3}
    assert lexicon.given.keys() == lexicon.female_share.keys()


def test_the_longest_name_of_a_city_is_known_by_its_first_word() -> None:
    """No city's name is longer than its first word says, and some is just as long."""
    lexicon = shipped()
    longest: dict[str, int] = {}
    for name in lexicon.city:
        parts = name.split(" ")
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    assert lexicon.city_words == longest


def test_a_city_with_two_entries_keeps_the_larger() -> None:
    """Springfield is a town in many states; the weight is that of the largest."""
    assert shipped().city["springfield"] >= 5


def test_states_are_regions_and_their_codes_are_apart() -> None:
    """Safe Harbor lets states and countries stand; codes are kept for addresses."""
    lexicon = shipped()
    assert {"ohio", "texas"} <= lexicon.states < lexicon.regions
    assert {"oh", "tx"} <= lexicon.state_codes
    assert "france" in lexicon.regions - lexicon.states
    assert "oh" not in lexicon.regions


@pytest.mark.parametrize("name", ["ida", "mia"])
def test_an_abbreviation_that_spells_a_given_name_is_not_clinical(name: str) -> None:
    """Iron deficiency anaemia must not hide Ida."""
    assert name in shipped().given
    assert name not in shipped().clinical


def test_other_abbreviations_and_given_names_among_terms_stay_clinical() -> None:
    """COPD spells no name, and a term in full stays one although somebody bears it."""
    lexicon = shipped()
    assert "copd" in lexicon.clinical
    assert "summer" in lexicon.clinical
    assert "summer" in lexicon.given


def test_an_eponym_knows_its_nouns() -> None:
    """The nouns of an eponym tell a catheter from its namesake."""
    assert "catheter" in shipped().eponyms["foley"]


def test_roles_of_facility_words_are_apart() -> None:
    """Heads, modifiers and streets come from one file, by role."""
    lexicon = shipped()
    assert "hospital" in lexicon.facility_heads
    assert "memorial" in lexicon.facility_modifiers
    assert "avenue" in lexicon.streets
    assert "avenue" not in lexicon.facility_heads
