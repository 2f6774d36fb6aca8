"""A single capitalised word: a name or not, by where it stands."""

from __future__ import annotations

import pytest

from harborward.text.names.lone import LoneNames
from harborward.text.names.reading import Run
from worlds.lexicon import evidence, reading

Verdict = tuple[float, str] | None


def _judged(text: str, word: str) -> Verdict:
    """Return the verdict on the first token ``word`` of ``text``."""
    read = reading(text)
    index = read.passage.token_at(text.index(word))
    return LoneNames(evidence()).judge(read, Run(index, index + 1), index)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("We saw HANNAH today.", "HANNAH", id="capitals"),
        pytest.param("We saw hannah today.", "hannah", id="small"),
        pytest.param("We saw Bo today.", "Bo", id="two-letters"),
        pytest.param("We saw ZorClose today.", "ZorClose", id="product"),
        pytest.param("We saw Georgia today.", "Georgia", id="state"),
    ],
)
def test_shapes_that_are_no_name(text: str, word: str) -> None:
    """Only a word of three letters, with its first a capital, is a name by itself."""
    assert _judged(text, word) is None


@pytest.mark.parametrize(
    ("text", "word", "verdict"),
    [
        pytest.param("We saw Sage, 3, today.", "Sage", (0.65, "name-age"), id="age"),
        pytest.param('He is "Nadia" today.', "Nadia", (0.55, "quoted"), id="quotes"),
        pytest.param('He is "Rose" today.', "Rose", None, id="word-in-quotes"),
        pytest.param('He is "Nadia today.', "Nadia", (0.5, "name"), id="quote-stays-open"),
    ],
)
def test_marks_around_a_name(text: str, word: str, verdict: Verdict) -> None:
    """An age behind a name, and quotes around it, speak for it."""
    assert _judged(text, word) == verdict


@pytest.mark.parametrize(
    ("text", "word", "verdict"),
    [
        pytest.param("Okafor said so today.", "Okafor", (0.6, "name-acts"), id="name-acts"),
        pytest.param("Okafor's cough is back.", "Okafor", (0.6, "name-acts"), id="name-owns"),
        pytest.param("Okafor, can you come?", "Okafor", (0.6, "addressed"), id="addressed"),
        pytest.param("Okafor, the cough is back.", "Okafor", None, id="comma"),
        pytest.param("Hannah: it hurts.", "Hannah", (0.5, "speaker"), id="speaker"),
        pytest.param("Zorvë: it hurts again.", "Zorvë", (0.5, "speaker"), id="accented-speaker"),
        pytest.param("Okafor: it hurts.", "Okafor", None, id="surname-and-a-colon"),
        pytest.param("Hannah again today and well.", "Hannah", (0.5, "name"), id="frequent"),
        pytest.param("Hannah Clinic", "Hannah", None, id="frequent-in-a-heading"),
        pytest.param("Rose said so today.", "Rose", (0.6, "name-acts"), id="word-acts"),
        pytest.param("Rose again today and well.", "Rose", None, id="word-does-nothing"),
        pytest.param("Sage said so today.", "Sage", None, id="word-that-few-bear-acts"),
        pytest.param("Zorva said so today.", "Zorva", (0.55, "name-acts"), id="unlisted-speaks"),
        pytest.param("Zorva is here today.", "Zorva", (0.5, "unknown-word"), id="unlisted-is"),
        pytest.param("Zorva Is Here", "Zorva", None, id="unlisted-is-in-a-heading"),
        pytest.param("Zorva table is here.", "Zorva", None, id="unlisted-does-nothing"),
        pytest.param("Zorva, is it here?", "Zorva", None, id="unlisted-and-a-comma"),
        pytest.param("Table is here.", "Table", None, id="plain-word"),
    ],
)
def test_a_word_that_opens_a_sentence(text: str, word: str, verdict: Verdict) -> None:
    """Every first word has a capital, so the word must act, own, or be spoken to."""
    assert _judged(text, word) == verdict


@pytest.mark.parametrize(
    ("text", "word", "verdict"),
    [
        pytest.param("Clinic Hannah Visit", "Hannah", (0.5, "name"), id="usual"),
        pytest.param("Clinic Okafor Visit", "Okafor", None, id="not-given"),
        pytest.param("Clinic Rose Visit", "Rose", None, id="word"),
    ],
)
def test_a_word_inside_a_heading(text: str, word: str, verdict: Verdict) -> None:
    """Where all words have capitals only a usual given name is one."""
    assert _judged(text, word) == verdict


@pytest.mark.parametrize(
    ("text", "word", "verdict"),
    [
        pytest.param("We saw Hannah today.", "Hannah", (0.65, "name"), id="name"),
        pytest.param("We saw Rose today.", "Rose", (0.5, "name"), id="usual-word"),
        pytest.param("We saw Rose said so.", "Rose", (0.55, "name-acts"), id="word-acts"),
        pytest.param("We saw Foley's cough.", "Foley", (0.55, "name-acts"), id="surname-owns"),
        pytest.param("We saw Peña's cough.", "Peña", None, id="hardly-borne-owns"),
        pytest.param("We saw Sage today.", "Sage", None, id="word-that-few-bear"),
        pytest.param("We saw Zorva today.", "Zorva", (0.5, "unknown-word"), id="unlisted"),
        pytest.param("We saw Zorva", "Zorva", (0.5, "unknown-word"), id="end"),
        pytest.param("Gave: Zorva today to her.", "Zorva", None, id="value"),
        pytest.param("She lives near Zorva today.", "Zorva", None, id="place"),
        pytest.param("We saw Table today.", "Table", None, id="plain-word"),
    ],
)
def test_a_word_inside_a_sentence(text: str, word: str, verdict: Verdict) -> None:
    """Inside a sentence a capital says much, even of a word in no list."""
    assert _judged(text, word) == verdict
