"""A passage as the name detectors read it."""

from __future__ import annotations

import pytest

from harborward.text.names.evidence import Kind
from harborward.text.names.reading import CAPITALS, Run
from worlds.lexicon import reading

#: Makes a text long enough to count as written in small letters.
SMALL = " this week for the cough that she has had for a month or more at home"


def _run(text: str, surface: str) -> Run:
    """Return the tokens of ``surface`` in ``text``."""
    passage = reading(text).passage
    start = text.index(surface)
    return Run(passage.token_at(start), passage.token_at(start + len(surface) - 1) + 1)


def _at(text: str, word: str) -> int:
    return _run(text, word).first


def test_a_run_counts_its_tokens() -> None:
    """The last token is left out, so an empty run has none."""
    assert len(Run(2, 5)) == 3
    assert len(Run(2, 2)) == 0


def test_it_never_shows_its_text() -> None:
    """A reading in a traceback shows its size alone."""
    assert repr(reading("Hannah left")) == "<Reading: 2 tokens>"


def test_kinds_are_worked_out_once() -> None:
    """The lexicons are asked once for each token, and the answer stays."""
    read = reading("Hannah left")
    assert read.kind(0) is read.kind(0) is Kind.NAME
    assert read.kind(1) is Kind.WORD


@pytest.mark.parametrize(
    ("text", "word", "cased"),
    [
        pytest.param("She saw Hannah today", "Hannah", True, id="sentence"),
        pytest.param("Hannah Delgado Reed", "Hannah", True, id="heading"),
        pytest.param("SHE SAW HANNAH TODAY", "HANNAH", False, id="capitals"),
        pytest.param("she saw hannah" + SMALL, "hannah", False, id="small-letters"),
        pytest.param(
            "she saw it. it hurt. so Bo left. no rash", "Bo", True, id="the-few-there-are"
        ),
        pytest.param("she saw it. it hurt. so BO left. no rash", "BO", False, id="not-in-capitals"),
    ],
)
def test_where_a_capital_says_something(text: str, word: str, *, cased: bool) -> None:
    """In sentences and headings it does; in small letters where there is one at all."""
    assert reading(text).cased(_at(text, word)) is cased


@pytest.mark.parametrize(
    ("word", "capital"),
    [("Hannah", True), ("HANNAH", True), ("H", True), ("hannah", False), ("12", False)],
)
def test_a_capital_at_the_head(word: str, *, capital: bool) -> None:
    """Title, upper case and initials start with a capital; numbers have none."""
    read = reading(word)
    assert read.capital(0) is capital
    assert (read.cases[0] in CAPITALS) is capital


@pytest.mark.parametrize(
    ("text", "starts"),
    [("", [0]), ("one", [0]), ("one\n\ntwo\n", [0, 4, 5, 9])],
    ids=["empty", "one-line", "empty-lines-too"],
)
def test_where_lines_start(text: str, starts: list[int]) -> None:
    """Every line counts, with words or without."""
    assert reading(text).line_starts() == starts


def test_what_stands_between() -> None:
    """Leads and gaps reach to the neighbours, or to the ends of the text."""
    read = reading("(Hannah, Bo) ")
    assert [read.lead(0), read.lead(1)] == ["(", ", "]
    assert [read.gap(0), read.gap(1)] == [", ", ") "]


@pytest.mark.parametrize(
    ("text", "closes"),
    [
        pytest.param("Hannah", True, id="end"),
        pytest.param("Hannah .", True, id="end-and-a-period"),
        pytest.param("Hannah)", False, id="end-and-another-mark"),
        pytest.param("Hannah\nleft", True, id="line"),
        pytest.param("Hannah\tleft", True, id="tab"),
        pytest.param("Hannah | left", True, id="bar"),
        pytest.param("Hannah   left", True, id="column"),
        pytest.param("Hannah  left", False, id="two-blanks"),
        pytest.param("Hannah, left", False, id="comma"),
    ],
)
def test_the_end_of_a_cell(text: str, *, closes: bool) -> None:
    """A line, cell or column ends here, or the whole text does."""
    assert reading(text).closes(0) is closes


