"""Case of tokens and lines, and where sentences open."""

from __future__ import annotations

from itertools import pairwise

import pytest

from harborward.text.casing import Case, Line, casing
from harborward.text.passage import Passage

#: Small letters enough for a text to count as typed without capitals.
SMALL = " ".join(["she takes her pills with water and feels much better now"] * 8)


def _cases(text: str) -> list[Case]:
    return Passage(text).casing.cases


def _lines(text: str) -> list[Line]:
    """Return what the lines of ``text`` are, checking that each is one kind throughout."""
    read = Passage(text).casing
    kinds: list[Line] = []
    for first, last in pairwise(read.bounds):
        line = set(read.lines[first:last])
        assert len(line) <= 1
        kinds.extend(line)
    return kinds


def _opening(text: str) -> list[str]:
    """Return the words that open a sentence."""
    passage = Passage(text)
    return [
        text[start:end]
        for start, end, opens in zip(
            passage.starts, passage.ends, passage.casing.opens, strict=True
        )
        if opens
    ]


@pytest.mark.parametrize(
    ("token", "case"),
    [
        pytest.param("12", Case.NUMBER, id="number"),
        pytest.param("zorva", Case.LOWER, id="small"),
        pytest.param("z", Case.LOWER, id="small-letter"),
        pytest.param("Zorva", Case.TITLE, id="title"),
        pytest.param("ZorVa", Case.TITLE, id="inner-capital"),
        pytest.param("ZORVA", Case.UPPER, id="upper"),
        pytest.param("Z", Case.INITIAL, id="initial"),
        pytest.param("Ñandú", Case.TITLE, id="accented"),
        pytest.param("ÉTÉ", Case.UPPER, id="accented-upper"),
        pytest.param("O'Zorva", Case.TITLE, id="apostrophe"),
    ],
)
def test_the_case_of_a_token(token: str, case: Case) -> None:
    """A token's shape is told by its first letter and whether all others follow it."""
    assert _cases(token) == [case]


def test_capitals_are_listed_in_order() -> None:
    """Every token with a capital at its head is listed, whatever comes behind."""
    text = "saw A Zorva ICU at 9"
    passage = Passage(text)
    read = casing(text, passage.starts, passage.forms)
    assert read.capitals == [1, 2, 3]
    assert read == passage.casing


def test_no_tokens() -> None:
    """A text without tokens has no lines to speak of and no sentence."""
    read = Passage(" ?! -- ").casing
    assert (read.cases, read.lines, read.opens, read.capitals) == ([], [], [], [])
    assert read.bounds == [0, 0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("She saw Zorva today", Line.MIXED, id="sentence"),
        pytest.param("12 34 56", Line.MIXED, id="numbers"),
        pytest.param("A B C", Line.MIXED, id="initials"),
        pytest.param("she saw zorva", Line.MIXED, id="three-small-words"),
        pytest.param("she saw zorva today", Line.LOWER, id="four-small-words"),
        pytest.param("SHE SAW ZORVA", Line.UPPER, id="capitals"),
        pytest.param("SHE SAW zorva AND ZORVAN", Line.UPPER, id="capitals-for-the-most-part"),
        pytest.param("SHE SAW zorva and ZORVAN", Line.MIXED, id="capitals-for-a-lesser-part"),
        pytest.param("MERCY", Line.UPPER, id="one-word-in-capitals"),
        pytest.param("MERCY ZORVA", Line.UPPER, id="two-words-in-capitals"),
        pytest.param("Mercy ZORVA", Line.TITLE, id="short-and-not-all-capitals"),
        pytest.param("Zorva Delgado", Line.TITLE, id="heading"),
        pytest.param("Zorva Delgado of Ridge", Line.TITLE, id="heading-with-a-small-word"),
        pytest.param("Zorva Delgado was in Ridge", Line.MIXED, id="too-many-small-words"),
    ],
)
def test_the_case_of_a_line(text: str, kind: Line) -> None:
    """Seven words in ten decide; a short line in capitals must be so throughout."""
    assert _lines(text) == [kind]


