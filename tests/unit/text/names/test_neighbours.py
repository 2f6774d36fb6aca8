"""What the next and the last word say about a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from harborward.text.names.neighbours import (
    aged,
    before_age,
    before_surname,
    word_name,
    wordlike_given,
    wordlike_surname,
)
from worlds.lexicon import reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from harborward.text.names.reading import Reading


def _holds(ask: Callable[[Reading, int], bool], text: str, word: str) -> bool:
    """Return what ``ask`` says of the first token ``word`` of ``text``."""
    read = reading(text)
    return ask(read, read.passage.token_at(text.index(word)))


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        pytest.param("She saw April Showalter here.", "April", True, id="before-a-surname"),
        pytest.param("She saw April Zorvan here.", "April", True, id="before-an-unknown-word"),
        pytest.param("She saw April Reed here.", "April", True, id="before-a-wordlike-surname"),
        pytest.param("April Reed came here.", "April", False, id="wordlike-surname-at-the-start"),
        pytest.param("She saw April Sage here.", "April", True, id="surname-just-known"),
        pytest.param("She saw April Pearl here.", "April", False, id="hardly-a-surname"),
        pytest.param("She saw April Clinic here.", "April", False, id="before-a-word"),
        pytest.param("She saw April showalter here.", "April", False, id="before-small-letters"),
        pytest.param("She saw april Showalter here.", "april", False, id="in-small-letters"),
        pytest.param("She saw April, Showalter here.", "April", False, id="comma-between"),
        pytest.param("She saw April", "April", False, id="end"),
        pytest.param("Since 3-April Showalter left.", "April", False, id="in-a-date"),
        pytest.param("She saw Von Showalter here.", "Von", False, id="hardly-a-given-name"),
    ],
)
def test_a_month_or_verb_that_is_a_given_name(text: str, word: str, *, name: bool) -> None:
    """A plain word that some bear is a given name before a surname."""
    assert _holds(word_name, text, word) is name


@pytest.mark.parametrize(
    ("text", "word", "before"),
    [
        pytest.param("She saw Tray Hensley here.", "Tray", True, id="word-and-surname"),
        pytest.param("She saw TRAY Hensley here.", "TRAY", False, id="capitals"),
        pytest.param("Tray Hensley came here.", "Tray", False, id="opens-the-sentence"),
        pytest.param("She saw The Hensley here.", "The", False, id="plain"),
        pytest.param("She saw Tray, Hensley here.", "Tray", False, id="comma-between"),
        pytest.param("She saw Tray hensley here.", "Tray", False, id="small-surname"),
        pytest.param("She saw Tray Clinic here.", "Tray", False, id="before-a-word"),
    ],
)
def test_a_word_before_a_surname(text: str, word: str, *, before: bool) -> None:
    """A capital inside a sentence, right before a surname."""
    assert _holds(before_surname, text, word) is before


@pytest.mark.parametrize(
    ("text", "word", "age"),
    [
        pytest.param("Bo, 60, well", "Bo", True, id="comma"),
        pytest.param("Bo 44M with", "Bo", True, id="sex-joined"),
        pytest.param("Bo 44 M with", "Bo", True, id="sex-apart"),
        pytest.param("Bo 33 yo with", "Bo", True, id="years"),
        pytest.param("Bo 103 yo with", "Bo", True, id="three-digits"),
        pytest.param("Bo, 1999, well", "Bo", False, id="year"),
        pytest.param("Bo 44 mg with", "Bo", False, id="dose"),
        pytest.param("Bo 44", "Bo", False, id="number-alone"),
        pytest.param("Bo (44 yo)", "Bo", False, id="parenthesis"),
        pytest.param("Bo 44-M", "Bo", False, id="hyphen"),
        pytest.param("Bo, well", "Bo", False, id="no-number"),
        pytest.param("Bo", "Bo", False, id="end"),
    ],
)
def test_before_an_age(text: str, word: str, *, age: bool) -> None:
    """Behind a comma a number is an age; behind a blank it says so itself."""
    assert _holds(before_age, text, word) is age


@pytest.mark.parametrize(
    ("text", "word", "is_aged"),
    [
        pytest.param("Sage, 3, well", "Sage", True, id="given-name"),
        pytest.param("Sage, well", "Sage", False, id="no-age"),
        pytest.param("Sage", "Sage", False, id="end"),
        pytest.param("River, 3, well", "River", False, id="clinical"),
        pytest.param("Zorva, 3, well", "Zorva", False, id="nobody-bears-it"),
    ],
)
def test_a_name_with_an_age(text: str, word: str, *, is_aged: bool) -> None:
    """Only a word that somebody bears, and that is not plain, is aged."""
    assert _holds(aged, text, word) is is_aged


@pytest.mark.parametrize(
    ("text", "word", "given"),
    [
        pytest.param("She saw Prudence Hensley", "Prudence", True, id="before-a-surname"),
        pytest.param("She saw Prudence Achterberg", "Prudence", True, id="before-an-unknown-word"),
        pytest.param("She saw Prudence Reed", "Prudence", False, id="before-a-wordlike-surname"),
        pytest.param("She saw PRUDENCE Hensley", "PRUDENCE", False, id="capitals"),
        pytest.param("She saw Prudence hensley", "Prudence", False, id="small-surname"),
        pytest.param("She saw Prudence. Hensley", "Prudence", False, id="sentence-ends"),
        pytest.param("She saw Prudence", "Prudence", False, id="end"),
        pytest.param("She saw Tray Hensley", "Tray", False, id="nobody-bears-it"),
        pytest.param("She saw River Hensley", "River", False, id="clinical"),
    ],
)
def test_a_word_that_is_a_given_name(text: str, word: str, *, given: bool) -> None:
    """A word that somebody bears, before what can only be a surname."""
    assert _holds(wordlike_given, text, word) is given


@pytest.mark.parametrize(
    ("text", "word", "surname"),
    [
        pytest.param("She saw Jolie Swimmer again today.", "Swimmer", True, id="borne"),
        pytest.param("She saw Jolie Affenpinscher again.", "Affenpinscher", True, id="rare-word"),
        pytest.param("She saw Jolie Table again today.", "Table", False, id="common-word"),
        pytest.param("She saw Jolie Zorva again today.", "Zorva", False, id="not-in-the-language"),
        pytest.param("She saw Jolie swimmer again today.", "swimmer", False, id="small"),
        pytest.param("Jolie Swimmer", "Swimmer", False, id="heading"),
        pytest.param("Swimmer saw her again today.", "Swimmer", False, id="first-word"),
        pytest.param("She saw Jolie March again today.", "March", False, id="function-word"),
        pytest.param("She saw Jolie, Swimmer again today.", "Swimmer", False, id="comma-between"),
        pytest.param("She saw Table Swimmer again today.", "Swimmer", False, id="behind-a-word"),
        pytest.param("She saw Soto Swimmer again today.", "Swimmer", False, id="behind-a-surname"),
    ],
)
def test_a_word_that_is_a_surname(text: str, word: str, *, surname: bool) -> None:
    """A rarer word behind what is certainly a given name, inside a sentence."""
    assert _holds(wordlike_surname, text, word) is surname
