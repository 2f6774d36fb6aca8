"""Scanned pages: misread figures and letters put right, and all else left alone."""

from __future__ import annotations

import pytest

from harborward.text.ocr import Scans
from worlds.lexicon import tiny

#: Three words that become words, which makes a page a scan.
SCAN = "ur0logy c1inic ca11ed "

WORDS = tiny(words={"clinic": 1, "called": 1, "urology": 1, "in": 1})
NAMES = tiny(given={"zorlo": 1}, surname={"zillow": 1}, city={"zolis": 1})
TITLES = tiny(
    clinical=frozenset({"olio"}), titles={"doctor": frozenset({"honorific"})}, words={"solo": 1}
)


def _repaired(text: str) -> str:
    """Return ``text`` repaired behind three words that make it a scan."""
    return Scans(WORDS).repaired(SCAN + text)[len(SCAN) :]


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        pytest.param("Rhine1ander", "Rhinelander", id="one-for-l"),
        pytest.param("g0 now", "g0 now", id="one-letter"),
        pytest.param("y0u", "y0u", id="two-letters"),
        pytest.param("hou5e", "house", id="five-for-s"),
        pytest.param("0kafor", "Okafor", id="head-is-a-capital"),
        pytest.param("5mith", "Smith", id="five-at-the-head"),
        pytest.param("1rma", "Irma", id="one-at-the-head"),
        pytest.param("ZORVAN0", "ZORVANO", id="all-capitals"),
        pytest.param("H0SP1TAL", "HOSPITAL", id="capitals-one-for-i"),
        pytest.param("Zorva", "Zorva", id="no-figure"),
        pytest.param("abc1015", "abc1015", id="more-figures-than-letters"),
        pytest.param("A-1lbert", "A-1lbert", id="behind-a-hyphen"),
        pytest.param("l4", "14", id="letter-in-a-number"),
        pytest.param("2O23", "2023", id="o-for-zero"),
        pytest.param("O3/l2/2oZ", "03/12/2oZ", id="a-letter-that-is-no-figure"),
        pytest.param("O3/l2/2o23", "03/12/2023", id="date"),
        pytest.param("555-Ol43", "555-0143", id="telephone"),
        pytest.param("S.8", "5.8", id="five-in-a-number"),
        pytest.param("I0", "10", id="capital-i"),
        pytest.param("SO", "SO", id="letters-alone"),
        pytest.param("", "", id="empty"),
    ],
)
def test_a_scan_is_put_right(text: str, repaired: str) -> None:
    """On a scan figures in words become letters, and letters in numbers figures."""
    assert _repaired(text) == repaired


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("She called the clinic, 60 days ago.", id="no-hint"),
        pytest.param("The c1inic in 2O23.", id="one-word"),
        pytest.param("The c1inic ca11ed in 2O23.", id="two-words"),
        pytest.param("zorv1an zorv0an zorv5an in 2O23", id="words-in-no-list"),
        pytest.param("c1111111 ca1100000 ab1cd", id="codes"),
        pytest.param("", id="empty"),
    ],
)
def test_what_is_no_scan_is_left_alone(text: str) -> None:
    """Fewer than three words that come right, or none: codes and typing stay as they are."""
    assert Scans(WORDS).repaired(text) == text


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        pytest.param("zorl0 zi1low zo1is", "zorlo zillow zolis", id="names-and-cities"),
        pytest.param("oli0 doct0r s0lo", "olio doctor solo", id="terms-titles-and-words"),
    ],
)
def test_every_list_says_what_a_word_is(text: str, repaired: str) -> None:
    """Names, cities, titles and clinical terms vote like words of the language."""
    lexicon = NAMES if text.startswith("z") else TITLES
    assert Scans(lexicon).repaired(text) == repaired


def test_offsets_do_not_move() -> None:
    """Each character stands for one, so what is found in the repaired text fits the page."""
    text = SCAN + "Dr. 0kafor on O3/l2/2o23 at 555-Ol43, Rhine1ander"
    assert len(Scans(WORDS).repaired(text)) == len(text)
