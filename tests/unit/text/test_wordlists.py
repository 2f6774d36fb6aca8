"""The word lists of the name detectors."""

from __future__ import annotations

import pytest

from harborward.text.wordlists import wordlist


def test_a_list_holds_words_as_tokens_are_cut() -> None:
    """A list is a set of single lower-case words, whatever the order in its file."""
    assert {"mr", "dr", "señora"} <= wordlist("honorifics")


def test_a_list_is_read_once() -> None:
    """The same list is the same object, so a detector may ask for it freely."""
    assert wordlist("trades") is wordlist("trades")


def test_an_unknown_list_is_a_programming_error() -> None:
    """A misspelt name raises; no list is not an empty list."""
    with pytest.raises(KeyError):
        wordlist("honorific")