def test_lines_are_judged_apart() -> None:
    """A heading in capitals says nothing of the sentence below it; an empty line adds none."""
    assert _lines("HISTORY OF FALLS\n\nShe saw Zorva today\nRidge View") == [
        Line.UPPER,
        Line.MIXED,
        Line.TITLE,
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(SMALL + "\nZorva", [Line.LOWER, Line.LOWER], id="sparse"),
        pytest.param(SMALL + "\nZorva Ann", [Line.LOWER, Line.TITLE], id="a-capital-more"),
        pytest.param("zorva\n" + "7 " * 30, [Line.MIXED, Line.MIXED], id="numbers-do-not-count"),
    ],
)
def test_a_text_typed_without_capitals(text: str, kinds: list[Line]) -> None:
    """Where hardly any word has a capital, no line is taken to be written with them."""
    assert _lines(text) == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(
            "saw Zorva. it hurts. no fever. He left.", [Line.LOWER], id="three-of-four-small"
        ),
        pytest.param("saw Zorva. it hurts. No fever. He left.", [Line.MIXED], id="half-small"),
        pytest.param("saw Zorva. it hurts. no fever.", [Line.MIXED], id="too-few-sentences"),
        pytest.param(
            "saw Zorva at home. it hurts. no fever.\nRIDGE VIEW CLINIC\nran off. so Ann said.",
            [Line.LOWER, Line.UPPER, Line.LOWER],
            id="other-lines-keep-theirs",
        ),
        pytest.param("saw Zorva. 2 pills. 3 pills. 4 pills.", [Line.MIXED], id="numbers-open"),
    ],
)
def test_a_careless_writer(text: str, kinds: list[Line]) -> None:
    """Who starts most sentences small is not trusted to write names with capitals."""
    assert _lines(text) == kinds


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Zorva came. Ann left", ["Zorva", "Ann"], id="period"),
        pytest.param("Zorva came! Ann left? Bo", ["Zorva", "Ann", "Bo"], id="other-marks"),
        pytest.param("Zorva came\nAnn left", ["Zorva", "Ann"], id="line"),
        pytest.param("Zorva came\tAnn | Bo", ["Zorva", "Ann", "Bo"], id="cells"),
        pytest.param("Zorva came   Ann   Bo", ["Zorva", "Ann", "Bo"], id="columns"),
        pytest.param("* Zorva came \u2022 Ann > Bo", ["Zorva", "Ann", "Bo"], id="bullets"),
        pytest.param('Zorva: "Ann left"', ["Zorva", "Ann"], id="quotation"),
        pytest.param('"Zorva" left', ["Zorva"], id="quotation-closes"),
        pytest.param("5 mg. 3.5 mg", ["5", "3"], id="decimal"),
        pytest.param("Saw Dr. Zorva", ["Saw"], id="title"),
        pytest.param("Saw J. Zorva", ["Saw"], id="initial"),
        pytest.param("Took 5. Zorva left", ["Took", "Zorva"], id="number"),
        pytest.param("Took 2 5. Zorva left", ["Took", "Zorva"], id="figure"),
        pytest.param("Left (again). Zorva came", ["Left", "Zorva"], id="mark-before-the-period"),
        pytest.param(". Zorva came", ["Zorva"], id="period-first"),
        pytest.param("Zorva came.", ["Zorva"], id="ends-in-a-period"),
        pytest.param("Zorva came.   ", ["Zorva"], id="ends-in-blanks"),
        pytest.param("at zorva.example today", ["at"], id="dot-inside"),
        pytest.param("", [], id="empty"),
    ],
)
def test_where_a_sentence_opens(text: str, words: list[str]) -> None:
    """Sentences, lines, cells, columns, bullets and quotations open; abbreviations do not."""
    assert _opening(text) == words
