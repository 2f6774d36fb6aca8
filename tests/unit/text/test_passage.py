"""A text cut into tokens."""

from __future__ import annotations

import pytest

from harborward.text.passage import Passage


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Zorva, 60, left.", ["zorva", "60", "left"], id="words-and-numbers"),
        pytest.param("MRN12B", ["mrn", "12", "b"], id="letters-and-figures-part"),
        pytest.param("O'Zorva", ["o'zorva"], id="apostrophe-joins"),
        pytest.param("Zorva's", ["zorva", "s"], id="possessive-does-not"),
        pytest.param("can't", ["can", "t"], id="nor-does-a-contraction"),
        pytest.param("a_b", ["a", "b"], id="underscore-parts"),
        pytest.param("Ñandú's Zoë", ["ñandú", "s", "zoë"], id="accents"),
        pytest.param("D'Éloi", ["d'éloi"], id="accent-behind-an-apostrophe"),
        pytest.param("Zorvé٣4", ["zorvé", "4"], id="figures-of-other-scripts-left-out"),
        pytest.param("", [], id="empty"),
        pytest.param("?! --", [], id="marks"),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    """Letters, with an inner apostrophe, or ASCII figures make a token, in lower case."""
    assert Passage(text).words == words


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Zorva saw O'Zorva at 9", id="ascii"),
        pytest.param("Zoë saw Ñandú at 9", id="accents"),
        pytest.param("İzorva saw ZOË at 9", id="grows-in-lower-case"),
        pytest.param("\u212aim saw ZOE at 9", id="becomes-ascii-in-lower-case"),
    ],
)
def test_offsets_fit_the_text(text: str) -> None:
    """Each token lies where its range says, whatever lower case does to a letter."""
    passage = Passage(text)
    assert len(passage.lower) == len(text)
    for word, start, end in zip(passage.words, passage.starts, passage.ends, strict=True):
        assert passage.lower[start:end] == word
        assert len(text[start:end]) == len(word)


def test_a_letter_that_would_grow_is_kept() -> None:
    """U+0130 stays itself in lower case, and the letters around it do change."""
    assert Passage("İZORVA").lower == "İzorva"


@pytest.mark.parametrize(
    ("position", "index"),
    [
        pytest.param(0, 0, id="head"),
        pytest.param(4, 0, id="tail"),
        pytest.param(5, 1, id="gap-counts-to-the-next"),
        pytest.param(6, 1, id="second"),
        pytest.param(10, 2, id="behind-the-last"),
        pytest.param(99, 2, id="behind-the-text"),
    ],
)
def test_the_token_at_a_position(position: int, index: int) -> None:
    """The first token that ends behind a position; the number of tokens where none does."""
    assert Passage("Zorva left").token_at(position) == index


def test_casing_is_read_once() -> None:
    """All detectors share one reading of the capitals."""
    passage = Passage("Zorva left")
    assert passage.casing is passage.casing
    assert passage.casing.capitals == [0]


def test_vocabulary() -> None:
    """The distinct words, for detectors that need only know whether one occurs."""
    passage = Passage("Zorva saw zorva")
    assert passage.vocabulary == {"zorva", "saw"}
    assert passage.vocabulary is passage.vocabulary


def test_it_never_shows_its_text() -> None:
    """A passage in a traceback or a log shows its size alone."""
    passage = Passage("Zorva left 9")
    assert repr(passage) == "<Passage: 12 characters, 3 tokens>"
    assert "Zorva" not in f"{passage}"


def test_where_words_stand() -> None:
    """Every token among the words, in order and as often as it comes."""
    passage = Passage("Zorva saw Bo and zorva")
    assert passage.where({"zorva", "bo", "ann"}) == [0, 2, 4]
    assert passage.where(()) == []