@pytest.mark.parametrize(
    ("text", "word", "glued"),
    [
        pytest.param("Saw Hannah Reed", "Hannah", True, id="blank"),
        pytest.param("Saw Hannah  Reed", "Hannah", True, id="two-blanks"),
        pytest.param("Saw Hannah-Reed", "Hannah", True, id="hyphen"),
        pytest.param("Saw Hannah   Reed", "Hannah", False, id="column"),
        pytest.param("Saw Hannah, Reed", "Hannah", False, id="comma"),
        pytest.param("Saw Hannah", "Hannah", False, id="end"),
        pytest.param("Saw H. Reed", "H", True, id="initial"),
        pytest.param("Saw H.Reed", "H", True, id="initial-tight"),
        pytest.param("Saw 5. Reed", "5", False, id="figure"),
        pytest.param("Saw Wm. Reed", "Wm", True, id="abbreviation"),
        pytest.param("Saw Hannah. Reed", "Hannah", False, id="end-of-a-sentence"),
        pytest.param('Saw Hannah "Bo" Reed', "Hannah", True, id="before-a-nickname"),
        pytest.param('Saw Hannah "Bo" Reed', "Bo", True, id="behind-a-nickname"),
        pytest.param("Saw Hannah (Bo) Reed", "Hannah", True, id="before-parentheses"),
        pytest.param("Saw Hannah (Bo) Reed", "Bo", True, id="behind-parentheses"),
        pytest.param("Saw Hannah (Bo) left", "Hannah", False, id="nickname-and-a-small-word"),
        pytest.param("Saw Hannah (sad) Reed", "Hannah", False, id="small-letters-within"),
        pytest.param("Saw Hannah (Bo), Reed", "Hannah", False, id="nickname-and-a-comma"),
        pytest.param("Saw Hannah (Bo)", "Hannah", False, id="nickname-at-the-end"),
        pytest.param('Saw Hannah Bo" Reed', "Bo", False, id="quote-never-opened"),
        pytest.param('Bo" Reed', "Bo", False, id="quote-and-nothing-before"),
        pytest.param("Saw Hannah) (Reed", "Hannah", False, id="two-parentheses"),
    ],
)
def test_what_may_belong_to_one_name(text: str, word: str, *, glued: bool) -> None:
    """Blanks, hyphens, initials and nicknames join; commas, ends and columns part."""
    assert reading(text).glued(_at(text, word)) is glued


@pytest.mark.parametrize(
    ("text", "glued"),
    [
        pytest.param("We saw Hannah\nReed today and left", True, id="small-word-follows"),
        pytest.param("We saw Hannah\nReed, who left", True, id="comma-follows"),
        pytest.param("We saw Hannah\nReed's son", True, id="possessive-follows"),
        pytest.param("We saw Hannah\nReed Delgado and left", False, id="capital-follows"),
        pytest.param("We saw Hannah\nReed", False, id="end-follows"),
        pytest.param("We saw Hannah\nReed ", False, id="blank-and-the-end"),
        pytest.param("We saw Hannah\nREED today and left", False, id="capitals-follow"),
        pytest.param("We saw HANNAH\nReed today and left", False, id="capitals-before"),
        pytest.param("Plan: home.\nHannah\nReed today and left", False, id="opens-its-line"),
        pytest.param("SHE SAW HANNAH\nReed today and left", False, id="line-in-capitals"),
        pytest.param("We saw Hann-\nah today", True, id="hyphenation"),
        pytest.param("We saw Hann-\nAh today", False, id="hyphen-and-a-capital"),
        pytest.param("We saw hann-\nah today", False, id="hyphenation-of-a-word"),
    ],
)
def test_a_name_that_runs_over_a_line(text: str, *, glued: bool) -> None:
    """Inside a sentence that flows on, a name may be broken at the margin."""
    read = reading(text)
    index = next(i for i, word in enumerate(read.words) if word in {"hannah", "hann"})
    assert read.glued(index) is glued


@pytest.mark.parametrize(
    ("text", "surface", "embedded"),
    [
        pytest.param("Saw Hannah.", "Hannah", False, id="end-of-a-sentence"),
        pytest.param("Hannah", "Hannah", False, id="alone"),
        pytest.param("mail Hannah@example.org", "Hannah", True, id="mail-address"),
        pytest.param("mail bo@Hannah now", "Hannah", True, id="host"),
        pytest.param("mail bo.Hannah now", "Hannah", True, id="behind-a-dot"),
        pytest.param("file bo_Hannah now", "Hannah", True, id="behind-an-underscore"),
        pytest.param("file Hannah_bo now", "Hannah", True, id="before-an-underscore"),
        pytest.param("file c:\\Hannah now", "Hannah", True, id="behind-a-backslash"),
        pytest.param("file Hannah\\c now", "Hannah", True, id="before-a-backslash"),
        pytest.param("room 4Hannah now", "Hannah", True, id="behind-a-figure"),
        pytest.param("room Hannah4 now", "Hannah", True, id="before-a-figure"),
        pytest.param("mom/Hannah now", "Hannah", True, id="behind-a-slash"),
        pytest.param("mom/Hannah Reed now", "Hannah Reed", False, id="full-name-behind-a-slash"),
        pytest.param("Hannah/mom now", "Hannah", True, id="before-a-slash"),
        pytest.param("Hannah.example now", "Hannah", True, id="before-a-dot"),
        pytest.param("Hannah/ mom", "Hannah", False, id="slash-and-a-blank"),
        pytest.param("Hannah/", "Hannah", False, id="slash-at-the-end"),
    ],
)
def test_part_of_something_longer(text: str, surface: str, *, embedded: bool) -> None:
    """A name inside an address, a path or a code is the rules' affair."""
    assert reading(text).embedded(_run(text, surface)) is embedded
