"""Originals that come back."""

from __future__ import annotations

import pytest

from harborward.domain.identifier import Label
from harborward.text.residual import echoes
from harborward.text.residual.views import BREAK


def found(text: str, *originals: str, label: Label = Label.NAME) -> list[str]:
    """Return the echoes of originals in a text."""
    sought = echoes.wanted((original, label) for original in originals)
    return [text[start:end] for start, end, _ in echoes.find(text, sought)]


def test_a_value_is_found_without_regard_to_case_and_punctuation() -> None:
    """As careless code would leave it."""
    assert found("saw SMITHSON-KLINE", "Smithson, Kline") == [
        "SMITHSON-KLINE",
        "SMITHSON",
        "KLINE",
    ]


def test_a_value_within_a_longer_word_is_not() -> None:
    """Ann is not in cannula."""
    assert found("a cannula", "Ann") == []
    assert found("Annabel, Xann and Ann", "Ann") == ["Ann"]


def test_a_value_across_a_replaced_part_is_not() -> None:
    """What stands on both sides of a placeholder does not belong together."""
    assert found(f"Rosa {BREAK * 6} Diaz", "Rosa Diaz", label=Label.ORG) == []


@pytest.mark.parametrize("original", ["94", "11/3", "I-131", "1 234", "Xy", "-", ""])
def test_a_short_value_is_not_looked_for(original: str) -> None:
    """It stands in every note."""
    assert (
        found("I-131 and 94 and 11/3 and 1 234 and Xy and -", original, label=Label.OTHER_ID) == []
    )


def test_a_long_number_is_looked_for() -> None:
    """Five digits are telling."""
    assert found("no 12 345", "12-345", label=Label.MRN) == ["12 345"]


def test_words_of_names_are_looked_for_from_four_letters_on() -> None:
    """Shorter ones are too often something else."""
    assert found("Rosetta and Zed", "Rosetta Zed") == ["Rosetta"]


def test_words_of_places_are_not() -> None:
    """The whole is a value; its words are words."""
    assert found("Zanzibar and Road", "Zanzibar Road", label=Label.LOCATION) == []


@pytest.mark.parametrize(
    "text",
    [
        "brown sputum",
        "Brown sputum",
        "seen. Brown sputum",
        "1. Brown sputum",
        "SPUTUM: BROWN AND THICK",
        "BROWN SPUTUM IS NOTED",
    ],
)
def test_plain_language_is_left(text: str) -> None:
    """Where a capital says nothing, a plain word is a word."""
    assert found(text, "Brown") == []


@pytest.mark.parametrize("text", ["we asked Brown again", "Dr. Brown", "mr brown", "DR BROWN SAID"])
def test_a_plain_word_that_stands_like_a_name_is_found(text: str) -> None:
    """Capital within a sentence, or a title before it."""
    assert [word.lower() for word in found(text, "Brown")] == ["brown"]


def test_medicine_is_left_but_for_a_title() -> None:
    """An eponym is a word of medicine."""
    assert found("a Foley catheter, says Dr. Foley", "Foley") == ["Foley"]


def test_an_eponym_is_one_throughout_a_text_or_after_an_article() -> None:
    """The noun need not follow each time."""
    assert found("Foley catheter in; chronic Foley", "Foley") == []
    assert found("removed the Foley", "Foley") == []
    assert found("Murphy's sign; Murphy negative", "Murphy") == []
    assert found("asked Foley again", "Foley") == ["Foley"]


def test_a_state_or_country_may_stand() -> None:
    """It is not smaller than a state."""
    assert found("flew to Angola", "Angola", label=Label.LOCATION) == []


def test_words_of_medicine_are_left() -> None:
    """No name, whatever its capitals."""
    assert found("we gave Warfarin", "Warfarin") == []


def test_a_code_of_letters_and_digits_is_no_plain_language() -> None:
    """No list of words excuses it."""
    assert found("may 12345", "MAY-12345", label=Label.MRN) == ["may 12345"]


def test_nothing_wanted_finds_nothing() -> None:
    """No originals, no echoes."""
    assert found("Smith") == []


def test_the_words_of_a_value_apart_are_not_the_value() -> None:
    """They must stand one after the other."""
    assert found("Rosa met Diaz", "Rosa Diaz", label=Label.ORG) == []
